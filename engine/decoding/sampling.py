"""Bounded sampling: a costly model's latents as polynomials, which every zoom uses again.

What a latent predicts about its centre is nearly a polynomial. So it is asked at 3 x 3 points, and at four between
them: where its answers there are about what the polynomial of the nine says, that one is kept. If not, it is asked at
7 x 7 points; where the polynomial of the nine is far off at these, at 15 x 15; then at 31 x 31. Those of before are
among them. The view is then decoded as the Live model's is (engine/models/polynomial.py), with the model's own shares
of the latents. Where even the polynomial of 15 x 15 points is much too far off, the model itself decodes.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import log2
from typing import TypeGuard

import numpy as np
import torch
import torch.nn.functional as F
from numpy.polynomial.chebyshev import chebpts2, chebvander
from numpy.typing import NDArray
from torch import Tensor

from engine.base.resources import DEFAULT_RESOURCES, Resources
from engine.decoding.latents import Latents
from engine.decoding.tile_cache import TileCache
from engine.geometry.axis import Axis
from engine.geometry.tile_index import Span, overlap, tile_indices
from engine.models import polynomial
from engine.models.implicit import Check, PerLatent, PreparedMap, never_cancel
from engine.models.separable import EnsembleWeights

MIN_SCALE = 4
"""The scale from which on a latent's points are fewer than the px that it has a say in."""
LEVELS = (3, 7, 15, 31)
"""Points along an axis; of each level every other one is of the level before."""
NEAR, FAR, TOO_FAR = 0.5, 6.0, 12.0
"""Of 255, of a latent's predictions times their shares of the colour. Where the first level is as near between its
points, it is the last; where a level is as far off at the points of the next, that one does not do either (it is about
a fifth as far off); and where the last but one is as far off as this, none does."""
BETWEEN = slice(2, 5, 2)
"""Of the second level's points those that the first is compared with, along an axis: between its, near the centre."""
SIDE = 32
"""Latents along a side of the tiles that are kept."""
SMALLEST = 8
"""Octaves: smaller cells than 2**-SMALLEST source px are no other for a model trained on a quarter and more."""

Predict = Callable[[Tensor, Tensor], Tensor]
"""Numbers of latents (L,), points (P, 2) in [-1, 1] -> (L, P, 3): see Local.predict."""


def can_sample(net: object, scale: float) -> TypeGuard[PerLatent]:
    """Whether a view is had for less this way."""
    return isinstance(net, PerLatent) and scale >= MIN_SCALE


def tile_side(scale: float) -> int:
    """Device px along a side of the tiles in which a view is best asked for: there soon, and not too many."""
    return 512 if scale < 16 else 1024


class SampledLatents:
    """Those of one picture under one model, for which a latent is a source px. One thread's own."""

    def __init__(self, latents: Latents, room: Resources = DEFAULT_RESOURCES) -> None:
        self._latents = latents
        self._tiles: TileCache[Tensor] = TileCache(room.samples)

    def decode(self, rows: Axis, cols: Axis, check: Check = never_cancel) -> Tensor:
        """The grid rows x cols (source px) -> (R, C, 3) float32, near to what `Latents.decode` returns.

        Within 6 of 255, and 1 on average. Raises what `check` raises.
        """
        net = self._latents.model.net
        if can_sample(net, float(1 / max(rows.step, cols.step))):
            cell = _held(rows.cell), _held(cols.cell)
            height, width = self._latents.size
            with torch.inference_mode():
                fitted = self._fitted(net, rows.latents(height), cols.latents(width), cell, check)
                if fitted is not None:
                    order = fitted.values.shape[1]
                    return polynomial.decode(fitted, rows, cols, order, net.ensemble_weights, check)
        return self._latents.decode(rows, cols, check)

    @property
    def cached_bytes(self) -> int:
        """Bytes kept."""
        return self._tiles.cached_bytes

    def _fitted(
        self, net: PerLatent, down: Span, across: Span, cell: tuple[float, float], check: Check
    ) -> PreparedMap | None:
        """The polynomials of the latents `down` x `across`, as many coefficients each as any of them has.

        None where a tile of them has none that is near enough.
        """
        tiles = {}
        for place in tile_indices(down, across, SIDE):
            tile = self._tiles.get((cell, place))
            if tile is None:
                check()
                tile = self._fit(net, place, cell, check)
                self._tiles.put((cell, place), tile, tile.nbytes)
            if not tile.numel():
                return None
            tiles[place] = tile
        order = max(tile.shape[1] for tile in tiles.values())
        like = next(iter(tiles.values()))
        out = like.new_zeros(down[1] - down[0], order, across[1] - across[0], 3, order)
        for (row, col), tile in tiles.items():
            (y, into_y), (x, into_x) = overlap(row * SIDE, SIDE, down), overlap(col * SIDE, SIDE, across)
            own = tile.shape[1]
            out[into_y, :own, into_x, :, :own] = tile[y, :, x]
        return PreparedMap(out.flatten(3), down[0], across[0], *self._latents.size)

    def _fit(self, net: PerLatent, place: tuple[int, int], cell: tuple[float, float], check: Check) -> Tensor:
        """The polynomials of a tile's latents, (h, n, w, 3, n) float16; none at all where they are not near enough."""
        down, across = (
            (number * SIDE, min((number + 1) * SIDE, size))
            for number, size in zip(place, self._latents.size, strict=True)
        )
        prepared = self._latents.prepared(down, across, check)
        height, _, width, _ = prepared.values.shape

        def predict(which: Tensor, points: Tensor) -> Tensor:
            reached, dtype = points * net.ensemble_weights.reach, self._latents.compute.dtype
            return net.predict(prepared, which, reached, cell, dtype, check)

        found = fit(predict, height * width, net.ensemble_weights, prepared.values.device)
        if found is None:
            return torch.empty(0, dtype=torch.half)
        order = found.shape[1]
        turned = found.view(height, width, order, order, 3).permute(0, 2, 1, 4, 3)
        return turned.to(torch.half, memory_format=torch.contiguous_format)


def fit(predict: Predict, count: int, shares: EnsembleWeights, device: torch.device) -> Tensor | None:
    """The Chebyshev coefficients of `count` latents' predictions, (count, n, n, 3) float32: in y, in x, of colour.

    n: of the level that the most difficult of them needed. None where no level was fine enough; see FAR.
    """
    first, second = LEVELS[:2]
    left = torch.arange(count, device=device)
    # in one go, as each costs some ms for itself
    both = torch.cat([_at(first, _all(first)), _at(second, _between(second))])
    answers = predict(left, both.to(device))
    values = answers[:, : first * first].reshape(count, first, first, 3)
    coefficients = found = _along(_inverse(first), values)
    guess = _along(_functions(first, second)[BETWEEN], coefficients).flatten(1, 2)
    wrong = _off(guess, answers[:, first * first :], _weights(second, shares)[BETWEEN, BETWEEN].flatten(0, 1))
    for before, level in pairwise(LEVELS):
        still = wrong > (NEAR if before == first else FAR)
        if not still.any():
            return found
        left = left[still]
        finer = values.new_empty(len(left), level, level, 3)
        finer[:, 1::2, 1::2] = values[still]
        fresh = _fresh(level)
        finer[:, *fresh] = predict(left, _at(level, fresh).to(device))
        wrong = _off(_along(_functions(before, level), coefficients[still]), finer, _weights(level, shares))
        values, coefficients = finer, _along(_inverse(level), finer)
        found = F.pad(found, (0, 0, 0, level - found.shape[2], 0, level - found.shape[1]))
        found[left] = coefficients
    return None if wrong.max() > TOO_FAR else found


def _off(guess: Tensor, answers: Tensor, shares: Tensor) -> Tensor:
    """By how much a guess is wrong at most, (L,), of 255."""
    wrong = guess.sub(answers).abs_().mul_(127.5 * shares.to(guess.device))
    return wrong.flatten(1).amax(1)


def _along(matrix: Tensor, values: Tensor) -> Tensor:
    """(m, n) and (L, n, n, 3) -> (L, m, m, 3): along both axes."""
    matrix = matrix.to(values.device)
    return torch.einsum("ka,lb,iabc->iklc", matrix, matrix, values)


Numbers = tuple[Tensor, Tensor]
"""Of a level's points along y and along x, (P,) each."""


def _grid(numbers: Tensor) -> Numbers:
    y, x = torch.cartesian_prod(numbers, numbers).T
    return y, x


@cache
def _all(level: int) -> Numbers:
    return _grid(torch.arange(level))


@cache
def _fresh(level: int) -> Numbers:
    """Those that are not of the level before."""
    y, x = _all(level)
    fresh = (y % 2 == 0) | (x % 2 == 0)
    return y[fresh], x[fresh]


@cache
def _between(level: int) -> Numbers:
    """Those of BETWEEN."""
    return _grid(torch.arange(level)[BETWEEN])


def _at(level: int, numbers: Numbers) -> Tensor:
    """Where they are, (P, 2) in (-1, 1)."""
    places = torch.from_numpy(_extrema(level)).float()
    return torch.stack([places[each] for each in numbers], dim=1)


@cache
def _inverse(level: int) -> Tensor:
    """(level, level): the Chebyshev coefficients of values at a level's points."""
    return torch.from_numpy(np.linalg.inv(chebvander(_extrema(level), level - 1))).float()


@cache
def _functions(order: int, level: int) -> Tensor:
    """(level, order): T_0 … T_{order-1} at a level's points."""
    return torch.from_numpy(chebvander(_extrema(level), order - 1)).float()


@cache
def _weights(level: int, shares: EnsembleWeights) -> Tensor:
    """A latent's share of the colour at a level's points, (level, level, 1)."""
    along = (
        1.0 - torch.from_numpy(_extrema(level)).float().abs() if shares.reach == 1.0 else torch.ones(level)
    )
    return (along[:, None] * along)[..., None]


def _extrema(level: int) -> NDArray[np.float64]:
    """Those of Chebyshev's polynomial of degree level + 1, without the ends, where a latent has no share (Fejér)."""
    return chebpts2(level + 2)[1:-1]


def _held(cell: Fraction) -> float:
    """The cell to the next half octave, so that a zoom uses samples again.

    Measured with the authors' weights in fine texture at ×4, where it is most: 0.11 of 255 on average, 1.4 at most.
    """
    halves = max(round(2 * log2(cell)), -2 * SMALLEST)
    return float(2.0 ** (halves / 2))
