"""Adds, opens, renames and removes bookmarks, and copies them as commands. Runs in the window's thread."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from engine import bookmarks
from engine.base.errors import UnpixelError
from engine.bookmarks import Bookmark
from engine.geometry import orientation
from engine.session.events import PictureOpened
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr, translated
from viewer.bookmarks.panel import THUMBNAIL, Panel
from viewer.canvas.canvas import Canvas
from viewer.files.opening import Opening, page_of, source_of
from viewer.models.active_model import ActiveModel
from viewer.widgets.docks import Docks
from viewer.widgets.notice_bar import NoticeBar

Edit = Callable[[list[Bookmark]], list[Bookmark]]
"""Takes the saved bookmarks and returns the bookmarks to save. It does not modify its argument."""


class BookmarksController:
    """Connects the bookmark file, the bookmark panel and the canvas.

    The file is read again before each edit: another window may have changed it.

    parent: the main window. It becomes the parent of the panel.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        canvas: Canvas,
        opening: Opening,
        active_model: ActiveModel,
        docks: Docks,
        notices: NoticeBar,
    ) -> None:
        self._parent, self._session, self._canvas = parent, session, canvas
        self._opening, self._active_model = opening, active_model
        self._docks, self._notices = docks, notices
        self._opened: PictureOpened | None = None
        self._target: Bookmark | None = None
        self._panel: Panel | None = None
        opening.moved.connect(self._follow_file)

    def add(self) -> None:
        """Saves the visible view as a bookmark."""
        if self._opened is None:
            return
        bookmark = self.current_view(self._thumbnail())
        if bookmark is None:
            self._notices.notify(
                tr(
                    "This picture has no file, so it cannot be bookmarked. Export it first and "
                    "open the exported file."
                )
            )
            return
        if self._edit(lambda saved: [*saved, bookmark]):
            added = tr("Bookmark “{name}” added.").format(name=bookmark.name)
            self._notices.notify(added, (tr("Show bookmarks"), self._reveal))

    def current_view(self, thumbnail: str = "") -> Bookmark | None:
        """Returns the visible view as a bookmark; None if no picture is open, or it has no file."""
        opened = self._opened
        file = None if opened is None else source_of(opened)
        if opened is None or file is None:
            return None
        view = self._canvas.view
        name = tr("{picture} at {zoom}").format(
            picture=formatting.title(Path(opened.name).stem, opened.pages), zoom=formatting.zoom(view.scale)
        )
        about = opened.orientation, thumbnail, page_of(opened)
        return bookmarks.from_view(name, file, self._active_model.model, view, *about)

    def go(self, bookmark: Bookmark) -> None:
        """Shows the view of a bookmark. Opens its picture first if another picture is open."""
        self._target = bookmark
        if not self._active_model.stands_for(bookmark.model):
            self._active_model.use(bookmark.model)
        self._approach_target()

    def opened(self, opened: PictureOpened) -> None:
        """Handles a newly opened picture: continues on the way to the requested bookmark."""
        self._opened = opened
        if self._target is not None:
            if _shows(opened, self._target):
                self._approach_target()
            else:
                self._target = None

    def give_up(self) -> None:
        """Drops the requested bookmark, because its picture could not be opened."""
        self._target = None

    @property
    def pending(self) -> bool:
        """Whether a bookmark was requested and its view is not shown yet."""
        return self._target is not None

    def rename(self, bookmark: Bookmark, name: str) -> None:
        """Renames a bookmark. An empty name changes nothing."""
        renamed = replace(bookmark, name=name.strip() or bookmark.name)
        self._edit(lambda saved: [renamed if each == bookmark else each for each in saved])

    def remove(self, bookmark: Bookmark) -> None:
        """Removes a bookmark and offers to undo that."""
        index = 0

        def without(saved: list[Bookmark]) -> list[Bookmark]:
            nonlocal index
            index = saved.index(bookmark) if bookmark in saved else len(saved)
            return saved[:index] + saved[index + 1 :]

        def restore() -> None:
            self._edit(lambda saved: [*saved[:index], bookmark, *saved[index:]])

        if self._edit(without):
            self._notices.notify(
                tr("Bookmark “{name}” removed.").format(name=bookmark.name), (tr("Undo"), restore)
            )

    def copy_command(self, bookmark: Bookmark) -> None:
        """Copies the command line that renders the view to a file."""
        QGuiApplication.clipboard().setText(bookmarks.render_command(bookmark, "view.png"))
        self._notices.notify(tr("Copied a command that renders this view to view.png."))

    def toggle(self) -> None:
        """Opens or closes the panel. An open panel gets the focus, so that arrows and Enter choose a bookmark."""
        self._docks.toggle("bookmarks")
        assert self._panel is not None
        if self._panel.isHidden():
            self._canvas.setFocus()
        else:
            self._panel.take_focus()

    def make_panel(self) -> Panel:
        """Creates the panel. The docks call this when it is opened for the first time."""
        panel = self._panel = Panel(self._parent)
        panel.requested_add.connect(self.add)
        panel.requested_go.connect(self.go)
        panel.requested_command.connect(self.copy_command)
        panel.requested_removal.connect(self.remove)
        # Queued: `rename` rebuilds the list, which must not happen while the list emits a signal of one of its items.
        panel.renamed.connect(self.rename, Qt.ConnectionType.QueuedConnection)
        panel.visibilityChanged.connect(self._refresh)
        return panel

    def _approach_target(self) -> None:
        """Takes the next step to the requested bookmark: open its picture, rotate it, or fly to its view."""
        target, opened = self._target, self._opened
        assert target is not None
        if opened is None or not _shows(opened, target):
            if target.file == bookmarks.DEMO:
                self._opening.open_demo()
            else:
                self._opening.open(Path(target.file), page=target.page)
        elif opened.orientation != target.orientation:
            rotation = orientation.composed(orientation.inverse(opened.orientation), target.orientation)
            self._session.rotate(rotation)
        else:
            self._target = None
            self._canvas.setFocus()  # its keys act on the picture again
            self._canvas.navigation.go_to(*target.centre, target.scale)

    def _edit(self, edit: Edit) -> bool:
        """Applies an edit to the bookmark file and refreshes the panel. Returns whether the file was saved."""
        try:
            saved = bookmarks.load()
            edited = edit(saved)
            if edited != saved:
                bookmarks.save(edited)
        except UnpixelError as error:
            self._notices.show_error(translated(error.message))
            self._refresh()
            return False
        self._refresh()
        return True

    def _follow_file(self, before: Path, now: Path) -> None:
        """Lets the bookmarks of a file that was moved lead to where it is."""

        def followed(saved: list[Bookmark]) -> list[Bookmark]:
            return [replace(each, file=str(now)) if each.file == str(before) else each for each in saved]

        self._edit(followed)

    def _refresh(self) -> None:
        """Shows the bookmarks of the file in the panel, if the panel is open."""
        if self._panel is None or self._panel.isHidden():
            return
        try:
            self._panel.show_all(bookmarks.load())
        except UnpixelError as error:
            self._panel.show_all([])
            self._notices.show_error(translated(error.message))

    def _reveal(self) -> None:
        """Opens the panel and selects the newest bookmark."""
        self._docks.show("bookmarks")
        assert self._panel is not None
        self._panel.choose_last()

    def _thumbnail(self) -> str:
        """Returns the visible part of the picture as a PNG in base64; empty if nothing is visible."""
        visible = self._canvas.visible()
        return "" if visible is None else b64encode(_thumbnail_png(visible)).decode("ascii")


def _shows(opened: PictureOpened, bookmark: Bookmark) -> bool:
    """Whether a picture is the one of a bookmark. A bookmark without a page is of whatever its file shows first."""
    return source_of(opened) == bookmark.file and bookmark.page in (None, opened.pages.page)


def _thumbnail_png(image: QImage) -> bytes:
    """Encodes an image as PNG, scaled to fit into THUMBNAIL."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    image.scaled(THUMBNAIL, *modes).save(buffer, "PNG")
    return buffer.data().data()
