"""Goes to other pages and frames of the shown file. Runs in the window's thread."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from engine.base.messages import Message
from engine.session.events import Event, PictureNoticed, PictureOpened
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr, translated
from viewer.canvas.canvas import Canvas
from viewer.commands.actions import Handlers
from viewer.files.opening import Opening
from viewer.pages.player import Player
from viewer.widgets.hint import Hint
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine

COMMANDS = ("previous-page", "next-page")
"""Commands that need several pages."""
PAUSING = ("export", "print", "wallpaper", "copy-source", "bookmark", "reload")
"""Commands about the frame that is shown, which the engine has open only at rest."""
ANIMATED = ("play", "slower", "faster")
"""The commands that need an animation."""


class PagesController(QObject):
    """Connects the page box and the commands with the opening, and with the player of animations."""

    def __init__(
        self,
        session: Session,
        opening: Opening,
        canvas: Canvas,
        status: StatusLine,
        notices: NoticeBar,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(opening)
        self._opening, self._status, self._box = opening, status, status.page
        self._notices, self._actions = notices, actions
        self._player = Player(session, canvas, self)
        self._hint = Hint(canvas)
        self._player.shown.connect(self._show_page)
        self._player.finished.connect(self._open_shown_frame)
        self._opened: PictureOpened | None = None
        self._at_rest: Callable[[], object] | None = None
        opening.paged.connect(self._show_page)
        self._box.chosen.connect(self._choose)
        self._box.left.connect(canvas.setFocus)

    def go(self, step: int) -> None:
        """Opens the page `step` pages further. Beyond the ends a notice is shown."""
        self.pause()
        page, count = self._opening.wanted_page + step, self._opening.shown_pages.count
        if 0 <= page < count:
            self._opening.open_page(page)
        elif count > 1:
            self._notify_end(step, count)

    @property
    def playing(self) -> bool:
        """Whether an animation plays."""
        return self._player.playing

    def toggle(self) -> None:
        """Plays the animation, or pauses it. From the last frame on it begins anew."""
        if self.playing:
            self.pause()
        elif self._opened is not None and self._opened.pages.animated:
            self._at_rest = None
            first = self._opening.wanted_page
            self._notices.clear()
            self._status.clear_progress()  # of the paused frame's view, which is given up
            self._player.start(self._opened, 0 if first == self._opened.pages.count - 1 else first)

    def change_speed(self, steps: int) -> None:
        """Plays the animation faster, or slower, and says how fast. Another file begins at its own speed."""
        self._player.change_speed(steps)
        self._hint.tell(tr("Speed {factor}").format(factor=formatting.factor(self._player.speed)))

    def pause(self) -> None:
        """Stops playing. The frame that is shown is opened, so that the model decodes it."""
        if self.playing:
            self._player.stop()
            self._open_shown_frame()

    def at_rest(self, handlers: Handlers) -> Handlers:
        """Returns the handlers, those of PAUSING changed: an animation that plays is paused first."""
        return {**handlers, **{id: partial(self._act_at_rest, handlers[id]) for id in PAUSING}}

    def _act_at_rest(self, act: Callable[[], object]) -> None:
        if self.playing:
            self._at_rest = act
            self.pause()
        else:
            act()

    def end(self) -> None:
        """Stops playing: the window closes."""
        self._player.stop()

    def opened(self, opened: PictureOpened) -> None:
        """Handles a picture that the canvas shows now, and shows what there is to say of it."""
        if self._opened is None or opened.path != self._opened.path:
            self._player.speed = 1.0
        self._opened = opened
        if self.playing:
            self._player.stop()
            if opened.rotated:
                self._player.start(opened, self._player.number)
        if self._at_rest is not None:
            QTimer.singleShot(0, self, self._at_rest)
            self._at_rest = None
        if opened.notices and not opened.rotated:
            self._show_notices(opened.notices)

    def handle(self, event: Event) -> None:
        """Shows what was found out of the open picture since then."""
        if isinstance(event, PictureNoticed):
            self._show_notices(event.notices)

    def _show_notices(self, notices: tuple[Message, ...]) -> None:
        opened = self._opened
        assert opened is not None
        told = tr("; ").join(map(translated, notices))
        play = (tr("Play"), self.toggle) if opened.pages.animated else None
        self._notices.notify(tr("{subject}: {told}").format(subject=opened.name, told=told), play)

    def keep_disabled(self) -> None:
        """Disables the commands again if there is only one page. Call this after commands were enabled."""
        pages = self._opening.shown_pages
        for id in (*COMMANDS, *ANIMATED):
            if not (pages.animated if id in ANIMATED else pages.count > 1):
                self._actions[id].setEnabled(False)

    def _show_page(self) -> None:
        pages = self._opening.shown_pages
        self._box.show_page(self._player.number if self.playing else self._opening.wanted_page, pages.count)
        for id in COMMANDS:
            self._actions[id].setEnabled(pages.count > 1)
        for id in ANIMATED:
            self._actions[id].setEnabled(pages.animated)

    def _choose(self, page: int) -> None:
        self._player.stop()
        self._opening.open_page(page)

    def _open_shown_frame(self) -> None:
        self._opening.open_page(self._player.number)

    def _notify_end(self, step: int, count: int) -> None:
        if step > 0:
            text, other, page = tr("This is the last of {count} pages."), tr("Go to first"), 0
        else:
            text, other, page = tr("This is the first of {count} pages."), tr("Go to last"), count - 1
        self._notices.notify(text.format(count=count), (other, lambda: self._opening.open_page(page)))
