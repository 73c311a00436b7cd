"""References that a view is compared with: the source's pixels, interpolations of them, and other models.

The engine's thread.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator

from engine.base.resources import Resources
from engine.checkpoints import library
from engine.compute.device import Compute
from engine.decoding import pixels_bilinear_lanczos, sampling
from engine.decoding.continuous_image import ContinuousImage
from engine.decoding.pixels_bilinear_lanczos import InterpolatedImage
from engine.decoding.tile_cache import TileCache
from engine.geometry.axis import Axis
from engine.geometry.tiling import TileRect, bounding_rect, tile_rects, visible_rect
from engine.geometry.viewport import Viewport, halved
from engine.images.picture import Picture, to_screen
from engine.models.implicit import Check
from engine.session.events import CoefficientsReady, Grade, Tile
from engine.session.view_coefficients import ViewCoefficients
from engine.session.view_tiles import different

TILE_BUDGET = 64 << 20
"""Bytes of decoded tiles, of all references together."""
MODEL_BUDGET = Resources(codes=80 << 20, prepared=80 << 20, samples=48 << 20)
"""Cache sizes of a model used as a reference: half of the defaults."""
MAX_REFERENCES = 3
"""References that are kept ready: as many as a screen shows beside the model."""
TILE_SIDE = 512
"""Device px along a side of a quick reference's tiles. Large tiles: the window smooths the edges of each, which costs
time."""
QUICK_TILE_SIDE = 256
"""A model is quick if it asks for tiles of at least this many device px along a side."""
FRAME_PIXELS = 1 << 20
"""Most device px of a reference in a frame of a gesture: what is affordable beside the model's own tiles."""

ReferenceImage = InterpolatedImage | ContinuousImage


class References:
    """The references of one picture, made when they are first requested, and their tiles."""

    def __init__(self, picture: Picture, compute: Compute) -> None:
        self.picture, self._compute = picture, compute
        self._images: OrderedDict[str, ReferenceImage] = OrderedDict()
        self._coefficients: dict[str, ViewCoefficients] = {}
        self._tiles: TileCache[Tile] = TileCache(TILE_BUDGET)

    @property
    def cached_bytes(self) -> int:
        """Bytes of cached tiles and latents."""
        models = [each for each in self._images.values() if isinstance(each, ContinuousImage)]
        return self._tiles.cached_bytes + sum(sum(model.cached_bytes.values()) for model in models)

    @staticmethod
    def costly(name: str) -> bool:
        """Whether a reference may take long: any model but bicubic, since its cost is not known before it is loaded."""
        return name not in (*pixels_bilinear_lanczos.NAMES, library.BUILT_IN)

    def tiles(
        self, name: str, view: Viewport, exact: bool, moving: bool, check: Check
    ) -> Iterator[tuple[Tile, ...]]:
        """Yields the tiles of a view as they are made. name: one of pixels_bilinear_lanczos.NAMES, or a model's.

        exact, moving: as in ViewRequest. At scales of 1 and below there are none: all references equal the picture
        itself there. Raises ModelError, and what `check` raises.
        """
        if view.scale <= 1:
            return
        source = self._image(name)
        if isinstance(source, InterpolatedImage) or source.model.net.tile >= QUICK_TILE_SIDE:
            if moving and not self._is_strip(name, view):
                yield (self._make_frame(source, view, check),)
            else:
                rects = tile_rects(view, self.picture.size, TILE_SIDE)
                yield from self._make_tiles(name, rects, Grade.EXACT, check)
        elif not moving:
            yield from self._refine(name, source, view, exact, check)

    def coefficients(
        self, name: str, picture: int, emit: Callable[[CoefficientsReady], None]
    ) -> ViewCoefficients | None:
        """Returns the polynomials of a reference that is a model. picture: its number. Raises ModelError."""
        source = self._image(name)
        if not isinstance(source, ContinuousImage):
            return None
        made = self._coefficients.get(name)
        if made is None or made.source is not source:
            made = self._coefficients[name] = ViewCoefficients(source, picture, emit, name)
        return made

    def _refine(
        self, name: str, source: ContinuousImage, view: Viewport, exact: bool, check: Check
    ) -> Iterator[tuple[Tile, ...]]:
        """Yields the tiles of a costly model, from the cheapest grade on. exact: as in ViewRequest."""
        side = source.model.net.tile
        sampled = list[Tile]()
        if sampling.can_sample(source.model.net, view.scale):
            rects = tile_rects(view, self.picture.size, sampling.tile_side(view.scale))
            for tiles in self._make_tiles(name, rects, Grade.SAMPLED, check):
                sampled += tiles
                yield tiles
        elif view.scale > 2:
            coarse = tile_rects(halved(view), self.picture.size, side)
            yield from self._make_tiles(name, coarse, Grade.EXACT, check)
        rects = tile_rects(view, self.picture.size, side)
        if not exact:
            rects = different(rects, sampled, side)
        yield from self._make_tiles(name, rects, Grade.EXACT, check)

    def _image(self, name: str) -> ReferenceImage:
        if name not in self._images:
            if name in pixels_bilinear_lanczos.NAMES:
                self._images[name] = InterpolatedImage(self.picture, name)
            else:
                model = library.load(name, self._compute.device)
                self._images[name] = ContinuousImage(self.picture, model, self._compute, MODEL_BUDGET)
        self._images.move_to_end(name)
        while len(self._images) > MAX_REFERENCES:
            dropped, _ = self._images.popitem(last=False)
            self._coefficients.pop(dropped, None)
        return self._images[name]

    def _is_strip(self, name: str, view: Viewport) -> bool:
        """Whether only a strip is missing, as after a pan: few px, and no tile that lies wholly inside the view."""
        rects, whole = tile_rects(view, self.picture.size, TILE_SIDE), visible_rect(view, self.picture.size)
        missing = [rect for rect in rects if (name, rect, Grade.EXACT) not in self._tiles]
        few = sum(rect.width * rect.height for rect in missing) <= FRAME_PIXELS
        return few and not any(rect.within(whole) for rect in missing)

    def _make_frame(self, source: ReferenceImage, view: Viewport, check: Check) -> Tile:
        """Makes a view in one piece, at the resolution that FRAME_PIXELS allows."""
        whole = visible_rect(view, self.picture.size)
        has_edges = isinstance(source, InterpolatedImage) and source.name == pixels_bilinear_lanczos.PIXELS
        # Nearest-neighbour pixels cost next to nothing, and must not be smoothed.
        while whole.width * whole.height > FRAME_PIXELS and not has_edges:
            view = halved(view)
            whole = visible_rect(view, self.picture.size)
        return _decode(source, whole, Grade.PASSING, check)

    def _make_tiles(
        self, name: str, rects: list[TileRect], grade: Grade, check: Check
    ) -> Iterator[tuple[Tile, ...]]:
        cached = [tile for rect in rects if (tile := self._tiles.get((name, rect, grade))) is not None]
        if cached:
            yield tuple(cached)
        source = self._images[name]
        for rect in rects:
            if (name, rect, grade) not in self._tiles:
                check()
                if isinstance(source, ContinuousImage):
                    source.prefetch(rect.rows, rect.cols, _extent(rects), check)
                tile = _decode(source, rect, grade, check)
                self._tiles.put((name, rect, grade), tile, tile.pixels.nbytes)
                yield (tile,)


def _extent(rects: list[TileRect]) -> tuple[Axis, Axis]:
    whole = bounding_rect(rects)
    return whole.rows, whole.cols


def _decode(source: ReferenceImage, rect: TileRect, grade: Grade, check: Check) -> Tile:
    colours, alpha = source.grid(rect.rows, rect.cols, check, sampled=grade == Grade.SAMPLED)
    close = None
    if isinstance(source, ContinuousImage) and grade == Grade.SAMPLED:
        close = source.close_blocks(colours, rect.rows, rect.cols, source.model.net.tile, check)
    return Tile(rect.scale, rect.x, rect.y, to_screen(colours, alpha), grade, close)
