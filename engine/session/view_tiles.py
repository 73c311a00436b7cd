"""Makes the tiles of views of one picture, in the grades that a model's cost calls for, and caches them.

The engine's thread. A model is quick if it decodes a full view in a few ms (Live, bicubic): its views are decoded in
one piece. A costly one (LIIF) is decoded tile by tile, after cheaper grades. Above scale 1 a model is needed; at scales
of 1 and below tiles come from the picture itself (engine/images/mip.py).
"""

import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import TYPE_CHECKING

from engine.decoding.tile_cache import TileCache
from engine.geometry import coming_view
from engine.geometry.tiling import (
    TileRect,
    bounding_rect,
    group_rects,
    split_rect,
    tile_rects,
    visible_rect,
)
from engine.geometry.viewport import Viewport, halved
from engine.images.bit_depth import read_only
from engine.images.picture import Picture, reduced, to_screen
from engine.session.events import Grade, Tile

if TYPE_CHECKING:
    from engine.checkpoints.model import Model
    from engine.decoding.continuous_image import ContinuousImage

Check = Callable[[], None]
"""A cancellation check: raises Superseded if the work is not wanted any more."""
Publish = Callable[[tuple[Tile, ...]], None]
"""Receives tiles of a view as they are made."""

FRAME_TIME = 1 / 40
"""Seconds that one frame of a gesture may take to decode; the window interpolates further frames from it."""
MIN_HALVED_SCALE = 8
"""Least scale at which half the resolution saves time: below it a frame's cost is that of its latents."""
ENCODED_SIDE = 300
"""Source px along a side of the parts that are encoded amid a gesture between two cancellation checks."""
INITIAL_SPEED, SPEED_WINDOW = 2e7, 8
"""Device px per second that a quick model is assumed to decode at first; number of tiles of the running mean."""
TRIED = {Grade.SAMPLED: 1 << 18, Grade.EXACT: 1 << 16}
"""Device px of a costly model's view that are decoded in each grade first, to learn which takes less time for the
others. The time of samples differs from place to place, so there are more of them."""
TILE_SIDE = 256
"""Device px along a side of tiles that are quick to make: small, so that little is made outside the view."""


class ViewTiles:
    """The tiles of one picture under one model.

    model: the picture under the model, sketch: under bicubic; both None until a model is loaded. budget: bytes of
    cached tiles. speeds: the running means of a previous instance, as `speeds` returns them.
    """

    def __init__(
        self,
        picture: Picture,
        model: "ContinuousImage | None",
        sketch: "ContinuousImage | None",
        budget: int,
        speeds: tuple[float, float] | None = None,
    ) -> None:
        self.picture = picture
        self._model = model
        self._sketch = sketch
        self._cache: TileCache[Tile] = TileCache(budget)
        self._frame: tuple[TileRect, Tile] | None = None  # the last view decoded in one piece
        self._decoding_s = 0.0  # seconds of decoding, without encoding, since `_tried_seconds` set it to 0
        self.speed, self._gesture_speed = speeds or (INITIAL_SPEED, INITIAL_SPEED)

    @property
    def speeds(self) -> tuple[float, float]:
        """Device px decoded per second, running means: at rest, amid a gesture."""
        return self.speed, self._gesture_speed

    @property
    def cached_bytes(self) -> int:
        """Bytes of cached tiles."""
        return self._cache.cached_bytes

    def clear(self) -> None:
        """Drops all cached tiles."""
        self._cache.clear()
        self._frame = None

    @property
    def quick(self) -> bool:
        """Whether the model decodes a view in a moment: its tiles are large, and no cheaper grade goes before it."""
        return self._model is not None and is_quick(self._model.model)

    def rects(self, view: Viewport, grade: Grade) -> list[TileRect]:
        """Returns the tiles that cover a view, the nearest to its centre first."""
        return tile_rects(view, self.picture.size, self._tile_side(view, grade))

    def missing(self, view: Viewport, grade: Grade) -> list[TileRect]:
        """Returns those of `rects` that are not cached."""
        return [rect for rect in self.rects(view, grade) if self._cache.get((rect, grade)) is None]

    def make(
        self, view: Viewport, grade: Grade, publish: Publish, check: Check, inner_check: Check | None = None
    ) -> None:
        """Publishes the cached tiles of a view at once, and makes and publishes the others.

        check: called before each piece, and within it too unless `inner_check` is given for that.
        """
        self._make(self.rects(view, grade), grade, publish, check, inner_check)

    def make_at_rest(self, view: Viewport, publish: Publish, check: Check) -> None:
        """Makes a small view: a quick model's tiles, or a costly one's by grades."""
        if view.scale > 1 and not self.quick:
            self.refine(view, False, publish, check)
        else:
            self.make(view, Grade.EXACT, publish, check)

    def refine(self, view: Viewport, exact: bool, publish: Publish, check: Check) -> None:
        """Makes a costly model's view by grades, from the cheapest on.

        A bicubic sketch comes first, then samples, then exact tiles: where they would look different, or everywhere if
        `exact`. Where samples do not serve, half the resolution is nearer to the exact tiles, at a fraction of their
        cost, than leaving out the local ensemble would be.
        """
        from engine.decoding import sampling

        assert self._model is not None
        sampled = sampling.can_sample(self._model.model.net, view.scale)
        if self.missing(view, Grade.EXACT):
            if not sampled or self.missing(view, Grade.SAMPLED):
                self.make(view, Grade.SKETCH, publish, check)
            if sampled:
                self._make_samples(view, publish, check)
            elif view.scale > 2:
                self.make(halved(view), Grade.EXACT, publish, check)
        if sampled and not exact:
            self._finish(view, publish, check)
        else:
            self.make(view, Grade.EXACT, publish, check)

    def _make_samples(self, view: Viewport, publish: Publish, check: Check) -> None:
        """Makes the sampled tiles of a view, unless exact ones take less time: in fine texture at low scales.

        This is measured on the first tiles of both grades, which the view needs anyway.
        """
        missing = self.missing(view, Grade.SAMPLED)
        if 2 * len(_first_pixels(missing, TRIED[Grade.SAMPLED])) < len(missing):
            seconds = {grade: self._tried_seconds(view, grade, publish, check) for grade in TRIED}
            if seconds[Grade.EXACT] < seconds[Grade.SAMPLED]:
                return
        self.make(view, Grade.SAMPLED, publish, check)

    def _tried_seconds(self, view: Viewport, grade: Grade, publish: Publish, check: Check) -> float:
        """Makes the first tiles of a view that are missing. Returns how long all of its tiles take at their speed."""
        rects = self.rects(view, grade)
        first = _first_pixels(self.missing(view, grade), TRIED[grade])
        self._decoding_s = 0.0
        self._make(first, grade, publish, check, whole=bounding_rect(rects))
        return self._decoding_s * _pixels(rects) / _pixels(first)

    def _finish(self, view: Viewport, publish: Publish, check: Check) -> None:
        """Makes the exact tiles of a sampled view, except where they would look the same."""
        sampled = (self._cache.get((rect, Grade.SAMPLED)) for rect in self.rects(view, Grade.SAMPLED))
        rects = different(self.rects(view, Grade.EXACT), sampled, self._tile_side(view, Grade.EXACT))
        self._make(rects, Grade.EXACT, publish, check)

    def _make(
        self,
        rects: list[TileRect],
        grade: Grade,
        publish: Publish,
        check: Check,
        inner_check: Check | None = None,
        whole: TileRect | None = None,
    ) -> None:
        """Makes tiles. whole: what all tiles of the view cover, if these are only some of them."""
        if not rects:
            return
        cached, missing = [], []
        for rect in rects:
            tile = self._cache.get((rect, grade))
            missing.append(rect) if tile is None else cached.append(tile)
        if cached:
            publish(tuple(cached))
        whole = whole or bounding_rect(rects)
        in_parts = _exceeds_block(whole, self._source(grade))
        for piece in self._pieces(missing, whole, grade):
            check()
            extent = bounding_rect(piece) if in_parts else whole
            tiles = self._decode(piece, extent, grade, inner_check or check)
            for rect, tile in zip(piece, tiles, strict=True):
                self._cache.put((rect, grade), tile, tile.pixels.nbytes)
            publish(tiles)

    def make_in_one_piece(self, view: Viewport, publish: Publish, check: Check) -> bool:
        """Makes a quick model's view in one piece, and caches the tiles that lie wholly inside.

        Returns False without doing so if those tiles are cached already, or the view is too large for one piece.
        """
        assert self._model is not None
        whole = visible_rect(view, self.picture.size)
        inside = [rect for rect in self.missing(view, Grade.EXACT) if rect.within(whole)]
        if not inside or _exceeds_block(whole, self._model):
            return False
        frame = self._decode_frame(whole, check)
        tiles = [_cut(frame, rect, Grade.EXACT) for rect in inside]
        for rect, tile in zip(inside, tiles, strict=True):
            self._cache.put((rect, Grade.EXACT), tile, tile.pixels.nbytes)
        publish((frame, *tiles))
        return True

    def follow(self, view: Viewport, publish: Publish, check: Check) -> None:
        """Makes what a quick model's view needs amid a gesture, at the resolution that FRAME_TIME allows.

        A piece that was begun is finished, and within FRAME_TIME all of them: if each view cancelled the one before,
        none would ever be finished.
        """
        assert self._model is not None
        whole, missing = visible_rect(view, self.picture.size), self.missing(view, Grade.EXACT)
        if _exceeds_block(whole, self._model):
            self.make(view, Grade.EXACT, publish, check)
            return
        patient_check = after(FRAME_TIME, check)
        affordable = self._gesture_speed * FRAME_TIME
        only_a_strip = not any(rect.within(whole) for rect in missing)
        if only_a_strip and sum(rect.width * rect.height for rect in missing) <= affordable:
            self.make(view, Grade.EXACT, publish, patient_check, _never_cancel)
            return
        pixels, reduced_view = whole.width * whole.height, view
        while pixels > affordable and reduced_view.scale > MIN_HALVED_SCALE:
            reduced_view, pixels = halved(reduced_view), pixels // 4
        whole = visible_rect(reduced_view, self.picture.size)
        for part in split_rect(whole, round(ENCODED_SIDE * reduced_view.scale)):
            patient_check()
            self._model.prefetch(part.rows, part.cols, (part.rows, part.cols), _never_cancel)
        publish((self._decode_gesture_frame(whole, view.scale),))

    def encode_ahead(self, view: Viewport, at: tuple[float, float], check: Check) -> None:
        """Encodes what the views after this one will probably show, the nearest to the pointer first.

        at: the pointer, device px of the view. Raises what `check` raises.
        """
        assert self._model is not None
        for part in coming_view.parts(view, at, self.picture.size, ENCODED_SIDE):
            check()
            self._model.prefetch(part.rows, part.cols, (part.rows, part.cols), check)

    def _decode_gesture_frame(self, whole: TileRect, scale: float) -> Tile:
        """Decodes a frame of a gesture at a scale and updates the running mean of its speed."""
        from engine.compute import cores

        previous, began = self._frame, time.perf_counter()
        # The window draws meanwhile and gets a core for it. Below MIN_HALVED_SCALE a frame costs as much as the view at
        # rest, and the window waits for it anyway.
        with cores.reserve_one_core() if scale >= MIN_HALVED_SCALE else nullcontext():
            frame = self._decode_frame(whole, _never_cancel)
        if self._frame is not previous:
            speed = whole.width * whole.height / (time.perf_counter() - began)
            self._gesture_speed += (speed - self._gesture_speed) / SPEED_WINDOW
        return frame

    def _decode_frame(self, whole: TileRect, check: Check) -> Tile:
        """Decodes a view in one piece. The last frame is kept: a gesture often ends at the view of its last frame."""
        if self._frame is None or self._frame[0] != whole:
            self._frame = whole, self._decode([whole], whole, Grade.PASSING, check)[0]
        return self._frame[1]

    def _tile_side(self, view: Viewport, grade: Grade) -> int:
        """Device px along a side of tiles: TILE_SIDE, except for what a costly model decodes itself."""
        if view.scale <= 1 or grade == Grade.SKETCH:
            return TILE_SIDE
        assert self._model is not None
        if grade == Grade.EXACT:
            return self._model.model.net.tile
        from engine.decoding import sampling

        return sampling.tile_side(view.scale)

    def _source(self, grade: Grade) -> "ContinuousImage | None":
        """The image that tiles of a grade are decoded from."""
        return self._sketch if grade == Grade.SKETCH else self._model

    def _pieces(self, missing: list[TileRect], whole: TileRect, grade: Grade) -> list[list[TileRect]]:
        """Groups the missing tiles of a view into rectangles that are best decoded at once, in order of decoding.

        While latents have to be encoded first, each tile is a piece of its own. Where decoding is all that is left,
        many tiles are one piece.
        """
        source = self._source(grade)
        in_groups = whole.scale > 1 and (grade == Grade.SKETCH or (grade == Grade.EXACT and self.quick))
        if not in_groups or source is None:
            return [[rect] for rect in missing]
        if _exceeds_block(whole, source):
            return group_rects(missing, TILE_SIDE, int(source.model.net.block * whole.scale))
        if not source.is_encoded(whole.rows, whole.cols):
            return [[rect] for rect in missing]
        return group_rects(missing, TILE_SIDE)

    def _decode(
        self, rects: list[TileRect], extent: TileRect, grade: Grade, check: Check
    ) -> tuple[Tile, ...]:
        """Decodes tiles that form a rectangle. extent: all that will be decoded for the view; bounds the prefetch."""
        piece, close = bounding_rect(rects), None
        if piece.scale <= 1:
            colours, alpha = reduced(self.picture, piece.rows, piece.cols)
        else:
            source = self._source(grade)
            assert source is not None
            source.prefetch(piece.rows, piece.cols, (extent.rows, extent.cols), check)
            began = time.perf_counter()
            colours, alpha = source.grid(piece.rows, piece.cols, check, sampled=grade == Grade.SAMPLED)
            if grade >= Grade.PASSING:
                speed = piece.width * piece.height / (time.perf_counter() - began)
                self.speed += (speed - self.speed) / SPEED_WINDOW
            if grade == Grade.SAMPLED:
                close = source.close_blocks(colours, piece.rows, piece.cols, source.model.net.tile, check)
            self._decoding_s += time.perf_counter() - began
        tile = Tile(piece.scale, piece.x, piece.y, to_screen(colours, alpha), grade, close)
        return (tile,) if len(rects) == 1 else tuple(_cut(tile, rect, grade) for rect in rects)


def _pixels(rects: list[TileRect]) -> int:
    return sum(rect.width * rect.height for rect in rects)


def _first_pixels(rects: list[TileRect], least: int) -> list[TileRect]:
    """Returns the first rectangles, as many as have the least number of pixels together."""
    count = 0
    while count < len(rects) and _pixels(rects[:count]) < least:
        count += 1
    return rects[:count]


def is_quick(model: "Model") -> bool:
    """Whether a model decodes a full view in a few ms: it asks for large tiles then."""
    return model.net.tile >= TILE_SIDE


def _exceeds_block(whole: TileRect, source: "ContinuousImage | None") -> bool:
    """Whether a quick model's view shows more source px than are encoded at once, so that it is made in parts.

    The latents of such a view are not all cached. A costly model's tiles are small: encoding each of them apart would
    be all halo.
    """
    if whole.scale <= 1 or source is None or source.model.net.tile < TILE_SIDE:
        return False
    return whole.width * whole.height > (source.model.net.block * whole.scale) ** 2


def different(rects: list[TileRect], sampled: Iterable[Tile | None], side: int) -> list[TileRect]:
    """Returns the exact tiles, of `side` px, that would not look the same as the sampled ones of the same view."""
    close = {
        (tile.x + side * int(col), tile.y + side * int(row))
        for tile in sampled
        if tile is not None and tile.close is not None
        for row, col in zip(*tile.close.nonzero(), strict=True)
    }
    return [rect for rect in rects if (rect.x, rect.y) not in close]


def _cut(tile: Tile, rect: TileRect, grade: Grade) -> Tile:
    """Copies the part of a tile that a rectangle inside it covers."""
    top, left = rect.y - tile.y, rect.x - tile.x
    pixels = tile.pixels[top : top + rect.height, left : left + rect.width].copy()
    return Tile(rect.scale, rect.x, rect.y, read_only(pixels), grade)


def after(seconds: float, check: Check) -> Check:
    """Returns a check that cancels nothing until `seconds` have passed."""
    began = time.perf_counter()

    def patient_check() -> None:
        if time.perf_counter() - began > seconds:
            check()

    return patient_check


def _never_cancel() -> None:
    """The check of work that must be finished."""
