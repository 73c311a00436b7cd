"""The application opens no socket but its own local one."""

import tempfile

import application
import pytest
from pictures import drawn, saved

BEFORE = """
import sys
def audit(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        print("AUDIT", event, ascii(arguments), flush=True)
sys.addaudithook(audit)
"""
ACTIONS = """
import os
from pathlib import Path
def sockets():
    found = set()
    for name in os.listdir("/proc/self/fd"):
        try:
            found.add(os.readlink(f"/proc/self/fd/{name}"))
        except OSError:
            pass
    numbers = {link[8:-1] for link in found if link.startswith("socket:[")}
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        path = Path(f"/proc/self/net/{kind}")
        for line in path.read_text().splitlines()[1:] if path.exists() else ():
            if line.split()[9] in numbers:
                print("NETWORK", kind, line, flush=True)
    for line in Path("/proc/self/net/unix").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[6] in numbers and len(fields) > 7:
            print("LOCAL", fields[7], flush=True)
def run_actions(window, close):
    steps = iter([
        lambda: window.actions_by_id["training"].trigger(),
        lambda: window.actions_by_id["training"].trigger(),
        lambda: window.actions_by_id["models"].trigger(),
        lambda: window.actions_by_id["settings"].trigger(),
        lambda: window.actions_by_id["demo"].trigger(),
        lambda: window.actions_by_id["keys"].trigger(),
        sockets,
        close,
    ])
    timer = QTimer(window, interval=300)
    timer.timeout.connect(lambda: next(steps, close)())
    timer.start()
"""


@pytest.mark.skipif(
    not __import__("os").path.exists("/proc/self/net/tcp"), reason="only Linux lists sockets so"
)
def test_start_pictures_training_and_models_open_no_socket_but_the_local_one(pytestconfig, tmp_path):
    photo = saved(tmp_path / "a.png", drawn(120, 90))
    with tempfile.TemporaryDirectory(
        prefix="unpixel-"
    ) as folder:  # the path of a socket has 107 bytes at most
        environment = {"XDG_RUNTIME_DIR": folder}
        status, out, err = application.run(
            pytestconfig, photo, before=BEFORE, actions=ACTIONS, environment=environment
        )
    assert status == 0, err
    reported = [line for line in out.splitlines() if line.startswith(("AUDIT", "NETWORK"))]
    assert reported == []
    local = [line.removeprefix("LOCAL ") for line in out.splitlines() if line.startswith("LOCAL")]
    assert local and all(path.startswith(folder) for path in local), "the check sees sockets"
