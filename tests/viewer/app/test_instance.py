"""Whoever starts Unpixel again hands its files over to the process that runs, also after one that died."""

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtNetwork import QLocalSocket

from viewer.app import instance
from viewer.app.instance import Instance


@pytest.fixture(autouse=True)
def own_place(tmp_path_factory, monkeypatch):
    """What a test starts is not where the user's own is; a socket's path must be short."""
    place = tmp_path_factory.mktemp("i")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place))
    monkeypatch.setenv("UNPIXEL_DATA", str(place))
    return place


@pytest.fixture
def running(qapp):
    made = Instance()
    assert made.alone(())
    yield made
    made.close()


def started(pytestconfig, *paths, before=""):
    """A process that does as the application does at its start; what it prints is what `alone` said."""
    code = f"""
import sys
from PySide6.QtCore import QCoreApplication
from viewer.app.instance import Instance
application = QCoreApplication([])
made = Instance()
print(made.alone(sys.argv[1:]), flush=True)
{before}"""
    command = [sys.executable, "-c", code, *map(str, paths)]
    environment = {**os.environ, "PYTHONPATH": str(pytestconfig.rootpath)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_another_process_hands_its_files_over_absolute(running, qtbot, pytestconfig, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(running.received, timeout=60_000) as given:
        other = started(pytestconfig, "a b.png", "/x/ü.png")
    assert given.args == [(str(tmp_path / "a b.png"), "/x/ü.png")]
    assert other.communicate(timeout=60)[0] == "False\n"


def test_a_start_without_files_is_told_of_too_and_demo_is_a_word(running, qtbot, pytestconfig):
    for paths in ((), ("demo",)):
        with qtbot.waitSignal(running.received, timeout=60_000) as given:
            other = started(pytestconfig, *paths)
        assert given.args == [paths]
        assert other.communicate(timeout=60)[0] == "False\n"


def test_one_that_has_ended_leaves_its_place(pytestconfig, qapp):
    first = Instance()
    assert first.alone(())
    first.close()
    second = Instance()
    assert second.alone(())
    second.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there a pipe dies with its process")
def test_what_a_process_that_died_left_behind_is_cleared_away(pytestconfig, qtbot, own_place):
    died = started(pytestconfig, before="import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert died.communicate(timeout=60)[0] == "True\n"
    left = sorted(path.suffix for path in (own_place / "unpixel").iterdir())
    assert left == [".lock", ".socket"]
    made = Instance()
    assert made.alone(())
    with qtbot.waitSignal(made.received, timeout=60_000):
        other = started(pytestconfig, "a.png")
    assert other.communicate(timeout=60)[0] == "False\n"
    made.close()


def test_one_that_does_not_answer_is_not_waited_for_long(running, pytestconfig, monkeypatch):
    # Its event loop does not run here: it takes the connection, and says nothing.
    monkeypatch.setattr(instance, "PATIENCE", 200)
    other = Instance()
    assert other.alone(("a.png",))
    other.close()


def test_where_nothing_can_be_locked_every_start_is_for_itself(qapp, own_place, monkeypatch):
    (own_place / "file").touch()
    monkeypatch.setattr(
        instance.platformdirs, "user_runtime_path", lambda *_, **__: own_place / "file" / "in"
    )
    monkeypatch.setattr(instance, "PATIENCE", 1e9)
    for _ in range(2):
        assert Instance().alone(("a.png",))


@pytest.mark.parametrize("line", [b"nonsense\n", b'{"a": 1}\n', b"[1]\n", b"x" * (2 << 20)])
def test_what_is_no_message_is_not_understood(running, qtbot, line):
    heard = []
    running.received.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(running._name)
    assert socket.waitForConnected(5000)
    socket.write(line)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    socket.connectToServer(running._name)
    assert socket.waitForConnected(5000)
    socket.write(json.dumps(["/a.png"]).encode() + b"\n")
    qtbot.waitUntil(lambda: heard == [("/a.png",)])
