"""The list of pictures for previous and next: of a folder, or of several files opened at once.

A worker thread lists the folder, because it may be large or on a slow network.
"""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.base.errors import ImageError
from engine.base.messages import Message
from engine.images import folder
from viewer.base.language import translated

THREAD = "folder"
"""Name of the threads that list. On a network that hangs they never end."""
Sources = tuple[Path, ...]


_outliving: set["FolderIndex"] = set()
"""Closed while their threads ran, which emit a signal of theirs in the end."""


class FolderIndex(QObject):
    """Lists pictures. All methods but `_list` run in the window's thread.

    sources: what is listed: one folder, or several files and folders. files: the pictures, in natural order.
    `listed`: `files` is complete. `failed`: the error message.
    """

    listed = Signal()
    failed = Signal(str)
    _done = Signal(tuple, list, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sources: Sources = ()
        self.files: list[Path] = []
        self._thread: threading.Thread | None = None
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def read(self, sources: Sources) -> None:
        """Starts to list the sources. Emits `listed` or `failed`, unless other sources were requested meanwhile."""
        if self.sources != sources:
            self.files = []
        self.sources = sources
        self._thread = threading.Thread(target=self._list, args=(sources,), name=THREAD, daemon=True)
        self._thread.start()

    def forget(self) -> None:
        """Clears the list, for a picture without a file."""
        self.sources, self.files = (), []

    def close(self) -> None:
        """Ends with the window; returns at once. A listing that still runs keeps this object until it ends."""
        self.forget()
        if self._thread is not None and self._thread.is_alive():
            self.setParent(None)
            _outliving.add(self)

    def position(self, path: Path | None) -> int | None:
        """Returns a picture's index, from 0; None if it is not listed."""
        return self.files.index(path) if path in self.files else None

    def neighbour(self, path: Path | None, step: int) -> Path | None:
        """Returns the picture `step` positions after another. None beyond the ends or while nothing is listed."""
        position = self.position(path)
        if position is None or not 0 <= position + step < len(self.files):
            return None
        return self.files[position + step]

    def _list(self, sources: Sources) -> None:
        # Runs in the worker thread. It only uses the signal of this object.
        try:
            self._done.emit(sources, folder.collected(sources), None)
        except ImageError as error:
            self._done.emit(sources, [], error.message)

    @Slot(tuple, list, object)
    def _take(self, sources: Sources, files: list[Path], failure: Message | None) -> None:
        _outliving.discard(self)
        if sources != self.sources:
            return
        self.files = files
        if failure is not None:
            self.failed.emit(translated(failure))
        else:
            self.listed.emit()
