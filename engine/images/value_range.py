"""Which values of a picture of floats, signed or wide integers are black and white, and its samples of 16 bits.

One rule serves all formats. Values that stand for "no data" are set apart: they become transparent. A picture whose
values lie in the range that its format declares is shown as it is. Any other range is stretched to black and white;
a few values far from all others do not count.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.bit_depth import DeepPixels
from engine.images.samples import Values
from engine.images.strips import strips

Range = tuple[float, float]
"""Black and white."""
UNIT: Range = (0.0, 1.0)
"""The range of floats."""
TOLERANCE = 0.02
"""How far values may exceed the declared range, as a fraction of it: lossy compression and arithmetic do."""
HUGE = 1e30
"""Magnitude from which on a value stands for no data: GIS programs write ±3.4e38, 9.97e36 or 1e30."""
PLACEHOLDERS = (-999.0, -9999.0, -99999.0, -999999.0, -32767.0, -32768.0, -2147483648.0)
"""Values that stand for no data if they are the least, and far below all others."""
OUTLIERS = 1000
"""One value of so many may lie far outside the range that is shown."""
RELATIVE = 1e-6
"""How far a value may be from the one that stands for no data: it was written as text."""
FEW = 64
"""Values of which none counts as an outlier."""
MOST_SORTED = 1 << 20
"""Values that the range is found from; those of a larger picture are taken evenly."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Extent:
    """least, most: of the values that are numbers. bulk: least and largest of nearly all of them."""

    least: float
    most: float
    bulk: Range


@dataclass(frozen=True)
class Meaning:
    """What a file says about its numbers.

    declared: the range that its format means, if any. no_data: the number that stands for no data. inverted: the least
    number is white.
    """

    declared: Range | None = None
    no_data: float | None = None
    inverted: bool = False


UNKNOWN = Meaning()
"""A file that says nothing."""


@dataclass(frozen=True)
class Scale:
    """How numbers become samples. It serves for a part of a picture, too.

    shown: black and white. missing: the values below HUGE that stand for no data. declared, inverted: as in `Meaning`.
    """

    shown: Range
    missing: tuple[float, ...]
    declared: Range | None
    inverted: bool

    def to_text(self) -> str:
        """Returns the scale as a text for a file."""
        return json.dumps([*self.shown, self.missing, self.declared, self.inverted])

    def samples(self, values: Values) -> tuple[DeepPixels, DeepPixels | None]:
        """Converts values (H, W, n) to samples (H, W, n), and alpha (H, W) if some pixels have no value."""
        samples: DeepPixels = np.empty(values.shape, np.uint16)
        alpha: DeepPixels | None = None
        for rows in strips(len(values), values[:1].size):
            absent = _absent(values[rows], self.missing)
            samples[rows] = _scaled(values[rows], absent, self.shown, self.inverted)
            if absent is not None:
                alpha = np.full(values.shape[:2], 65535, np.uint16) if alpha is None else alpha
                alpha[rows][absent.any(axis=2)] = 0
        return samples, alpha


def from_text(text: str) -> Scale:
    """Returns the scale that `Scale.to_text` gave. Raises ValueError, TypeError or LookupError for any other text."""
    low, high, missing, declared, inverted = json.loads(text)
    found = Scale(
        (float(low), float(high)),
        tuple(map(float, missing)),
        None if declared is None else (float(declared[0]), float(declared[1])),
        bool(inverted),
    )
    if not all(map(isfinite, (*found.shown, *found.missing))):
        raise ValueError("no scale")
    return found


@dataclass(frozen=True)
class Measured:
    """What the values of a picture are. missing: as in `Scale`. extent: of the others."""

    missing: tuple[float, ...]
    extent: Extent

    def scale(self, declared: Range | None, inverted: bool, notices: list[Message]) -> Scale:
        """Returns the scale, and says how its range came about. declared, inverted: as in `Meaning`."""
        return Scale(_shown_range(self.extent, declared, notices), self.missing, declared, inverted)


def scale(values: Values, meaning: Meaning, notices: list[Message]) -> Scale:
    """Returns the scale of a picture whose values are these, (H, W, n), and says how its range came about."""
    measured = measure(lambda: parts(values), values.size, meaning.no_data)
    return measured.scale(meaning.declared, meaning.inverted, notices)


Parts = Callable[[], Iterator[Values]]
"""Reads a picture in strips (engine/images/strips.py) from the top, (h, W, n) each."""


def parts(values: Values) -> Iterator[Values]:
    """Yields the strips of a picture in memory."""
    return (values[rows] for rows in strips(len(values), values[:1].size))


def measure(read: Parts, size: int, no_data: float | None) -> Measured:
    """Reads a picture of `size` values once, or twice if the least seems to stand for no data.

    no_data: as in `Meaning`.
    """
    named = () if no_data is None or not abs(no_data) < HUGE else (no_data,)
    extent = _extent(read(), size, named)
    if extent.least not in PLACEHOLDERS:
        return Measured(named, extent)
    others = _extent(read(), size, (*named, extent.least))
    far = others.least - extent.least > (others.most - others.least) / 2
    return Measured((*named, extent.least), others) if far else Measured(named, extent)


def without_value() -> Message:
    """What is said of a picture some of whose pixels have no value."""
    return message("pixels without a value are transparent")


def _scaled(values: Values, absent: Mask | None, shown: Range, inverted: bool) -> Values:
    """Scales some rows to [0, 65535], rounded."""
    low, high = shown
    out = values - np.float32(low) if absent is None else np.where(absent, 0, values) - np.float32(low)
    with np.errstate(over="ignore"):  # an outlier of a tiny range
        out /= np.float32(high - low or 1.0)
        out *= np.float32(65535)
    np.clip(out, 0, 65535, out=out)
    if inverted:
        np.subtract(65535, out, out=out)
    return np.rint(out, out=out)


def _absent(values: Values, missing: tuple[float, ...]) -> Mask | None:
    """Returns which values stand for no data; None if all are data."""
    least, most = float(values.min()), float(values.max())  # not a number if one of them is none
    sound = least > -HUGE and most < HUGE
    if sound and not any(least <= _above(value) and _below(value) <= most for value in missing):
        return None
    absent: Mask = ~(np.abs(values) < HUGE)
    for value in missing:
        absent |= (values >= _below(value)) & (values <= _above(value))
    return absent if absent.any() else None


def _below(value: float) -> float:
    return value - abs(value) * RELATIVE


def _above(value: float) -> float:
    return value + abs(value) * RELATIVE


def _extent(strips_of: Iterator[Values], size: int, missing: tuple[float, ...]) -> Extent:
    extrema, taken = [], []
    step = -(-size // MOST_SORTED)
    for values in strips_of:
        absent = _absent(values, missing)
        numbers = values.reshape(-1) if absent is None else values[~absent]
        if numbers.size:
            extrema += [numbers.min(), numbers.max()]
            taken.append(numbers[::step].copy())  # a view would keep all of the strip
    if not extrema:
        return Extent(0.0, 0.0, (0.0, 0.0))
    least, most = float(min(extrema)), float(max(extrema))
    ordered = np.sort(np.concatenate(taken))
    apart = -(-len(ordered) // OUTLIERS)
    few = len(ordered) < FEW
    return Extent(least, most, (least, most) if few else (float(ordered[apart]), float(ordered[-1 - apart])))


def _shown_range(extent: Extent, declared: Range | None, notices: list[Message]) -> Range:
    """Returns black and white, and says how they came about."""
    low, high = shown = _declared(extent, declared) or _without_outliers(extent)
    if shown != declared and low < high:
        notices.append(
            message("values from {low:g} to {high:g} scaled to black and white", low=low, high=high)
        )
    margin = TOLERANCE * (high - low)
    if extent.least < low - margin or extent.most > high + margin:
        notices.append(message("values below {low:g} and above {high:g} are clipped", low=low, high=high))
    return shown


def _declared(extent: Extent, declared: Range | None) -> Range | None:
    """Returns the declared range if nearly all values lie in it."""
    if declared is None:
        return None
    margin = TOLERANCE * (declared[1] - declared[0])
    low, high = extent.bulk
    return declared if low >= declared[0] - margin and high <= declared[1] + margin else None


def _without_outliers(extent: Extent) -> Range:
    """Returns the least and the largest value, but for those that lie far outside of all others.

    Far is further than the whole range of the others. Where these are all equal, nothing is far.
    """
    low, high = extent.bulk
    reach = high - low
    if not reach:
        return extent.least, extent.most
    least = low if extent.least < low - reach else extent.least
    return least, high if extent.most > high + reach else extent.most
