"""Views that the user wants to see again: kept, gone to, named, forgotten, copied as commands. The window's thread."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage

from engine import bookmarks
from engine.base.errors import UnpixelError
from engine.bookmarks import Bookmark
from engine.geometry import orientation
from engine.images import demo
from engine.session.events import PictureOpened
from viewer.base import formatting
from viewer.base.language import tr, translated
from viewer.bookmarks.panel import THUMBNAIL, Panel

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow

Change = Callable[[list[Bookmark]], list[Bookmark]]


class BookmarksController:
    """The file has them, and is read for each change: another window may have changed it too."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._canvas, self._session = window, window.canvas, window.session
        self._opening, self._notices, self._decoder = window.opening, window.notices, window.decoder
        self._opened: PictureOpened | None = None
        self._wanted: Bookmark | None = None
        self._panel: Panel | None = None

    def add(self) -> None:
        """Keeps the view that is shown."""
        opened = self._opened
        if opened is None:
            return
        file = _file(opened)
        if file is None:
            self._notices.tell(
                tr("This picture has no file to come back to. Export it first, and open that.")
            )
            return
        zoom = formatting.zoom(self._canvas.view.scale)
        name = tr("{picture} at {zoom}").format(picture=Path(opened.name).stem, zoom=zoom)
        view = self._canvas.view
        kept = bookmarks.from_view(
            name, file, self._decoder.model, view, opened.orientation, self._thumbnail()
        )
        if self._change(lambda before: [*before, kept]):
            self._notices.tell(
                tr("Kept as “{name}”.").format(name=name), (tr("Show bookmarks"), self._reveal)
            )

    def go(self, bookmark: Bookmark) -> None:
        """Shows a view: of the picture that is open, or of another, which is opened for it."""
        self._wanted = bookmark
        if bookmark.model != self._decoder.model:
            self._decoder.use(bookmark.model)
        self._approach()

    def opened(self, opened: PictureOpened) -> None:
        """A picture is there."""
        self._opened = opened
        if self._wanted is not None:
            if _file(opened) == self._wanted.file:
                self._approach()
            else:
                self._wanted = None

    def give_up(self) -> None:
        """The picture that was to be opened cannot be."""
        self._wanted = None

    def rename(self, bookmark: Bookmark, name: str) -> None:
        """Another name for it; an empty one changes nothing."""
        named = replace(bookmark, name=name.strip() or bookmark.name)
        self._change(lambda before: [named if each == bookmark else each for each in before])

    def remove(self, bookmark: Bookmark) -> None:
        """Forgets it; that can be undone."""
        place = 0

        def without(before: list[Bookmark]) -> list[Bookmark]:
            nonlocal place
            place = before.index(bookmark) if bookmark in before else len(before)
            return before[:place] + before[place + 1 :]

        if self._change(without):
            undo = (tr("Undo"), lambda: self._change(lambda now: [*now[:place], bookmark, *now[place:]]))
            self._notices.tell(tr("Forgot “{name}”.").format(name=bookmark.name), undo)

    def copy_command(self, bookmark: Bookmark) -> None:
        """What to type to have the view as a file."""
        QGuiApplication.clipboard().setText(bookmarks.render_command(bookmark, "view.png"))
        self._notices.tell(tr("Copied a command that writes this view to view.png."))

    def _approach(self) -> None:
        """The next step to what is wanted; the last is the view."""
        wanted, opened = self._wanted, self._opened
        assert wanted is not None
        if opened is None or _file(opened) != wanted.file:
            if wanted.file == bookmarks.DEMO:
                self._opening.open_demo()
            else:
                self._opening.open(Path(wanted.file))
        elif opened.orientation != wanted.orientation:
            self._session.turn(
                orientation.composed(orientation.inverse(opened.orientation), wanted.orientation)
            )
        else:
            self._wanted = None
            self._canvas.go_to(*wanted.middle, wanted.scale)

    def _change(self, change: Change) -> bool:
        """Changes what is kept. Returns whether it is kept so."""
        try:
            bookmarks.save(change(bookmarks.load()))
        except UnpixelError as error:
            self._notices.fail(translated(error.message))
        else:
            self._show()
            return True
        self._show()
        return False

    def _show(self) -> None:
        if self._panel is None or self._panel.isHidden():
            return
        try:
            self._panel.show_all(bookmarks.load())
        except UnpixelError as error:
            self._panel.show_all([])
            self._notices.fail(translated(error.message))

    def toggle(self) -> None:
        """Opens the list, which has the keys then, so that the arrows and Enter go to a view; and closes it."""
        self._window.docks.toggle("bookmarks")
        assert self._panel is not None
        if self._panel.isHidden():
            self._canvas.setFocus()
        else:
            self._panel.take_focus()

    def _reveal(self) -> None:
        self._window.docks.show("bookmarks")
        assert self._panel is not None
        self._panel.choose_last()

    def make_panel(self) -> Panel:
        """The list beside the picture."""
        panel = self._panel = Panel(self._window)
        panel.asked_add.connect(self.add)
        panel.asked_go.connect(self.go)
        panel.asked_command.connect(self.copy_command)
        panel.asked_removal.connect(self.remove)
        # Later: the list is made anew, which it does not bear while it tells of one of its items.
        panel.renamed.connect(self.rename, Qt.ConnectionType.QueuedConnection)
        panel.visibilityChanged.connect(self._show)
        return panel

    def _thumbnail(self) -> str:
        """A PNG in base64 of what is seen."""
        seen = self._canvas.visible()
        return "" if seen is None else b64encode(_png(seen)).decode("ascii")


def _png(seen: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    seen.scaled(THUMBNAIL, *modes).save(buffer, "PNG")
    return buffer.data().data()


def _file(opened: PictureOpened) -> str | None:
    """What to open to see the picture again."""
    if opened.path is not None:
        return str(opened.path)
    return bookmarks.DEMO if opened.name == demo.NAME else None
