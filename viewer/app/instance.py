"""Single instance: a second start hands its files over to the process that already runs.

A lock file identifies that process, and a local socket receives the files: one line of JSON, answered by one word. The
lock of a process that died is free; the next process that claims it removes the old socket.

Lock and socket are in a folder that only this user can write to. Without one, each start opens its own process.
"""

import hashlib
import json
import os
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import platformdirs
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from engine.base import bounded_json, paths, user_data

MAX_MESSAGE = 1 << 24
"""Largest message in bytes: more than a command line can hold, unless the working directory is very deep."""
MAX_CLIENTS = 16
"""Connections at a time; further ones are refused."""
IDLE_MS = 1000
"""Milliseconds for a connection to send its message."""
MAX_LOCK_BYTES = 4096
"""Largest lock file; one takes some dozen bytes."""
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
        self._obstacle = _obstacle(base)
        self._lock = QLockFile(str(base.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # the lock never expires while its process lives
        self._name = _socket_name(base)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MAX_CLIENTS)
        self._clients: list[QLocalSocket] = []
        self._server.newConnection.connect(self._connected)

    def claim_or_hand_over(self, paths: Sequence[str]) -> bool:
        """Claims the single instance, or hands the paths over to it. Returns False if they were taken.

        If the running process does not answer, this one runs beside it.
        """
        if self._obstacle:
            print(f"unpixel: {self._obstacle}; each start opens a process of its own", file=sys.stderr)
            return True
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
            if len(self._clients) >= MAX_CLIENTS:
                client.abort()
                client.deleteLater()
                continue
            self._clients.append(client)
            client.setReadBufferSize(MAX_MESSAGE + 1)
            QTimer.singleShot(IDLE_MS, client, client.abort)
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
        names = _parse(bytes(client.readLine(MAX_MESSAGE).data()))
        if names is None:
            client.abort()
            return
        client.write(TAKEN)
        client.flush()
        self.received.emit(names)


def _hand_over(name: str, names: Sequence[str]) -> bool:
    """Sends the paths to the running process. Returns whether it took them."""
    text = json.dumps([_absolute(each) for each in names]).encode() + b"\n"
    if len(text) > MAX_MESSAGE:
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(TIMEOUT):
        return False
    socket.write(text)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(TIMEOUT):
            return False
    return bytes(socket.readLine().data()) == TAKEN


def _parse(line: bytes) -> tuple[str, ...] | None:
    """Returns the paths of a message, or None if it is invalid."""
    try:
        names = bounded_json.parse(line.decode("utf-8"))
    except ValueError:
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return tuple(names)


def _absolute(path: str) -> str:
    """Returns a path that is valid in another working directory."""
    return path if path == "demo" else str(paths.absolute(Path(path)))


def _base_path() -> Path:
    """Path of lock and socket without suffix; it differs by user, data folder and display."""
    screen = [os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")]
    key = json.dumps([str(paths.absolute(user_data.folder())), *screen])
    with warnings.catch_warnings():
        # Without the variable the folder is one of /tmp; `_obstacle` checks it as any other.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        folder = platformdirs.user_runtime_path("unpixel", appauthor=False)
    return folder / hashlib.sha256(key.encode()).hexdigest()[:16]


def _obstacle(base: Path) -> str:
    """Makes the folder of lock and socket. Returns why it cannot be used, or ""."""
    folder = base.parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            for each in (folder.parent, folder):
                status = each.lstat() if each == folder else each.stat()
                if not S_ISDIR(status.st_mode):
                    return f"{each} is no folder"
                # A folder such as /tmp belongs to root, and only owners rename what is in it.
                shared = status.st_uid == 0 and status.st_mode & 0o1000 and each != folder
                if status.st_uid != os.getuid() and not shared:
                    return f"{each} belongs to another user"
                if status.st_mode & 0o022 and not shared:
                    return f"{each} can be written to by other users"
        _remove_unusable_lock(base.with_suffix(".lock"))
    except OSError as error:
        return f"{folder} cannot be used ({error.strerror})"
    return ""


def _remove_unusable_lock(path: Path) -> None:
    """Removes what is no lock file: Qt would wait for the writer of a pipe, or read all of a large file."""
    if os.path.lexists(path):
        status = path.lstat()
        if not S_ISREG(status.st_mode) or status.st_size > MAX_LOCK_BYTES:
            path.unlink()


def _socket_name(base: Path) -> str:
    """Path of the socket; on Windows the name of a pipe, which is in no folder."""
    return f"unpixel-{base.name}" if sys.platform == "win32" else str(base.with_suffix(".socket"))
