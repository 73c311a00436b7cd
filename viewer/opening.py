"""Which picture is wanted: from a file, a folder, the clipboard, or drawn by Unpixel. The window's thread."""

import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal

from engine.events import Opened
from engine.session import Session
from viewer import transfer
from viewer.folder_index import FolderIndex

DEMO = "demo"
"""The word that asks for the picture that Unpixel draws."""


class Opening(QObject):
    """`failed`: a message. `placed`: the picture's place in its folder, from 1 on, and of how many; 0 where unknown.

    wanted: the file that was asked for last, shown or not: "next" counts from there, also past a file that is damaged.
    """

    failed = Signal(str)
    placed = Signal(int, int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.wanted: Path | None = None
        self.reloading = False
        self._shown: Opened | None = None
        self._index = FolderIndex(self)
        self._index.listed.connect(self._listed)
        self._index.failed.connect(self.failed)

    def open(self, path: Path) -> None:
        """A file, or a folder's first picture."""
        path = path.absolute()
        self.reloading = False
        if path.is_dir():
            self.wanted = None
            self._index.read(path)
        else:
            self.wanted = path
            self._session.open(path)

    def open_demo(self) -> None:
        """The picture that Unpixel draws; that takes a moment, so not in this thread."""

        def draw() -> None:
            from engine.demo import demo

            self._session.show(demo())

        self._want_no_file()
        threading.Thread(target=draw, name="demo").start()

    def take(self, data: QMimeData | None, name: str) -> bool:
        """What was dropped or copied; pixels get a name. Returns whether there was something."""
        taken = transfer.taken(data, name)
        if isinstance(taken, Path):
            self.open(taken)
        elif taken is not None:
            self._want_no_file()
            self._session.show(taken)
        return taken is not None

    def reload(self) -> None:
        """The file again, and its folder."""
        if self.wanted is not None:
            self.reloading = True
            self._index.read(self.wanted.parent)
            shown = self._shown
            lies = shown.orientation if shown is not None and shown.path == self.wanted else 0
            self._session.open(self.wanted, lies)

    def go(self, step: int) -> None:
        """The picture `step` places on in the folder; past its ends nothing happens."""
        there = self._index.neighbour(self.wanted, step)
        if there is not None:
            self.open(there)

    def go_to_end(self, end: int) -> None:
        """The folder's first picture (0) or last (-1)."""
        if self._index.files and self.wanted is not None:
            self.open(self._index.files[end])

    def opened(self, opened: Opened) -> None:
        """A picture is there: only now its folder is looked at."""
        self.reloading = False
        self._shown = opened
        if opened.path is not None and opened.path.parent != self._index.folder:
            self._index.read(opened.path.parent)
        self._tell_place()

    def close(self) -> None:
        """Ends the listing."""
        self._index.close()

    def _want_no_file(self) -> None:
        self.wanted = None
        # else a folder that is being listed would still open its first picture
        self._index.forget()

    def _listed(self, where: Path, files: list[Path]) -> None:
        if self.wanted is None and files:
            self.open(files[0])
        elif self.wanted is None:
            self.failed.emit(f"{where}: holds no pictures that can be opened; choose another folder")
        self._tell_place()

    def _tell_place(self) -> None:
        place = self._index.place(self.wanted)
        if place is None:
            self.placed.emit(0, 0)
        else:
            self.placed.emit(place + 1, len(self._index.files))
