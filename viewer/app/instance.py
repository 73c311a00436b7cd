"""Single instance: a second start hands its files over to the process that already runs.

A lock file identifies that process, and a local socket receives the files: one line of JSON, answered by one word. The
lock of a process that died is free; the next process that claims it removes the old socket.
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

MAX_MESSAGE = 1 << 20
"""Largest message in bytes: some thousand paths."""
TIMEOUT = 3000
"""Milliseconds for the other process to answer, even if its window is busy."""
RETRY = 0.05
"""Seconds between two tries: the other process may just be starting or ending."""
TAKEN = b"taken\n"


class Instance(QObject):
    """`received`: the arguments of another start: absolute paths, the word demo, or nothing."""

    received = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        base = _base_path()
        self._lock = QLockFile(str(base.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # the lock never expires while its process lives
        self._name = _socket_name(base)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._clients: list[QLocalSocket] = []
        self._server.newConnection.connect(self._connected)

    def claim_or_hand_over(self, paths: Sequence[str]) -> bool:
        """Claims the single instance, or hands the paths over to it. Returns False if they were taken.

        If the running process does not answer, this one runs beside it.
        """
        end = time.monotonic() + TIMEOUT / 1000
        while True:
            if self._claim():
                return True
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                return True  # no lock can be created there: every start opens its own process
            if _hand_over(self._name, paths):
                return False
            if time.monotonic() > end:
                return True
            time.sleep(RETRY)

    def close(self) -> None:
        """Releases the lock and the socket for the next start."""
        self._server.close()
        for client in self._clients:
            client.abort()
        self._clients = []
        self._lock.unlock()

    def _claim(self) -> bool:
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)  # left behind by a process that died
        self._server.listen(self._name)
        return True

    @Slot()
    def _connected(self) -> None:
        while (client := self._server.nextPendingConnection()) is not None:
            self._clients.append(client)
            client.readyRead.connect(self._read)
            client.disconnected.connect(self._read)
        self._read()

    @Slot()
    def _read(self) -> None:
        """Answers the clients that sent a line, and drops those that have disconnected."""
        for client in tuple(self._clients):
            if client.canReadLine():
                self._answer(client)
            elif client.bytesAvailable() > MAX_MESSAGE:
                client.abort()
            if client.state() == QLocalSocket.LocalSocketState.UnconnectedState and client in self._clients:
                self._clients.remove(client)
                client.deleteLater()

    def _answer(self, client: QLocalSocket) -> None:
        paths = _parse(bytes(client.readLine(MAX_MESSAGE).data()))
        if paths is None:
            client.abort()
            return
        client.write(TAKEN)
        client.flush()
        self.received.emit(paths)


def _hand_over(name: str, paths: Sequence[str]) -> bool:
    """Sends the paths to the running process. Returns whether it took them."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(TIMEOUT):
        return False
    socket.write(json.dumps([_absolute(path) for path in paths]).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(TIMEOUT):
            return False
    return bytes(socket.readLine().data()) == TAKEN


def _parse(line: bytes) -> tuple[str, ...] | None:
    """Returns the paths of a message, or None if it is invalid."""
    try:
        paths = json.loads(line)
    except ValueError:
        return None
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        return None
    return tuple(paths)


def _absolute(path: str) -> str:
    """Returns a path that is valid in another working directory."""
    return path if path == "demo" else str(Path(path).absolute())


def _base_path() -> Path:
    """Path of lock and socket without suffix; it differs by user, data folder and display."""
    screen = [os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")]
    key = json.dumps([str(user_data.folder().absolute()), *screen])
    folder = platformdirs.user_runtime_path("unpixel", appauthor=False)
    with suppress(OSError):  # then locking fails, and reports why
        folder.mkdir(parents=True, exist_ok=True)
    return folder / hashlib.sha256(key.encode()).hexdigest()[:16]


def _socket_name(base: Path) -> str:
    """Path of the socket; on Windows the name of a pipe, which is in no folder."""
    return f"unpixel-{base.name}" if sys.platform == "win32" else str(base.with_suffix(".socket"))
