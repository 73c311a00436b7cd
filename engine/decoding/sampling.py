"""Sampled decoding: replaces a costly model's latents by polynomials, which every deeper zoom uses again.

LIIF runs its MLP four times per device px. Sampled decoding runs it a few times per latent instead.

Why that is accurate. Up to the centres of its neighbours, the colour that one latent predicts is almost a polynomial of
the position. In most of a photo, 3 x 3 coefficients are off by 0.1 of 255 on average. In the finest texture, 7 x 7 are
off by 0.3, and a few latents need 31 x 31. engine/decoding/polynomial_fit.py measures how many each latent needs.

Why that is fast. A latent contributes to 64 device px at ×4 and to 1,024 at ×16: two source px along each axis. Its fit
costs 13 queries in the usual case (9 points and 4 to test them), then 49, 225 or 961. The polynomials are blended as
Live's are (engine/models/polynomial.py), but with the model's own ensemble weights, so a device px costs as little as
Live's. Only the cell, an input of LIIF's first layer, ties a fit to a zoom. It is rounded to half octaves, so that a
fit serves a range of scales.

The model itself decodes where no polynomial is close enough, below MIN_SCALE, and where its own queries take less time
than those of the fit. docs/sampling.md has the figures.
"""

from fractions import Fraction
from math import log2
from typing import TypeGuard

import torch
from torch import Tensor

from engine.base.resources import DEFAULT_RESOURCES, Resources
from engine.decoding.latents import Latents
from engine.decoding.polynomial_fit import Predict, fit
from engine.decoding.tile_cache import TileCache
from engine.geometry.axis import Axis
from engine.geometry.tile_index import Span, TileIndex, overlap, tile_indices
from engine.models import polynomial
from engine.models.implicit import Check, PerLatent, PreparedMap, never_cancel

MIN_SCALE = 4
"""Scale from which a latent is queried at fewer points than it contributes device px."""
STRICT_CELL, STRICT_TOLERANCE = 1 / 40, 0.2
"""A cell of this many source px or less gets closer fits, so that exact tiles would look the same: few latents are
visible then."""
FIT_COST = 1.5
"""Time of a query of a fit, with its share of the fit, over that of a query of the model's own decoding."""
MIN_CELL_LOG2 = -8
"""log2 of the smallest cell that gets its own fit, source px. Models are trained with cells of a quarter px and more;
smaller cells make no difference to them."""

Cell = tuple[float, float]
"""Height and width of a rounded cell, source px."""


def can_sample(net: object, scale: float) -> TypeGuard[PerLatent]:
    """Returns whether sampled decoding is possible and cheaper at `scale` device px per source px."""
    return isinstance(net, PerLatent) and scale >= MIN_SCALE


def tile_side(scale: float) -> int:
    """Returns the side of the tiles to request for a sampled view, device px.

    They reach beyond the view, and what lies there is fitted for nothing: at ×4 a full-HD view has 40 % more px in
    tiles of 128 px, twice as many in tiles of 512.
    """
    return 128 if scale < 2 * MIN_SCALE else 256 if scale < 4 * MIN_SCALE else 512


class SampledLatents:
    """Polynomials of one picture's latents under one model, cached by tile and cell. Used by one thread.

    The model has one latent per source px.
    """

    def __init__(self, latents: Latents, resources: Resources = DEFAULT_RESOURCES) -> None:
        self._latents = latents
        self._tiles: TileCache[Tensor] = TileCache(resources.samples)

    def decode(self, rows: Axis, cols: Axis, check: Check = never_cancel) -> Tensor:
        """Decodes the grid rows x cols (source px) -> (R, C, 3) float32, an approximation of `Latents.decode`.

        The error is at most 6 of 255, and at most 1 on average. Raises what `check` raises.
        """
        net = self._latents.model.net
        if can_sample(net, float(1 / max(rows.step, cols.step))):
            cell = _rounded_cell(rows.cell), _rounded_cell(cols.cell)
            height, width = self._latents.size
            down, across = rows.latents(height), cols.latents(width)
            with torch.inference_mode():
                exact = rows.count * cols.count * net.ensemble_weights.members
                most = exact / ((down[1] - down[0]) * (across[1] - across[0])) / FIT_COST
                fitted = self._polynomials(net, down, across, cell, most, check)
                if fitted is not None:
                    order = fitted.values.shape[1]
                    return polynomial.decode(fitted, rows, cols, order, net.ensemble_weights, check)
        return self._latents.decode(rows, cols, check)

    @property
    def cached_bytes(self) -> int:
        """Size of the cached polynomials."""
        return self._tiles.cached_bytes

    def clear(self) -> None:
        """Empties the cache."""
        self._tiles.clear()

    def _polynomials(
        self, net: PerLatent, down: Span, across: Span, cell: Cell, most: float, check: Check
    ) -> PreparedMap | None:
        """Returns the polynomials of the latents `down` x `across`, all padded to the highest order among them.

        Returns None if one of the tiles could not be fitted.
        """
        tiles, side = {}, _tile_latents(cell)
        for index in tile_indices(down, across, side):
            tile = self._tile(net, index, cell, most, check)
            if tile is None:
                return None
            tiles[index] = tile
        return PreparedMap(_joined(tiles, side, down, across), down[0], across[0], *self._latents.size)

    def _tile(self, net: PerLatent, index: TileIndex, cell: Cell, most: float, check: Check) -> Tensor | None:
        """Returns the polynomials of one tile, (h, n, w, 3, n) float16, or None if the fit failed.

        A failed fit is cached as an empty tensor, so that it is not tried again.
        """
        tile = self._tiles.get((cell, index))
        if tile is None:
            check()
            tile = self._fit(net, index, cell, most, check)
            self._tiles.put((cell, index), tile, tile.nbytes)
        return tile if tile.numel() else None

    def _fit(self, net: PerLatent, index: TileIndex, cell: Cell, most: float, check: Check) -> Tensor:
        """Fits the polynomials of one tile, (h, n, w, 3, n) float16; an empty tensor if the fit failed."""
        predict, count, device = self._predictions(net, index, cell, check)
        coefficients = fit(predict, count, net.ensemble_weights, device, most, _tolerance(cell))
        if coefficients is None:
            return torch.empty(0, dtype=torch.half)
        order = coefficients.shape[1]
        (top, bottom), (left, right) = self._spans(index, cell)
        tile = coefficients.view(bottom - top, right - left, order, order, 3).permute(0, 2, 1, 4, 3)
        return tile.to(torch.half, memory_format=torch.contiguous_format)

    def _predictions(
        self, net: PerLatent, index: TileIndex, cell: Cell, check: Check
    ) -> tuple[Predict, int, torch.device]:
        """Returns the predictions of a tile's latents, how many there are, row by row, and their device."""
        down, across = self._spans(index, cell)
        prepared = self._latents.prepared(down, across, check)
        reach, dtype = net.ensemble_weights.reach, self._latents.compute.dtype

        def predict(latents: Tensor, positions: Tensor) -> Tensor:
            return net.predict(prepared, latents, positions * reach, cell, dtype, check)

        count = (down[1] - down[0]) * (across[1] - across[0])
        return predict, count, prepared.values.device

    def _spans(self, index: TileIndex, cell: Cell) -> tuple[Span, Span]:
        """Returns the rows and the columns of latents of a tile."""
        side, (height, width) = _tile_latents(cell), self._latents.size
        row, col = (number * side for number in index)
        return (row, min(row + side, height)), (col, min(col + side, width))


def _tolerance(cell: Cell) -> float:
    """Returns the factor of the errors that a fit may have."""
    return STRICT_TOLERANCE if max(cell) <= STRICT_CELL else 1.0


def _tile_latents(cell: Cell) -> int:
    """Returns the latents along one side of the tiles with a cell: few at deep zoom, where a view shows few."""
    return 32 if max(cell) > 1 / 6 else 16 if max(cell) > 1 / 20 else 8


def _joined(tiles: dict[TileIndex, Tensor], side: int, down: Span, across: Span) -> Tensor:
    """Copies the latents `down` x `across` out of tiles of `side` latents into one map, as PreparedMap holds it.

    The map is (h, n, w, 3 n). n is the highest order of the tiles. Lower orders are padded with zeros.
    """
    order = max(tile.shape[1] for tile in tiles.values())
    any_tile = next(iter(tiles.values()))
    out = any_tile.new_zeros(down[1] - down[0], order, across[1] - across[0], 3, order)
    for (row, col), tile in tiles.items():
        from_y, to_y = overlap(row * side, side, down)
        from_x, to_x = overlap(col * side, side, across)
        own_order = tile.shape[1]
        out[to_y, :own_order, to_x, :, :own_order] = tile[from_y, :, from_x]
    return out.flatten(3)


def _rounded_cell(cell: Fraction) -> float:
    """Rounds a cell (source px) to half octaves, so that a zoom reuses the fits.

    Measured with the authors' weights in fine texture at ×4, the worst case: 0.11 of 255 on average, 1.4 at most.
    """
    half_octaves = max(round(2 * log2(cell)), 2 * MIN_CELL_LOG2)
    return float(2.0 ** (half_octaves / 2))
