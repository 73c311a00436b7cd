"""Which picture is wanted: from files, a folder, the clipboard, or drawn by Unpixel. The window's thread."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal

from engine.session.events import PictureOpened
from engine.session.session import Session
from viewer.base import settings
from viewer.base.language import tr
from viewer.files import recent, transfer
from viewer.files.folder_index import FolderIndex

DEMO = "demo"
"""The word that asks for the picture that Unpixel draws."""


class Opening(QObject):
    """`failed`: a message. `told`: a message, and what is offered to be done about it (NoticeBar.tell).

    `shown`: an Opened, of a picture that the window shows now. `placed`: the picture's place in its list, from 1 on,
    and of how many; 0 where unknown.

    current: the file that is shown, if it is one. wanted: the file that was asked for last, shown or not: "next" counts
    from there, also past a file that is damaged. reloading: it is the one that is open already. walking: it was come to
    by previous and next.
    """

    failed = Signal(str)
    told = Signal(str, object)
    shown = Signal(object)
    placed = Signal(int, int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.current: Path | None = None
        self.wanted: Path | None = None
        self.reloading = self.walking = False
        self._forth = True  # which way was walked last
        self._resting = False  # the picture that is wanted is there, and its view complete
        self._ahead: tuple[Path, ...] | None = None
        self._shown: PictureOpened | None = None
        self._index = FolderIndex(self)
        self._index.listed.connect(self._listed)
        self._index.failed.connect(self.failed)

    def open(self, *paths: Path) -> None:
        """A file; or the first picture of a folder, or of several files and folders, which become the list."""
        places = tuple(path.absolute() for path in paths)
        self.reloading = self.walking = False
        if len(places) > 1 or places[0].is_dir():
            self.wanted = None
            self._index.read(places)
        else:
            if self._index.places != (places[0].parent,):
                self._index.forget()
            self._want(places[0])

    @property
    def stays(self) -> bool:
        """Whether the picture that is coming is to be seen where the one before is looked at."""
        return self.reloading or (self.walking and settings.read().keep_view)

    def open_demo(self) -> None:
        """Opens the picture that Unpixel draws itself."""
        self._want_no_file()
        self._session.open_demo()

    def take(self, data: QMimeData | None, name: str) -> bool:
        """What was dropped or copied; pixels get a name. Returns whether there was something."""
        taken = transfer.received(data, name)
        if isinstance(taken, tuple):
            self.open(*taken)
        elif taken is not None:
            self._want_no_file()
            self._session.open_image(taken)
        return taken is not None

    def reload(self) -> None:
        """The file again, and its list."""
        if self.wanted is not None:
            self.reloading, self.walking = True, False
            self._index.read(self._index.places or (self.wanted.parent,))
            shown = self._shown
            lies = shown.orientation if shown is not None and shown.path == self.wanted else 0
            self._want(self.wanted, lies)

    def go(self, step: int) -> None:
        """The picture `step` places on in the list; past its ends that is told."""
        there = self._index.neighbour(self.wanted, step)
        if there is not None:
            self._walk(there, step > 0)
        elif self._index.place(self.wanted) is not None:
            self._tell_end(step)

    def go_to_end(self, end: int) -> None:
        """The list's first picture (0) or last (-1)."""
        there = self._index.files[end] if self._index.files else None
        if there is not None and there == self.wanted:
            self._tell_end(1 if end else -1)
        elif there is not None and self.wanted is not None:
            self._walk(there, end == 0)

    def opened(self, opened: PictureOpened) -> None:
        """A picture is there: only now its folder is looked at."""
        self.reloading = self.walking = False
        self.current, self._shown = opened.path, opened
        self.shown.emit(opened)
        if opened.path is not None:
            recent.add(opened.path)
            if not self._index.places:
                self._index.read((opened.path.parent,))
        self._tell_place()

    def rest(self) -> None:
        """The picture's view is complete: time for its neighbours."""
        self._resting = True
        self._look_ahead()

    def fail(self) -> None:
        """What is wanted cannot be opened, so it is not offered again."""
        self.reloading = self.walking = False
        if self.wanted is not None:
            recent.remove(self.wanted)

    def close(self) -> None:
        """Ends the listing."""
        self._index.close()

    def _walk(self, path: Path, forth: bool) -> None:
        self.reloading, self.walking, self._forth = False, True, forth
        self._want(path)

    def _want(self, path: Path, orientation: int = 0) -> None:
        self.wanted, self._resting = path, False
        self._session.open(path, orientation)

    def _want_no_file(self) -> None:
        self.wanted, self._resting = None, False
        self.reloading = self.walking = False
        # else a folder that is being listed would still open its first picture
        self._index.forget()

    def _listed(self) -> None:
        files, places = self._index.files, self._index.places
        if self.wanted is None and files:
            self._want(files[0])
        elif self.wanted is None:
            names = ", ".join(map(str, places))
            why = tr("{names}: holds no pictures that can be opened; choose another folder")
            self.failed.emit(why.format(names=names))
        self._tell_place()
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Has the neighbours decoded, first the one on the way that was gone."""
        steps = (1, -1) if self._forth else (-1, 1)
        near = tuple(path for step in steps if (path := self._index.neighbour(self.wanted, step)))
        if self._resting and near != self._ahead:
            self._ahead = near
            self._session.preload(near)

    def _tell_place(self) -> None:
        place = self._index.place(self.wanted)
        if place is None:
            self.placed.emit(0, 0)
        else:
            self.placed.emit(place + 1, len(self._index.files))

    def _tell_end(self, step: int) -> None:
        count = len(self._index.files)
        if count == 1:
            self.told.emit(tr("There is no other picture here."), None)
        elif step > 0:
            first = (tr("Go to the first"), lambda: self.go_to_end(0))
            self.told.emit(tr("This is the last of {count} pictures.").format(count=count), first)
        else:
            last = (tr("Go to the last"), lambda: self.go_to_end(-1))
            self.told.emit(tr("This is the first of {count} pictures.").format(count=count), last)
