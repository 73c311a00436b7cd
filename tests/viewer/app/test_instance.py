"""A second start hands its files over to the running process, even after one that died."""

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtNetwork import QLocalSocket

from viewer.app import instance
from viewer.app.instance import Instance


@pytest.fixture(autouse=True)
def runtime_folder(tmp_path_factory, monkeypatch):
    """Lock and socket are apart from the user's own; a short folder, because the path of a socket is limited."""
    folder = tmp_path_factory.mktemp("i")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("UNPIXEL_DATA", str(folder))
    return folder


@pytest.fixture
def running(qapp):
    instance = Instance()
    assert instance.claim_or_hand_over(())
    yield instance
    instance.close()


def started(pytestconfig, *paths, before=""):
    """Starts a process that claims the instance, or hands its paths over, as the application does; prints which."""
    code = f"""
import sys
from PySide6.QtCore import QCoreApplication
from viewer.app.instance import Instance
application = QCoreApplication([])
made = Instance()
print(made.claim_or_hand_over(sys.argv[1:]), flush=True)
{before}"""
    command = [sys.executable, "-c", code, *map(str, paths)]
    environment = {**os.environ, "PYTHONPATH": str(pytestconfig.rootpath)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_another_process_hands_its_files_over_absolute(running, qtbot, pytestconfig, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(running.received, timeout=60_000) as received:
        other = started(pytestconfig, "a b.png", "/x/ü.png")
    assert received.args == [(str(tmp_path / "a b.png"), "/x/ü.png")]
    assert other.communicate(timeout=60)[0] == "False\n"


def test_a_start_without_files_is_reported_and_demo_is_no_path(running, qtbot, pytestconfig):
    for paths in ((), ("demo",)):
        with qtbot.waitSignal(running.received, timeout=60_000) as received:
            other = started(pytestconfig, *paths)
        assert received.args == [paths]
        assert other.communicate(timeout=60)[0] == "False\n"


def test_an_instance_that_has_ended_can_be_claimed(pytestconfig, qapp):
    first = Instance()
    assert first.claim_or_hand_over(())
    first.close()
    second = Instance()
    assert second.claim_or_hand_over(())
    second.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there a pipe dies with its process")
def test_lock_and_socket_of_a_process_that_died_are_replaced(pytestconfig, qtbot, runtime_folder):
    died = started(pytestconfig, before="import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert died.communicate(timeout=60)[0] == "True\n"
    files = sorted(path.suffix for path in (runtime_folder / "unpixel").iterdir())
    assert files == [".lock", ".socket"]
    made = Instance()
    assert made.claim_or_hand_over(())
    with qtbot.waitSignal(made.received, timeout=60_000):
        other = started(pytestconfig, "a.png")
    assert other.communicate(timeout=60)[0] == "False\n"
    made.close()


def test_a_process_that_does_not_answer_is_given_up_after_the_timeout(running, pytestconfig, monkeypatch):
    # Its event loop does not run here: it accepts the connection, and does not answer.
    monkeypatch.setattr(instance, "TIMEOUT", 200)
    other = Instance()
    assert other.claim_or_hand_over(("a.png",))
    other.close()


def test_without_a_lock_every_start_opens_its_own_process(qapp, runtime_folder, monkeypatch):
    (runtime_folder / "file").touch()
    monkeypatch.setattr(
        instance.platformdirs, "user_runtime_path", lambda *_, **__: runtime_folder / "file" / "in"
    )
    monkeypatch.setattr(instance, "TIMEOUT", 1e9)
    for _ in range(2):
        assert Instance().claim_or_hand_over(("a.png",))


LONG = b"x" * (instance.MAX_MESSAGE + 2)
INVALID = (b"nonsense\n", b'{"a": 1}\n', b"[1]\n", b"[" * 1_000_000 + b"\n", b"\xff\n", LONG)


@pytest.mark.parametrize("line", INVALID, ids=[repr(line[:9]) for line in INVALID])
def test_invalid_messages_are_rejected(running, qtbot, line):
    received = []
    running.received.connect(received.append)
    socket = QLocalSocket()
    socket.connectToServer(running._name)
    assert socket.waitForConnected(5000)
    socket.write(line)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert received == []
    socket.connectToServer(running._name)
    assert socket.waitForConnected(5000)
    socket.write(json.dumps(["/a.png"]).encode() + b"\n")
    qtbot.waitUntil(lambda: received == [("/a.png",)])


def connected(running):
    socket = QLocalSocket()
    socket.connectToServer(running._name)
    assert socket.waitForConnected(5000)
    return socket


def is_closed(socket):
    return socket.state() == QLocalSocket.LocalSocketState.UnconnectedState


def test_idle_connections_are_dropped_after_a_second(running, qtbot):
    silent, slow = connected(running), connected(running)
    slow.write(b'["/a.p')
    qtbot.waitUntil(lambda: len(running._clients) == 2)
    qtbot.waitUntil(lambda: is_closed(silent) and is_closed(slow), timeout=10_000)
    qtbot.waitUntil(lambda: running._clients == [])


def test_many_connections_are_bounded_and_the_next_start_is_served(running, qtbot):
    sockets = [QLocalSocket() for _ in range(100)]
    for socket in sockets:
        socket.connectToServer(running._name)
    most = 0

    def all_closed():
        nonlocal most
        most = max(most, len(running._clients))
        return all(map(is_closed, sockets))

    qtbot.waitUntil(all_closed, timeout=30_000)
    assert 0 < most <= instance.MAX_CLIENTS
    with qtbot.waitSignal(running.received, timeout=10_000):
        last = connected(running)
        last.write(b'["/a.png"]\n')


HARD = ("a\nb.png", "a\x1b[31m.png", "a\udcff.png", "x" * 300, "ü" * 200 + ".png")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_of_any_kind_are_handed_over_unchanged(running, qtbot, pytestconfig):
    names = ("/" + "/".join(["x" * 200] * 15), *(f"/{name}" for name in HARD))
    with qtbot.waitSignal(running.received, timeout=60_000) as received:
        other = started(pytestconfig, *names)
    assert received.args == [names]
    assert other.communicate(timeout=60)[0] == "False\n"


def test_a_hundred_thousand_names_are_handed_over(running, qtbot):
    names = [f"/folder/{number}.png" for number in range(100_000)]
    socket = connected(running)
    with qtbot.waitSignal(running.received, timeout=60_000) as received:
        socket.write(json.dumps(names).encode() + b"\n")
    assert received.args == [tuple(names)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folders")
@pytest.mark.parametrize("kind", ["others may write", "a file", "a link", "a pipe as lock"])
def test_an_unsafe_runtime_folder_is_not_fatal(qapp, runtime_folder, capsys, kind):
    folder = runtime_folder / "unpixel"
    if kind == "others may write":
        folder.mkdir()
        folder.chmod(0o777)
    elif kind == "a file":
        folder.touch()
    elif kind == "a link":
        (runtime_folder / "real").mkdir()
        folder.symlink_to(runtime_folder / "real")
    else:
        folder.mkdir(mode=0o700)
        os.mkfifo(instance._base_path().with_suffix(".lock"))
    for _ in range(2):
        made = Instance()
        assert made.claim_or_hand_over(("a.png",))
        made.close()
    assert ("process of its own" in capsys.readouterr().err) == (kind != "a pipe as lock")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folders")
def test_a_foreign_runtime_folder_is_not_used(qapp, runtime_folder, capsys, monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert Instance().claim_or_hand_over(())
    assert "belongs to another user; each start opens a process of its own" in capsys.readouterr().err
    assert not list((runtime_folder / "unpixel").iterdir())
