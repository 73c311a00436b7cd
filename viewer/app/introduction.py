"""What a start shows beyond the picture: the tour, once, and that there is something new. The window's thread."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from viewer.base.language import tr
from viewer.commands.actions import Handlers

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow
    from viewer.help.tour import Tour

UNSEEN = "offscreen"
"""The platform of Qt whose windows nobody sees: tests and measurements."""


class Introduction:
    """The tour of one window. window: all of its parts are there when a command is used."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.tour: Tour | None = None

    @property
    def handlers(self) -> Handlers:
        """The commands, by id."""
        return {"tour": self.begin_tour}

    def greet_once(self) -> None:
        """Greets the user of the first window, unless nobody sees it."""
        if QGuiApplication.platformName() != UNSEEN:
            self.greet()

    def greet(self) -> None:
        """Offers what is new after an update; begins the tour with the first picture, until it was seen or skipped."""
        from viewer.help import changes, hints

        if changes.is_new():
            self._window.status.offer(tr("What is new"), self._window.dialogs.show_changes)
        if hints.seen() < len(hints.HINTS):
            self._window.opening.shown.connect(self._begin_with_picture)
            if self._window.opened is not None:
                self._begin_with_picture()

    def begin_tour(self, first: int = 0) -> None:
        """Begins the tour, with a hint by its number."""
        from viewer.help.tour import Tour

        self._forget_tour()
        window = self._window
        self.tour = Tour(window.canvas, window.actions_by_id, first)
        self.tour.ended.connect(self._forget_tour)
        window.compare.edges_covered.connect(self.tour.cover_edges)
        window.compare.reserve_bottom(0 if window.notices.isHidden() else window.notices.height())

    def leave_tour(self) -> bool:
        """Skips the tour. Returns whether there was one."""
        if self.tour is None:
            return False
        self.tour.skip()
        return True

    def _begin_with_picture(self, *_opened: object) -> None:
        from viewer.help import hints

        self._window.opening.shown.disconnect(self._begin_with_picture)
        self.begin_tour(hints.seen())

    def _forget_tour(self) -> None:
        if self.tour is not None:
            self.tour.deleteLater()
            self.tour = None
