"""What a view can be compared with: its source's pixels, interpolations of them, what another model makes of them."""

from collections import OrderedDict
from collections.abc import Iterator

from engine.base.resources import Resources
from engine.checkpoints import library
from engine.compute.device import Compute
from engine.decoding import interpolation, sampling
from engine.decoding.continuous_image import ContinuousImage
from engine.decoding.interpolation import InterpolatedImage
from engine.decoding.tile_cache import TileCache
from engine.geometry.axis import Axis
from engine.geometry.tiling import TileRect, bounding_rect, tile_rects, visible_rect
from engine.geometry.viewport import Viewport, halved
from engine.images.picture import Picture, to_screen
from engine.models.implicit import Check
from engine.session.events import Grade, Tile

TILES = 64 << 20
"""Bytes of decoded tiles, of all references together."""
ROOM = Resources(codes=80 << 20, prepared=80 << 20, samples=48 << 20)
"""What a model that is compared with may keep: half of what the model itself usually may."""
MOST = 3
"""References that are kept ready: as many as a screen shows beside the model."""
SIDE = 512
"""Device px along a side of the tiles of what is quick to make: few, since smoothing takes the window time at each end
of one."""
QUICK = 256
"""Device px along a side of the tiles that a model asks for which makes a view in a moment."""
PASSING = 1 << 20
"""Device px that are made for a frame amid a gesture, at most: what its time is enough for beside the model's own."""

Source = InterpolatedImage | ContinuousImage


class References:
    """Those of one picture. One thread's own."""

    def __init__(self, picture: Picture, compute: Compute) -> None:
        self.picture, self._compute = picture, compute
        self._sources: OrderedDict[str, Source] = OrderedDict()
        self._tiles: TileCache[Tile] = TileCache(TILES)

    @property
    def cached_bytes(self) -> int:
        """Bytes kept."""
        models = [each for each in self._sources.values() if isinstance(each, ContinuousImage)]
        return self._tiles.cached_bytes + sum(sum(model.cached_bytes.values()) for model in models)

    @staticmethod
    def costly(name: str) -> bool:
        """Whether it may take long: another model, until it is known."""
        return name not in (*interpolation.NAMES, library.BUILT_IN)

    def tiles(
        self, name: str, view: Viewport, exact: bool, moving: bool, check: Check
    ) -> Iterator[tuple[Tile, ...]]:
        """The tiles of a view under `name`, one of interpolation.NAMES or a model's, as they are made.

        exact, moving: as Look says. At scales of 1 and below there are none: nothing is made up there, and every
        reference is the model's own picture. Raises ModelError, and what `check` raises.
        """
        if view.scale <= 1:
            return
        source = self._source(name)
        if isinstance(source, InterpolatedImage) or source.model.net.tile >= QUICK:
            if moving and not self._is_strip(name, view):
                yield (self._frame(source, view, check),)
            else:
                yield from self._made(name, view, Grade.EXACT, SIDE, check)
        elif not moving:
            for of, grade, side in _steps(source, view, exact):
                yield from self._made(name, of, grade, side, check)

    def _source(self, name: str) -> Source:
        if name not in self._sources:
            if name in interpolation.NAMES:
                self._sources[name] = InterpolatedImage(self.picture, name)
            else:
                model = library.load(name, self._compute.device)
                self._sources[name] = ContinuousImage(self.picture, model, self._compute, ROOM)
        self._sources.move_to_end(name)
        while len(self._sources) > MOST:
            self._sources.popitem(last=False)
        return self._sources[name]

    def _is_strip(self, name: str, view: Viewport) -> bool:
        """Whether all but what a pan brings into sight is there already."""
        wanted, whole = tile_rects(view, self.picture.size, SIDE), visible_rect(view, self.picture.size)
        missing = [place for place in wanted if (name, place, Grade.EXACT) not in self._tiles]
        few = sum(place.width * place.height for place in missing) <= PASSING
        return few and not any(place.within(whole) for place in missing)

    def _frame(self, source: Source, view: Viewport, check: Check) -> Tile:
        """All that a view shows, in one piece, at the resolution that there is time for."""
        whole = visible_rect(view, self.picture.size)
        crisp = isinstance(source, InterpolatedImage) and source.name == interpolation.PIXELS
        while (
            whole.width * whole.height > PASSING and not crisp
        ):  # pixels cost next to nothing, and have edges
            view = halved(view)
            whole = visible_rect(view, self.picture.size)
        return _tile(source, whole, Grade.PASSING, check)

    def _made(
        self, name: str, view: Viewport, grade: Grade, side: int, check: Check
    ) -> Iterator[tuple[Tile, ...]]:
        wanted = tile_rects(view, self.picture.size, side)
        there = [tile for place in wanted if (tile := self._tiles.get((name, place, grade))) is not None]
        if there:
            yield tuple(there)
        source = self._sources[name]
        for place in wanted:
            if (name, place, grade) not in self._tiles:
                check()
                if isinstance(source, ContinuousImage):
                    source.prefetch(place.rows, place.cols, _sight(wanted), check)
                tile = _tile(source, place, grade, check)
                self._tiles.put((name, place, grade), tile, tile.pixels.nbytes)
                yield (tile,)


def _steps(source: ContinuousImage, view: Viewport, exact: bool) -> list[tuple[Viewport, Grade, int]]:
    """By which views, and in tiles how large, a costly model comes to the one that is wanted."""
    side = source.model.net.tile
    last = [(view, Grade.EXACT, side)]
    if sampling.can_sample(source.model.net, view.scale):
        return [(view, Grade.SAMPLED, sampling.tile_side(view.scale)), *(last if exact else [])]
    return [*([(halved(view), Grade.EXACT, side)] if view.scale > 2 else []), *last]


def _sight(wanted: list[TileRect]) -> tuple[Axis, Axis]:
    whole = bounding_rect(wanted)
    return whole.rows, whole.cols


def _tile(source: Source, place: TileRect, grade: Grade, check: Check) -> Tile:
    colours, alpha = source.grid(place.rows, place.cols, check, sampled=grade == Grade.SAMPLED)
    return Tile(place.scale, place.x, place.y, to_screen(colours, alpha), grade)
