"""Sample positions along one axis of a picture, exact at any zoom.

Coordinate space: source px, edge coordinates. Source pixel (and latent) `i` covers [i, i + 1), its centre is
i + 0.5. The official code's coordinates in [-1, 1] are 2 * p / size - 1; as float32 they run out of digits at
×16,000, so a position here is an int64 index and a float64 fraction, and only the small relative coordinate
ever becomes float32.
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
    """`count` samples; sample j is queried midway between start + j * step and the next.

    start, step: exact source px. cell: the size of what is asked for around each middle; 0 is a way to say step, the
    pixels of a screen, which touch. The official `cell * feat.shape` is 2 * cell.
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
        """Where the last cell ends, source px."""
        return self.start + self.step * self.count

    def positions(self) -> tuple[Indices, Offsets]:
        """The samples' middles as index (count,) int64 and fraction (count,) float64 in [0, 1), source px."""
        first = floor(self.start)
        offset = float(self.start - first) + (np.arange(self.count) + 0.5) * float(self.step)
        whole = np.floor(offset)
        return first + whole.astype(np.int64), offset - whole

    def neighbours(self, size: int) -> tuple[Indices, Offsets]:
        """The two latents, of `size`, around each sample: the local ensemble (paper, section 3.1).

        first (count,) int64 in [0, max(size - 2, 0)]: they are `first` and first + 1.
        u (count,) float64: how far past the centre of `first`, in latents, so u - 1 past the other's. It lies
        in [0, 1], but for the half latents at the borders, where one latent stands alone: [-0.5, 0) and (1,
        1.5]. A query outside the picture is a query at its border (the official clamp).
        """
        index, fraction = self.positions()
        first = np.clip(index - (fraction < 0.5), 0, max(size - 2, 0))
        u = np.clip((index - first) + (fraction - 0.5), -0.5 - first, size - 0.5 - first)
        return first, u

    def nearest(self, size: int) -> tuple[Indices, Offsets]:
        """The one latent, of `size`, that each sample lies in; on the border of two the even one.

        index (count,) int64 in [0, size). u (count,) float64: how far past its centre, in latents; in
        [-0.5, 0.5].
        """
        index, fraction = self._exactly(self.step / 2)
        tied = (fraction == 0.0) & (index % 2 == 1)
        index, fraction = index - tied, fraction + tied
        inside = np.clip(index, 0, size - 1)
        return inside, np.clip((index - inside) + (fraction - 0.5), -0.5, 0.5)

    def corners(self) -> tuple[Indices, Offsets]:
        """Where the cells start: index (count,) int64 and fraction (count,) float64 in [0, 1), source px."""
        return self._exactly((self.step - self.cell) / 2)

    def _exactly(self, past: Fraction) -> tuple[Indices, Offsets]:
        """`past` source px from start + j * step, as `positions`, for what jumps where a latent begins: unrounded."""
        first = self.start + past
        below = first.denominator * self.step.denominator
        begin, pace = int(first * below), int(self.step * below)
        parted = [divmod(begin + j * pace, below) for j in range(self.count)]
        index = np.array([number for number, _ in parted], dtype=np.int64)
        return index, np.array([rest / below for _, rest in parted], dtype=np.float64)

    def latents(self, size: int) -> tuple[int, int]:
        """The range [first, last) of latents, of `size`, that the neighbours of all samples lie in."""
        last = max(size - 2, 0)
        nearest = floor(self.start + self.step / 2 - Fraction(1, 2))
        farthest = floor(self.end - self.step / 2 - Fraction(1, 2))
        return min(max(nearest, 0), last), min(min(max(farthest, 0), last) + 2, size)

    def finer(self, factor: int) -> "Axis":
        """The same samples where each source px is `factor` latents: positions and cells in latents."""
        return Axis(self.start * factor, self.step * factor, self.count, self.cell * factor)

    def piece(self, first: int, count: int) -> "Axis":
        """`count` samples from sample `first` on."""
        return Axis(self.start + first * self.step, self.step, count, self.cell)


def whole(size: int, count: int) -> Axis:
    """An axis of `count` samples over all `size` source px."""
    return Axis(Fraction(0), Fraction(size, count), count)
