"""The list of pictures for previous and next: of a folder, or of several files opened at once.

A worker thread lists the folder, because it may be large or on a slow network.
"""

import random
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.base.errors import ImageError
from engine.base.messages import Message
from engine.images import folder
from engine.images.folder import Listing, Order
from viewer.base import crossing, settings
from viewer.base.language import translated

THREAD = "folder"
"""Name of the threads that list. On a network that hangs they never end."""
Sources = tuple[Path, ...]


def chosen_listing(seed: int) -> Listing:
    """Returns how the lists of all windows are made. seed: of a random order."""
    now = settings.read()
    return Listing(Order(now.sort), now.sort_reversed, now.subfolders, seed)


class FolderIndex(QObject):
    """Lists pictures. All methods run in the window's thread.

    sources: what is listed: one folder, or several files and folders. files: the pictures' paths, in the order of the
    settings, as texts: to make 100,000 objects of them takes seconds.
    kept: the file that keeps its place when it leaves the list, so that it has neighbours still.
    `listed`: `files` is complete. `failed`: the error message.
    """

    listed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sources: Sources = ()
        self.files: list[str] = []
        self.kept: Path | None = None
        self._positions: dict[str, int] = {}
        self._seed = 0  # of a random order: another one for other sources
        self._place: int | None = None  # of `kept`, which has left the list: the position of its successor
        self._removed = set[Path]()

    def read(self, sources: Sources) -> None:
        """Starts to list the sources. Emits `listed` or `failed`, unless other sources were requested meanwhile."""
        if self.sources != sources:
            self.forget()
            self._seed = random.getrandbits(32)
        self.sources = sources
        given = sources, chosen_listing(self._seed), crossing.open(self._take, once=True)
        threading.Thread(target=_list, args=given, name=THREAD, daemon=True).start()

    def read_again(self) -> None:
        """Lists the same sources again, if there are any."""
        if self.sources:
            self.read(self.sources)

    def keep(self, path: Path) -> None:
        """Lets a file keep its place when it leaves the list."""
        if path != self.kept:
            self.kept, self._place = path, None

    def forget(self) -> None:
        """Clears the list, for a picture without a file."""
        self.sources, self._removed, self._place = (), set(), None
        self.files, self._positions = [], {}

    def remove(self, path: Path) -> None:
        """Removes a file that is not there any more."""
        if path in self.sources:
            self.sources = tuple(each for each in self.sources if each != path)
            self._removed.add(path)
        self._put([each for each in self.files if each != str(path)])

    def replace(self, before: Path, now: Path) -> None:
        """Puts another path in the place of a file that was renamed."""
        self.sources = tuple(now if each == before else each for each in self.sources)
        self.kept = now if self.kept == before else self.kept
        self._put([str(now) if each == str(before) else each for each in self.files])

    def restore(self, path: Path) -> bool:
        """Lists a file that is back. Returns false if it belongs to none of the sources."""
        if path in self._removed:
            self._removed.discard(path)
            self.sources = (*self.sources, path)
        folders = path.parents if settings.read().subfolders else (path.parent,)
        listed = any(each in self.sources for each in (path, *folders))
        if listed:
            self.read_again()
        return listed

    def close(self) -> None:
        """Ends with the window; returns at once. What a listing that still runs finds is dropped."""
        self.forget()

    def position(self, path: Path | None) -> int | None:
        """Returns a picture's index, from 0; None if it is not listed."""
        return None if path is None else self._positions.get(str(path))

    def neighbour(self, path: Path | None, step: int) -> Path | None:
        """Returns the picture `step` positions after another. None beyond the ends or while nothing is listed."""
        position = self.position(path)
        if position is None and path == self.kept and self._place is not None:
            position = self._place - (1 if step > 0 else 0)
        if position is None or not 0 <= position + step < len(self.files):
            return None
        return Path(self.files[position + step])

    def _put(self, files: list[str]) -> None:
        """Takes another list. What `kept` had before it stays before it."""
        kept = str(self.kept)
        before = self._positions.get(kept, self._place)
        positions = {path: position for position, path in enumerate(files)}
        if before is not None and kept not in positions:
            self._place = sum(path in positions for path in self.files[:before])
        else:
            self._place = None
        self.files, self._positions = files, positions

    def _take(self, sources: Sources, files: list[str], failure: Message | None) -> None:
        if sources != self.sources:
            return
        self._put(files)
        if failure is not None:
            self.failed.emit(translated(failure))
        else:
            self.listed.emit()


def _list(sources: Sources, how: Listing, done: int) -> None:
    """Runs in a thread of its own. done: number of the crossing."""
    try:
        crossing.call(done, sources, folder.listed(sources, how), None)
    except ImageError as error:
        crossing.call(done, sources, [], error.message)
