"""Local polynomials along one axis: which latents a sample blends, with which weights, where each is evaluated.

Every latent carries a polynomial of the distance from its centre. A sample blends the polynomials of the two latents
around it with the weights of the local ensemble (paper, section 3.1). engine/models/separable.py evaluates grids with
this on the processor, viewer/graphics/ on a graphics card. No torch.

A worked example, on one axis with order 2 (T_0 = 1, T_1(t) = t) and linear weights. Latent 0 has its centre at 0.5 px
and the polynomial 10 + 2 t, latent 1 has its centre at 1.5 px and the polynomial 20 - 4 t. The sample is at 0.75 px:

    latent   distance t   weight   value of its polynomial   entries of the row of A: weight · (T_0, T_1)
    0             0.25     0.75    10 + 2 ·  0.25 = 10.5     0.75    0.1875
    1            -0.75     0.25    20 - 4 · -0.75 = 23       0.25   -0.1875

    blend    0.75 · 10.5 + 0.25 · 23                                   = 13.625
    product  (0.75, 0.1875, 0.25, -0.1875) · (10, 2, 20, -4)           = 13.625

`ensemble_terms` returns weights and (T_0, T_1) of this table, `basis` the entries of the row.
"""

from enum import Enum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.geometry.axis import Axis


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
    nodes, weights = quadrature((order + 1) // 2 if width else 1)
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
def quadrature(count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Gauss-Legendre nodes in [-1, 1] and their weights. Cached: finding them takes longer than using them."""
    return np.polynomial.legendre.leggauss(count)
