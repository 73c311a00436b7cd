"""Requests pictures from the engine: files, folders, clipboard, drops and the demo. Runs in the window's thread."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal

from engine.base.file_stamp import stamp_of
from engine.base.paths import absolute, is_folder
from engine.geometry import orientation
from engine.images import demo, demo_photo
from engine.images.image import Image
from engine.images.pages import SINGLE, Pages
from engine.session import requests
from engine.session.events import Event, OpenCancelled, PictureConverting, PictureOpened
from engine.session.requests import ExportOrigin
from engine.session.session import Session
from viewer.base import background, settings
from viewer.base.language import tr
from viewer.files import recent, transfer
from viewer.files.disk_changes import DiskChanges
from viewer.files.folder_index import FolderIndex
from viewer.files.slow_opening import SlowOpening

DEMO = "demo"
"""Command-line word for the picture that Unpixel draws itself."""


class Opening(QObject):
    """Tracks the requested and the shown picture, and its neighbours in the folder.

    `failed`: an error message. `given_up`: an opening was cancelled. `noticed`: the arguments of NoticeBar.notify.
    `shown`: PictureOpened, of a picture that the window shows now. `positioned`: the picture's position in its list,
    from 1, and the length of the list; 0, 0 if unknown. `overwritten`: the path of the shown file, which has changed on
    the disk and is loaded again. `paged`: the wanted page of the shown file has changed. `moved`: a file's path before
    and now, after a command of Unpixel.

    current: the shown file; None if the picture has no file. wanted: the file that was requested last. Previous and
    next start from it, so they also pass a damaged file. reloading: the shown file was requested again.
    stepping: the file was reached by previous or next. wanted_page: the page of the shown file that was chosen last,
    from 0. Previous and next page start from it.
    """

    failed = Signal(str)
    given_up = Signal()
    noticed = Signal(str, object)
    shown = Signal(object)
    positioned = Signal(int, int)
    paged = Signal()
    overwritten = Signal(object)
    moved = Signal(object, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.current: Path | None = None
        self.wanted: Path | None = None
        self.wanted_page = 0
        self._requested_page: int | None = None  # of the shown file, while it is being opened
        self.reloading = self.stepping = False
        self._forward = True  # direction of the last step
        self._at_rest = False  # the wanted picture is shown and its view is complete
        self._preloaded: tuple[Path, ...] | None = None  # the neighbours that were requested last
        self._shown: PictureOpened | None = None
        self._taken: tuple[int, Image] | None = (
            None  # dropped or pasted pixels, and the request that opens them
        )
        self._shown_image: Image | None = None  # the pixels that are shown, if they have no file
        self.slow = SlowOpening(self)
        self._index = FolderIndex(self)
        self._index.listed.connect(self._listed)
        self._index.failed.connect(self.failed)
        self._index.failed.connect(self._back_to_list)
        self._list_before: tuple[tuple[Path, ...], Path | None] = (), None  # sources, and the wanted picture
        self._changes = DiskChanges(self, self._index)

    def open(self, *paths: Path, page: int | None = None, oriented: int = orientation.UPRIGHT) -> None:
        """Opens a file, or the first picture of a folder or of several paths. Several paths become the list.

        page: of a file, from 0; None for the picture that it shows first. oriented: how a file is turned.
        """
        sources = tuple(map(absolute, paths))
        self.reloading = self.stepping = False
        several = len(sources) > 1 or background.soon(partial(is_folder, sources[0]), None)
        if several:
            self._open_list(sources)
            return
        if self._index.sources != (sources[0].parent,):
            self._index.forget()
        self._want(sources[0], oriented, page)
        if several is None:
            self._open_late(sources[0])

    def _open_list(self, sources: tuple[Path, ...]) -> None:
        self._list_before = self._index.sources, self.wanted
        self.wanted = None
        self._index.read(sources)

    def _back_to_list(self) -> None:
        """The list that was requested has no pictures, or cannot be read: the one before stays."""
        if self.wanted is None:
            sources, self.wanted = self._list_before
            self._list_before = (), None
            if sources:
                self._index.read(sources)

    def _open_late(self, path: Path) -> None:
        """The disk does not say yet whether a path is of a file, as most are, or a folder, which is opened then."""

        def take(folder: bool) -> None:
            if folder and self.wanted == path:
                self._open_list((path,))

        background.run(self, partial(is_folder, path), take, lambda _error: None)

    def open_page(self, page: int) -> None:
        """Opens another page of the shown file, from 0.

        While one is being opened, the page that was chosen last waits: a held key shows what it passes.
        """
        self.wanted_page = page
        if self._requested_page is None:
            self._open_wanted_page()
        self.paged.emit()

    @property
    def shown_orientation(self) -> int:
        """Orientation of the shown picture (engine/geometry/orientation.py); upright if there is none."""
        return orientation.UPRIGHT if self._shown is None else self._shown.orientation

    @property
    def shown_page(self) -> int | None:
        """What opens the shown page again: its number, from 0; None if its file has only one."""
        return None if self._shown is None else page_of(self._shown)

    @property
    def shown_number(self) -> int | None:
        """PictureOpened.request of the shown picture; None if there is none."""
        return None if self._shown is None else self._shown.request

    def origin_of(self, picture: int | None) -> ExportOrigin | None:
        """Returns what opens the shown picture for an export; None if another one is meant.

        picture: PictureOpened.request of the picture that is meant.
        """
        if self._shown is None or picture != self._shown.request:
            return None
        source = self._shown_image if source_of(self._shown) is None else self.current or requests.DEMO
        about = self.shown_page, self.shown_orientation
        current = self.current
        # without an answer of the disk it is not checked whether the file changes until then
        stamp = None if current is None else background.soon(partial(stamp_of, current), None)
        return source and ExportOrigin(source, *about, stamp)

    @property
    def shown_pages(self) -> Pages:
        """Which page of its file is shown, and how many there are."""
        return SINGLE if self._shown is None else self._shown.pages

    def keeps_view(self, opened: PictureOpened) -> bool:
        """Whether an opened picture is shown at the scale and position of the current one."""
        paging = self._requested_page is not None
        if self.reloading or (paging and self._shown is not None and self._shown.size == opened.size):
            return True
        return settings.read().keep_view

    def open_photo(self) -> None:
        """Opens the photograph that comes with Unpixel."""
        self.open(demo_photo.PATH)

    def open_demo(self) -> None:
        """Opens the picture that Unpixel draws itself."""
        self._want_no_file()
        self._session.open_demo()

    def take(self, data: QMimeData | None, name: str) -> bool:
        """Opens dropped or pasted data. name: of a picture without a file. Returns whether there was a picture."""
        received = transfer.received(data, name)
        if isinstance(received, tuple):
            self.open(*received)
        elif received is not None:
            self._want_no_file()
            self._taken = self._session.open_image(received), received
        return received is not None

    def reload(self) -> None:
        """Reads the file and its folder again. Keeps the page and the rotation of the shown picture."""
        if self.wanted is not None:
            self.reloading, self.stepping = True, False
            self._index.read(self._index.sources or (self.wanted.parent,))
            shown = self._shown
            if shown is not None and shown.path == self.wanted:
                self._want(self.wanted, shown.orientation, page_of(shown))
            else:
                self._want(self.wanted)

    def file_left(self, path: Path, now: Path | None = None) -> bool:
        """Handles that a file was moved away or deleted: opens the next picture, or the one before the last.

        now: where it is; None if it was deleted. Returns whether another picture is being opened.
        """
        if now is not None:
            self.moved.emit(path, now)
        recent.remove(path)
        self._changes.expect()
        following = self._index.neighbour(path, 1) or self._index.neighbour(path, -1)
        self._index.remove(path)
        self._index.read_again()
        moves_on = path == self.wanted and following is not None
        if moves_on:
            self._step_to(following, True)
        return moves_on

    def file_renamed(self, before: Path, now: Path) -> None:
        """Handles that a file has another path: the shown picture is opened from there, with its view."""
        self.moved.emit(before, now)
        recent.remove(before)
        self._changes.expect()
        self._index.replace(before, now)
        self._index.read_again()
        if before == self.wanted:
            self.reloading, self.stepping = True, False
            self._want(now, self.shown_orientation, self.shown_page)

    def file_back(self, path: Path, before: Path) -> None:
        """Handles that a file is back where it was: opens it. before: where it was meanwhile."""
        self.moved.emit(before, path)
        if self._index.restore(path):
            self._step_to(path, True)
        else:
            self.open(path)

    @property
    def files(self) -> list[str]:
        """The list of pictures, as texts of their paths; another object for another list."""
        return self._index.files

    def go_to(self, path: Path) -> None:
        """Opens a picture of the list."""
        self._step_to(path, True)

    def go(self, step: int) -> None:
        """Opens the picture `step` positions further in the list.

        Beyond its ends a notice is shown, or the settings let it go on at the other end.
        """
        path = self._index.neighbour(self.wanted, step)
        if path is None and settings.read().loop and len(self._index.files) > 1:
            path = Path(self._index.files[0 if step > 0 else -1])
        if path is not None:
            self._step_to(path, step > 0)
        elif self._index.position(self.wanted) is not None:
            self._notify_end(step)

    def go_round(self) -> None:
        """Opens the next picture of the list; after the last one the first."""
        if self._index.neighbour(self.wanted, 1) is None:
            self.go_to_end(0)
        else:
            self.go(1)

    def go_to_end(self, end: int) -> None:
        """Opens the first (0) or the last (-1) picture of the list."""
        path = Path(self._index.files[end]) if self._index.files else None
        if path is not None and path == self.wanted:
            self._notify_end(1 if end else -1)
        elif path is not None and self.wanted is not None:
            self._step_to(path, end == 0)

    def opened(self, opened: PictureOpened) -> None:
        """Handles an opened picture. Only now its folder is listed: the picture comes first."""
        self.reloading = self.stepping = False
        if opened.request >= self.slow.request:
            self.slow.end()
            if self._requested_page is None:
                self.wanted_page = opened.pages.page
        self._keep_pixels(opened)
        self.current, self._shown = opened.path, opened
        self.shown.emit(opened)
        self.paged.emit()
        if opened.path is not None:
            recent.add(opened.path, page_of(opened))
            if not self._index.sources:
                self._index.read((opened.path.parent,))
        self._emit_position()
        if opened.request >= self.slow.request:
            self._end_paging()

    def _keep_pixels(self, opened: PictureOpened) -> None:
        """Keeps the pixels of a picture without a file as long as it is shown, also rotated."""
        if self._taken is not None and opened.request == self._taken[0]:
            self._shown_image = self._taken[1]
        elif not opened.rotated or source_of(opened) is not None:
            self._shown_image = None

    def rest(self) -> None:
        """The view is complete: starts to preload the neighbours."""
        self._at_rest = True
        self._preload_neighbours()

    def fail(self) -> None:
        """Handles a failure: removes the wanted file from the recent files, unless only a page of it failed."""
        self.reloading = self.stepping = False
        self.slow.end()
        if self._requested_page is not None:
            self._end_paging()
        elif self.wanted is not None:
            recent.remove(self.wanted)

    def cancel(self) -> bool:
        """Cancels an opening that takes so long that it was told of. Returns whether there is one."""
        if not self.slow.running:
            return False
        self._session.cancel_open()
        self.slow.end()
        return True

    def handle(self, event: Event) -> None:
        """Handles the end of a cancelled opening: the shown picture is the wanted one again. A conversion is slow."""
        if (
            isinstance(event, PictureConverting)
            and event.request == self.slow.request
            and not self.slow.running
        ):
            self.slow.tell()
        if isinstance(event, OpenCancelled) and event.request == self.slow.request:
            self.wanted, self._at_rest = self.current, self._shown is not None
            self.reloading = self.stepping = False
            self._requested_page, self.wanted_page = None, self.shown_pages.page
            self.paged.emit()
            self._emit_position()
            self.given_up.emit()

    def close(self) -> None:
        """Ends the folder's listing; returns at once."""
        self._index.close()
        self._changes.close()

    def _step_to(self, path: Path, forward: bool) -> None:
        self.reloading, self.stepping, self._forward = False, True, forward
        self._want(path)

    def _want(self, path: Path, oriented: int = orientation.UPRIGHT, page: int | None = None) -> None:
        self.wanted, self._at_rest, self._requested_page = path, False, None
        self._index.keep(path)
        self.slow.begin(self._session.open(path, oriented, page), path.name)

    def _open_wanted_page(self) -> None:
        assert self.current is not None
        self._want(self.current, self.shown_orientation, self.wanted_page)
        self._requested_page = self.wanted_page

    def _end_paging(self) -> None:
        """The page that was requested is open, or failed. Goes on to the one that was chosen meanwhile."""
        requested, self._requested_page = self._requested_page, None
        if requested is not None and requested != self.wanted_page:
            self._open_wanted_page()

    def _want_no_file(self) -> None:
        self.wanted, self._at_rest, self._requested_page = None, False, None
        self.slow.end()
        self.reloading = self.stepping = False
        # Otherwise a folder that is still being listed would open its first picture.
        self._index.forget()

    def _listed(self) -> None:
        files, sources = self._index.files, self._index.sources
        if self.wanted is None and files:
            self._want(Path(files[0]))
        elif self.wanted is None:
            names = ", ".join(map(str, sources))
            why = tr("{names}: contains no pictures that can be opened; choose another folder")
            self.failed.emit(why.format(names=names))
            self._back_to_list()
        self._emit_position()
        self._preload_neighbours()

    def _preload_neighbours(self) -> None:
        """Requests that the neighbours are decoded, the one in the direction of the last step first."""
        steps = (1, -1) if self._forward else (-1, 1)
        neighbours = tuple(path for step in steps if (path := self._index.neighbour(self.wanted, step)))
        if self._at_rest and neighbours != self._preloaded:
            self._preloaded = neighbours
            self._session.preload(neighbours)

    def _emit_position(self) -> None:
        index = self._index.position(self.wanted)
        if index is None:
            self.positioned.emit(0, 0)
        else:
            self.positioned.emit(index + 1, len(self._index.files))

    def _notify_end(self, step: int) -> None:
        """Shows a notice at the end of the list, and offers its other end. step: the direction."""
        count = len(self._index.files)
        if count == 1:
            self.noticed.emit(tr("There are no other pictures in this folder."), None)
        elif step > 0:
            first = (tr("Go to first"), lambda: self.go_to_end(0))
            self.noticed.emit(tr("This is the last of {count} pictures.").format(count=count), first)
        else:
            last = (tr("Go to last"), lambda: self.go_to_end(-1))
            self.noticed.emit(tr("This is the first of {count} pictures.").format(count=count), last)


def source_of(opened: PictureOpened) -> str | None:
    """Returns what opens a picture again: its path, or the word demo; None if it has no file."""
    if opened.path is not None:
        return str(opened.path)
    return DEMO if opened.name == demo.NAME else None


def page_of(opened: PictureOpened) -> int | None:
    """Returns what opens the same page of a file again: its number, from 0; None if the file has only one."""
    return opened.pages.page if opened.pages.count > 1 else None
