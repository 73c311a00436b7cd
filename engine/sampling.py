"""Bounded sampling: deep zoom of a costly model from samples that every deeper zoom uses again.

From some scale on, neighbouring px hardly differ. Then the model is asked only on a grid of `density` samples a source
px, aligned to the latents, where its pieces meet, and the px between are bicubic. How dense the grid has to be is
measured: at some px of each view the model itself is asked as well, and where they disagree a denser grid is taken, at
last the px themselves.
"""

from fractions import Fraction
from math import log2

import torch
from torch import Tensor

from engine.axis import Axis
from engine.latents import Latents
from engine.models.bicubic import Bicubic
from engine.models.implicit import Check, PreparedMap, keep_going
from engine.mosaic import Place, Span, overlap, places, rectangles
from engine.tile_cache import TileCache

LEAST = 12
"""The scale from which on samples are worth their measuring."""
DENSITIES = (4, 8, 16, 32)
"""Samples a source px, along an axis. Under the authors' weights 8 is enough for the finest texture, 4 for most."""
GAIN = 1.5
"""Device px a sample, along an axis, that there have to be."""
MEAN, MOST = 0.5, 2.0
"""Of 255: the mean and the largest error allowed at the measured px. Over all px it may be twice the largest."""
PROBES = 16
"""Measured px along each axis of what is decoded at once."""
SIDE = 4
"""Source px along a side of the tiles that are kept."""
BUDGET = 96 << 20
"""Bytes: at density 8 the samples of a full-HD view at scale 16 are 6 MB, so these are all a walk of minutes saw."""
SMALLEST = 8
"""Octaves: smaller cells than 2**-SMALLEST source px are no other for a model trained on a quarter and more."""


def side(scale: float) -> int:
    """Device px along a side of the tiles in which a view is best asked for, each measured by itself.

    Small, a flat sky is sampled as sparsely as it may; but where a tile shows a few source px only, measuring is the
    most of its cost.
    """
    return 512 if scale < 64 else 1024


class Samples:
    """Those of one picture under one model, for which a latent is a source px. One thread's own."""

    def __init__(self, latents: Latents, share: int = 1) -> None:
        self._latents = latents
        self._between = Bicubic()
        self._tiles: TileCache[Tensor] = TileCache(BUDGET // share)

    def decode(self, rows: Axis, cols: Axis, check: Check = keep_going) -> Tensor:
        """The grid rows x cols (source px) -> (R, C, 3) float32, near to what `Latents.decode` returns: see MEAN, MOST.

        Raises what `check` raises.
        """
        scale = 1 / max(rows.step, cols.step)
        densities = [each for each in DENSITIES if scale >= max(LEAST, each * GAIN)]
        with torch.inference_mode():
            if densities:
                few = _few(rows), _few(cols)
                exact = self._latents.decode(*few, check)
                for density in densities:
                    if _near(self._interpolated(*few, density, check), exact):
                        return self._interpolated(rows, cols, density, check)
            return self._latents.decode(rows, cols, check)

    @property
    def held(self) -> int:
        """Bytes kept."""
        return self._tiles.held

    def _interpolated(self, rows: Axis, cols: Axis, density: int, check: Check) -> Tensor:
        """The grid from samples."""
        height, width = (size * density for size in self._latents.size)
        fine = rows.finer(density), cols.finer(density)
        down, across = _around(fine[0], height), _around(fine[1], width)
        samples = self._samples(down, across, density, _held(rows.cell), check)
        values = self._between.prepare(samples.permute(2, 0, 1)[None])
        prepared = PreparedMap(values, down[0], across[0], height, width)
        return self._between.decode(prepared, *fine, torch.float32, check)

    def _samples(self, down: Span, across: Span, density: int, cell: Fraction, check: Check) -> Tensor:
        """Those of the ranges `down` and `across`, numbers of samples, (h, w, 3) float32."""
        side = SIDE * density
        out: Tensor | None = None
        for (row, col), tile in self._gathered(places(down, across, side), density, cell, check).items():
            if out is None:
                out = tile.new_empty(down[1] - down[0], across[1] - across[0], 3)
            (y, into_y), (x, into_x) = overlap(row * side, side, down), overlap(col * side, side, across)
            out[into_y, into_x] = tile[y, x]
        assert out is not None  # a range is never empty
        return out

    def _gathered(
        self, wanted: list[Place], density: int, cell: Fraction, check: Check
    ) -> dict[Place, Tensor]:
        """The samples of each tile, (SIDE * density,) * 2 or less at the borders."""
        found = {
            place: tile for place in wanted if (tile := self._tiles.get((density, cell, place))) is not None
        }
        for rectangle in rectangles([place for place in wanted if place not in found]):
            (top, left), (bottom, right) = rectangle[0], rectangle[-1]
            grid = [
                _grid(first, last, size, density, cell)
                for first, last, size in (
                    (top, bottom, self._latents.size[0]),
                    (left, right, self._latents.size[1]),
                )
            ]
            values = self._latents.decode(grid[0], grid[1], check)
            side = SIDE * density
            for row, col in rectangle:
                y, x = (row - top) * side, (col - left) * side
                tile = values[y : y + side, x : x + side].clone()
                self._tiles.put((density, cell, (row, col)), tile, tile.nbytes)
                found[row, col] = tile
        return found


def _grid(first: int, last: int, size: int, density: int, cell: Fraction) -> Axis:
    """The samples of the tiles from `first` to `last`, of an axis of `size` source px."""
    start, end = first * SIDE, min((last + 1) * SIDE, size)
    return Axis(Fraction(start), Fraction(1, density), (end - start) * density, cell)


def _around(fine: Axis, size: int) -> Span:
    """The samples, of `size`, that an axis counted in samples lies among, and for the parabolas the next to them."""
    first, last = fine.latents(size)
    return max(first - 1, 0), min(last + 1, size)


def _held(cell: Fraction) -> Fraction:
    """The cell to the next half octave: a zoom uses samples again, and they are off by less than what is measured."""
    halves = max(round(2 * log2(cell)), -2 * SMALLEST)
    return Fraction(2.0 ** (halves / 2))


def _few(axis: Axis) -> Axis:
    """About PROBES px spread over an axis, at all distances from samples: of the densest, each is a golden part on."""
    stride = axis.step * axis.count / PROBES
    unit = Fraction(1, DENSITIES[0])
    if stride > unit:
        stride = (stride // unit - 1 + Fraction(618, 1000)) * unit
    return Axis(axis.start, stride, PROBES, axis.cell)


def _near(found: Tensor, exact: Tensor) -> bool:
    """Whether two answers agree within the bounds."""
    error = (found - exact).abs_().mul_(127.5)
    return bool(error.mean() <= MEAN and error.max() <= MOST)
