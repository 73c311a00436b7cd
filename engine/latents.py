"""The latents of one picture under one model: encoded where they are looked at, kept while there is room.

Two kinds are kept: the encoder's codes, which no zoom changes, and what `prepare` makes of them for a cell.
"""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine import cores, encode
from engine.axis import Axis
from engine.device import Compute
from engine.encode import Region
from engine.model import Model
from engine.models.implicit import Check, PreparedMap, keep_going
from engine.tile_cache import TileCache

SIDE = 64
"""Latents along a side of what is kept: a deep zoom encodes little more than it shows."""
PIECE = 4
"""Tiles along a side of what is encoded at once: the halo around 256 latents is worth its cost, around 64 it is not."""
CODES = 384 << 20
"""Bytes. The Live model's of a full-HD view at scale 1 are 300 MB, LIIF's at scale 1.5 are 240 MB."""
PREPARED = 512 << 20
"""Bytes. The Live model's of a full-HD view at scale 1.5 are 400 MB, LIIF's at scale 4 are 130 MB."""

Span = tuple[int, int]
Place = tuple[int, int]
"""(row, col) of a tile."""


class Latents:
    """One thread's own. pixels: (H, W, 3) uint8."""

    def __init__(self, model: Model, pixels: NDArray[np.uint8], compute: Compute) -> None:
        self.model = model
        self.compute = compute
        self._pixels = pixels
        self._codes: TileCache[Tensor] = TileCache(CODES)
        self._prepared: TileCache[Tensor] = TileCache(PREPARED)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of the whole map, latents."""
        factor = self.model.net.upsampling
        return self._pixels.shape[0] * factor, self._pixels.shape[1] * factor

    def decode(self, rows: Axis, cols: Axis, check: Check = keep_going) -> Tensor:
        """The grid rows x cols (source px) -> (R, C, 3) float32 in [-1, 1], not clipped. Raises what `check` raises."""
        net = self.model.net
        with torch.inference_mode():
            prepared = self.prepared(
                rows.finer(net.upsampling).latents(self.size[0]),
                cols.finer(net.upsampling).latents(self.size[1]),
                net.prepared_cell((float(rows.step), float(cols.step))),
                check,
            )
            return net.decode(prepared, rows, cols, self.compute.dtype, check)

    def prepared(
        self, down: Span, across: Span, cell: tuple[float, float], check: Check = keep_going
    ) -> PreparedMap:
        """The prepared latents of the ranges `down` and `across`, each [first, last)."""
        out: Tensor | None = None
        for (row, col), tile in self._prepared_tiles(down, across, cell, check).items():
            if out is None:
                out = tile.new_empty((down[1] - down[0], tile.shape[1], across[1] - across[0], tile.shape[3]))
            top, left = row * SIDE, col * SIDE
            y0, y1 = max(down[0], top), min(down[1], top + SIDE)
            x0, x1 = max(across[0], left), min(across[1], left + SIDE)
            part = tile[y0 - top : y1 - top, :, x0 - left : x1 - left]
            out[y0 - down[0] : y1 - down[0], :, x0 - across[0] : x1 - across[0]] = part
        assert out is not None  # a range is never empty
        return PreparedMap(out, down[0], across[0], *self.size)

    def _prepared_tiles(
        self, down: Span, across: Span, cell: tuple[float, float], check: Check
    ) -> dict[Place, Tensor]:
        """The prepared latents of each tile that the ranges touch, (SIDE, a, SIDE, b) or less at the borders."""
        places = list(_places(down, across))
        found = {place: tile for place in places if (tile := self._prepared.get((place, cell))) is not None}
        missing = list(self._code_tiles([place for place in places if place not in found], check))

        def prepare(tile: tuple[Place, Tensor]) -> Tensor:
            region = self._region(tile[0], 1, 1)
            return encode.prepare(self.model.net, tile[1], region, self.size, cell, self.compute, check)

        for (place, _), values in zip(missing, cores.each(prepare, missing), strict=True):
            self._prepared.put((place, cell), values, values.nbytes)
            found[place] = values
        return found

    def _code_tiles(self, places: list[Place], check: Check) -> Iterator[tuple[Place, Tensor]]:
        """The codes of each tile, and of the latents next to it, (1, C, h, w)."""
        missing = []
        for place in places:
            codes = self._codes.get(place)
            if codes is None:
                missing.append(place)
            else:
                yield place, codes
        # a network without a halo looks at all of the picture for any part of it
        piece = PIECE if self.model.net.halo is not None else -(-max(self.size) // SIDE)
        for group in _groups(missing, piece):
            yield from self._encoded(group, check)

    def _encoded(self, group: list[Place], check: Check) -> Iterator[tuple[Place, Tensor]]:
        """Encodes the rectangle around the tiles of `group` at once, and keeps the codes of each of its tiles."""
        rows, cols = [row for row, _ in group], [col for _, col in group]
        corner = min(rows), min(cols)
        high, wide = max(rows) + 1 - corner[0], max(cols) + 1 - corner[1]
        outer = encode.grown(self._region(corner, high, wide), self.size)
        values = encode.codes(self.model.net, self._pixels, outer, self.compute, check)
        for place in _places(
            (corner[0] * SIDE, max(rows) * SIDE + 1), (corner[1] * SIDE, max(cols) * SIDE + 1)
        ):
            top, left, height, width = encode.grown(self._region(place, 1, 1), self.size)
            y, x = top - outer[0], left - outer[1]
            codes = values[:, :, y : y + height, x : x + width].clone()
            self._codes.put(place, codes, codes.nbytes)
            if place in group:
                yield place, codes

    def _region(self, place: Place, high: int, wide: int) -> Region:
        """The latents of `high` x `wide` tiles from `place` on, as far as there are any."""
        top, left = place[0] * SIDE, place[1] * SIDE
        return top, left, min(high * SIDE, self.size[0] - top), min(wide * SIDE, self.size[1] - left)


def _groups(places: list[Place], piece: int) -> Iterator[list[Place]]:
    """The tiles, together where they lie in one square of `piece` x `piece`."""
    squares: dict[Place, list[Place]] = {}
    for row, col in places:
        squares.setdefault((row // piece, col // piece), []).append((row, col))
    yield from squares.values()


def _places(down: Span, across: Span) -> Iterator[Place]:
    """The tiles, (row, col), that cover ranges of latents."""
    for row in range(down[0] // SIDE, -(-down[1] // SIDE)):
        for col in range(across[0] // SIDE, -(-across[1] // SIDE)):
            yield row, col
