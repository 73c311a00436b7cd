"""The pictures that previous and next walk: those of a folder, or what was opened together.

Listed in a thread of their own: a folder may be large, or far away.
"""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.base.errors import ImageError
from engine.base.messages import Message
from engine.images import folder
from viewer.base.language import translated

Places = tuple[Path, ...]


class FolderIndex(QObject):
    """The window's thread. `listed`: the pictures are known; `failed`: a message.

    places: what is listed: one folder, or several files and folders. files: the pictures, in order.
    """

    listed = Signal()
    failed = Signal(str)
    _done = Signal(tuple, list, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places: Places = ()
        self.files: list[Path] = []
        self._thread: threading.Thread | None = None
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def read(self, places: Places) -> None:
        """Lists them: `listed` or `failed`, unless others were asked for since."""
        if self.places != places:
            self.files = []
        self.places = places
        self._thread = threading.Thread(target=self._list, args=(places,), name="folder", daemon=True)
        self._thread.start()

    def forget(self) -> None:
        """The picture that is open lies in no folder."""
        self.places, self.files = (), []

    def close(self) -> None:
        """Waits a moment for the listing, so that it does not outlive the window; a hung network is left behind."""
        if self._thread is not None:
            self._thread.join(timeout=1)

    def place(self, path: Path | None) -> int | None:
        """Where a picture stands, from 0 on; None for one that is not among them."""
        return self.files.index(path) if path in self.files else None

    def neighbour(self, path: Path | None, step: int) -> Path | None:
        """The picture `step` places after one; None past either end, and while nothing is listed."""
        place = self.place(path)
        if place is None or not 0 <= place + step < len(self.files):
            return None
        return self.files[place + step]

    def _list(self, places: Places) -> None:
        # In the thread: nothing of this object is touched but its signal.
        try:
            self._done.emit(places, folder.collected(places), None)
        except ImageError as error:
            self._done.emit(places, [], error.message)

    @Slot(tuple, list, object)
    def _take(self, places: Places, files: list[Path], failure: Message | None) -> None:
        if places != self.places:
            return
        self.files = files
        if failure is not None:
            self.failed.emit(translated(failure))
        else:
            self.listed.emit()
