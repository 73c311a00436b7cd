"""Looks whether folders and the shown file change on the disk.

It asks once a second instead of waiting for events of the system: those do not come from other computers on a network,
Qt's watcher asks the disk in the window's thread, and cannot be told of a name that is no text.
"""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.base.file_stamp import stamp_of

THREAD = "watch"
INTERVAL = 1.0
"""Seconds between two looks."""
MOST_FOLDERS = 32
"""Of more, only the first are looked at."""


class Watch(QObject):
    """A thread of its own looks; on a network that hangs, it never ends. The methods are for the window's thread.

    `folders_changed`: files have come or gone. `overwritten`, `gone`: the path of the file, once two looks agree: a
    program that saves it may be amid that.
    """

    folders_changed = Signal()
    overwritten = Signal(object)
    gone = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._subject: tuple[tuple[Path, ...], Path | None] = (), None
        self._wake = threading.Event()
        self._ended = False
        self._thread: threading.Thread | None = None

    def look_at(self, folders: tuple[Path, ...], file: Path | None) -> None:
        """Looks at these from now on. What changed before does not count."""
        self._subject = folders[:MOST_FOLDERS], file
        self._wake.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=THREAD, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Ends the thread; returns at once."""
        self._ended = True
        self._wake.set()

    def _run(self) -> None:
        subject = known = shown = before = None
        while not self._ended:
            folders, file = self._subject
            there = [stamp_of(folder) for folder in folders]
            now = None if file is None else stamp_of(file)
            if subject != (folders, file):
                subject, known, shown = (folders, file), there, now
            elif there != known:
                known = there
                self.folders_changed.emit()
            if now != shown and now == before:
                shown = now
                (self.gone if now is None else self.overwritten).emit(file)
            before = now
            self._wake.wait(INTERVAL)
            self._wake.clear()
