"""The prepared latents of one picture under one model: encoded where they are looked at, kept while there is room."""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.axis import Axis
from engine.device import Compute
from engine.encode import encode
from engine.model import Model
from engine.models.implicit import Check, PreparedMap, keep_going
from engine.tile_cache import TileCache

SIDE = 64
"""Latents along a side of what is kept: a deep zoom encodes little more than it shows."""
PIECE = 4
"""Tiles along a side of what is encoded at once: the halo around 256 latents is worth its cost, around 64 it is not."""
BUDGET = 1 << 30
"""Bytes. A full-HD view at scale 1.5 under the Live model needs 400 MB, at scale 4 under LIIF 130 MB."""

Span = tuple[int, int]


class Latents:
    """One thread's own. pixels: (H, W, 3) uint8."""

    def __init__(self, model: Model, pixels: NDArray[np.uint8], compute: Compute) -> None:
        self.model = model
        self.compute = compute
        self._pixels = pixels
        self._tiles: TileCache[Tensor] = TileCache(BUDGET)

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
        """The latents of the ranges `down` and `across`, each [first, last)."""
        self._encode_missing(down, across, cell, check)
        height, width = self.size
        out: Tensor | None = None
        for key, top, left in _tiles(down, across):
            tile = self._tiles.get((*key, cell))
            if tile is None:  # the budget is smaller than this request: encode just that tile again
                tile = self._encode_piece(top, left, SIDE, SIDE, cell, check)
            if out is None:
                out = tile.new_empty((down[1] - down[0], tile.shape[1], across[1] - across[0], tile.shape[3]))
            y0, y1 = max(down[0], top), min(down[1], top + SIDE)
            x0, x1 = max(across[0], left), min(across[1], left + SIDE)
            part = tile[y0 - top : y1 - top, :, x0 - left : x1 - left]
            out[y0 - down[0] : y1 - down[0], :, x0 - across[0] : x1 - across[0]] = part
        assert out is not None  # a range is never empty
        return PreparedMap(out, down[0], across[0], height, width)

    def _encode_missing(self, down: Span, across: Span, cell: tuple[float, float], check: Check) -> None:
        missing = [key for key, _, _ in _tiles(down, across) if self._tiles.get((*key, cell)) is None]
        if not missing:
            return
        rows, cols = zip(*missing, strict=True)
        step = PIECE if self.model.net.halo is not None else max(*rows, *cols) + 1
        for row in range(min(rows), max(rows) + 1, step):
            for col in range(min(cols), max(cols) + 1, step):
                piece = [k for k in missing if row <= k[0] < row + step and col <= k[1] < col + step]
                if piece:
                    self._encode_tiles(piece, cell, check)

    def _encode_tiles(self, keys: list[tuple[int, int]], cell: tuple[float, float], check: Check) -> None:
        """Encodes the rectangle around the tiles `keys` at once and keeps each of its tiles."""
        rows, cols = [k[0] for k in keys], [k[1] for k in keys]
        top, left = min(rows) * SIDE, min(cols) * SIDE
        high, wide = (max(rows) + 1) * SIDE - top, (max(cols) + 1) * SIDE - left
        values = self._encode_piece(top, left, high, wide, cell, check)
        for row in range(min(rows), max(rows) + 1):
            for col in range(min(cols), max(cols) + 1):
                y, x = row * SIDE - top, col * SIDE - left
                tile = values[y : y + SIDE, :, x : x + SIDE].clone()
                self._tiles.put((row, col, cell), tile, tile.nbytes)

    def _encode_piece(
        self, top: int, left: int, high: int, wide: int, cell: tuple[float, float], check: Check
    ) -> Tensor:
        height, width = self.size
        region = (top, left, min(high, height - top), min(wide, width - left))
        return encode(self.model.net, self._pixels, region, cell, self.compute, check).values


def _tiles(down: Span, across: Span) -> Iterator[tuple[tuple[int, int], int, int]]:
    """The kept tiles that cover a rectangle of latents: ((row, col), top, left)."""
    for row in range(down[0] // SIDE, -(-down[1] // SIDE)):
        for col in range(across[0] // SIDE, -(-across[1] // SIDE)):
            yield (row, col), row * SIDE, col * SIDE
