"""Pointer input: turns the events of a mouse, a trackpad and a touch screen into movements of the view.

It runs in the window's thread. Positions are logical px until they are passed to the navigation.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputDevice, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from viewer.canvas import gestures
from viewer.canvas.gestures import Flick, PanBy
from viewer.canvas.navigation import Navigation

DRAG_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
MAC = sys.platform == "darwin"
"""On macOS the system itself continues a scroll after the fingers leave the trackpad; there are no touch screens."""


class PointerInput:
    """State between a press and its release. The canvas forwards its events to these methods.

    device_px: converts logical px of the canvas to device px of the pane at that position.
    drag_out: called when a drag is to carry the view out of the window.
    """

    def __init__(
        self,
        canvas: QWidget,
        navigation: Navigation,
        device_px: Callable[[QPointF], tuple[float, float]],
        drag_out: Callable[[], object],
    ) -> None:
        self._canvas, self._navigation = canvas, navigation
        self._device_px, self._drag_out = device_px, drag_out
        self._pan_from: QPointF | None = None  # last position of a drag that pans
        self._drag_out_from: QPointF | None = None  # where a drag out of the window was pressed
        self._flick = Flick()
        if not MAC:  # there, a pinch on the trackpad would arrive as both kinds of event
            canvas.grabGesture(Qt.GestureType.PinchGesture)

    def press(self, event: QMouseEvent) -> None:
        """Begins a drag, and stops a glide, as a finger on a moving sheet would."""
        self._navigation.halt()
        if event.button() not in DRAG_BUTTONS or self._navigation.picture_size is None:
            return
        if _is_ctrl_drag(event) or (_is_mouse(event) and not self._navigation.overflows):
            self._drag_out_from = event.position()
            return
        self._pan_from = event.position()
        self._flick = Flick()
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> None:
        """Continues a drag."""
        if self._pan_from is not None:
            moved, self._pan_from = event.position() - self._pan_from, event.position()
            self._pan(PanBy(moved.x(), moved.y()))
        elif self._drag_out_from is not None:
            distance = (event.position() - self._drag_out_from).manhattanLength()
            if distance >= QGuiApplication.styleHints().startDragDistance():
                self._drag_out_from = None
                self._drag_out()

    def release(self, event: QMouseEvent) -> None:
        """Ends a drag; a view that was moving glides on."""
        if event.button() in DRAG_BUTTONS:
            if self._pan_from is not None:
                self._glide()
            self._end_drag()

    def double_click(self, event: QMouseEvent) -> None:
        """Toggles between the fitted view and 1:1."""
        self._end_drag()
        if event.button() == Qt.MouseButton.LeftButton:
            self._navigation.toggle_fit(self._device_px(event.position()))

    def wheel(self, event: QWheelEvent) -> None:
        """Zooms or pans by a mouse wheel, or by two fingers on a trackpad."""
        navigation, phase = self._navigation, event.phase()
        if phase == Qt.ScrollPhase.ScrollBegin:
            navigation.halt()
            self._flick = Flick()
        intent = gestures.wheel(event)
        if isinstance(intent, PanBy):
            self._pan(intent)
        elif intent.smooth:
            navigation.zoom_by(intent.factor, self._device_px(event.position()))
        else:
            self._flick = Flick()
            navigation.zoom_at_once(intent.factor, self._device_px(event.position()))
        if phase == Qt.ScrollPhase.ScrollEnd and not MAC:
            self._glide()
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Zooms by a pinch on a trackpad or a touch screen. Returns whether the event was a pinch."""
        if isinstance(event, QNativeGestureEvent) and (zoom := gestures.pinch(event)):
            self._navigation.zoom_at_once(zoom.factor, self._device_px(event.position()))
            return True
        if event.type() != QEvent.Type.Gesture or not isinstance(event, QGestureEvent):
            return False  # also for GestureOverride, which offers a gesture before it is delivered
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._end_drag()  # the first finger had begun one
        if pinch.state() == Qt.GestureState.GestureUpdated:
            self._touch_pinch(pinch)
        return True

    def _touch_pinch(self, pinch: QPinchGesture) -> None:
        before = self._canvas.mapFromGlobal(pinch.lastCenterPoint())
        now = self._canvas.mapFromGlobal(pinch.centerPoint())
        self._navigation.zoom_at_once(pinch.scaleFactor(), self._device_px(before))
        self._pan(PanBy(now.x() - before.x(), now.y() - before.y()))

    def _pan(self, by: PanBy) -> None:
        self._flick.add(by, self._navigation.clock())
        ratio = self._canvas.devicePixelRatioF()
        self._navigation.pan(-by.dx * ratio, -by.dy * ratio)

    def _glide(self) -> None:
        x, y = self._flick.speed(self._navigation.clock())
        self._flick = Flick()
        if x or y:
            ratio = self._canvas.devicePixelRatioF()
            self._navigation.glide(-x * ratio, -y * ratio)

    def _end_drag(self) -> None:
        self._pan_from = self._drag_out_from = None
        self._canvas.unsetCursor()


def _is_ctrl_drag(event: QMouseEvent) -> bool:
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return ctrl and event.button() == Qt.MouseButton.LeftButton


def _is_mouse(event: QMouseEvent) -> bool:
    """Returns whether this is a mouse's left button. A finger on the screen also drags, but drags nothing out."""
    mouse = event.device() is not None and event.device().type() == QInputDevice.DeviceType.Mouse
    return mouse and event.button() == Qt.MouseButton.LeftButton
