"""A picture as blended local polynomials, and a grid of queries of it as two passes of small matrix products.

Each latent (i, j) carries a polynomial of the position, sum_lk c[l, k] T_l(y) T_k(x), in Chebyshev polynomials T of
the distance from its centre in latents, [-1, 1]². A query blends the four around it by the local ensemble's areas
(paper, section 3.1), which part into a weight along y and one along x. So do the basis functions, therefore a
viewport is a product with a banded matrix from the left, one from the right: ~100 multiplications a pixel.
"""

from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine import cores
from engine.axis import Axis

Runs = list[tuple[int, int, int]]


def basis(axis: Axis, size: int, order: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """What each sample of `axis` takes from the two latents around it.

    first (count,): the first of the two (latent index). weights (count, 2, order) float64: of T_0 … T_{order-1} of
    `first`, then of the next latent, times the ensemble's weight.
    """
    first, u = axis.neighbours(size)
    alone = np.zeros_like(u) if size == 1 else np.clip(u, 0.0, 1.0)
    share = np.stack([1.0 - alone, alone], axis=1)  # (count, 2)
    distance = np.stack([u, u - 1.0], axis=1)
    # a latent whose share is 0 may lie farther than 1 away, where T_l grows
    functions = np.polynomial.chebyshev.chebvander(np.clip(distance, -1.0, 1.0), order - 1)
    return first, share[..., None] * functions


def dense_operator(axis: Axis, size: int, order: int) -> Tensor:
    """The same as one matrix (count, size * order) float32, for training, where autograd wants few large products."""
    first, weights = basis(axis, size, order)
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


def contract(coefficients: Tensor, rows: tuple[Runs, Tensor], cols: tuple[Runs, Tensor]) -> Tensor:
    """(h, n, 3, w, n) coefficients, contiguous -> (R, 3, C).

    rows, cols: for each run of samples the first of its two latents, relative to `coefficients`, and the weights
    (count, 2n) of `basis`. Each run is one product over a view of the memory as it lies: nothing is gathered.
    """
    out = coefficients.new_empty(len(rows[1]), coefficients.shape[2], len(cols[1]))

    def band(first: int, last: int) -> None:
        within = [(max(a, first), min(b, last), i) for a, b, i in rows[0] if a < last and b > first]
        part = [(a - first, b - first, i) for a, b, i in within]
        _contract(coefficients, (part, rows[1][first:last]), cols, out[first:last])

    if coefficients.is_cuda:
        band(0, len(out))
    else:
        cores.spread(band, len(out))
    return out


def _contract(
    coefficients: Tensor, rows: tuple[Runs, Tensor], cols: tuple[Runs, Tensor], out: Tensor
) -> None:
    """`contract` into `out`."""
    height, n, channels, width, _ = coefficients.shape
    (row_runs, row_basis), (col_runs, col_basis) = rows, cols
    lines = coefficients.view(height * n, channels * width * n)
    middle = lines.new_empty(len(row_basis), channels * width * n)  # (R, 3 w n)
    for a, b, i in row_runs:
        torch.mm(row_basis[a:b], lines[i * n : (i + 2) * n], out=middle[a:b])
    middle = middle.view(-1, width * n)  # (R 3, w n)
    flat, turned = out.view(-1, len(col_basis)), col_basis.T  # (R 3, C), (2n, C)
    for a, b, j in col_runs:
        torch.mm(middle[:, j * n : (j + 2) * n], turned[:, a:b], out=flat[:, a:b])
