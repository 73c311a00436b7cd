"""Pointer input on the canvas for the inspector: the cursor's position, and lines drawn by dragging."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from viewer.canvas.canvas import Canvas
from viewer.canvas.comparison import MODEL


class Pointer(QObject):
    """Event filter on the canvas. It costs nothing while it does not listen.

    moved: the cursor is at another position. drawn(start, end): a line is being drawn or is finished, device px of
    the pane.
    drawing: whether a drag draws a line instead of panning.
    """

    moved = Signal()
    drawn = Signal(QPointF, QPointF)

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._position: QPointF | None = None
        self._pane = MODEL
        self._start: QPointF | None = None
        self.drawing = False

    @property
    def position(self) -> QPointF:
        """Last position of the cursor, device px of its pane; the view's centre before the first movement."""
        view = self._canvas.view
        if self._position is None:
            return QPointF(view.width / 2, view.height / 2)
        return QPointF(min(self._position.x(), view.width - 1), min(self._position.y(), view.height - 1))

    @property
    def pane(self) -> str:
        """Which entry of comparison.pane_names the pane under the cursor has; the model's before it moved."""
        return self._pane if self._pane in self._canvas.comparison.pane_names else MODEL

    def listen(self, on: bool) -> None:
        """Starts or stops following the cursor."""
        if on:
            self._canvas.installEventFilter(self)
        else:
            self._canvas.removeEventFilter(self)

    def set_drawing(self, on: bool) -> None:
        """Sets whether a drag draws a line."""
        self.drawing, self._start = on, None
        if on:
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._canvas.unsetCursor()

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        position = QPointF(*self._canvas.device_px(event.position()))
        if event.type() == QEvent.Type.MouseMove:
            self._position, self._pane = position, self._canvas.pane_at(event.position())
            self.moved.emit()
        if not self.drawing:
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._start = position
            return True
        if self._start is not None and event.type() in (
            QEvent.Type.MouseMove,
            QEvent.Type.MouseButtonRelease,
        ):
            self.drawn.emit(self._start, position)
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._start = None
            return True
        return False
