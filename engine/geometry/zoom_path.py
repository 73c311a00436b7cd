"""A path of views through key views, as a function of time. No torch, no Qt.

Between two key views the scale grows or shrinks exponentially, and the centre moves so that the whole motion is a
scaling about one fixed point of the picture. With scales a and b, centres A and B, and the current scale s, this holds
for the centre A + (B - A) * (1/a - 1/s) / (1/a - 1/b). For a = b the limit is a pan at constant speed.
The path rests at its first and last key view and wherever a key view has a hold. Between two rests its speed is
constant but for an acceleration after the first and a braking before the second.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil, exp, expm1, hypot, log, log2

from engine.geometry.viewport import Viewport, centred_on


@dataclass(frozen=True)
class KeyView:
    """x, y: the centre, source px. scale: device px per source px. hold: seconds that the path rests here."""

    x: Fraction
    y: Fraction
    scale: float
    hold: float = 0.0


@dataclass(frozen=True)
class Timing:
    """speed: doublings of the scale a second, or for a pan short sides of the view a second.

    ease: seconds of acceleration and of braking.
    """

    speed: float = 1.0
    ease: float = 0.8


class ZoomPath:
    """The views of a path of `width` x `height` device px. keys: at least one. seconds: the duration."""

    def __init__(self, keys: Sequence[KeyView], timing: Timing, width: int, height: int) -> None:
        self._size = width, height
        self._stretches: list[_Hold | _Run] = []
        first = 0
        for index, key in enumerate(keys):
            if index > 0 and (key.hold > 0 or index == len(keys) - 1):
                self._stretches.append(_Run(keys[first : index + 1], timing, min(width, height)))
            if key.hold > 0 or index == 0:
                self._stretches.append(_Hold(key))
                first = index
        self._ends = list(accumulate(each.seconds for each in self._stretches))
        self.seconds = self._ends[-1]

    def view(self, seconds: float) -> Viewport:
        """Returns the view at a time, which is clamped to the path's duration."""
        number = min(bisect_right(self._ends, seconds), len(self._stretches) - 1)
        stretch = self._stretches[number]
        key = stretch.at(seconds - (self._ends[number] - stretch.seconds))
        return centred_on(key.x, key.y, key.scale, *self._size)

    def frame_count(self, rate: int) -> int:
        """Returns the number of frames at `rate` frames a second, with the first and the last view."""
        return ceil(self.seconds * rate - 1e-6) + 1

    def frame(self, number: int, rate: int) -> Viewport:
        """Returns the view of frame `number`, from 0."""
        return self.view(number / rate)


def between(first: KeyView, last: KeyView, share: float) -> KeyView:
    """Returns the view at `share` of the way, 0 to 1, without a hold.

    The centre is computed from the view of the larger scale, where its digits matter most.
    """
    deep, other, way = (first, last, share) if first.scale > last.scale else (last, first, 1 - share)
    span = log(deep.scale / other.scale)
    moved = Fraction(expm1(span * way) / expm1(span) if span else way)
    return KeyView(
        deep.x + (other.x - deep.x) * moved,
        deep.y + (other.y - deep.y) * moved,
        other.scale if way == 1 else deep.scale * exp(-span * way),
    )


def length(first: KeyView, last: KeyView, side: int) -> float:
    """Returns the length of the way between two views: doublings of the scale, or for a pan sides of the view.

    side: the view's short side, device px.
    """
    shift = hypot(last.x - first.x, last.y - first.y) * min(first.scale, last.scale) / side
    return max(abs(log2(last.scale / first.scale)), shift)


class _Hold:
    """A rest at a key view."""

    def __init__(self, key: KeyView) -> None:
        self._key, self.seconds = key, key.hold

    def at(self, _seconds: float) -> KeyView:
        return self._key


class _Run:
    """The way from one rest to the next, through the key views between them."""

    def __init__(self, keys: Sequence[KeyView], timing: Timing, side: int) -> None:
        pairs = list(pairwise(keys))
        self._pairs = pairs
        self._ends = list(accumulate(length(*pair, side) for pair in pairs))
        self._speed = timing.speed
        self._ease = min(timing.ease, self._ends[-1] / timing.speed)
        self.seconds = self._ends[-1] / timing.speed + self._ease

    def at(self, seconds: float) -> KeyView:
        """Returns the view, `seconds` after the run began."""
        distance = self._distance(seconds)
        number = min(bisect_right(self._ends, distance), len(self._pairs) - 1)
        first, last = self._pairs[number]
        start = self._ends[number - 1] if number else 0.0
        extent = self._ends[number] - start
        return between(first, last, min(max((distance - start) / extent, 0.0), 1.0)) if extent else last

    def _distance(self, seconds: float) -> float:
        """Returns the length of the way that is behind the view."""
        if 2 * seconds > self.seconds:
            return self._ends[-1] - self._from_rest(max(self.seconds - seconds, 0.0))
        return self._from_rest(max(seconds, 0.0))

    def _from_rest(self, seconds: float) -> float:
        """Returns the way after `seconds` of acceleration from rest: the speed's share of its limit is 3u^2 - 2u^3."""
        if seconds >= self._ease:
            return self._speed * (seconds - self._ease / 2)
        share = seconds / self._ease
        return self._speed * self._ease * (share**3 - share**4 / 2)
