"""Lets the Nth write, fsync or rename of a process fail, whatever library makes the call.

Linux only. The kernel stops the process at each such system call (seccomp user notification, seccomp_unotify(2)) and
asks this one, which lets it go on or fail. Only calls on files below a folder count.
"""

import ctypes
import errno
import fcntl
import json
import os
import select
import socket
import struct
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

WRITES = {"write": 1, "pwrite64": 18, "writev": 20, "pwritev": 296}
SYNCS = {"fsync": 74, "fdatasync": 75}
RENAMES = {"rename": 82, "renameat": 264, "renameat2": 316}
CALLS = {number: name for kind in (WRITES, SYNCS, RENAMES) for name, number in kind.items()}
"""Numbers of the system calls on x86-64."""

_PR_SET_NO_NEW_PRIVS, _SECCOMP = 38, 317
_SET_MODE_FILTER, _NEW_LISTENER = 1, 8
_ALLOW, _NOTIFY = 0x7FFF0000, 0x7FC00000
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_CONTINUE = 1

libc = ctypes.CDLL(None, use_errno=True)


class Outcome(NamedTuple):
    """What an action did. error: name of the exception's type, "" for success. trace: where it was raised.

    calls: names of the calls on files below the folder, in order. failed: the name of the first that failed, or "".
    """

    error: str
    trace: str
    calls: list[str]
    failed: str


def run(action: Callable[[], object], folder: Path, nth: int, code: int, lasting: bool) -> Outcome:
    """Runs `action` in a forked process in which the call number `nth` (from 0) fails with `code`.

    lasting: later writes and syncs fail too, as on a full disk. Without a call of that number nothing fails.
    """
    parent_end, child_end = socket.socketpair()
    process = os.fork()
    if process == 0:
        _perform(action, child_end)
    child_end.close()
    _, listeners, _, _ = socket.recv_fds(parent_end, 1, 1)
    with parent_end, os.fdopen(listeners[0], "rb", buffering=0) as listener:
        calls, failed = [], ""
        for request, call, path in _requests(listener.fileno(), parent_end):
            fails = False
            if Path(path).is_relative_to(folder):
                fails = len(calls) == nth or (lasting and len(calls) > nth and call in (*WRITES, *SYNCS))
                failed = failed or call * fails
                calls.append(call)
            _answer(listener.fileno(), request, code if fails else 0)
        report = b"".join(iter(lambda: parent_end.recv(1 << 16), b""))
    _, status = os.waitpid(process, 0)
    if status or not report:
        return Outcome("Died", f"ended with status {status}", calls, failed)
    return Outcome(*json.loads(report), calls, failed)


def _perform(action: Callable[[], object], child_end: socket.socket) -> None:
    """Runs the action in the forked process, reports how it ended, and exits."""
    report = ("", "")
    try:
        socket.send_fds(child_end, [b"x"], [_install_filter()])
        action()
    except BaseException as error:  # noqa: BLE001 - the outcome is what is tested
        report = (type(error).__name__, traceback.format_exc())
    child_end.sendall(json.dumps(report).encode())
    os._exit(0)


def _install_filter() -> int:
    """Installs the filter for this thread and all that it starts. Returns the listener."""
    numbers = list(CALLS)
    program = [struct.pack("HBBI", 0x20, 0, 0, 0)]  # load the number of the call
    program += [struct.pack("HBBI", 0x15, len(numbers) - k, 0, n) for k, n in enumerate(numbers)]
    program += [struct.pack("HBBI", 0x06, 0, 0, verdict) for verdict in (_ALLOW, _NOTIFY)]
    code = ctypes.create_string_buffer(b"".join(program))
    header = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program), ctypes.addressof(code)))
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    listener = int(libc.syscall(_SECCOMP, _SET_MODE_FILTER, _NEW_LISTENER, header))
    if listener < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return listener


def _requests(listener: int, ended: socket.socket) -> Iterator[tuple[int, str, str]]:
    """Yields (id, name of the call, path) until the process has reported its outcome."""
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    poll.register(ended, select.POLLIN)
    while True:
        ready = dict(poll.poll())
        if ready.get(listener, 0) & select.POLLIN:
            request = bytearray(80)
            try:
                fcntl.ioctl(listener, _RECEIVE, request)
            except OSError as error:
                if error.errno in (errno.ENOENT, errno.EINTR):
                    continue
                raise
            id, process, _, number = struct.unpack_from("QIIi", request)
            (first,) = struct.unpack_from("Q", request, 32)
            name = CALLS[number]
            yield id, name, _renamed(process, request, name) if name in RENAMES else _path(process, first)
        elif ready:
            return


def _path(process: int, descriptor: int) -> str:
    try:
        return str(Path(f"/proc/{process}/fd/{descriptor}").readlink())
    except OSError:
        return ""


def _renamed(process: int, request: bytearray, name: str) -> str:
    """Returns the first path of a rename, read from the memory of the process."""
    (address,) = struct.unpack_from("Q", request, 32 if name == "rename" else 40)
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        return memory.read(4096).split(b"\0")[0].decode()


def _answer(listener: int, id: int, code: int) -> None:
    response = struct.pack("QqiI", id, 0, -code, 0 if code else _CONTINUE)
    try:
        fcntl.ioctl(listener, _SEND, bytearray(response))
    except OSError as error:
        if error.errno != errno.ENOENT:  # the thread has gone
            raise
