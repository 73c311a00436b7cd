"""What a view can be compared with: its source's pixels, interpolations of them, what another model makes of them."""

from collections import OrderedDict
from collections.abc import Iterator

from engine import interpolation, library, sampling
from engine.continuous import ContinuousImage
from engine.device import Compute
from engine.events import Grade, Tile
from engine.interpolation import Interpolated
from engine.models.implicit import Check
from engine.picture import Picture, screen
from engine.tile_cache import TileCache
from engine.view import Place, places, seen
from engine.viewport import Viewport, halved

TILES = 64 << 20
"""Bytes of decoded tiles, of all references together."""
SHARE = 4
"""A model that is compared with keeps at most a SHAREth of what the model itself may keep: 124 MB."""
MOST = 3
"""References that are kept ready: as many as a screen shows beside the model."""
SIDE = 256
"""Device px along a side of tiles, but for what a model takes long to make."""
PASSING = 1 << 19
"""Device px of a frame amid a gesture: what is left of its time when the model's own is made."""

Source = Interpolated | ContinuousImage


class References:
    """Those of one picture. One thread's own."""

    def __init__(self, picture: Picture, compute: Compute) -> None:
        self._picture, self._compute = picture, compute
        self._sources: OrderedDict[str, Source] = OrderedDict()
        self._tiles: TileCache[Tile] = TileCache(TILES)

    @property
    def held(self) -> int:
        """Bytes kept."""
        models = [each for each in self._sources.values() if isinstance(each, ContinuousImage)]
        return self._tiles.held + sum(sum(model.held.values()) for model in models)

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
        quick = isinstance(source, Interpolated) or source.model.net.tile >= SIDE
        if moving:
            if quick:
                yield (self._frame(source, view, check),)
            return
        for of, grade in [(view, Grade.EXACT)] if quick else _steps(view, exact):
            yield from self._made(name, source, of, grade, check)

    def _source(self, name: str) -> Source:
        if name not in self._sources:
            if name in interpolation.NAMES:
                self._sources[name] = Interpolated(self._picture, name)
            else:
                model = library.load(name, self._compute.device)
                self._sources[name] = ContinuousImage(self._picture, model, self._compute, SHARE)
        self._sources.move_to_end(name)
        while len(self._sources) > MOST:
            self._sources.popitem(last=False)
        return self._sources[name]

    def _frame(self, source: Source, view: Viewport, check: Check) -> Tile:
        """All that a view shows, in one piece, at the resolution that there is time for."""
        whole = seen(view, self._picture.size)
        crisp = isinstance(source, Interpolated) and source.name == interpolation.PIXELS
        while (
            whole.width * whole.height > PASSING and not crisp
        ):  # pixels cost next to nothing, and have edges
            view = halved(view)
            whole = seen(view, self._picture.size)
        return _tile(source, whole, Grade.PASSING, check)

    def _made(
        self, name: str, source: Source, view: Viewport, grade: Grade, check: Check
    ) -> Iterator[tuple[Tile, ...]]:
        side = SIDE if isinstance(source, Interpolated) else source.model.net.tile
        wanted = places(
            view, self._picture.size, sampling.side(view.scale) if grade == Grade.SAMPLED else side
        )
        there = [tile for place in wanted if (tile := self._tiles.get((name, place, grade))) is not None]
        if there:
            yield tuple(there)
        for place in wanted:
            if (name, place, grade) not in self._tiles:
                check()
                tile = _tile(source, place, grade, check)
                self._tiles.put((name, place, grade), tile, tile.pixels.nbytes)
                yield (tile,)


def _steps(view: Viewport, exact: bool) -> list[tuple[Viewport, Grade]]:
    """By which views a costly model comes to the one that is wanted."""
    if view.scale >= sampling.LEAST:
        return [(view, Grade.SAMPLED), *([(view, Grade.EXACT)] if exact else [])]
    return [*([(halved(view), Grade.EXACT)] if view.scale > 2 else []), (view, Grade.EXACT)]


def _tile(source: Source, place: Place, grade: Grade, check: Check) -> Tile:
    colours, alpha = source.grid(place.rows, place.cols, check, sampled=grade == Grade.SAMPLED)
    return Tile(place.scale, place.x, place.y, screen(colours, alpha), grade)
