"""The pictures around the one that is open, listed in a thread of their own: a folder may be large, or far away."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine import folder
from engine.errors import ImageError


class FolderIndex(QObject):
    """The window's thread. `listed`: a folder and its pictures' paths; `failed`: a message."""

    listed = Signal(Path, list)
    failed = Signal(str)
    _done = Signal(Path, list, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.files: list[Path] = []
        self._thread: threading.Thread | None = None
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def read(self, where: Path) -> None:
        """Lists a folder: `listed` or `failed`, unless another was asked for since."""
        if self.folder != where:
            self.files = []
        self.folder = where
        self._thread = threading.Thread(target=self._list, args=(where,), name="folder", daemon=True)
        self._thread.start()

    def forget(self) -> None:
        """The picture that is open lies in no folder."""
        self.folder, self.files = None, []

    def close(self) -> None:
        """Waits a moment for the listing, so that it does not outlive the window; a hung network is left behind."""
        if self._thread is not None:
            self._thread.join(timeout=1)

    def place(self, path: Path | None) -> int | None:
        """Where a picture stands, from 0 on; None for one that is not in the folder."""
        return self.files.index(path) if path in self.files else None

    def neighbour(self, path: Path | None, step: int) -> Path | None:
        """The picture `step` places after one; None past either end, and while the folder is not listed."""
        place = self.place(path)
        if place is None or not 0 <= place + step < len(self.files):
            return None
        return self.files[place + step]

    def _list(self, where: Path) -> None:
        # In the thread: nothing of this object is touched but its signal.
        try:
            self._done.emit(where, folder.images(where), "")
        except ImageError as error:
            self._done.emit(where, [], str(error))

    @Slot(Path, list, str)
    def _take(self, where: Path, files: list[Path], failure: str) -> None:
        if where != self.folder:
            return
        self.files = files
        if failure:
            self.failed.emit(failure)
        else:
            self.listed.emit(where, files)
