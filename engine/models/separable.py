"""Evaluates local polynomials on a grid of queries, as two passes of small matrix products.

Every latent (i, j) carries a polynomial of the position, sum_lk c[l, k] T_l(y) T_k(x). T_l are Chebyshev polynomials of
the distance from the latent's centre, scaled to [-1, 1]. A query blends the polynomials of the four latents around it
with the weights of the local ensemble (paper, section 3.1). Each weight is a product of one weight along y and one
along x. The same holds for the polynomials, and for their means over a pixel. So the two axes can be summed one after
the other: the colours of a grid are

    colours = A · coefficients · Bᵀ          A: (R, h · order) along y     B: (C, w · order) along x

A and B are banded: a row has entries only at the two latents around its sample. That is about 100 multiplications a
pixel.

A worked example, on one axis with order 2 (T_0 = 1, T_1(t) = t) and linear weights. Latent 0 has its centre at 0.5 px
and the polynomial 10 + 2 t, latent 1 has its centre at 1.5 px and the polynomial 20 - 4 t. The sample is at 0.75 px:

    latent   distance t   weight   value of its polynomial   entries of the row of A: weight · (T_0, T_1)
    0             0.25     0.75    10 + 2 ·  0.25 = 10.5     0.75    0.1875
    1            -0.75     0.25    20 - 4 · -0.75 = 23       0.25   -0.1875

    blend    0.75 · 10.5 + 0.25 · 23                                   = 13.625
    product  (0.75, 0.1875, 0.25, -0.1875) · (10, 2, 20, -4)           = 13.625

`ensemble_terms` returns weights and (T_0, T_1) of this table, `basis` the entries of the row.
"""

from collections.abc import Callable, Iterator
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
"""Runs of equal values in an array: [(first, last, value)], `last` exclusive."""

BLOCK_SAMPLES = 20
MAX_BLOCK_PAIRS = 8
"""A block of columns has about BLOCK_SAMPLES samples, from at most MAX_BLOCK_PAIRS pairs of latents. A larger block
multiplies more zeros, smaller blocks need more products."""
INTERMEDIATE_BYTES = 4 << 20
"""Bytes between the two passes, on each core. They fit a cache, whatever the size of the picture."""


class EnsembleWeights(Enum):
    """Which latents a sample uses along one axis, how they are weighted, and where each is evaluated.

    SMOOTH: the two latents around the sample, with weights 3a² - 2a³, where a is the weight of the paper. These have
    no slope at either end, so the picture's slope does not jump where one latent replaces another. Each latent
    contributes its polynomial's mean over the query's cell, of which at most the width of one latent counts.
    LINEAR: the two latents around the sample, with the paper's weights (equation 4), which are linear. Evaluated in
    the middle of the cell.
    NEAREST, CORNER: the single latent that contains the middle, or the start, of the cell. Evaluated there.
    """

    SMOOTH = 0
    LINEAR = 1
    NEAREST = 2
    CORNER = 3

    @property
    def reach(self) -> float:
        """Largest distance from its centre, in latents, at which a latent is evaluated. It is scaled to [-1, 1]."""
        return 1.0 if self in (EnsembleWeights.SMOOTH, EnsembleWeights.LINEAR) else 0.5

    @property
    def members(self) -> int:
        """Latents that the colour of one query is mixed from, on both axes together."""
        return 4 if self.reach == 1.0 else 1


def basis(
    axis: Axis, latents: tuple[int, int], size: int, order: int, weighting: EnsembleWeights
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The non-zero entries of the axis's banded matrix: `ensemble_terms` with weights and functions multiplied.

    Returns first (count,), the lower latent of each sample's pair, and the entries (count, 2, order).
    """
    first, weights, functions = ensemble_terms(axis, latents, size, order, weighting)
    return first, weights[..., None] * functions


def ensemble_terms(
    axis: Axis, latents: tuple[int, int], size: int, order: int, weighting: EnsembleWeights
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The pair of latents around each sample, their weights, and the polynomials' basis functions there.

    latents: the range [first, last) of latents that are available, at least two. size: latents of the whole map.
    Returns first (count,), index of the lower latent of the pair; weights (count, 2) float64, which sum to 1;
    functions (count, 2, order) float64, T_0 … T_{order-1} of the distance over `weighting.reach`.
    """
    first, offset, second_weight = _latent_pairs(axis, latents, size, weighting)
    smooth = weighting is EnsembleWeights.SMOOTH
    if smooth:
        second_weight = second_weight * second_weight * (3.0 - 2.0 * second_weight)
    weights = np.stack([1.0 - second_weight, second_weight], axis=1)  # (count, 2)
    # a latent with weight 0 may be farther away than its reach, where T_l grows
    distance = np.clip(np.stack([offset, offset - 1.0], axis=1) / weighting.reach, -1.0, 1.0)
    width = min(1.0, float(axis.cell)) if smooth else 0.0
    return first, weights, _mean_functions(distance, width, order)


def _latent_pairs(
    axis: Axis, latents: tuple[int, int], size: int, weighting: EnsembleWeights
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The pair of available latents around each sample, all (count,).

    Returns the index of the lower latent; the distance from its centre, in latents; the linear weight of the upper
    one, which is 0 or 1 if the weighting uses a single latent.

    Positions are rounded, the range of latents is exact. A sample may therefore be computed to be past the range by
    one latent whose other neighbour has weight 0 and is not available: the pair is moved back into the range.
    """
    if weighting.reach < 1.0:
        single, offset = (
            axis.nearest(size) if weighting is EnsembleWeights.NEAREST else _cell_start(axis, size)
        )
        first = np.clip(single, latents[0], latents[1] - 2)
        second_weight = (single - first).astype(np.float64)
        return first, offset + second_weight, second_weight
    lower, offset = axis.neighbours(size)
    first = np.clip(lower, latents[0], latents[1] - 2)
    offset = offset + (lower - first)
    second_weight = np.zeros_like(offset) if size == 1 else np.clip(offset, 0.0, 1.0)
    return first, offset, second_weight


def _mean_functions(distance: NDArray[np.float64], width: float, order: int) -> NDArray[np.float64]:
    """Means of T_0 … T_{order-1} over an interval of `width` around each distance; width 0: the values there.

    (count, 2) -> (count, 2, order). By Gauss-Legendre quadrature, which is exact for the degree of T_{order-1} and
    works for cells of any smallness.
    """
    nodes, weights = _quadrature((order + 1) // 2 if width else 1)
    points = distance[..., None] + nodes * (width / 2)  # (count, 2, nodes)
    functions = np.polynomial.chebyshev.chebvander(points, order - 1)
    means: NDArray[np.float64] = np.einsum("cpgl,g->cpl", functions, weights / 2)
    return means


def _cell_start(axis: Axis, size: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The latent, of `size`, that contains the start of each cell, and the start's distance from its centre."""
    index, fraction = axis.corners()
    inside = np.clip(index, 0, size - 1)
    return inside, np.clip((index - inside) + (fraction - 0.5), -0.5, 0.5)


@cache
def _quadrature(count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Gauss-Legendre nodes in [-1, 1] and their weights. Cached: finding them takes longer than using them."""
    return np.polynomial.legendre.leggauss(count)


def dense_operator(axis: Axis, size: int, order: int) -> Tensor:
    """The banded matrix of SMOOTH weights in dense form, (count, size * order) float32.

    For training, where autograd works best with few large products.
    """
    first, entries = basis(axis, (0, max(size, 2)), size, order, EnsembleWeights.SMOOTH)
    operator = np.zeros((axis.count, max(size, 2), order), dtype=np.float32)
    samples = np.arange(axis.count)
    operator[samples, first] = entries[:, 0]
    operator[samples, first + 1] += entries[:, 1].astype(np.float32)
    return torch.from_numpy(operator[:, :size].reshape(axis.count, size * order))


def runs(index: NDArray[np.int64]) -> Runs:
    """The runs of equal values in the sorted (count,) `index`."""
    edges = np.flatnonzero(np.diff(index)) + 1
    bounds = [0, *edges.tolist(), len(index)]
    return [(a, b, int(index[a])) for a, b in pairwise(bounds)]


@dataclass(frozen=True)
class RowRuns:
    """The banded matrix along y.

    runs: samples between the same two latents, with the index of the lower one, counted from the first latent in the
    coefficients. entries: (R, 2 * order), as `basis` returns them.
    """

    runs: Runs
    entries: Tensor

    def clipped(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """The runs within the samples [first, last), counted from `first`."""
        for start, end, latent in self.runs:
            if start < last and end > first:
                yield max(start, first) - first, min(end, last) - first, latent


@dataclass(frozen=True)
class ColumnBlocks:
    """The banded matrix along x in dense blocks, for three colours side by side.

    spans: for each block its samples [first, last) and its latents [low, high), counted as in RowRuns.
    blocks: (count, latents * 3 * order, samples * 3). Rows go by latent, colour, order, columns by sample, colour.
    A block that is smaller than the largest is padded with zeros.
    """

    spans: list[tuple[int, int, int, int]]
    blocks: Tensor


def column_blocks(first: NDArray[np.int64], entries: NDArray[np.float64]) -> ColumnBlocks:
    """The result of `basis` in blocks of about BLOCK_SAMPLES samples."""
    spans = _block_spans(first)
    starts, ends, lows, highs = np.array(spans).T
    block = np.searchsorted(starts, np.arange(len(first)), side="right") - 1
    sample, latent = np.arange(len(first)) - starts[block], first - lows[block]
    shape = (len(spans), (highs - lows).max(), 3, entries.shape[2], (ends - starts).max(), 3)
    blocks = np.zeros(shape, dtype=np.float32)
    for colour in range(3):
        blocks[block, latent, colour, :, sample, colour] = entries[:, 0]
        blocks[block, latent + 1, colour, :, sample, colour] = entries[:, 1]
    return ColumnBlocks(
        spans, torch.from_numpy(blocks.reshape(len(spans), shape[1] * shape[2] * shape[3], -1))
    )


def _block_spans(first: NDArray[np.int64]) -> list[tuple[int, int, int, int]]:
    """ColumnBlocks.spans for the lower latents (count,) of all samples."""
    pairs = runs(first)
    group = min(-(-BLOCK_SAMPLES * len(pairs) // len(first)), MAX_BLOCK_PAIRS)
    spans = []
    for k in range(0, len(pairs), group):
        (start, _, low), (_, end, high) = pairs[k], pairs[min(k + group, len(pairs)) - 1]
        spans.append((start, end, low, high + 2))
    return spans


def contract(coefficients: Tensor, rows: RowRuns, cols: ColumnBlocks, check: Callable[[], None]) -> Tensor:
    """Contiguous coefficients (h, n, w, 3n), n the order -> colours (R, C, 3) in the dtype of the rows' entries.

    Each run of rows and each block of columns is one product over a view of the coefficients as they are stored:
    nothing is gathered. check: cancellation check, called every few ms; whatever it raises is passed on.
    """
    samples = cols.spans[-1][1]
    out = rows.entries.new_empty(len(rows.entries), samples, 3)
    row_bytes = coefficients.shape[2] * coefficients.shape[3] * out.element_size()
    height = max(1, INTERMEDIATE_BYTES // row_bytes)

    def band(first: int, last: int) -> None:
        for low in range(first, last, height):
            check()
            high = min(low + height, last)
            _contract_rows(coefficients, rows, cols, low, out[low:high].view(high - low, samples * 3))

    cores.parallel_rows(band, out)
    return out


def _contract_rows(coefficients: Tensor, rows: RowRuns, cols: ColumnBlocks, first: int, out: Tensor) -> None:
    """Writes the rows of `contract` from sample `first` on into `out`, (r, C * 3)."""
    _, n, width, channels = coefficients.shape
    clipped = list(rows.clipped(first, first + len(out)))
    top, bottom = clipped[0][2], clipped[-1][2] + 2
    # cached coefficients may be in half precision, which is too coarse for sums
    lines = coefficients[top:bottom].view((bottom - top) * n, width * channels).to(out.dtype)
    middle = lines.new_empty(len(out), width * channels)
    for low, high, latent in clipped:
        pair = lines[(latent - top) * n : (latent - top + 2) * n]
        torch.mm(rows.entries[first + low : first + high], pair, out=middle[low:high])
    for (a, b, low, high), block in zip(cols.spans, cols.blocks, strict=True):
        inner = middle[:, low * channels : high * channels]
        entries = block[: (high - low) * channels, : (b - a) * 3]
        torch.mm(inner, entries, out=out[:, a * 3 : b * 3])
