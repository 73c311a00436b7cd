"""Shows a reduced copy of a picture while it is converted, in place of the picture before. The window's thread."""

from PySide6.QtCore import QObject, Signal

from engine.geometry.viewport import Viewport
from engine.session.events import Event, OpenCancelled, PictureConverting, PictureOpened, Pixels
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.widgets.notice_bar import NoticeBar

COMMANDS = (
    *("zoom-in", "zoom-out", "fit", "actual", "left", "right", "up", "down"),
    *("previous", "next", "first", "last", "reload", "inspector", "navigator"),
    *(f"percent-{scale}" for scale in range(2, 10)),
)
"""Commands about a picture that act on the copy, too. The others would act on the picture that the engine has open."""


class Conversion(QObject):
    """Tracks which opening's copy is shown, and the view of the picture before.

    `begun`: a picture to announce to the other parts of the window, because its copy is there.
    """

    begun = Signal(object)

    def __init__(self, canvas: Canvas, notices: NoticeBar) -> None:
        super().__init__(notices)
        self._canvas, self._notices = canvas, notices
        self._shown = 0  # number of the opening; 0: no copy is shown
        self._view_before: Viewport | None = None  # None: fitted

    @property
    def shown(self) -> bool:
        """Whether a copy is on the screen."""
        return bool(self._shown)

    def handle(self, event: Event) -> None:
        """Shows how far a conversion is, and the rows of the copy that are there."""
        if isinstance(event, PictureConverting):
            self._tell(event)
            if event.preview is not None:
                self._show(event, event.preview)
        elif isinstance(event, OpenCancelled):
            self._notices.clear()

    def _tell(self, now: PictureConverting) -> None:
        percent = round(100 * now.done)
        if now.preview is None:
            text = tr("{name} has to be converted first: {percent} %. Esc stops it.")
        else:
            text = tr(
                "Reduced copy of {name}. All details follow when it is converted: {percent} %. Esc stops it."
            )
        self._notices.show_progress(text.format(name=now.name, percent=percent))

    def _show(self, now: PictureConverting, preview: Pixels) -> None:
        if self._shown == now.request:
            self._canvas.show_frame(preview)
            return
        if not self.shown:
            self._view_before = None if self._canvas.fitted else self._canvas.view
        self._shown = now.request
        self.begun.emit(PictureOpened(now.request, now.size, now.name, None, (), preview))

    def end(self) -> int:
        """No copy is shown any more. Returns which opening's was, 0 if none."""
        shown, self._shown = self._shown, 0
        return shown

    def restore_view(self) -> None:
        """Shows the picture before as it was shown."""
        view = self._view_before
        if view is not None:
            self._canvas.navigation.jump_to(*view.source(view.width / 2, view.height / 2), view.scale)
