"""What a double click and a click of the middle button do, by the settings. Drags: viewer/canvas/pointer_input.py."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QMouseEvent

from viewer.base import settings
from viewer.canvas.canvas import Canvas


class MouseClicks(QObject):
    """Event filter of the canvas. What it does not take reaches the canvas."""

    def __init__(self, canvas: Canvas, actions: Mapping[str, QAction]) -> None:
        super().__init__(canvas)
        self._canvas, self._actions = canvas, actions
        self._pressed: QPointF | None = None  # where the middle button went down, and has not moved far since
        canvas.installEventFilter(self)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        middle = event.button() == Qt.MouseButton.MiddleButton
        match event.type():
            case QEvent.Type.MouseButtonDblClick if event.button() == Qt.MouseButton.LeftButton:
                return self._double_click()
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if middle:
                self._pressed = event.position()
            case QEvent.Type.MouseMove if self._pressed is not None and self._is_far(event.position()):
                self._pressed = None
            case QEvent.Type.MouseButtonRelease if middle and self._pressed is not None:
                self._pressed = None
                self._act(settings.read().middle_click, event.position())
        return False

    def _double_click(self) -> bool:
        """Returns whether the settings want another action than the canvas's own."""
        action = settings.read().double_click
        if action == "fit":
            return False
        self._act(action, QPointF())
        return True

    def _act(self, action: str, at: QPointF) -> None:
        if self._canvas.layers is None:
            return
        if action == "fit":
            self._canvas.navigation.toggle_fit(self._canvas.device_px(at))
        elif action == "fullscreen":
            self._actions["fullscreen"].trigger()

    def _is_far(self, position: QPointF) -> bool:
        assert self._pressed is not None
        moved = (position - self._pressed).manhattanLength()
        return moved >= QGuiApplication.styleHints().startDragDistance()
