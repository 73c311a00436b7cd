"""A picture as blended local polynomials, and a grid of queries of it as two passes of small matrix products.

Each latent (i, j) carries a polynomial of the position, sum_lk c[l, k] T_l(y) T_k(x), in Chebyshev polynomials T of
the distance from its centre in latents, [-1, 1]². A query blends the four around it by the local ensemble's areas
(paper, section 3.1), which part into a weight along y and one along x. So do the basis functions, and their means over
a pixel. Therefore a viewport is a product with a banded matrix from the left, one from the right: ~100
multiplications a pixel.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.compute import cores
from engine.geometry.axis import Axis

Runs = list[tuple[int, int, int]]

ACROSS, MOST = 20, 8
"""About how many samples along x make one product, from at most MOST pairs of latents: the more, the more of the
product's factors are zeros, the fewer, the more products are called for."""
PASSING = 4 << 20
"""Bytes between the two passes, on each core: a cache's size, not a picture's."""


class EnsembleWeights(Enum):
    """Which latents a query's colour is of, along an axis, and the place in each that it is asked at.

    SMOOTH: the two around it, their shares 3a² - 2a³ of the paper's a: they begin and end level, so that no slope jumps
    where one latent takes another's place. The functions' means over the query's cell, as far as that is within a
    latent's size.
    LINEAR: the two around it, with the paper's shares (equation 4), which are straight lines. The cell's middle.
    NEAREST, CORNER: the one that the cell's middle lies in, or its start.
    """

    SMOOTH = 0
    LINEAR = 1
    NEAREST = 2
    CORNER = 3

    @property
    def reach(self) -> float:
        """How far from its centre a latent is asked, at most, in latents: what the functions' [-1, 1] is."""
        return 1.0 if self in (EnsembleWeights.SMOOTH, EnsembleWeights.LINEAR) else 0.5


def basis(
    axis: Axis, latents: tuple[int, int], size: int, order: int, shares: EnsembleWeights
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """What each sample of `axis` takes from the two around it: see `apart`, (count, 2, order) times the shares."""
    first, share, functions = apart(axis, latents, size, order, shares)
    return first, share[..., None] * functions


def apart(
    axis: Axis, latents: tuple[int, int], size: int, order: int, shares: EnsembleWeights
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The two latents around each sample of `axis`, of the latents [first, last) that there are, of `size`.

    first (count,): the first of the two (latent index). share (count, 2) float64: what is each one's.
    functions (count, 2, order) float64: T_0 … T_{order-1} of each, of the distance over `shares.reach`.
    """
    # positions are rounded: one may lie among latents of which the farther has no share, and is not there
    if shares.reach < 1.0:
        found, u = axis.nearest(size) if shares is EnsembleWeights.NEAREST else _cornered(axis, size)
        first = np.clip(found, latents[0], latents[1] - 2)
        alone = (found - first).astype(np.float64)
        u = u + alone
    else:
        nearest, u = axis.neighbours(size)
        first = np.clip(nearest, latents[0], latents[1] - 2)
        u = u + (nearest - first)
        alone = np.zeros_like(u) if size == 1 else np.clip(u, 0.0, 1.0)
    level = shares is EnsembleWeights.SMOOTH
    if level:
        alone = alone * alone * (3.0 - 2.0 * alone)
    share = np.stack([1.0 - alone, alone], axis=1)  # (count, 2)
    # a latent whose share is 0 may lie farther away than it reaches, where T_l grows
    distance = np.clip(np.stack([u, u - 1.0], axis=1) / shares.reach, -1.0, 1.0)
    width = min(1.0, float(axis.cell)) if level else 0.0
    # Gauss and Legendre's nodes: exact for the degree of T_{order-1}, and for cells as small as one likes
    nodes, parts = _nodes((order + 1) // 2 if level else 1)
    points = distance[..., None] + nodes * (width / 2)  # (count, 2, nodes)
    functions = np.polynomial.chebyshev.chebvander(points, order - 1)
    return first, share, np.einsum("cpgl,g->cpl", functions, parts / 2)


def _cornered(axis: Axis, size: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The latent, of `size`, that each cell starts in, and how far past its centre."""
    index, fraction = axis.corners()
    inside = np.clip(index, 0, size - 1)
    return inside, np.clip((index - inside) + (fraction - 0.5), -0.5, 0.5)


@cache
def _nodes(count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Gauss and Legendre's in [-1, 1], and their parts of the integral; finding them takes longer than using them."""
    return np.polynomial.legendre.leggauss(count)


def dense_operator(axis: Axis, size: int, order: int) -> Tensor:
    """The means as one matrix (count, size * order) float32, for training, where autograd wants few large products."""
    first, weights = basis(axis, (0, max(size, 2)), size, order, EnsembleWeights.SMOOTH)
    operator = np.zeros((axis.count, max(size, 2), order), dtype=np.float32)
    samples = np.arange(axis.count)
    operator[samples, first] = weights[:, 0]
    operator[samples, first + 1] += weights[:, 1].astype(np.float32)
    return torch.from_numpy(operator[:, :size].reshape(axis.count, size * order))


def runs(index: NDArray[np.int64]) -> Runs:
    """Where equal neighbours of the sorted (count,) `index` begin and end, and their value: [(first, last, value)]."""
    edges = np.flatnonzero(np.diff(index)) + 1
    bounds = [0, *edges.tolist(), len(index)]
    return [(a, b, int(index[a])) for a, b in pairwise(bounds)]


@dataclass(frozen=True)
class Columns:
    """The banded matrix of an axis in blocks, for three colours side by side.

    spans: for each block its samples [first, last) and its latents [low, high). blocks: (count, latents * 3 * order,
    samples * 3), rows by latent, colour, order, columns by sample, colour; zeros where a block is smaller than others.
    """

    spans: list[tuple[int, int, int, int]]
    blocks: Tensor


def columns(first: NDArray[np.int64], weights: NDArray[np.float64]) -> Columns:
    """What `basis` found, in blocks of about ACROSS samples."""
    pairs = runs(first)
    group = min(-(-ACROSS * len(pairs) // len(first)), MOST)
    spans = []
    for k in range(0, len(pairs), group):
        (start, _, low), (_, end, high) = pairs[k], pairs[min(k + group, len(pairs)) - 1]
        spans.append((start, end, low, high + 2))
    starts, ends, lows, highs = np.array(spans).T
    block = np.searchsorted(starts, np.arange(len(first)), side="right") - 1
    sample, latent = np.arange(len(first)) - starts[block], first - lows[block]
    shape = (len(spans), (highs - lows).max(), 3, weights.shape[2], (ends - starts).max(), 3)
    blocks = np.zeros(shape, dtype=np.float32)
    for colour in range(3):
        blocks[block, latent, colour, :, sample, colour] = weights[:, 0]
        blocks[block, latent + 1, colour, :, sample, colour] = weights[:, 1]
    return Columns(spans, torch.from_numpy(blocks.reshape(len(spans), shape[1] * shape[2] * shape[3], -1)))


def contract(
    coefficients: Tensor, rows: tuple[Runs, Tensor], cols: Columns, check: Callable[[], None]
) -> Tensor:
    """(h, n, w, 3n) coefficients, contiguous -> (R, C, 3) of the weights' type.

    rows: runs of samples between the same two latents, with the first of these, and the weights (R, 2n) of `basis`.
    Latents are counted from the first one in `coefficients`. Each run is one product over a view of the memory as it
    lies, and so is each block of columns: nothing is gathered. Every few ms `check` is called, and may raise.
    """
    samples = cols.spans[-1][1]
    out = rows[1].new_empty(len(rows[1]), samples, 3)
    line = coefficients.shape[2] * coefficients.shape[3] * out.element_size()
    most = max(1, PASSING // line)

    def band(first: int, last: int) -> None:
        for low in range(first, last, most):
            check()
            high = min(low + most, last)
            _contract(coefficients, rows, cols, low, out[low:high].view(high - low, samples * 3))

    cores.parallel_rows(band, out)
    return out


def _contract(
    coefficients: Tensor, rows: tuple[Runs, Tensor], cols: Columns, first: int, out: Tensor
) -> None:
    """`contract` of the rows from `first` on into `out`, (r, C 3)."""
    _, n, width, parts = coefficients.shape
    last = first + len(out)
    met = [(max(a, first) - first, min(b, last) - first, i) for a, b, i in rows[0] if a < last and b > first]
    top, bottom = met[0][2], met[-1][2] + 2
    # kept in half precision, which is too coarse for sums
    lines = coefficients[top:bottom].view((bottom - top) * n, width * parts).to(out.dtype)
    middle = lines.new_empty(len(out), width * parts)
    for low, high, i in met:
        seen = lines[(i - top) * n : (i - top + 2) * n]
        torch.mm(rows[1][first + low : first + high], seen, out=middle[low:high])
    for (a, b, i, j), block in zip(cols.spans, cols.blocks, strict=True):
        seen, inner = block[: (j - i) * parts, : (b - a) * 3], middle[:, i * parts : j * parts]
        torch.mm(inner, seen, out=out[:, a * 3 : b * 3])
