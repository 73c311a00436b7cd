"""Decides when a view is requested from the engine: at most once a frame, and never the same view twice in a row.

It runs in the window's thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from engine.geometry.viewport import Viewport

FRAME = 16
"""Milliseconds between two frames, and the minimum between two requests."""
GESTURE_PAUSE = 50
"""Milliseconds without a movement after which a gesture counts as over: three frames."""


class ViewTimer(QObject):
    """Emits `due` with the Viewport to request, and whether a gesture or an animation is in progress.

    wanted: returns the view to request now, and whether an animation is on its way to another one.
    """

    due = Signal(object, bool)

    def __init__(self, wanted: Callable[[], tuple[Viewport, bool]], parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._requested: tuple[object, ...] | None = None  # what distinguished the last request
        self._next = QTimer(self, interval=FRAME, singleShot=True)
        self._next.timeout.connect(self._request)
        self._gesture = QTimer(self, interval=GESTURE_PAUSE, singleShot=True)
        self._gesture.timeout.connect(self._request)

    @property
    def pending(self) -> bool:
        """Whether a request is due with the next frame."""
        return self._next.isActive()

    def soon(self) -> None:
        """Requests the view with the next frame: it has changed."""
        if not self._next.isActive():
            self._next.start()

    def again(self) -> None:
        """Requests the same viewport again: its content is to change."""
        self.forget()
        self.soon()

    def forget(self) -> None:
        """Makes the next view count as new, even if it is the same as the last."""
        self._requested = None

    def gesture(self) -> None:
        """Notes a movement by hand. The gesture is over GESTURE_PAUSE after the last one."""
        self._gesture.start()

    def _request(self) -> None:
        view, underway = self._wanted()
        moving = underway or self._gesture.isActive()
        request = (moving, view.scale, view.origin, view.width, view.height)
        if request != self._requested:
            self._requested = request
            self.due.emit(view, moving)
