"""What hands do, as what the view is to do: wheels and trackpads told apart."""

from dataclasses import dataclass, field
from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

NOTCH = 120
"""What Qt counts for a notch of the wheel; finer wheels send less, more often."""
STEPS_PER_OCTAVE = 4
NOTCH_PAN = 48.0
"""Logical px that one notch pans."""
PINCH_SCROLL = 160.0
"""Logical px of scrolling that double the scale, where a trackpad zooms by scrolling."""
LATELY = 0.1
"""Seconds of a drag that its speed is measured over."""
PAUSE = 0.05
"""Seconds without a movement after which a hand that lets go has stopped before."""
SLOWEST = 120.0
"""Logical px a second below which letting go is no flick."""


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
    """How fast a drag was lately: its movements with their times, in seconds."""

    _moves: list[tuple[float, PanBy]] = field(default_factory=list)

    def add(self, by: PanBy, now: float) -> None:
        """A movement, all of it since the one before."""
        self._moves = [(at, move) for at, move in self._moves if now - at <= LATELY] + [(now, by)]

    def speed(self, now: float) -> tuple[float, float]:
        """Logical px a second along x and y for a hand that lets go now; (0, 0) if it had paused, or went slowly."""
        if len(self._moves) < 2 or now - self._moves[-1][0] > PAUSE:
            return 0.0, 0.0
        # the first movement began before its time, nobody knows when
        span = self._moves[-1][0] - self._moves[0][0]
        if span <= 0:
            return 0.0, 0.0
        x = sum(move.dx for _, move in self._moves[1:]) / span
        y = sum(move.dy for _, move in self._moves[1:]) / span
        return (x, y) if hypot(x, y) >= SLOWEST else (0.0, 0.0)


def wheel(event: QWheelEvent) -> ZoomBy | PanBy:
    """A wheel zooms, two fingers on a trackpad pan. Shift pans sideways and Alt up and down with either.

    Ctrl zooms with either: where a system has no event for a pinch, Ctrl and the wheel is what it sends for one.
    """
    turn, pixels = event.angleDelta(), event.pixelDelta()
    trackpad, modifiers = is_trackpad(event), event.modifiers()
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        if trackpad and not pixels.isNull():
            return ZoomBy(2 ** (pixels.y() / PINCH_SCROLL), smooth=False)
        return ZoomBy(_notches_to_factor(turn.y() or turn.x()), smooth=not trackpad)
    if trackpad:
        return PanBy(pixels.x(), pixels.y()) if not pixels.isNull() else _notches_to_pan(turn.x(), turn.y())
    # Some systems turn the wheel's axis themselves while Shift or Alt is down.
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return _notches_to_pan(0, turn.y() or turn.x())
    if modifiers & Qt.KeyboardModifier.ShiftModifier or (turn.y() == 0 and turn.x() != 0):
        return _notches_to_pan(turn.y() or turn.x(), 0)
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


def _notches_to_pan(x: int, y: int) -> PanBy:
    return PanBy(x / NOTCH * NOTCH_PAN, y / NOTCH * NOTCH_PAN)
