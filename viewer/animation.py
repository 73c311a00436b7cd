"""What takes a moment: a zoom, whose scale moves evenly to the eye, that is in its logarithm; and a fade."""

from dataclasses import dataclass
from math import log2

DURATION = 0.12
"""Seconds from a turn of the wheel to the scale it asked for."""
FADE = 0.12
"""Seconds in which a finer tile takes the place of a coarser one."""
FADE_STEPS = 8
"""What a fade is rounded to: a step a frame, and what came within one is drawn at once."""


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

    def over(self, now: float) -> bool:
        """Whether it has arrived."""
        return now - self.begun >= DURATION
