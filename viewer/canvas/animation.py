"""What takes a moment: a zoom, whose scale moves evenly to the eye, that is in its logarithm; a glide; a fade.

A motion says what it shows at a time, never how far it goes in a frame: so it is the same at any rate of frames.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import exp, hypot, log, log2
from typing import Protocol

from engine.geometry.viewport import Viewport, centred_on, panned, zoomed

DURATION = 0.12
"""Seconds from a turn of the wheel to the scale it asked for."""
FADE = 0.12
"""Seconds in which a finer tile takes the place of a coarser one."""
FADE_STEPS = 8
"""What a fade is rounded to: a step a frame, and what came within one is drawn at once."""
FLIGHT = 0.4
"""Seconds from one place of the picture to another."""
FAR = 6
"""Views from one place to another beyond which what lies between would only flicker by."""
LEVEL = 0.01
"""Octaves between two scales that are as good as one."""
DECAY = 0.3
"""Seconds in which a glide loses all but 1/e of its speed: a flick goes as far as it would in that time unslowed."""
STILL = 12.0
"""Device px a second below which a glide is over."""


class Motion(Protocol):
    """How a view gets to another one. Device px; times in seconds of one clock."""

    def view(self, before: Viewport, now: float) -> Viewport:
        """What is to be seen at a time, where `before` was a moment ago."""

    def over(self, now: float) -> bool:
        """Whether it has arrived."""

    def end(self, before: Viewport) -> Viewport:
        """Where it will arrive, from the view `before`."""


@dataclass(frozen=True)
class Zoom:
    """From one scale to another around device px (x, y) of the view, begun at a time in seconds."""

    start: float
    target: float
    x: float
    y: float
    begun: float

    def scale(self, now: float) -> float:
        """The scale at a time: fast at first, then slowing down; exactly `target` at the end."""
        if self.over(now):
            return self.target
        left = 1 - max(0.0, now - self.begun) / DURATION
        return self.start * 2 ** (log2(self.target / self.start) * (1 - left**3))

    def view(self, before: Viewport, now: float) -> Viewport:
        """See Motion."""
        return zoomed(before, self.scale(now), self.x, self.y)

    def over(self, now: float) -> bool:
        """See Motion."""
        return now - self.begun >= DURATION

    def end(self, before: Viewport) -> Viewport:
        """See Motion."""
        return zoomed(before, self.target, self.x, self.y)


@dataclass(frozen=True)
class Glide:
    """A view that goes on by itself from `start`, at first by (dx, dy) device px a second over the picture."""

    start: Viewport
    dx: float
    dy: float
    begun: float

    def view(self, before: Viewport, now: float) -> Viewport:
        """See Motion."""
        return self._after(min(now - self.begun, self._time))

    def over(self, now: float) -> bool:
        """See Motion."""
        return now - self.begun >= self._time

    def end(self, before: Viewport) -> Viewport:
        """See Motion."""
        return self._after(self._time)

    @property
    def _time(self) -> float:
        return DECAY * log(max(hypot(self.dx, self.dy) / STILL, 1))

    def _after(self, seconds: float) -> Viewport:
        way = DECAY * (1 - exp(-seconds / DECAY))
        return panned(self.start, self.dx * way, self.dy * way)


@dataclass(frozen=True)
class Flight:
    """From one view to another, which may lie elsewhere: a zoom about the one place that both views have in common."""

    start: Viewport
    target: Viewport
    begun: float

    def view(self, before: Viewport, now: float) -> Viewport:
        """See Motion."""
        if self.over(now):
            return self.target
        way = 1 - (1 - max(0.0, now - self.begun) / FLIGHT) ** 3
        first, last = self.start.scale, self.target.scale
        scale = first * 2 ** (log2(last / first) * way)
        if abs(log2(last / first)) > LEVEL:
            way = (1 / first - 1 / scale) / (1 / first - 1 / last)
        (x, y), (to_x, to_y) = (_middle(view) for view in (self.start, self.target))
        share = Fraction(way)
        x, y = x + (to_x - x) * share, y + (to_y - y) * share
        return centred_on(x, y, scale, before.width, before.height, before.cell)

    def over(self, now: float) -> bool:
        """See Motion."""
        return now - self.begun >= FLIGHT

    def end(self, before: Viewport) -> Viewport:
        """See Motion."""
        return self.target


def followable(one: Viewport, other: Viewport) -> bool:
    """Whether the eye can follow a flight from one view to the other."""
    scale = Fraction(min(one.scale, other.scale))
    (x, y), (to_x, to_y) = _middle(one), _middle(other)
    return hypot(float((to_x - x) * scale) / other.width, float((to_y - y) * scale) / other.height) < FAR


def _middle(view: Viewport) -> tuple[Fraction, Fraction]:
    return view.source(view.width / 2, view.height / 2)
