"""Latents of one picture under one model: encoded when a view needs them, and cached in tiles.

There are two caches: the encoder's codes, and the prepared latents that the decoder reads. If `prepare` only reorders
the codes, only the prepared form is cached. Neither depends on the zoom.

A request passes through these steps; each is skipped for the tiles that are cached already:
  grid of a view -> spans of latents -> tiles of TILE_LATENTS -> rectangles of missing tiles -> encode -> prepare

Example: a view of 1920 x 1080 device px at ×4 shows 480 x 270 source px. LIIF has one latent per source px, so the view
needs up to 482 x 272 latents: 16 or 17 tiles across and 9 or 10 down. After a pan by 64 source px to the right, only
the two new columns of tiles are missing. They form one rectangle, which is encoded at once.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from engine.base.resources import DEFAULT_RESOURCES, Resources
from engine.checkpoints.model import Model
from engine.compute import cores
from engine.compute.device import Compute
from engine.decoding import encode
from engine.decoding.encode import Codes, Region
from engine.decoding.tile_cache import TileCache
from engine.geometry.axis import Axis
from engine.geometry.tile_index import TILE_LATENTS, Span, TileIndex, overlap, rectangles, tile_indices
from engine.images.area import Area
from engine.models.ensemble import spans
from engine.models.implicit import Check, Ensemble, PreparedMap, never_cancel

BATCH_TILES = 16
"""Largest side, in tiles, of what is encoded at once where only the prepared form is cached: work for several cores,
without codes of a whole view in memory."""
MAX_DECODED_LATENTS = 1 << 18
"""Latents copied into one map for decoding, at most: 57 MB of Live's. A larger grid is decoded in bands of rows."""


class Latents:
    """Encodes, prepares, caches and decodes the latents of one picture under one model. Used by one thread.

    Latent index (row, col): `upsampling` latents per source px along each axis.
    """

    def __init__(
        self, model: Model, pixels: Area, compute: Compute, resources: Resources = DEFAULT_RESOURCES
    ) -> None:
        """pixels: (H, W, 3) uint8 or uint16 sRGB, or (H, W) for three equal channels.

        resources: byte budgets of the two caches.
        """
        self.model = model
        self.compute = compute
        self._pixels = pixels
        self._codes: TileCache[Tensor] = TileCache(resources.codes)
        self._prepared: TileCache[Tensor] = TileCache(resources.prepared)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of the whole map, latents."""
        factor = self.model.net.upsampling
        return self._pixels.shape[0] * factor, self._pixels.shape[1] * factor

    @property
    def cached_bytes(self) -> dict[str, int]:
        """Bytes by cache: "codes", "prepared"."""
        return {"codes": self._codes.cached_bytes, "prepared": self._prepared.cached_bytes}

    def clear(self) -> None:
        """Empties both caches."""
        self._codes.clear()
        self._prepared.clear()

    def decode(self, rows: Axis, cols: Axis, check: Check = never_cancel) -> Tensor:
        """Decodes the grid rows x cols (source px) -> (R, C, 3) float32 in [-1, 1], not clipped.

        Raises what `check` raises.
        """
        down, across = self._spans(rows, cols)
        latents = (down[1] - down[0]) * (across[1] - across[0])
        rows_at_once = max(rows.count * MAX_DECODED_LATENTS // latents, 1)
        bands = []
        with torch.inference_mode():
            for first, last in spans(0, rows.count, rows_at_once):
                band = rows.piece(first, last - first)
                prepared = self._prepared_for(band, cols, check)
                bands.append(self.model.net.decode(prepared, band, cols, self.compute.dtype, check))
            return bands[0] if len(bands) == 1 else torch.cat(bands)

    def tiles_of(self, rows: Axis, cols: Axis) -> list[TileIndex]:
        """Returns the tiles of latents that a grid in source px reads."""
        return tile_indices(*self._spans(rows, cols), TILE_LATENTS)

    def tiles(self, wanted: list[TileIndex], check: Check = never_cancel) -> dict[TileIndex, Tensor]:
        """Returns prepared tiles, as PreparedMap.values; TILE_LATENTS along a side, fewer at the map's border."""
        with torch.inference_mode():
            return self._prepared_tiles(wanted, check)

    def deviation(self, rows: Axis, cols: Axis, check: Check = never_cancel) -> Tensor | None:
        """Returns how far the local ensemble's predictions lie apart (see Ensemble), (R, C, 3) float32 >= 0.

        Returns None if the model has no local ensemble.
        """
        net = self.model.net
        if not isinstance(net, Ensemble) or not net.local_ensemble:
            return None
        with torch.inference_mode():
            prepared = self._prepared_for(rows, cols, check)
            return net.deviation(prepared, rows, cols, self.compute.dtype, check)

    def is_encoded(self, rows: Axis, cols: Axis) -> bool:
        """Returns whether every latent that the grid reads is cached, as codes or prepared."""
        return all(tile in self._prepared or tile in self._codes for tile in self.tiles_of(rows, cols))

    def prefetch(self, rows: Axis, cols: Axis, view: tuple[Axis, Axis], check: Check = never_cancel) -> None:
        """Encodes the latent blocks that intersect this piece of a view, clipped to the view.

        rows, cols: the piece's grid. view: the whole view's (rows, cols). A block is up to net.block latents a side.
        """
        block = self.model.net.block
        down, across = (
            _block_span(piece, whole, block)
            for piece, whole in zip(self._spans(rows, cols), self._spans(*view), strict=True)
        )
        with torch.inference_mode():
            missing = [
                tile for tile in tile_indices(down, across, TILE_LATENTS) if tile not in self._prepared
            ]
            if self.model.net.prepare_only_reorders:
                self._encode_and_prepare(missing, check)
            else:
                for _ in self._code_tiles(missing, check):
                    pass  # the generator caches each tile

    def prepared(self, down: Span, across: Span, check: Check = never_cancel) -> PreparedMap:
        """Returns the prepared latents of the spans `down` and `across`, each [first, last), joined into one map."""
        tiles = self._prepared_tiles(tile_indices(down, across, TILE_LATENTS), check)
        any_tile = next(iter(tiles.values()))  # a span is never empty
        out = any_tile.new_empty(
            (down[1] - down[0], any_tile.shape[1], across[1] - across[0], any_tile.shape[3])
        )

        def copy(index: TileIndex) -> None:
            check()
            from_y, to_y = overlap(index[0] * TILE_LATENTS, TILE_LATENTS, down)
            from_x, to_x = overlap(index[1] * TILE_LATENTS, TILE_LATENTS, across)
            out[to_y, :, to_x] = tiles[index][from_y, :, from_x]

        cores.parallel_map(copy, list(tiles))
        return PreparedMap(out, down[0], across[0], *self.size)

    def _spans(self, rows: Axis, cols: Axis) -> tuple[Span, Span]:
        """Returns the spans of latents, down and across, that a grid in source px reads."""
        factor = self.model.net.upsampling
        return rows.finer(factor).latents(self.size[0]), cols.finer(factor).latents(self.size[1])

    def _prepared_for(self, rows: Axis, cols: Axis, check: Check) -> PreparedMap:
        return self.prepared(*self._spans(rows, cols), check)

    def _prepared_tiles(self, wanted: list[TileIndex], check: Check) -> dict[TileIndex, Tensor]:
        """Returns prepared tiles, (TILE_LATENTS, a, TILE_LATENTS, b), cut at borders."""
        tiles = {index: tile for index in wanted if (tile := self._prepared.get(index)) is not None}
        missing = [index for index in wanted if index not in tiles]
        if self.model.net.prepare_only_reorders:
            return tiles | self._encode_and_prepare(missing, check)
        encoded = list(self._code_tiles(missing, check))
        return tiles | self._prepare_tiles(encoded, check)

    def _prepare_tiles(
        self, encoded: list[tuple[TileIndex, Tensor]], check: Check
    ) -> dict[TileIndex, Tensor]:
        """Prepares and caches tiles, given with the codes of each and of its neighbours."""
        prepared = cores.parallel_map(lambda tile: self._prepare(*tile, check), encoded)
        tiles = {}
        for (index, _), values in zip(encoded, prepared, strict=True):
            self._prepared.put(index, values, values.nbytes)
            tiles[index] = values
        return tiles

    def _prepare(self, index: TileIndex, codes: Tensor, check: Check) -> Tensor:
        region = self._tile_region(index)
        return encode.prepare_region(self.model.net, codes, region, self.size, self.compute, check)

    def _encode_and_prepare(self, missing: list[TileIndex], check: Check) -> dict[TileIndex, Tensor]:
        """Encodes and prepares tiles in batches. Caches the prepared tiles only."""
        tiles = {}
        for batch in (part for rectangle in rectangles(missing) for part in _batches(rectangle)):
            codes = self._encode(batch, check)

            def prepare(index: TileIndex, codes: Codes = codes) -> Tensor:
                return self._prepare(index, codes.crop(self._region_read(index)), check)

            for index, values in zip(batch, cores.parallel_map(prepare, batch), strict=True):
                self._prepared.put(index, values, values.nbytes)
                tiles[index] = values
        return tiles

    def _code_tiles(self, wanted: list[TileIndex], check: Check) -> Iterator[tuple[TileIndex, Tensor]]:
        """Yields each tile's codes, with those of its neighbours, (1, C, h, w). Encodes and caches missing ones."""
        missing = []
        for index in wanted:
            codes = self._codes.get(index)
            if codes is None:
                missing.append(index)
            else:
                yield index, codes
        if missing and self.model.net.halo is None:
            # each latent depends on the whole picture: encoding all of it costs no more than encoding a part
            all_tiles = tile_indices((0, self.size[0]), (0, self.size[1]), TILE_LATENTS)
            yield from self._encode_tiles(all_tiles, missing, check)
            return
        for rectangle in rectangles(missing):
            yield from self._encode_tiles(rectangle, rectangle, check)

    def _encode_tiles(
        self, rectangle: list[TileIndex], wanted: list[TileIndex], check: Check
    ) -> Iterator[tuple[TileIndex, Tensor]]:
        """Encodes a rectangle of tiles at once, caches the codes of each, and yields those that are wanted."""
        encoded = self._encode(rectangle, check)
        regions = [self._region_read(index) for index in rectangle]
        for index, codes in zip(rectangle, cores.parallel_map(encoded.crop, regions), strict=True):
            self._codes.put(index, codes, codes.nbytes)
            if index in wanted:
                yield index, codes

    def _encode(self, rectangle: list[TileIndex], check: Check) -> Codes:
        """Encodes a rectangle of tiles, given row by row, and the latents next to it."""
        outer = self._region_read(rectangle[0], rectangle[-1])
        return encode.encode_region(self.model.net, self._pixels, outer, self.compute, check)

    def _region_read(self, first: TileIndex, last: TileIndex | None = None) -> Region:
        """Returns the latents that preparing the tiles `first` to `last` (None: only `first`) reads."""
        return encode.with_neighbours(self._tile_region(first, last), self.size)

    def _tile_region(self, first: TileIndex, last: TileIndex | None = None) -> Region:
        """Returns the latents of the tiles from `first` to `last` (None: only `first`), clipped to the map."""
        bottom, right = last or first
        y, x = first[0] * TILE_LATENTS, first[1] * TILE_LATENTS
        height = min((bottom + 1) * TILE_LATENTS, self.size[0]) - y
        width = min((right + 1) * TILE_LATENTS, self.size[1]) - x
        return y, x, height, width


def _batches(rectangle: list[TileIndex]) -> Iterator[list[TileIndex]]:
    """Splits a rectangle of tiles into about equal ones of at most BATCH_TILES x BATCH_TILES."""
    (top, left), (bottom, right) = rectangle[0], rectangle[-1]
    for first_row, last_row in spans(top, bottom + 1, BATCH_TILES):
        for first_col, last_col in spans(left, right + 1, BATCH_TILES):
            yield tile_indices((first_row, last_row), (first_col, last_col), 1)


def _block_span(piece: Span, view: Span, block: int) -> Span:
    """Returns the span of the blocks that intersect `piece`. Blocks are equal parts of `view`, at most `block` long.

    Example: a view of [100, 400) with blocks of at most 128 has the blocks [100, 200), [200, 300) and [300, 400). The
    piece [150, 210) intersects the first two: [100, 300).
    """
    start, extent = view[0], view[1] - view[0]
    parts = -(-extent // block)
    first, last = (piece[0] - start) * parts // extent, -(-(piece[1] - start) * parts // extent)
    return start + extent * max(first, 0) // parts, start + extent * min(last, parts) // parts
