"""The local ensemble (paper, section 3.1) along one axis: the latents around each sample and their weights.

The official weights are areas of rectangles. So the four latents around a query split into two along y times two along
x. In the outer half of the picture's first and last latent, that latent alone has all the weight. There the official
areas vanish in the middle of the last latent, where the official code takes the mean of all four instead.

LIIF uses these members. Live, bicubic and MetaSR weight their latents in separable.py (EnsembleWeights).
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
    """The m latents that each of n samples is blended from. All tensors are (m, n), on one device.

    index: latent index, int64. distance: of the sample from the latent's centre, in half latents (the official
    relative coordinate), float32. weight: of the latent's prediction, float32; sums to 1 over m.
    """

    index: Tensor
    distance: Tensor
    weight: Tensor

    @property
    def count(self) -> int:
        """The number m of latents per sample."""
        return len(self.index)

    def part(self, first: int, last: int) -> "Members":
        """The samples [first, last)."""
        return Members(*(each[:, first:last] for each in (self.index, self.distance, self.weight)))


def members(axis: Axis, size: int, ensemble: bool, device: torch.device) -> Members:
    """The two latents around each sample, of `size` along the axis. Without the ensemble, the nearest one."""
    if ensemble:
        first, u = axis.neighbours(size)
        second_weight = np.zeros_like(u) if size == 1 else np.clip(u, 0.0, 1.0)
        index = np.stack([first, np.minimum(first + 1, size - 1)])
        distance, weight = np.stack([u, u - 1.0]), np.stack([1.0 - second_weight, second_weight])
    else:
        first, u = axis.nearest(size)
        index, distance, weight = first[None], u[None], np.ones((1, axis.count))
    single = (torch.from_numpy(each.astype(np.float32)).to(device) for each in (2.0 * distance, weight))
    return Members(torch.from_numpy(index).to(device), *single)


Reduction = Callable[[Tensor, Tensor, Tensor], Tensor]
"""Reduces the predictions of several latents to one value per query.

Takes predictions (r, i, j, c, 3) of latents i along y and j along x, and weights (i, r) and (j, c). Returns (r, c, 3).
"""


def blend(colours: Tensor, row_weights: Tensor, col_weights: Tensor) -> Tensor:
    """The weighted mean of the predictions: the colour of the local ensemble. A Reduction."""
    return torch.einsum("rijcd,ir,jc->rcd", colours, row_weights, col_weights)


def deviation(colours: Tensor, row_weights: Tensor, col_weights: Tensor) -> Tensor:
    """The weighted standard deviation of the predictions. A Reduction."""
    difference = colours - blend(colours, row_weights, col_weights)[:, None, None]
    return blend(difference.square_(), row_weights, col_weights).clamp_(min=0).sqrt_()


def spans(first: int, last: int, max_length: int) -> Iterator[tuple[int, int]]:
    """Splits [first, last) into as few equal spans of at most `max_length` as possible."""
    parts = -(-(last - first) // max_length)
    for part in range(parts):
        yield (
            first + (last - first) * part // parts,
            first + (last - first) * (part + 1) // parts,
        )


def bands(rows: Members, max_rows: int, shared: bool) -> Iterator[tuple[int, int, Tensor]]:
    """Yields rows [first, last) to decode together, and the index of their latents, (m, 1) or (m, last - first).

    shared: a band is all rows between the same latents, so the values of these are gathered once for the band.
    Otherwise a band is at most `max_rows` rows with any latents: few large pieces of work.
    """
    if shared:
        for first, last, _ in runs(rows.index[0].numpy()):
            yield first, last, rows.index[:, first : first + 1]
    else:
        for first, last in spans(0, rows.index.shape[1], max_rows):
            yield first, last, rows.index[:, first:last]
