"""Goes to other pages and frames of the shown file. Runs in the window's thread."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from engine.session.events import PictureOpened
from viewer.base.language import tr, translated
from viewer.canvas.canvas import Canvas
from viewer.files.opening import Opening
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine

COMMANDS = ("previous-page", "next-page")
"""Commands that need several pages."""


class PagesController(QObject):
    """Connects the page box and the commands with the opening."""

    def __init__(
        self,
        opening: Opening,
        canvas: Canvas,
        status: StatusLine,
        notices: NoticeBar,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(opening)
        self._opening, self._box, self._notices, self._actions = opening, status.page, notices, actions
        opening.paged.connect(self._show_page)
        self._box.chosen.connect(opening.open_page)
        self._box.left.connect(canvas.setFocus)

    def go(self, step: int) -> None:
        """Opens the page `step` pages further. Beyond the ends a notice is shown."""
        page, count = self._opening.wanted_page + step, self._opening.shown_pages.count
        if 0 <= page < count:
            self._opening.open_page(page)
        elif count > 1:
            self._notify_end(step, count)

    def announce(self, opened: PictureOpened) -> None:
        """Shows what there is to say of a picture that was opened."""
        if opened.notices and not opened.rotated:
            notices = tr("; ").join(map(translated, opened.notices))
            self._notices.notify(tr("{subject}: {told}").format(subject=opened.name, told=notices))

    def keep_disabled(self) -> None:
        """Disables the commands again if there is only one page. Call this after commands were enabled."""
        if self._opening.shown_pages.count == 1:
            for id in COMMANDS:
                self._actions[id].setEnabled(False)

    def _show_page(self) -> None:
        count = self._opening.shown_pages.count
        self._box.show_page(self._opening.wanted_page, count)
        for id in COMMANDS:
            self._actions[id].setEnabled(count > 1)

    def _notify_end(self, step: int, count: int) -> None:
        if step > 0:
            text, other, page = tr("This is the last of {count} pages."), tr("Go to first"), 0
        else:
            text, other, page = tr("This is the first of {count} pages."), tr("Go to last"), count - 1
        self._notices.notify(text.format(count=count), (other, lambda: self._opening.open_page(page)))
