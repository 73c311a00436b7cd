"""Evaluates local polynomials on a grid of queries, as two passes of small matrix products.

Every latent (i, j) carries a polynomial of the position, sum_lk c[l, k] T_l(y) T_k(x). T_l are Chebyshev polynomials of
the distance from the latent's centre, scaled to [-1, 1]. A query blends the polynomials of the four latents around it
with the weights of the local ensemble (paper, section 3.1). Each weight is a product of one weight along y and one
along x. The same holds for the polynomials, and for their means over a pixel. So the two axes can be summed one after
the other: the colours of a grid are

    colours = A · coefficients · Bᵀ          A: (R, h · order) along y     B: (C, w · order) along x

A and B are banded: a row has entries only at the two latents around its sample. That is about 100 multiplications a
pixel.
engine/geometry/local_basis.py has the entries of a row, and a worked example.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.compute import cores

Runs = list[tuple[int, int, int]]
"""Runs of equal values in an array: [(first, last, value)], `last` exclusive."""

BLOCK_SAMPLES = 20
MAX_BLOCK_PAIRS = 8
"""A block of columns has about BLOCK_SAMPLES samples, from at most MAX_BLOCK_PAIRS pairs of latents. A larger block
multiplies more zeros, smaller blocks need more products."""
INTERMEDIATE_BYTES = 4 << 20
"""Bytes between the two passes, on each core. They fit a cache, whatever the size of the picture."""


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
