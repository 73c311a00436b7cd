"""Chooses what draws the picture: the graphics card or the processor. The window's thread.

A measurement decides. It is made after the first view is shown, in a process of its own, and stored for the next starts
of this version.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from engine.base.errors import DeviceError
from engine.base.messages import Message
from engine.session.events import Event, ModelReady, ViewSettled
from viewer.app.bridge import Bridge
from viewer.base import background, settings
from viewer.base.language import tr, translated
from viewer.canvas.canvas import Canvas
from viewer.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from viewer.graphics.measurement import Measured


IDLE = 1500
"""Milliseconds without a new view after which the driver may be opened, which blocks the window for a moment."""


class GraphicsChoice(QObject):
    """Follows the setting `painter`, from the first idle moment on that a view is shown and a model is loaded."""

    def __init__(self, canvas: Canvas, bridge: Bridge, notices: NoticeBar) -> None:
        super().__init__(canvas)
        self._shading, self._notices = canvas.shading, notices
        self._model_loaded = self._chosen = self._failed = False
        self._idle = QTimer(self, interval=IDLE, singleShot=True)
        self._idle.timeout.connect(self._choose)
        canvas.view_requested.connect(self._idle.stop)
        bridge.event.connect(self._note)
        canvas.shading.failed.connect(self._fail)
        settings.notifier.changed.connect(self._follow)

    def leave(self) -> None:
        """Leaves the choice to a benchmark."""
        self._chosen = True

    @Slot(object)
    def _note(self, event: Event) -> None:
        self._model_loaded = self._model_loaded or isinstance(event, ModelReady)
        if self._model_loaded and not self._chosen and isinstance(event, ModelReady | ViewSettled):
            self._idle.start()

    @Slot(object, object)
    def _follow(self, before: settings.Settings, now: settings.Settings) -> None:
        if self._chosen and now.painter != before.painter:
            self._choose()

    def _choose(self) -> None:
        self._chosen = True
        if settings.read().painter == "processor" or self._failed:
            self._shading.use(False)
            return
        from viewer.graphics import measurement

        known = measurement.stored()
        # who asks for a card that has failed may have installed its driver since
        again = known is not None and known.fault and settings.read().painter == "graphics"
        if known is not None and not again:
            self._apply(known)
        else:
            background.run(
                self, measurement.in_child, self._apply_new, lambda error: self._fail(error.message)
            )

    def _apply_new(self, found: "Measured") -> None:
        from viewer.graphics import measurement

        measurement.store(found)
        self._apply(found)

    def _apply(self, found: "Measured") -> None:
        wanted = settings.read().painter
        if wanted == "graphics" and found.fault:
            self._notices.show_error(tr("The graphics card cannot draw: {why}").format(why=found.fault))
        on = not found.fault and (wanted == "graphics" or (wanted == "auto" and found.fast(_screen_pixels())))
        self._shading.use(on and self._opens())

    def _opens(self) -> bool:
        """Opens the driver in this process. It takes a moment, so this happens while nobody waits for a frame."""
        try:
            self._shading.opened()
        except DeviceError as error:
            self._fail(error.message)
            return False
        return True

    def _fail(self, why: Message) -> None:
        """Says once why the processor draws from now on."""
        if not self._failed:
            self._failed = True
            self._notices.show_error(translated(why))


def _screen_pixels() -> int:
    """Returns the device px of the largest screen."""
    sizes = ((each.size(), each.devicePixelRatio()) for each in QGuiApplication.screens())
    return max((round(size.width() * size.height() * ratio**2) for size, ratio in sizes), default=0)
