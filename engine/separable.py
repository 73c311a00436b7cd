"""A grid of queries of a separable basis, as two passes of small matrix products.

Where a query's colour is sum_ml sum_nk phi_ml(y) phi_nk(x) c[i + m, l, j + n, k], with m, n in {0, 1} the two
latents around it along an axis and l, k the basis functions, the sum over rows and the sum over columns part:
a viewport costs ~100 multiplications a pixel, whatever network made the coefficients c.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

Runs = list[tuple[int, int, int]]


def runs(index: NDArray[np.int64]) -> Runs:
    """Where equal neighbours of the sorted (count,) `index` begin and end, and their value: [(first, last, value)]."""
    edges = np.flatnonzero(np.diff(index)) + 1
    bounds = [0, *edges.tolist(), len(index)]
    return [(a, b, int(index[a])) for a, b in zip(bounds, bounds[1:], strict=False)]


def contract(coefficients: Tensor, rows: tuple[Runs, Tensor], cols: tuple[Runs, Tensor]) -> Tensor:
    """(h, n, 3, w, n) coefficients, contiguous -> (R, 3, C).

    rows, cols: for each run of samples the first of its two latents, relative to `coefficients`, and the basis
    (count, 2n) at each sample: the n functions of that latent, then those of the next, times the ensemble's weights.
    """
    height, n, channels, width, _ = coefficients.shape
    (row_runs, row_basis), (col_runs, col_basis) = rows, cols
    lines = coefficients.reshape(height * n, channels * width * n)
    middle = lines.new_empty(len(row_basis), channels * width * n)  # (R, 3 w n)
    for a, b, i in row_runs:
        torch.mm(row_basis[a:b], lines[i * n : (i + 2) * n], out=middle[a:b])
    middle = middle.view(-1, width * n)  # (R 3, w n)
    out = lines.new_empty(len(middle), len(col_basis))  # (R 3, C)
    turned = col_basis.T
    for a, b, j in col_runs:
        torch.mm(middle[:, j * n : (j + 2) * n], turned[:, a:b], out=out[:, a:b])
    return out.view(-1, channels, len(col_basis))
