"""The latents of one picture under one model: encoded where they are looked at, kept while there is room.

Two kinds are kept: the encoder's codes, and what `prepare` makes of them; the second only, where that is the same in
another order. No zoom changes either.
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
from engine.geometry.tile_index import Span, TileIndex, overlap, rectangles, tile_indices
from engine.images.depth import Raster
from engine.models.ensemble import spans
from engine.models.implicit import Check, Ensemble, PreparedMap, never_cancel

TILE_SIDE = 32
"""Latents along a side of what is kept: a view encodes little more than it shows, a pan just its strip."""
BATCH_TILES = 16
"""Tiles along a side of what is encoded before it is laid out, where only that is kept: work for some cores."""
MAX_DECODED_LATENTS = 1 << 18
"""Latents that are laid side by side to be decoded, at most: 57 MB of Live's."""


class Latents:
    """One thread's own. pixels: (H, W, 3)."""

    def __init__(
        self, model: Model, pixels: Raster, compute: Compute, room: Resources = DEFAULT_RESOURCES
    ) -> None:
        self.model = model
        self.compute = compute
        self._pixels = pixels
        self._codes: TileCache[Tensor] = TileCache(room.codes)
        self._prepared: TileCache[Tensor] = TileCache(room.prepared)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of the whole map, latents."""
        factor = self.model.net.upsampling
        return self._pixels.shape[0] * factor, self._pixels.shape[1] * factor

    @property
    def cached_bytes(self) -> dict[str, int]:
        """Bytes kept, by what they are."""
        return {"codes": self._codes.cached_bytes, "prepared": self._prepared.cached_bytes}

    def decode(self, rows: Axis, cols: Axis, check: Check = never_cancel) -> Tensor:
        """The grid rows x cols (source px) -> (R, C, 3) float32 in [-1, 1], not clipped. Raises what `check` raises."""
        down, across = self._range(rows, self.size[0]), self._range(cols, self.size[1])
        most = rows.count * MAX_DECODED_LATENTS // ((down[1] - down[0]) * (across[1] - across[0]))
        found = []
        with torch.inference_mode():
            for first, last in spans(0, rows.count, max(most, 1)):
                band = rows.piece(first, last - first)
                prepared = self._below(band, cols, check)
                found.append(self.model.net.decode(prepared, band, cols, self.compute.dtype, check))
            return found[0] if len(found) == 1 else torch.cat(found)

    def deviation(self, rows: Axis, cols: Axis, check: Check = never_cancel) -> Tensor | None:
        """How far the local ensemble's predictions lie apart (see Ensemble), (R, C, 3); None where there is none."""
        net = self.model.net
        if not isinstance(net, Ensemble) or not net.local_ensemble:
            return None
        with torch.inference_mode():
            prepared = self._below(rows, cols, check)
            return net.deviation(prepared, rows, cols, self.compute.dtype, check)

    def _below(self, rows: Axis, cols: Axis, check: Check) -> PreparedMap:
        """The prepared latents that a grid looks at."""
        return self.prepared(self._range(rows, self.size[0]), self._range(cols, self.size[1]), check)

    def is_encoded(self, rows: Axis, cols: Axis) -> bool:
        """Whether all latents that a grid looks at are there."""
        down, across = self._range(rows, self.size[0]), self._range(cols, self.size[1])
        return all(
            place in self._prepared or place in self._codes for place in tile_indices(down, across, TILE_SIDE)
        )

    def prefetch(self, rows: Axis, cols: Axis, sight: tuple[Axis, Axis], check: Check = never_cancel) -> None:
        """Encodes what the view `sight`, (rows, cols), sees of the blocks of latents that a piece of it lies in."""
        ranges = []
        for axis, seen, size in zip((rows, cols), sight, self.size, strict=True):
            ranges.append(_blocks(self._range(axis, size), self._range(seen, size), self.model.net.block))
        with torch.inference_mode():
            wanted = [
                place
                for place in tile_indices(ranges[0], ranges[1], TILE_SIDE)
                if place not in self._prepared
            ]
            if self.model.net.prepare_only_reorders:
                self._prepare_at_once(wanted, check)
            else:
                for _ in self._code_tiles(wanted, check):
                    pass  # kept, which is all that is wanted

    def _range(self, axis: Axis, size: int) -> Span:
        """The latents, of `size`, that an axis in source px looks at."""
        return axis.finer(self.model.net.upsampling).latents(size)

    def prepared(self, down: Span, across: Span, check: Check = never_cancel) -> PreparedMap:
        """The prepared latents of the ranges `down` and `across`, each [first, last)."""
        tiles = self._prepared_tiles(down, across, check)
        like = next(iter(tiles.values()))  # a range is never empty
        out = like.new_empty((down[1] - down[0], like.shape[1], across[1] - across[0], like.shape[3]))

        def lay(place: TileIndex) -> None:
            check()
            (y, into_y), (x, into_x) = (
                overlap(n * TILE_SIDE, TILE_SIDE, span) for n, span in zip(place, (down, across), strict=True)
            )
            out[into_y, :, into_x] = tiles[place][y, :, x]

        cores.parallel_map(lay, list(tiles))
        return PreparedMap(out, down[0], across[0], *self.size)

    def _prepared_tiles(self, down: Span, across: Span, check: Check) -> dict[TileIndex, Tensor]:
        """Returns the prepared tiles that intersect the ranges, (TILE_SIDE, a, TILE_SIDE, b) or smaller at borders."""
        wanted = tile_indices(down, across, TILE_SIDE)
        found = {place: tile for place in wanted if (tile := self._prepared.get(place)) is not None}
        rest = [place for place in wanted if place not in found]
        if self.model.net.prepare_only_reorders:
            return found | self._prepare_at_once(rest, check)
        missing = list(self._code_tiles(rest, check))
        tiles = cores.parallel_map(lambda tile: self._prepare(*tile, check), missing)
        for (place, _), values in zip(missing, tiles, strict=True):
            self._prepared.put(place, values, values.nbytes)
            found[place] = values
        return found

    def _prepare(self, place: TileIndex, codes: Tensor, check: Check) -> Tensor:
        return encode.prepare_region(
            self.model.net, codes, self._region(place, 1, 1), self.size, self.compute, check
        )

    def _prepare_at_once(self, wanted: list[TileIndex], check: Check) -> dict[TileIndex, Tensor]:
        """The prepared latents of each tile, from codes of which none are kept."""
        found = {}
        for rectangle in (part for whole in rectangles(wanted) for part in _parts(whole)):
            codes = self._encode(rectangle, check)
            regions = [encode.with_neighbours(self._region(place, 1, 1), self.size) for place in rectangle]

            def prepare(one: tuple[TileIndex, Region], codes: Codes = codes) -> Tensor:
                return self._prepare(one[0], codes.crop(one[1]), check)

            tiles = cores.parallel_map(prepare, list(zip(rectangle, regions, strict=True)))
            for place, values in zip(rectangle, tiles, strict=True):
                self._prepared.put(place, values, values.nbytes)
                found[place] = values
        return found

    def _code_tiles(self, wanted: list[TileIndex], check: Check) -> Iterator[tuple[TileIndex, Tensor]]:
        """The codes of each tile, and of the latents next to it, (1, C, h, w)."""
        missing = []
        for place in wanted:
            codes = self._codes.get(place)
            if codes is None:
                missing.append(place)
            else:
                yield place, codes
        if (
            missing and self.model.net.halo is None
        ):  # who looks at all of the picture for a part of it gets it all
            yield from self._encoded(
                tile_indices((0, self.size[0]), (0, self.size[1]), TILE_SIDE), missing, check
            )
            return
        for rectangle in rectangles(missing):
            yield from self._encoded(rectangle, rectangle, check)

    def _encoded(
        self, rectangle: list[TileIndex], wanted: list[TileIndex], check: Check
    ) -> Iterator[tuple[TileIndex, Tensor]]:
        """Encodes the tiles of a rectangle at once, keeps the codes of each, and gives those that are wanted."""
        found = self._encode(rectangle, check)
        regions = [encode.with_neighbours(self._region(place, 1, 1), self.size) for place in rectangle]
        for place, codes in zip(rectangle, cores.parallel_map(found.crop, regions), strict=True):
            self._codes.put(place, codes, codes.nbytes)
            if place in wanted:
                yield place, codes

    def _encode(self, rectangle: list[TileIndex], check: Check) -> Codes:
        """The codes of the tiles of a rectangle, and of the latents next to it."""
        (top, left), (bottom, right) = rectangle[0], rectangle[-1]
        outer = encode.with_neighbours(
            self._region((top, left), bottom + 1 - top, right + 1 - left), self.size
        )
        return encode.encode_region(self.model.net, self._pixels, outer, self.compute, check)

    def _region(self, place: TileIndex, high: int, wide: int) -> Region:
        """The latents of `high` x `wide` tiles from `place` on, as far as there are any."""
        top, left = place[0] * TILE_SIDE, place[1] * TILE_SIDE
        return (
            top,
            left,
            min(high * TILE_SIDE, self.size[0] - top),
            min(wide * TILE_SIDE, self.size[1] - left),
        )


def _parts(rectangle: list[TileIndex]) -> Iterator[list[TileIndex]]:
    """A rectangle of tiles in equal ones of at most BATCH_TILES x BATCH_TILES."""
    (top, left), (bottom, right) = rectangle[0], rectangle[-1]
    for first, last in spans(top, bottom + 1, BATCH_TILES):
        for begin, end in spans(left, right + 1, BATCH_TILES):
            yield tile_indices(
                (first * TILE_SIDE, last * TILE_SIDE), (begin * TILE_SIDE, end * TILE_SIDE), TILE_SIDE
            )


def _blocks(asked: Span, seen: Span, block: int) -> Span:
    """Those of the equal parts, of at most `block`, of what is `seen` that what is `asked` for lies in."""
    low, extent = seen[0], seen[1] - seen[0]
    parts = -(-extent // block)
    first, last = (asked[0] - low) * parts // extent, -(-(asked[1] - low) * parts // extent)
    return low + extent * max(first, 0) // parts, low + extent * min(last, parts) // parts
