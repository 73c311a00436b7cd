"""Where on the canvas the cursor is, for whoever tells of it; and lines drawn there, while they are wanted."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from viewer.canvas.canvas import Canvas


class Pointer(QObject):
    """`moved`: to another place. `drawn`: from one place to another, while it goes on and at its end. Device px.

    While it does not listen it costs nothing. draws: whether a drag draws a line, rather than what it does else.
    """

    moved = Signal()
    drawn = Signal(QPointF, QPointF)

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._at: QPointF | None = None
        self._start: QPointF | None = None
        self.draws = False

    @property
    def position(self) -> QPointF:
        """Where it was last; before it was anywhere, the view's middle."""
        view = self._canvas.view
        if self._at is None:
            return QPointF(view.width / 2, view.height / 2)
        return QPointF(min(self._at.x(), view.width - 1), min(self._at.y(), view.height - 1))

    def listen(self, on: bool) -> None:
        """From now on, or no more."""
        self._canvas.setMouseTracking(on)
        if on:
            self._canvas.installEventFilter(self)
        else:
            self._canvas.removeEventFilter(self)

    def draw(self, on: bool) -> None:
        """Whether a drag draws."""
        self.draws, self._start = on, None
        if on:
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._canvas.unsetCursor()

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        at = event.position() * self._canvas.devicePixelRatioF()
        if event.type() == QEvent.Type.MouseMove:
            self._at = at
            self.moved.emit()
        if not self.draws:
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._start = at
            return True
        if self._start is not None and event.type() in (
            QEvent.Type.MouseMove,
            QEvent.Type.MouseButtonRelease,
        ):
            self.drawn.emit(self._start, at)
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._start = None
            return True
        return False
