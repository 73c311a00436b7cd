"""Looks whether folders and the shown file change on the disk.

It asks once a second instead of waiting for events of the system: those do not come from other computers on a network,
Qt's watcher asks the disk in the window's thread, and cannot be told of a name that is no text.
"""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.base.file_stamp import stamp_of
from viewer.base import crossing

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
        self._looking: _Looking | None = None

    def look_at(self, folders: tuple[Path, ...], file: Path | None) -> None:
        """Looks at these from now on. What changed before does not count."""
        looking = self._looking or _Looking(
            crossing.open(self._tell_change),
            crossing.open(self._tell_overwritten),
            crossing.open(self._tell_gone),
        )
        looking.subject = folders[:MOST_FOLDERS], file
        if self._looking is None:
            self._looking = looking
            threading.Thread(target=looking.run, name=THREAD, daemon=True).start()
        looking.wake.set()

    def close(self) -> None:
        """Ends the thread; returns at once."""
        if self._looking is not None:
            self._looking.end()

    # Functions of this object keep it alive, which the `emit` of its signals does not.

    def _tell_change(self) -> None:
        self.folders_changed.emit()

    def _tell_overwritten(self, path: Path) -> None:
        self.overwritten.emit(path)

    def _tell_gone(self, path: Path) -> None:
        self.gone.emit(path)


class _Looking:
    """What the thread looks at. changed, overwritten, gone: numbers of the crossing."""

    def __init__(self, changed: int, overwritten: int, gone: int) -> None:
        self._changed, self._overwritten, self._gone = changed, overwritten, gone
        self._ended = False
        self.subject: tuple[tuple[Path, ...], Path | None] = (), None
        self.wake = threading.Event()

    def end(self) -> None:
        """Ends the thread soon, and what it tells at once. Window's thread."""
        self._ended = True
        for number in (self._changed, self._overwritten, self._gone):
            crossing.close(number)
        self.wake.set()

    def run(self) -> None:
        """Looks until the end. The thread."""
        subject = known = shown = before = None
        while not self._ended:
            folders, file = self.subject
            there = [stamp_of(folder) for folder in folders]
            now = None if file is None else stamp_of(file)
            if subject != (folders, file):
                subject, known, shown = (folders, file), there, now
            elif there != known:
                known = there
                crossing.call(self._changed)
            if now != shown and now == before:
                shown = now
                crossing.call(self._gone if now is None else self._overwritten, file)
            before = now
            self.wake.wait(INTERVAL)
            self.wake.clear()
