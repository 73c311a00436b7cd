"""Connects the filmstrip, the overview and the recent pictures with the opening. Runs in the window's thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.commands.actions import Handlers
from viewer.files import recent
from viewer.files.opening import Opening
from viewer.thumbnails.filmstrip import Filmstrip
from viewer.thumbnails.list_view import ThumbnailList
from viewer.thumbnails.overview import Overview, OverviewPage
from viewer.widgets.docks import Docks
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.welcome import Welcome

RECENT = QSize(104, 72)
"""Logical px of a recent picture on the start page."""


class Thumbnails(QObject):
    """The lists are made when they are first needed. ask_trash: moves a file to the trash, after a question."""

    def __init__(
        self,
        window: QMainWindow,
        opening: Opening,
        canvas: Canvas,
        docks: Docks,
        notices: NoticeBar,
        welcome: Welcome,
        ask_trash: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._window, self._opening, self._canvas = window, opening, canvas
        self._docks, self._notices, self._ask_trash = docks, notices, ask_trash
        self._lists: list[ThumbnailList] = []
        self.filmstrip: Filmstrip | None = None
        self._overview_page: OverviewPage | None = None
        docks.offer("filmstrip", self._make_filmstrip)
        opening.positioned.connect(self._follow)
        opening.overwritten.connect(self._forget)
        self._show_recent(welcome)

    @property
    def handlers(self) -> Handlers:
        """The commands."""
        return {
            "filmstrip": lambda: self._docks.toggle("filmstrip"),
            "overview": self.toggle_overview,
            "find": self._find,
        }

    @property
    def overview(self) -> Overview | None:
        """The grid of the overview; None before it is needed."""
        return None if self._overview_page is None else self._overview_page.list

    @property
    def overview_shown(self) -> bool:
        """Whether the overview is in the place of the picture."""
        return self.overview is not None and self.overview.isVisible()

    def toggle_overview(self) -> None:
        """Shows the overview in place of the picture, or the picture again."""
        if self.leave():
            return
        if not self._opening.files or self._canvas.layers is None:
            self._notices.notify(tr("Open a picture or a folder first."))
        elif self._canvas.isVisible():
            page, wanted = self._overview_page or self._make_overview(), self._opening.wanted
            self._pages.setCurrentWidget(page)
            page.begin(self._opening.files, None if wanted is None else str(wanted))
            page.list.setFocus()

    def _find(self) -> None:
        """Shows the overview, and leads to its field."""
        if not self.overview_shown:
            self.toggle_overview()
        if self._overview_page is not None and self.overview_shown:
            self._overview_page.field.setFocus()

    def leave(self) -> bool:
        """Shows the picture again if the overview is there. Returns whether it was."""
        if not self.overview_shown:
            return False
        self._pages.setCurrentWidget(self._canvas)
        self._canvas.setFocus()
        return True

    def end(self) -> None:
        """Ends the threads of the lists."""
        for each in self._lists:
            each.close_loader()

    @property
    def _pages(self) -> QStackedWidget:
        pages = self._canvas.parentWidget()
        assert isinstance(pages, QStackedWidget)
        return pages

    def _make_filmstrip(self) -> Filmstrip:
        self.filmstrip = Filmstrip(self._window)
        self._add(self.filmstrip.list)
        self.filmstrip.visibilityChanged.connect(lambda shown: shown and self._follow())
        return self.filmstrip

    def _make_overview(self) -> OverviewPage:
        self._overview_page = OverviewPage()
        self._add(self._overview_page.list)
        self._overview_page.removal.connect(lambda name: self._ask_trash(Path(name)))
        self._pages.addWidget(self._overview_page)
        return self._overview_page

    def _add(self, made: ThumbnailList) -> None:
        self._lists.append(made)
        made.chosen.connect(self._open)

    def _open(self, name: str) -> None:
        path = Path(name)
        self.leave()
        if path != self._opening.wanted:
            self._opening.go_to(path)

    def _follow(self) -> None:
        """Shows the list of the opening; in the filmstrip, which picture of it is shown."""
        wanted = self._opening.wanted
        if self.overview_shown and self._overview_page is not None:
            self._overview_page.follow(self._opening.files)
        if self.filmstrip is not None and self.filmstrip.list.isVisible():
            self.filmstrip.list.show_files(self._opening.files, None if wanted is None else str(wanted))

    def _forget(self, path: Path) -> None:
        """A file has changed: its thumbnails are made again."""
        for each in self._lists:
            each.loader.forget(str(path))
            each.viewport().update()

    def _show_recent(self, welcome: Welcome) -> None:
        """Shows the recent pictures on the start page, if there are any."""
        files = [str(path) for path in recent.files()]
        if files:
            made = ThumbnailList(RECENT, named=True, rows=False, at_once=False)
            made.setAccessibleName(tr("Recent pictures"))
            made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            made.setFixedHeight(made.cell.height())
            made.setMaximumWidth(made.cell.width() * len(files))
            self._lists.append(made)
            made.clicked.connect(lambda index: made.chosen.emit(made.files.paths[index.row()]))
            made.chosen.connect(self._open_recent)
            made.show_files(files, None)
            welcome.show_recent(made)

    def _open_recent(self, name: str) -> None:
        pages = recent.files()
        self._opening.open(Path(name), page=pages.get(Path(name)))
