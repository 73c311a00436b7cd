"""When the engine is asked for a view: once a frame at most, not twice for the same. The window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from engine.geometry.viewport import Viewport

FRAME = 16
"""Milliseconds between frames, and at least between two views asked for."""
REST = 50
"""Milliseconds without a movement after which a gesture counts as over: three frames."""


class ViewTimer(QObject):
    """`due`: a Viewport to be asked for, and whether it is amid a gesture.

    view: which one would be now, and whether it is on the way to another.
    """

    due = Signal(object, bool)

    def __init__(self, view: Callable[[], tuple[Viewport, bool]], parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._shown: tuple[object, ...] | None = None  # what the view last asked for shows
        self._next = QTimer(self, interval=FRAME, singleShot=True)
        self._next.timeout.connect(self._ask)
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._ask)

    @property
    def pending(self) -> bool:
        """Whether a view is about to be asked for."""
        return self._next.isActive()

    def soon(self) -> None:
        """The view is another."""
        if not self._next.isActive():
            self._next.start()

    def again(self) -> None:
        """What the view shows is to be another, though the view is not."""
        self.forget()
        self.soon()

    def forget(self) -> None:
        """Whatever is asked for next is new."""
        self._shown = None

    def gesture(self) -> None:
        """The view moves by hand; nobody knows when that ends."""
        self._rest.start()

    def _ask(self) -> None:
        view, underway = self._view()
        moving = underway or self._rest.isActive()
        shown = (moving, view.scale, view.origin, view.width, view.height)
        if shown != self._shown:
            self._shown = shown
            self.due.emit(view, moving)
