"""Translates events of mouse wheels and trackpads into ZoomBy or PanBy, and measures the speed of a drag."""

from dataclasses import dataclass, field
from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

from viewer.base import settings

NOTCH = 120
"""Qt's angle delta of one wheel notch, 1/8 degree; wheels of high resolution send smaller steps more often."""
NOTCH_PAN = 48.0
"""Logical px that one notch pans."""
PINCH_SCROLL = 160.0
"""Logical px of scrolling that double the scale, where a trackpad zooms by scrolling."""
SPEED_WINDOW = 0.1
"""Seconds at the end of a drag over which its speed is measured."""
PAUSE = 0.05
"""Seconds without a movement after which the drag counts as stopped before its release."""
MIN_SPEED = 120.0
"""Least speed of a flick, logical px per second."""


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


@dataclass
class Flick:
    """Measures the speed of a drag at its release. _moves: its recent movements with their times, seconds."""

    _moves: list[tuple[float, PanBy]] = field(default_factory=list)

    def add(self, by: PanBy, now: float) -> None:
        """Adds a movement since the previous one."""
        self._moves = [(time, move) for time, move in self._moves if now - time <= SPEED_WINDOW] + [(now, by)]

    def speed(self, now: float) -> tuple[float, float]:
        """Returns the speed at a release at time `now`, logical px per second; (0, 0) after a pause or a slow drag."""
        if len(self._moves) < 2 or now - self._moves[-1][0] > PAUSE:
            return 0.0, 0.0
        # The start time of the first movement is unknown, so it does not count.
        span = self._moves[-1][0] - self._moves[0][0]
        if span <= 0:
            return 0.0, 0.0
        x = sum(move.dx for _, move in self._moves[1:]) / span
        y = sum(move.dy for _, move in self._moves[1:]) / span
        return (x, y) if hypot(x, y) >= MIN_SPEED else (0.0, 0.0)


def wheel(event: QWheelEvent) -> ZoomBy | PanBy:
    """Translates a wheel event: a wheel zooms, two fingers on a trackpad pan.

    With either, Shift pans sideways, Alt up and down, and Ctrl zooms: systems without a pinch event send Ctrl and the
    wheel instead.
    """
    angle, pixels = event.angleDelta(), event.pixelDelta()
    trackpad, modifiers = is_trackpad(event), event.modifiers()
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        if trackpad and not pixels.isNull():
            return ZoomBy(2 ** (pixels.y() / PINCH_SCROLL), smooth=False)
        return ZoomBy(_notches_to_factor(angle.y() or angle.x()), smooth=not trackpad)
    if trackpad:
        return PanBy(pixels.x(), pixels.y()) if not pixels.isNull() else _notches_to_pan(angle.x(), angle.y())
    # Some systems turn the wheel's axis themselves while Shift or Alt is down.
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return _notches_to_pan(0, angle.y() or angle.x())
    if modifiers & Qt.KeyboardModifier.ShiftModifier or (angle.y() == 0 and angle.x() != 0):
        return _notches_to_pan(angle.y() or angle.x(), 0)
    return ZoomBy(_notches_to_factor(angle.y()), smooth=True)


def is_trackpad(event: QWheelEvent) -> bool:
    """Whether a trackpad sent the event: by the device if the system names it, else by its scroll phase."""
    touchpad = event.pointingDevice().type() == QInputDevice.DeviceType.TouchPad
    return touchpad or event.phase() != Qt.ScrollPhase.NoScrollPhase


def pinch(event: QNativeGestureEvent) -> ZoomBy | None:
    """Translates a pinch; returns None for other gestures."""
    if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return None
    return ZoomBy(max(1 + event.value(), 0.1), smooth=False)


def zoom_step() -> float:
    """Returns the factor that one notch, or one key press, zooms by."""
    return float(2 ** (1 / settings.read().zoom_steps))


def _notches_to_factor(angle: int) -> float:
    return 2 ** (angle / NOTCH / settings.read().zoom_steps)


def _notches_to_pan(x: int, y: int) -> PanBy:
    return PanBy(x / NOTCH * NOTCH_PAN, y / NOTCH * NOTCH_PAN)
