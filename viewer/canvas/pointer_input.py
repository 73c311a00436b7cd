"""Hands on the canvas: what a mouse, a trackpad and fingers on the screen do to the view. The window's thread.

Positions are logical px until they are handed to the canvas.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputDevice, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from viewer.canvas import gestures
from viewer.canvas.gestures import Flick, PanBy

if TYPE_CHECKING:
    from viewer.canvas.canvas import Canvas

DRAGGING = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
MAC = sys.platform == "darwin"
"""There the system itself goes on scrolling when the fingers have left the trackpad, and no screen is touched."""


class PointerInput:
    """What goes on between a press and its release; the canvas hands its events on to here.

    take_along: called where a drag is to carry the view out of the window.
    """

    def __init__(self, canvas: "Canvas", take_along: Callable[[], object]) -> None:
        self._canvas, self._take_along = canvas, take_along
        self._dragged: QPointF | None = None
        self._carried: QPointF | None = None
        self._flick = Flick()
        if not MAC:  # where a pinch on the trackpad would come in both kinds
            canvas.grabGesture(Qt.GestureType.PinchGesture)

    def press(self, event: QMouseEvent) -> None:
        """A button is down: what glides stands still, as under a finger."""
        canvas = self._canvas
        canvas.halt()
        if event.button() not in DRAGGING or canvas.layers is None:
            return
        if _wants_along(event) or (_is_mouse(event) and not canvas.fills):
            self._carried = event.position()
            return
        self._dragged = event.position()
        self._flick = Flick()
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves."""
        if self._dragged is not None:
            moved, self._dragged = event.position() - self._dragged, event.position()
            self._pan(PanBy(moved.x(), moved.y()))
        elif self._carried is not None:
            way = (event.position() - self._carried).manhattanLength()
            if way >= QGuiApplication.styleHints().startDragDistance():
                self._carried = None
                self._take_along()

    def release(self, event: QMouseEvent) -> None:
        """A button is up: a view that was in motion glides on."""
        if event.button() in DRAGGING:
            if self._dragged is not None:
                self._let_go()
            self._forget()

    def double(self, event: QMouseEvent) -> None:
        """Two clicks."""
        self._forget()
        if event.button() == Qt.MouseButton.LeftButton:
            self._canvas.toggle_fit(self._canvas.device(event.position()))

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel turns, or two fingers move on a trackpad."""
        canvas, phase = self._canvas, event.phase()
        if phase == Qt.ScrollPhase.ScrollBegin:
            canvas.halt()
            self._flick = Flick()
        intent = gestures.wheel(event)
        if isinstance(intent, PanBy):
            self._pan(intent)
        elif intent.smooth:
            canvas.zoom_smoothly(intent.factor, canvas.device(event.position()))
        else:
            self._flick = Flick()
            canvas.zoom_at_once(intent.factor, canvas.device(event.position()))
        if phase == Qt.ScrollPhase.ScrollEnd and not MAC:
            self._let_go()
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Two fingers apart or together, on a trackpad or on the screen. Returns whether it was that."""
        if isinstance(event, QNativeGestureEvent) and (zoom := gestures.pinch(event)):
            self._canvas.zoom_at_once(zoom.factor, self._canvas.device(event.position()))
            return True
        if event.type() != QEvent.Type.Gesture or not isinstance(event, QGestureEvent):
            return False  # also an offer of a gesture, which comes before the gesture itself
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._forget()  # the first of the fingers began a drag
        was, now = (
            self._canvas.mapFromGlobal(point) for point in (pinch.lastCenterPoint(), pinch.centerPoint())
        )
        if pinch.state() == Qt.GestureState.GestureUpdated:
            self._canvas.zoom_at_once(pinch.scaleFactor(), self._canvas.device(was))
            self._pan(PanBy(now.x() - was.x(), now.y() - was.y()))
        return True

    def _pan(self, by: PanBy) -> None:
        self._flick.add(by, self._canvas.clock())
        ratio = self._canvas.devicePixelRatioF()
        self._canvas.pan(-by.dx * ratio, -by.dy * ratio)

    def _let_go(self) -> None:
        x, y = self._flick.speed(self._canvas.clock())
        self._flick = Flick()
        if x or y:
            ratio = self._canvas.devicePixelRatioF()
            self._canvas.glide(-x * ratio, -y * ratio)

    def _forget(self) -> None:
        self._dragged = self._carried = None
        self._canvas.unsetCursor()


def _wants_along(event: QMouseEvent) -> bool:
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return ctrl and event.button() == Qt.MouseButton.LeftButton


def _is_mouse(event: QMouseEvent) -> bool:
    """Whether it is a mouse's left button; a finger on the screen drags too, but carries nothing out."""
    mouse = event.device() is not None and event.device().type() == QInputDevice.DeviceType.Mouse
    return mouse and event.button() == Qt.MouseButton.LeftButton
