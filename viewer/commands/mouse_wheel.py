"""Pans or changes pictures by the mouse wheel if the settings say so. Zooming: viewer/canvas/pointer_input.py."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent

from viewer.base import settings
from viewer.canvas import gestures
from viewer.canvas.canvas import Canvas


class MouseWheel(QObject):
    """Event filter of the canvas. It takes wheel events, plain or with Ctrl, that are not for a zoom.

    Trackpads and wheels with another modifier reach the canvas.

    `turned`: go to the next picture (1) or the previous one (-1).
    """

    turned = Signal(int)

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._turn = 0  # fractions of a notch that high-resolution wheels have sent; 1/8 degree
        canvas.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent):
            return False
        turn, chosen = event.angleDelta().y(), settings.read()
        actions = {
            Qt.KeyboardModifier.NoModifier: chosen.wheel,
            Qt.KeyboardModifier.ControlModifier: chosen.wheel_ctrl,
        }
        action = actions.get(event.modifiers(), "zoom")
        if action == "zoom" or turn == 0 or gestures.is_trackpad(event):
            return False
        if action == "pan":
            self._canvas.navigation.pan(
                0, -turn / gestures.NOTCH * gestures.NOTCH_PAN * self._canvas.devicePixelRatioF()
            )
        else:
            self._change_picture(turn)
        return True

    def _change_picture(self, turn: int) -> None:
        self._turn += turn
        notches = int(self._turn / gestures.NOTCH)
        self._turn -= notches * gestures.NOTCH
        if notches:
            self.turned.emit(-1 if notches > 0 else 1)
