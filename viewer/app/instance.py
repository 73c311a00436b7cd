"""One process for all windows: who starts Unpixel again hands its files over to the one that runs.

A lock says who that is, a local socket takes the files: one line of JSON there, one word back. A lock whose process has
died is nobody's, and the socket it left behind is removed by the next to take it.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import platformdirs
from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from engine.base import user_data

LONGEST = 1 << 20
"""Bytes of a message: some thousand paths."""
PATIENCE = 3000
"""Milliseconds for the other process to answer, whatever its window is busy with."""
AGAIN = 0.05
"""Seconds until it is tried again, where the other process has only begun, or is about to end."""
TAKEN = b"taken\n"


class Instance(QObject):
    """`received`: absolute paths, or the word demo, that another start was given; none where it was just started."""

    received = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = _place()
        self._lock = QLockFile(str(place.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # however long it runs
        self._name = _name(place)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._callers: list[QLocalSocket] = []
        self._server.newConnection.connect(self._connected)

    def alone(self, paths: Sequence[str]) -> bool:
        """Becomes the process that others hand their files to, or hands them over. False: they were taken.

        Where the process that runs does not answer, this one goes on beside it.
        """
        end = time.monotonic() + PATIENCE / 1000
        while True:
            if self._claim():
                return True
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                return True  # nothing can be locked there: every start is for itself
            if _handed_over(self._name, paths):
                return False
            if time.monotonic() > end:
                return True
            time.sleep(AGAIN)

    def close(self) -> None:
        """Leaves the place to the next start."""
        self._server.close()
        for caller in self._callers:
            caller.abort()
        self._callers = []
        self._lock.unlock()

    def _claim(self) -> bool:
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)  # of a process that died
        self._server.listen(self._name)
        return True

    @Slot()
    def _connected(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            self._callers.append(caller)
            caller.readyRead.connect(self._read)
            caller.disconnected.connect(self._read)
        self._read()

    @Slot()
    def _read(self) -> None:
        """What any of the callers said by now; who has said it, or has gone, is let go."""
        for caller in tuple(self._callers):
            if caller.canReadLine():
                self._answer(caller)
            elif caller.bytesAvailable() > LONGEST:
                caller.abort()
            if caller.state() == QLocalSocket.LocalSocketState.UnconnectedState and caller in self._callers:
                self._callers.remove(caller)
                caller.deleteLater()

    def _answer(self, caller: QLocalSocket) -> None:
        paths = _understood(bytes(caller.readLine(LONGEST).data()))
        if paths is None:
            caller.abort()
            return
        caller.write(TAKEN)
        caller.flush()
        self.received.emit(paths)


def _handed_over(name: str, paths: Sequence[str]) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(json.dumps([_absolute(path) for path in paths]).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE):
            return False
    return bytes(socket.readLine().data()) == TAKEN


def _understood(line: bytes) -> tuple[str, ...] | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    if not isinstance(told, list) or not all(isinstance(path, str) for path in told):
        return None
    return tuple(told)


def _absolute(path: str) -> str:
    """As it is for a process that was started elsewhere."""
    return path if path == "demo" else str(Path(path).absolute())


def _place() -> Path:
    """What lock and socket are called: of this user, these data, this screen."""
    screen = [os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")]
    told = json.dumps([str(user_data.folder().absolute()), *screen])
    folder = platformdirs.user_runtime_path("unpixel", appauthor=False)
    with suppress(OSError):  # then locking fails, and says why
        folder.mkdir(parents=True, exist_ok=True)
    return folder / hashlib.sha256(told.encode()).hexdigest()[:16]


def _name(place: Path) -> str:
    """A socket's file; on Windows it is a pipe, which lies in no folder."""
    return f"unpixel-{place.name}" if sys.platform == "win32" else str(place.with_suffix(".socket"))
