"""The local ensemble (paper, section 3.1) along one axis: the latents that a sample asks, and their shares.

The official weights are areas of rectangles, so the four around a query part into two along y times two along x.
In the picture's outer half latents one stands alone and is the whole. The official areas vanish in the middle of the
last latent, where its code takes the mean of all four instead.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.geometry.axis import Axis
from engine.models.separable import runs


@dataclass(frozen=True)
class Members:
    """What each of n samples asks of m latents; all (m, n), on one device.

    index: latent index, int64. distance: from the latent's centre, in half latents (the official relative
    coordinate), float32. weight: the latent's share, float32, sums to 1 over m.
    """

    index: Tensor
    distance: Tensor
    weight: Tensor

    @property
    def count(self) -> int:
        """m."""
        return len(self.index)

    def part(self, first: int, last: int) -> "Members":
        """The samples [first, last)."""
        return Members(*(each[:, first:last] for each in (self.index, self.distance, self.weight)))


def members(axis: Axis, size: int, ensemble: bool, device: torch.device) -> Members:
    """The two latents around each sample, of `size` on the axis; without the ensemble the nearest."""
    if ensemble:
        first, u = axis.neighbours(size)
        share = np.zeros_like(u) if size == 1 else np.clip(u, 0.0, 1.0)
        index = np.stack([first, np.minimum(first + 1, size - 1)])
        distance, weight = np.stack([u, u - 1.0]), np.stack([1.0 - share, share])
    else:
        first, u = axis.nearest(size)
        index, distance, weight = first[None], u[None], np.ones((1, axis.count))
    single = (torch.from_numpy(each.astype(np.float32)).to(device) for each in (2.0 * distance, weight))
    return Members(torch.from_numpy(index).to(device), *single)


Blend = Callable[[Tensor, Tensor, Tensor], Tensor]
"""Of predictions (r, i, j, c, 3) by the latents i along y and j along x, with shares (i, r) and (j, c): (r, c, 3)."""


def blended(colours: Tensor, down: Tensor, across: Tensor) -> Tensor:
    """Their mean by shares: the local ensemble's answer."""
    return torch.einsum("rijcd,ir,jc->rcd", colours, down, across)


def deviation(colours: Tensor, down: Tensor, across: Tensor) -> Tensor:
    """How far they lie from that mean: the root of the mean of the squares, by the same shares."""
    away = colours - blended(colours, down, across)[:, None, None]
    return blended(away.square_(), down, across).clamp_(min=0).sqrt_()


def spans(first: int, last: int, most: int) -> Iterator[tuple[int, int]]:
    """[first, last) in as few equal parts of at most `most` as there can be."""
    parts = -(-(last - first) // most)
    for part in range(parts):
        yield (
            first + (last - first) * part // parts,
            first + (last - first) * (part + 1) // parts,
        )


def bands(rows: Members, most: int, shared: bool) -> Iterator[tuple[int, int, Tensor]]:
    """Rows [first, last) to be decoded together, and their latents' index (m, 1) or (m, last - first).

    shared: a band is all rows that lie between the same latents, so that what these give is gathered once for
    all. Otherwise it is `most` rows, whichever their latents: few large pieces of work.
    """
    if shared:
        for first, last, _ in runs(rows.index[0].numpy()):
            yield first, last, rows.index[:, first : first + 1]
    else:
        for first, last in spans(0, rows.index.shape[1], most):
            yield first, last, rows.index[:, first:last]
