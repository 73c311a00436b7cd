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

The model itself decodes where no polynomial is close enough, and below MIN_SCALE. docs/sampling.md has the figures.
"""

from fractions import Fraction
from math import log2
from typing import TypeGuard

import torch
from torch import Tensor

from engine.base.resources import DEFAULT_RESOURCES, Resources
from engine.decoding.latents import Latents
from engine.decoding.polynomial_fit import fit
from engine.decoding.tile_cache import TileCache
from engine.geometry.axis import Axis
from engine.geometry.tile_index import Span, TileIndex, overlap, tile_indices
from engine.models import polynomial
from engine.models.implicit import Check, PerLatent, PreparedMap, never_cancel

MIN_SCALE = 4
"""Scale from which a latent is queried at fewer points than it contributes device px."""
TILE_LATENTS = 32
"""Latents along one side of a cached tile."""
MIN_CELL_LOG2 = -8
"""log2 of the smallest cell that gets its own fit, source px. Models are trained with cells of a quarter px and more;
smaller cells make no difference to them."""


def can_sample(net: object, scale: float) -> TypeGuard[PerLatent]:
    """Returns whether sampled decoding is possible and cheaper at `scale` device px per source px."""
    return isinstance(net, PerLatent) and scale >= MIN_SCALE


def tile_side(scale: float) -> int:
    """Returns the side of the tiles to request for a sampled view, device px: small enough to arrive soon, but few."""
    return 512 if scale < 16 else 1024


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
            with torch.inference_mode():
                fitted = self._polynomials(net, rows.latents(height), cols.latents(width), cell, check)
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
        self, net: PerLatent, down: Span, across: Span, cell: tuple[float, float], check: Check
    ) -> PreparedMap | None:
        """Returns the polynomials of the latents `down` x `across`, all padded to the highest order among them.

        Returns None if one of the tiles could not be fitted.
        """
        tiles = {}
        for index in tile_indices(down, across, TILE_LATENTS):
            tile = self._tile(net, index, cell, check)
            if tile is None:
                return None
            tiles[index] = tile
        return PreparedMap(_joined(tiles, down, across), down[0], across[0], *self._latents.size)

    def _tile(
        self, net: PerLatent, index: TileIndex, cell: tuple[float, float], check: Check
    ) -> Tensor | None:
        """Returns the polynomials of one tile, (h, n, w, 3, n) float16, or None if the fit failed.

        A failed fit is cached as an empty tensor, so that it is not tried again.
        """
        tile = self._tiles.get((cell, index))
        if tile is None:
            check()
            tile = self._fit(net, index, cell, check)
            self._tiles.put((cell, index), tile, tile.nbytes)
        return tile if tile.numel() else None

    def _fit(self, net: PerLatent, index: TileIndex, cell: tuple[float, float], check: Check) -> Tensor:
        """Fits the polynomials of one tile, (h, n, w, 3, n) float16; an empty tensor if the fit failed."""
        down, across = (
            (number * TILE_LATENTS, min((number + 1) * TILE_LATENTS, size))
            for number, size in zip(index, self._latents.size, strict=True)
        )
        prepared = self._latents.prepared(down, across, check)
        height, _, width, _ = prepared.values.shape
        weights, dtype = net.ensemble_weights, self._latents.compute.dtype

        def predict(latents: Tensor, positions: Tensor) -> Tensor:
            return net.predict(prepared, latents, positions * weights.reach, cell, dtype, check)

        coefficients = fit(predict, height * width, weights, prepared.values.device)
        if coefficients is None:
            return torch.empty(0, dtype=torch.half)
        order = coefficients.shape[1]
        tile = coefficients.view(height, width, order, order, 3).permute(0, 2, 1, 4, 3)
        return tile.to(torch.half, memory_format=torch.contiguous_format)


def _joined(tiles: dict[TileIndex, Tensor], down: Span, across: Span) -> Tensor:
    """Copies the latents `down` x `across` out of their tiles into one map, (h, n, w, 3 n), as PreparedMap holds it.

    n is the highest order of the tiles. Lower orders are padded with zeros.
    """
    order = max(tile.shape[1] for tile in tiles.values())
    any_tile = next(iter(tiles.values()))
    out = any_tile.new_zeros(down[1] - down[0], order, across[1] - across[0], 3, order)
    for (row, col), tile in tiles.items():
        from_y, to_y = overlap(row * TILE_LATENTS, TILE_LATENTS, down)
        from_x, to_x = overlap(col * TILE_LATENTS, TILE_LATENTS, across)
        own_order = tile.shape[1]
        out[to_y, :own_order, to_x, :, :own_order] = tile[from_y, :, from_x]
    return out.flatten(3)


def _rounded_cell(cell: Fraction) -> float:
    """Rounds a cell (source px) to half octaves, so that a zoom reuses the fits.

    Measured with the authors' weights in fine texture at ×4, the worst case: 0.11 of 255 on average, 1.4 at most.
    """
    half_octaves = max(round(2 * log2(cell)), 2 * MIN_CELL_LOG2)
    return float(2.0 ** (half_octaves / 2))
