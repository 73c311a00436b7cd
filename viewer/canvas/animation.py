"""Animations of the view: zoom, glide and flight. The logarithm of the scale changes evenly, as the eye perceives it.

A motion is a function of time, not of frames, so it looks the same at any frame rate.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import exp, hypot, log, log2
from typing import Protocol

from engine.geometry.viewport import Viewport, centred_on, panned, zoomed

DURATION = 0.12
"""Seconds of a zoom step."""
FADE = 0.12
"""Seconds in which a finer tile fades in over a coarser one."""
FADE_STEPS = 8
"""Opacity steps of a fade: about one per frame, so that tiles of one frame are drawn together."""
FLIGHT = 0.4
"""Seconds of a flight."""
MAX_DISTANCE = 6
"""Longest flight, in widths or heights of the view; on a longer flight the picture would only flicker by."""
SAME_SCALE = 0.01
"""Octaves below which two scales count as equal."""
DECAY = 0.3
"""Time constant of a glide, seconds: its speed falls to 1/e, and in all it goes speed * DECAY."""
MIN_SPEED = 12.0
"""Device px per second below which a glide ends."""


class Motion(Protocol):
    """An animation of the view. Positions in device px, times in seconds of the canvas's clock."""

    def view(self, current: Viewport, now: float) -> Viewport:
        """Returns the view at time `now`. current: the view that is shown."""

    def has_ended(self, now: float) -> bool:
        """Whether the motion has ended."""

    def end(self, current: Viewport) -> Viewport:
        """Returns the view at the end of the motion. current: the view that is shown."""


@dataclass(frozen=True)
class Zoom:
    """Zooms from one scale to another around device px (x, y) of the view.

    start_time: seconds of the canvas's clock.
    """

    start_scale: float
    target_scale: float
    x: float
    y: float
    start_time: float

    def scale(self, now: float) -> float:
        """Returns the scale at time `now`. The zoom slows down towards the end, and ends at exactly `target_scale`."""
        if self.has_ended(now):
            return self.target_scale
        remaining = 1 - max(0.0, now - self.start_time) / DURATION
        return self.start_scale * 2 ** (log2(self.target_scale / self.start_scale) * (1 - remaining**3))

    def view(self, current: Viewport, now: float) -> Viewport:
        """See Motion."""
        return zoomed(current, self.scale(now), self.x, self.y)

    def has_ended(self, now: float) -> bool:
        """See Motion."""
        return now - self.start_time >= DURATION

    def end(self, current: Viewport) -> Viewport:
        """See Motion."""
        return zoomed(current, self.target_scale, self.x, self.y)


@dataclass(frozen=True)
class Glide:
    """Continues a pan after a flick and slows down. (dx, dy): initial speed, device px per second."""

    start: Viewport
    dx: float
    dy: float
    start_time: float

    def view(self, current: Viewport, now: float) -> Viewport:
        """See Motion."""
        return self._after(min(now - self.start_time, self._duration))

    def has_ended(self, now: float) -> bool:
        """See Motion."""
        return now - self.start_time >= self._duration

    def end(self, current: Viewport) -> Viewport:
        """See Motion."""
        return self._after(self._duration)

    @property
    def _duration(self) -> float:
        return DECAY * log(max(hypot(self.dx, self.dy) / MIN_SPEED, 1))

    def _after(self, seconds: float) -> Viewport:
        travelled = DECAY * (1 - exp(-seconds / DECAY))  # device px per unit of initial speed
        return panned(self.start, self.dx * travelled, self.dy * travelled)


@dataclass(frozen=True)
class Flight:
    """Moves from one view to another, as a zoom about the one point that both views have in common."""

    start: Viewport
    target: Viewport
    start_time: float

    def view(self, current: Viewport, now: float) -> Viewport:
        """See Motion."""
        if self.has_ended(now):
            return self.target
        progress = 1 - (1 - max(0.0, now - self.start_time) / FLIGHT) ** 3
        first, last = self.start.scale, self.target.scale
        scale = first * 2 ** (log2(last / first) * progress)
        if abs(log2(last / first)) > SAME_SCALE:
            progress = (1 / first - 1 / scale) / (1 / first - 1 / last)
        (x, y), (to_x, to_y) = (_centre(view) for view in (self.start, self.target))
        part = Fraction(progress)
        x, y = x + (to_x - x) * part, y + (to_y - y) * part
        return centred_on(x, y, scale, current.width, current.height, current.cell)

    def has_ended(self, now: float) -> bool:
        """See Motion."""
        return now - self.start_time >= FLIGHT

    def end(self, current: Viewport) -> Viewport:
        """See Motion."""
        return self.target


def is_short_flight(one: Viewport, other: Viewport) -> bool:
    """Whether a flight between two views is short enough for the eye to follow."""
    scale = Fraction(min(one.scale, other.scale))
    (x, y), (to_x, to_y) = _centre(one), _centre(other)
    return (
        hypot(float((to_x - x) * scale) / other.width, float((to_y - y) * scale) / other.height)
        < MAX_DISTANCE
    )


def _centre(view: Viewport) -> tuple[Fraction, Fraction]:
    return view.source(view.width / 2, view.height / 2)
