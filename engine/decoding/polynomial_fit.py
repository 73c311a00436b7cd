"""Fits one polynomial per latent to the colours that a model predicts around it.

A latent predicts a colour for each position (y, x) in [-1, 1]² around its centre. `fit` queries the model at a grid of
n x n positions and returns the Chebyshev coefficients of the polynomial through them. n is one of LEVELS. Each latent
starts at the coarsest level and moves to the next one only if its polynomial misses the model there.

Positions. Level n uses Fejér's points: the inner extrema of the Chebyshev polynomial of degree n + 1, that is
cos(k pi / (n + 1)) for k = 1 … n. Two properties matter. Each level contains all points of the level before, so no
query is repeated. And no point is at -1 or 1, where the local ensemble gives the latent a weight of 0.

Acceptance. Errors are in levels of 255, multiplied by the latent's ensemble weight at that position.
  3 x 3:    kept if it is within NEAR at the four test points between its own points.
  7 x 7:    kept if the 3 x 3 polynomial is within FAR at the 7 x 7 points. Its own error is then about a fifth.
  15 x 15:  kept if the 7 x 7 polynomial is within FAR at the 15 x 15 points.
  31 x 31:  kept if the 15 x 15 polynomial is within TOO_FAR at the 31 x 31 points. Otherwise the fit fails.

Example, along one axis and in levels of 255. Level 3 has the points -0.707, 0 and 0.707. The model predicts 10, 20 and
40 there. With T_0 = 1, T_1 = y and T_2 = 2y² - 1 (which is 0, -1, 0 at the three points):
  c_0 = (10 + 40) / 2 = 25,   c_1 = (40 - 10) / (2 * 0.707) = 21.21,   c_2 = 25 - 20 = 5.
The test point between 0 and 0.707 is 0.383. The polynomial gives 25 + 21.21 * 0.383 - 5 * 0.707 = 29.58 there. If the
model predicts 30.00, the error is 0.42 times the latent's weight 1 - 0.383, so 0.26. That is within NEAR: three
coefficients are enough along this axis.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from math import inf
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from numpy.polynomial.chebyshev import chebpts2, chebvander
from numpy.typing import NDArray
from torch import Tensor

from engine.geometry.local_basis import EnsembleWeights

LEVELS = (3, 7, 15, 31)
"""Points along one axis. Every second point of a level belongs to the level before it."""
NEAR, FAR, TOO_FAR = 0.5, 6.0, 12.0
"""Largest accepted errors, levels of 255, weighted: of the first level; of a level at the points of the next one; of
the last level but one. See the module's docstring."""
TEST_POINTS = slice(2, 5, 2)
"""Points of the second level, along one axis, that test the first level: between its points, next to the centre."""
TESTS = 4
"""Test points of a latent."""
PROBED = 23
"""One latent in so many is fitted first. It is prime to a tile's side, so that they lie in all rows and columns."""

Predict = Callable[[Tensor, Tensor], Tensor]
"""Latent indices (L,) and positions (P, 2) in [-1, 1] -> colours (L, P, 3) in [-1, 1]. See PerLatent.predict."""
GridIndices = tuple[Tensor, Tensor]
"""Indices of some points of a level along y and along x, (P,) each."""


class Step(NamedTuple):
    """What one level gave. latents: those that were queried at it, (L,). coefficients: theirs, (L, n, n, 3).

    made: its queries. needed: those of the next level; infinity if the finest one was not fine enough.
    """

    latents: Tensor
    coefficients: Tensor
    made: int
    needed: float


def fit(
    predict: Predict,
    count: int,
    weights: EnsembleWeights,
    device: torch.device,
    most: float = inf,
    tolerance: float = 1.0,
) -> Tensor | None:
    """Returns the Chebyshev coefficients of `count` latents, (count, n, n, 3) float32: order in y, order in x, colour.

    n is the level that the most difficult latent needed; the others have zeros above their own level. tolerance: factor
    of NEAR and FAR.
    Returns None if one latent needs more than the finest level, or the fit would take more than `most` queries for each
    latent. That is found out early: first every PROBED-th latent is fitted alone, then each level is counted before it.
    """
    fitted = None
    if most < inf and _too_many(
        predict, torch.arange(0, count, PROBED, device=device), weights, most, tolerance
    ):
        return None
    for step in _steps(predict, torch.arange(count, device=device), weights, tolerance):
        if fitted is None:
            fitted = step.coefficients
        order = step.coefficients.shape[1]
        fitted = F.pad(fitted, (0, 0, 0, order - fitted.shape[2], 0, order - fitted.shape[1]))
        fitted[step.latents] = step.coefficients
        if step.needed == inf or step.needed > most * count:
            return None
    return fitted


def _too_many(
    predict: Predict, latents: Tensor, weights: EnsembleWeights, most: float, tolerance: float
) -> bool:
    """Returns whether fitting these latents takes more than `most` queries for each of them."""
    made = 0
    for step in _steps(predict, latents, weights, tolerance):
        made += step.made
        if made + step.needed > most * len(latents):
            return True
    return False


def _steps(predict: Predict, latents: Tensor, weights: EnsembleWeights, tolerance: float) -> Iterator[Step]:
    """Fits latents level by level. Each level is computed when it is taken."""
    values, error = _query_first_level(predict, latents, weights)
    coefficients, limit = _along_both_axes(_to_coefficients(LEVELS[0]), values), NEAR
    made = len(latents) * (LEVELS[0] ** 2 + TESTS)
    for level, finer in pairwise(LEVELS):
        beyond = error > limit * tolerance
        needed = int(beyond.sum()) * (finer**2 - level**2)
        yield Step(latents, coefficients, made, needed)
        if not needed:
            return
        latents, made, limit = latents[beyond], needed, FAR
        expected = _along_both_axes(_to_values(level, finer), coefficients[beyond])
        values = _query_finer_level(predict, latents, values[beyond], finer)
        error = _largest_error(expected, values, _ensemble_weight(finer, weights))
        coefficients = _along_both_axes(_to_coefficients(finer), values)
    yield Step(latents, coefficients, made, inf if error.max() > TOO_FAR else 0)


def _query_first_level(predict: Predict, latents: Tensor, weights: EnsembleWeights) -> tuple[Tensor, Tensor]:
    """Returns the values at the first level's points, (L, 3, 3, 3), and the errors at the test points, (L,)."""
    first, second = LEVELS[:2]
    # one call for both sets of points: each call has a fixed cost of some ms
    positions = torch.cat([_positions(first, _all_points(first)), _positions(second, _test_points(second))])
    colours = predict(latents, positions.to(latents.device))
    values = colours[:, : first * first].reshape(len(latents), first, first, 3)
    coefficients = _along_both_axes(_to_coefficients(first), values)
    expected = _along_both_axes(_to_values(first, second)[TEST_POINTS], coefficients).flatten(1, 2)
    weight = _ensemble_weight(second, weights)[TEST_POINTS, TEST_POINTS].flatten(0, 1)
    return values, _largest_error(expected, colours[:, first * first :], weight)


def _query_finer_level(predict: Predict, latents: Tensor, values: Tensor, level: int) -> Tensor:
    """Returns the values at the points of `level`, (L, level, level, 3). values: those of the level before.

    Queries only the points that the level before does not have.
    """
    finer = values.new_empty(len(latents), level, level, 3)
    finer[:, 1::2, 1::2] = values
    added = _added_points(level)
    finer[:, *added] = predict(latents, _positions(level, added).to(values.device))
    return finer


def _largest_error(expected: Tensor, colours: Tensor, weight: Tensor) -> Tensor:
    """Returns each latent's largest weighted error, (L,), levels of 255."""
    error = (expected - colours).abs_().mul_(127.5 * weight.to(expected.device))
    return error.flatten(1).amax(1)


def _along_both_axes(matrix: Tensor, values: Tensor) -> Tensor:
    """Applies the matrix (m, n) along y and along x: (L, n, n, 3) -> (L, m, m, 3)."""
    matrix = matrix.to(values.device)
    return torch.einsum("ka,lb,iabc->iklc", matrix, matrix, values)


def _grid_indices(indices: Tensor) -> GridIndices:
    y, x = torch.cartesian_prod(indices, indices).T
    return y, x


@cache
def _all_points(level: int) -> GridIndices:
    return _grid_indices(torch.arange(level))


@cache
def _added_points(level: int) -> GridIndices:
    """Points of `level` that the level before does not have."""
    y, x = _all_points(level)
    added = (y % 2 == 0) | (x % 2 == 0)
    return y[added], x[added]


@cache
def _test_points(level: int) -> GridIndices:
    """Points of the second level that test the first one; see TEST_POINTS."""
    return _grid_indices(torch.arange(level)[TEST_POINTS])


def _positions(level: int, indices: GridIndices) -> Tensor:
    """Returns the (y, x) positions of points, (P, 2) float32 in (-1, 1)."""
    along = torch.from_numpy(_fejer_points(level)).float()
    return torch.stack([along[each] for each in indices], dim=1)


@cache
def _to_coefficients(level: int) -> Tensor:
    """Matrix (level, level) from the values at a level's points to Chebyshev coefficients."""
    return torch.from_numpy(np.linalg.inv(chebvander(_fejer_points(level), level - 1))).float()


@cache
def _to_values(order: int, level: int) -> Tensor:
    """Matrix (level, order) from `order` Chebyshev coefficients to the values at a level's points."""
    return torch.from_numpy(chebvander(_fejer_points(level), order - 1)).float()


@cache
def _ensemble_weight(level: int, weights: EnsembleWeights) -> Tensor:
    """Returns a latent's ensemble weight at a level's points, (level, level, 1)."""
    blended = weights.members > 1
    along = 1.0 - torch.from_numpy(_fejer_points(level)).float().abs() if blended else torch.ones(level)
    return (along[:, None] * along)[..., None]


def _fejer_points(level: int) -> NDArray[np.float64]:
    """Extrema of the Chebyshev polynomial of degree level + 1, without the two ends (Fejér's points), ascending."""
    return chebpts2(level + 2)[1:-1]
