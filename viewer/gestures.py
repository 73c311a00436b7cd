"""What hands do, as what the view is to do: wheels and trackpads told apart."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

NOTCH = 120
"""What Qt counts for a notch of the wheel; finer wheels send less, more often."""
STEPS_PER_OCTAVE = 4
NOTCH_PAN = 48.0
"""Logical px that one notch pans."""
PINCH_SCROLL = 160.0
"""Logical px of scrolling that double the scale, where a trackpad zooms by scrolling."""


@dataclass(frozen=True)
class ZoomBy:
    """Multiply the scale. smooth: a step to be animated; otherwise the fingers are the animation."""

    factor: float
    smooth: bool


@dataclass(frozen=True)
class PanBy:
    """Move the picture by (dx, dy) logical px."""

    dx: float
    dy: float


def wheel(event: QWheelEvent) -> ZoomBy | PanBy:
    """A wheel zooms, two fingers on a trackpad pan; with Ctrl both zoom, with Shift both pan."""
    turn, pixels = event.angleDelta(), event.pixelDelta()
    trackpad = is_trackpad(event)
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        if trackpad and not pixels.isNull():
            return ZoomBy(2 ** (pixels.y() / PINCH_SCROLL), smooth=False)
        return ZoomBy(_notches_to_factor(turn.y() or turn.x()), smooth=not trackpad)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if trackpad or shift:
        dx, dy = (pixels.x(), pixels.y()) if not pixels.isNull() else _notches_to_pan(turn.x(), turn.y())
        return PanBy(dy, dx) if shift and not trackpad else PanBy(dx, dy)
    if turn.y() == 0 and turn.x() != 0:
        return PanBy(*_notches_to_pan(turn.x(), 0))
    return ZoomBy(_notches_to_factor(turn.y()), smooth=True)


def is_trackpad(event: QWheelEvent) -> bool:
    """By the device where the system names it, else by the phases that only fingers have."""
    touchpad = event.pointingDevice().type() == QInputDevice.DeviceType.TouchPad
    return touchpad or event.phase() != Qt.ScrollPhase.NoScrollPhase


def pinch(event: QNativeGestureEvent) -> ZoomBy | None:
    """Two fingers moving apart or together; other gestures are None."""
    if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return None
    return ZoomBy(max(1 + event.value(), 0.1), smooth=False)


def _notches_to_factor(turn: int) -> float:
    return 2 ** (turn / NOTCH / STEPS_PER_OCTAVE)


def _notches_to_pan(x: int, y: int) -> tuple[float, float]:
    return x / NOTCH * NOTCH_PAN, y / NOTCH * NOTCH_PAN
