"""Sample positions along one axis of a picture, exact at any zoom.

Coordinate space: source px, edge coordinates. Source pixel (and latent) `i` covers [i, i + 1) and its centre is
i + 0.5. The official code's coordinates in [-1, 1] are 2 * p / size - 1. As float32 they run out of digits at
x16,000. A position here is therefore an int64 index plus a float64 fraction, and only the small relative coordinate
ever becomes float32. docs/deep-zoom.md has the numbers. What a view shows and how it zooms: viewport.py.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]
Offsets = NDArray[np.float64]


@dataclass(frozen=True)
class Axis:
    """`count` sample intervals of width `step`; sample j is queried at the middle, start + (j + 1/2) * step.

    start, step: exact, source px.
    cell: query footprint around each middle, source px; 0 means equal to step, as the pixels of a screen touch.
    The official `cell * feat.shape` equals 2 * cell.
    Raises ValueError if step <= 0 or count < 1.
    """

    start: Fraction
    step: Fraction
    count: int
    cell: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if not self.cell:
            object.__setattr__(self, "cell", self.step)
        if self.step <= 0 or self.count < 1:
            raise ValueError(f"an axis needs a step above 0 and a sample: {self}")

    @property
    def end(self) -> Fraction:
        """End of the last sample interval, source px."""
        return self.start + self.step * self.count

    def positions(self) -> tuple[Indices, Offsets]:
        """Returns the middles of the samples, source px: index (count,) int64, fraction (count,) float64 in [0, 1)."""
        first = floor(self.start)
        offset = float(self.start - first) + (np.arange(self.count) + 0.5) * float(self.step)
        whole = np.floor(offset)
        return first + whole.astype(np.int64), offset - whole

    def neighbours(self, size: int) -> tuple[Indices, Offsets]:
        """Returns the two nearest of `size` latents for each sample: the local ensemble (paper, section 3.1).

        first: (count,) int64 in [0, max(size - 2, 0)]. The two latents are `first` and `first + 1`.
        u: (count,) float64. Distance from the centre of `first` to the sample, in latents; the distance from the
        other centre is u - 1. It is in [0, 1], except within half a latent of a border, where only one latent is
        near: there it is in [-0.5, 0) or (1, 1.5].
        A query outside the picture is moved to the border (the official clamp).
        """
        index, fraction = self.positions()
        first = np.clip(index - (fraction < 0.5), 0, max(size - 2, 0))
        u = np.clip((index - first) + (fraction - 0.5), -0.5 - first, size - 0.5 - first)
        return first, u

    def nearest(self, size: int) -> tuple[Indices, Offsets]:
        """Returns the one of `size` latents that contains each sample; on a border between two, the even one.

        index: (count,) int64 in [0, size). u: (count,) float64 in [-0.5, 0.5], distance from its centre in latents.
        """
        index, fraction = self._exact_positions(self.step / 2)
        tied = (fraction == 0.0) & (index % 2 == 1)
        index, fraction = index - tied, fraction + tied
        inside = np.clip(index, 0, size - 1)
        return inside, np.clip((index - inside) + (fraction - 0.5), -0.5, 0.5)

    def corners(self) -> tuple[Indices, Offsets]:
        """Returns where the cells start, source px: index (count,) int64, fraction (count,) float64 in [0, 1)."""
        return self._exact_positions((self.step - self.cell) / 2)

    def _exact_positions(self, offset: Fraction) -> tuple[Indices, Offsets]:
        """Returns start + j * step + `offset` as index and fraction, computed in integers without rounding.

        `positions` rounds. That is not good enough for values that jump where a latent begins.
        """
        first = self.start + offset
        denominator = first.denominator * self.step.denominator
        first_part, step_part = int(first * denominator), int(self.step * denominator)
        divided = [divmod(first_part + j * step_part, denominator) for j in range(self.count)]
        index = np.array([quotient for quotient, _ in divided], dtype=np.int64)
        return index, np.array([rest / denominator for _, rest in divided], dtype=np.float64)

    def latents(self, size: int) -> tuple[int, int]:
        """Returns the range [first, last) of the `size` latents that contains the neighbours of all samples."""
        last = max(size - 2, 0)
        nearest = floor(self.start + self.step / 2 - Fraction(1, 2))
        farthest = floor(self.end - self.step / 2 - Fraction(1, 2))
        return min(max(nearest, 0), last), min(min(max(farthest, 0), last) + 2, size)

    def finer(self, factor: int) -> "Axis":
        """Returns the same samples in units of latents, where each source px has `factor` latents."""
        return Axis(self.start * factor, self.step * factor, self.count, self.cell * factor)

    def piece(self, first: int, count: int) -> "Axis":
        """Returns the `count` samples that begin with sample `first`."""
        return Axis(self.start + first * self.step, self.step, count, self.cell)

    def every(self, stride: int) -> "Axis":
        """Returns the middle one of each `stride` samples, with its cell; the last few samples may have none.

        Raises ValueError if there are too few samples for one.
        """
        first = stride // 2
        start = self.start + self.step * (Fraction(2 * first + 1 - stride) / 2)
        return Axis(start, self.step * stride, (self.count - first + stride - 1) // stride, self.cell)


def whole(size: int, count: int) -> Axis:
    """Returns an axis of `count` samples that covers all `size` source px."""
    return Axis(Fraction(0), Fraction(size, count), count)
