"""What lies on the engine's desk: one picture, one model, the tiles made of them. Only the engine's thread sits here.

torch is loaded when the first model is, never before: the picture is on the screen by then.
"""

import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import ExportError, ModelError
from engine.base.messages import message
from engine.base.resources import Resources
from engine.compute.torch_loading import load_torch
from engine.decoding.tile_cache import TileCache
from engine.geometry import orientation, tiling
from engine.geometry.tiling import TileRect, bounding_rect, group_rects, split_rect, visible_rect
from engine.geometry.viewport import Region, Viewport, halved
from engine.images.file_info import file_info
from engine.images.image import Image
from engine.images.picture import Picture, reduced, region_pixels, to_screen
from engine.images.rotation import rotated
from engine.session import events
from engine.session.events import Grade
from engine.session.preloader import Preloader
from engine.session.requests import ExportPicture, ProfileRequest, UncertaintyRequest, ViewRequest

if TYPE_CHECKING:
    from engine.checkpoints.model import Model
    from engine.compute.device import Compute
    from engine.decoding.continuous_image import ContinuousImage
    from engine.session.references import References

Check = Callable[[], None]

FRAME = 1 / 40
"""Seconds that a frame of a gesture may take to decode; the window draws more, from what is there."""
COARSEST = 8
"""The scale from which on half the resolution spares time: below, a frame costs what its latents do."""
ENCODED = 300
"""Source px along a side of what is encoded amid a gesture before it is asked whether the view is another by now."""
SPEED, LATELY = 2e7, 8
"""Device px a second that a quick model is taken to decode before it was seen to, and of how many tiles the mean is."""
SIDE = 256
"""Device px along a side of the tiles of what is quick to make: a view makes little more than it shows."""


class RenderState:
    """See the module. `emit` gets the events of engine/session/events.py. ahead: where files are opened."""

    def __init__(self, emit: Callable[[events.Event], None], ahead: Preloader, resources: Resources) -> None:
        self._emit = emit
        self._ahead = ahead
        self._resources = resources
        self.picture: Picture | None = None
        self.last_look: ViewRequest | None = None
        self._lies = orientation.UPRIGHT
        self._number = 0
        self._model: Model | None = None
        self._wanted = self._asked = ""  # the model that was asked for last; by what that which is there was
        self._compute: Compute | None = None
        self._exact: ContinuousImage | None = None
        self._sketch: ContinuousImage | None = None
        self._references: References | None = None
        self._tiles: TileCache[events.Tile] = TileCache(resources.tiles)
        self._frame: tuple[TileRect, events.Tile] | None = None
        self._hits = self._misses = 0
        self._speed = self._pace = SPEED  # at rest, amid a gesture

    def open(self, source: "Path | Image", lies: int = 0) -> None:
        """Puts a picture on the desk, in an orientation. Raises ImageError; then the one before stays."""
        if isinstance(source, Image):
            picture = Picture(source)
            self._ahead.leave()
        else:
            picture = self._ahead.open(source)
        if lies != orientation.UPRIGHT:
            picture = Picture(rotated(picture.image, lies))
        self._lay_down(picture, lies, turned=False)

    def turn(self, by: int) -> None:
        """Lays the picture down in another orientation, relative to the one it has; its file is not read again."""
        if self.picture is not None:
            picture = Picture(rotated(self.picture.image, by))
            self._lay_down(picture, orientation.composed(self._lies, by), turned=True)

    def _lay_down(self, picture: Picture, lies: int, turned: bool) -> None:
        self.picture, self._lies, self.last_look = picture, lies, None
        self._number += 1
        self._lay_out()
        of = picture.image
        about = of.name, of.path, of.notices, picture.preview, of.bits
        self._emit(events.PictureOpened(self._number, picture.size, *about, lies, turned))
        known = None if of.path is None else file_info(of.path)
        self._emit(events.PictureSource(self._number, of.pixels, of.alpha, known))

    def use(self, name: str) -> None:
        """Changes the model. Raises ModelError; then the one before stays."""
        self._wanted = name
        load_torch()
        from engine.checkpoints import library

        self._model = library.load(name, self.compute.device)
        self._asked = name
        self._lay_out()
        self._tell_model()

    def take(self, region: Region) -> None:
        """Tells of the source px that a region touches."""
        if self.picture is not None:
            self._emit(events.PixelsCopied(region_pixels(self.picture.image, region)))

    def equip(self, resources: Resources) -> None:
        """Changes what may be used of the machine, at once. Raises DeviceError; then what it was stays."""
        if self._compute is not None:
            from engine.compute import device

            self._compute = device.choose(resources.device, resources.precision)
            device.use_threads(resources.threads)
        self._resources, self._tiles = resources, TileCache(resources.tiles)
        self._references = None
        if self._model is not None:
            self._model.net.to(self.compute.device)
            self._lay_out()
            self._tell_model()
        elif self._wanted:
            self.use(self._wanted)

    @property
    def compute(self) -> "Compute":
        """Where it is computed. Raises DeviceError where the device that was asked for is not there."""
        if self._compute is None:
            load_torch()
            from engine.compute import device

            self._compute = device.choose(self._resources.device, self._resources.precision)
            device.use_threads(self._resources.threads)
        return self._compute

    def _tell_model(self) -> None:
        from engine.compute import device

        assert self._model is not None
        info, finer = self._model.info, self._model.net.upsampling
        where = device.name(self.compute), device.precision(self.compute)
        self._emit(events.ModelReady(info.name, info.max_scale, *where, self._asked, self._quick, finer))

    def look(self, job: ViewRequest, check: Check) -> None:
        """Makes the tiles of a view, those in the middle first. Raises what `check` raises.

        Before a costly model's come bicubic sketches, then what is worth a fraction of its cost: samples, or where they
        do not serve half the resolution, which is nearer to the exact ones than sparing the local ensemble would be.
        """
        self.last_look = job
        view = job.view
        if self.picture is None or (view.scale > 1 and self._exact is None):
            return  # asked again once there is a picture, a model
        if view.scale > 1 and job.moving and self._quick:
            self._follow(job, check)
            self._compare(job, check, False, True)
            return
        places, missing = self._places(view, Grade.EXACT), self._missing(view, Grade.EXACT)
        self._hits, self._misses = self._hits + len(places) - len(missing), self._misses + len(missing)
        framed = view.scale > 1 and self._quick and self._at_once(job, view, check)
        slow = view.scale > 1 and not self._quick
        if slow:
            self._compare(job, check, False)  # a moment, of which the model will take many
            self._approach(job, view, check)
        elif not framed:
            self._make(job, view, Grade.EXACT, check)
        self._emit(events.ViewSettled(job.number, (time.perf_counter() - job.asked) * 1e3))
        self._compare(job, check, *((True,) if slow else (False, True)))
        if framed:  # what lies across the border, so that a pan has to make a strip only
            self._make(job, view, Grade.EXACT, check)
        self._emit(self._figures())

    def _approach(self, job: ViewRequest, of: Viewport, check: Check) -> None:
        """Makes a costly model's view by steps, from the cheapest on."""
        from engine.decoding import sampling

        assert self._model is not None
        deep = sampling.can_sample(self._model.net, of.scale)
        exact = job.exact or not deep
        if not exact or self._missing(of, Grade.EXACT):
            if not deep or self._missing(of, Grade.SAMPLED):
                self._make(job, of, Grade.SKETCH, check)
            if deep:
                self._make(job, of, Grade.SAMPLED, check)
            elif of.scale > 2:
                self._make(job, halved(of), Grade.EXACT, check)
        if exact:
            self._make(job, of, Grade.EXACT, check)

    def _at_once(self, job: ViewRequest, of: Viewport, check: Check) -> bool:
        """Makes a quick model's view in one piece, and cuts its inner tiles of it.

        False: it did not, since these are there already, or it is no view for one piece.
        """
        assert self.picture is not None and self._exact is not None
        whole = visible_rect(of, self.picture.size)
        inside = [place for place in self._missing(of, Grade.EXACT) if place.within(whole)]
        if not inside or _large(whole, self._exact):
            return False
        frame = self._framed(whole, check)
        tiles = [_cut(frame, place, Grade.EXACT) for place in inside]
        for place, tile in zip(inside, tiles, strict=True):
            self._tiles.put((place, Grade.EXACT), tile, tile.pixels.nbytes)
        self._tell(job, (frame, *tiles))
        return True

    def _follow(self, job: ViewRequest, check: Check) -> None:
        """Makes what a quick model's view needs while it moves, at the resolution that a frame has the time for.

        A piece that is begun is finished, and within a frame's time all of them: where each view overtakes the one
        before, none would be.
        """
        assert self.picture is not None and self._exact is not None
        began = time.perf_counter()

        def patiently() -> None:
            if time.perf_counter() - began > FRAME:
                check()

        view = job.view
        whole, missing = visible_rect(view, self.picture.size), self._missing(view, Grade.EXACT)
        if _large(whole, self._exact):
            self._make(job, view, Grade.EXACT, check)
            return
        wanted = sum(place.width * place.height for place in missing)
        if wanted <= self._pace * FRAME and not any(place.within(whole) for place in missing):
            self._make(job, view, Grade.EXACT, patiently, _go_on)
            return
        wanted = whole.width * whole.height
        while wanted > self._pace * FRAME and view.scale > COARSEST:
            view, wanted = halved(view), wanted // 4
        whole = visible_rect(view, self.picture.size)
        for part in split_rect(whole, round(ENCODED * view.scale)):
            patiently()
            self._exact.prefetch(part.rows, part.cols, (part.rows, part.cols), _go_on)
        self._tell(job, (self._amid(whole, job.view.scale),))

    def _amid(self, whole: TileRect, scale: float) -> events.Tile:
        """A frame of a gesture at a scale, and how quickly such are made."""
        from engine.compute import cores

        before, began = self._frame, time.perf_counter()
        # the window draws meanwhile; but where a frame is as much as the view that it rests with, that waits for it
        with cores.reserve_one_core() if scale >= COARSEST else nullcontext():
            frame = self._framed(whole, _go_on)
        if self._frame is not before:
            self._pace += (whole.width * whole.height / (time.perf_counter() - began) - self._pace) / LATELY
        return frame

    def _tell(self, job: ViewRequest, tiles: tuple[events.Tile, ...]) -> None:
        self._emit(events.TilesReady(self._number, job.number, tiles, job.view.cell))

    def _framed(self, whole: TileRect, check: Check) -> events.Tile:
        """All that a view shows, in one piece; a gesture often ends where its last frame was."""
        if self._frame is None or self._frame[0] != whole:
            self._frame = whole, self._tiles_of([whole], whole, Grade.PASSING, check)[0]
        return self._frame[1]

    def trace(self, job: ProfileRequest, check: Check) -> None:
        """Follows a line. Raises what `check` raises."""
        from engine.decoding import line_profile

        if self._exact is None or self._sketch is None:
            return  # asked again once there is a model
        model, bicubic = (
            line_profile.decoded_line(of, job.line, check) for of in (self._exact, self._sketch)
        )
        pixels = line_profile.source_line(self._exact.picture.image.pixels, job.line)
        self._emit(events.ProfileReady(job.number, model, bicubic, pixels))

    def doubt(self, job: UncertaintyRequest, check: Check) -> None:
        """Weighs a view. Raises what `check` raises."""
        from engine.decoding import uncertainty

        if self._exact is not None and job.view.scale > 1:
            weigh = (
                uncertainty.ensemble_deviation
                if job.kind is uncertainty.UncertaintyKind.SPREAD
                else uncertainty.source_error
            )
            self._emit(events.UncertaintyReady(job.number, weigh(self._exact, job.view, check)))

    def _compare(self, job: ViewRequest, check: Check, *costly: bool) -> None:
        """Makes what the view is to be compared with: of what may take long, of the rest, or of both."""
        references = self._beside() if job.references else None
        for name in job.references:
            if references is not None and references.costly(name) in costly:
                self._tell_reference(references, name, job, check)
        if job.references and not job.moving and True in costly:
            self._emit(events.ReferencesSettled(job.number))

    def _beside(self) -> "References | None":
        """What the picture is compared with; None where no model is loaded, and so no view needs any."""
        if self.picture is None or self._compute is None:
            return None
        if self._references is None or self._references.picture is not self.picture:
            from engine.session.references import References

            self._references = References(self.picture, self._compute)
        return self._references

    def _tell_reference(self, references: "References", name: str, job: ViewRequest, check: Check) -> None:
        try:
            for tiles in references.tiles(name, job.view, job.exact, job.moving, check):
                self._emit(events.TilesReady(self._number, job.number, tiles, job.view.cell, name))
        except ModelError as error:
            self._emit(events.Failed("reference", error.message))

    def export(self, job: ExportPicture, check: Check) -> None:
        """Writes a file. Raises ExportError, and what `check` raises."""
        from engine.decoding.blend import BlendedImage
        from engine.export import region_export

        if self._exact is None or self._sketch is None:
            remedy = message("choose one that loads, then export again")
            raise ExportError(job.path, message("no model is loaded"), remedy)
        began = time.perf_counter()
        source = self._exact if job.fidelity == 1 else BlendedImage(self._exact, self._sketch, job.fidelity)
        region_export.write_region(source, job.region, job.size, job.path, self._progress, check)
        self._emit(events.Exported(job.path, job.size, (time.perf_counter() - began) * 1e3))

    def _progress(self, done: int, total: int, px_per_s: float) -> None:
        self._emit(events.ExportProgress(done, total, px_per_s))

    @property
    def _quick(self) -> bool:
        """Whether the model makes a view in a moment: it comes in large tiles, and nothing need stand in for it."""
        return self._model is not None and self._model.net.tile >= SIDE

    def _side(self, of: Viewport, grade: Grade) -> int:
        """Device px along a side of tiles: large ones, but for what the model itself takes long to make."""
        if of.scale <= 1 or grade == Grade.SKETCH:
            return SIDE
        assert self._model is not None
        if grade == Grade.EXACT:
            return self._model.net.tile
        from engine.decoding import sampling

        return sampling.tile_side(of.scale)

    def _figures(self) -> events.EngineStats:
        held = {"tiles": self._tiles.cached_bytes, "neighbours": self._ahead.held}
        held |= {} if self._exact is None else self._exact.cached_bytes
        if self._references is not None:
            held["references"] = self._references.held
        return events.EngineStats(self._hits, self._misses, held, self._speed)

    def _lay_out(self) -> None:
        """After a change of picture or model: what was made of the old ones is not needed any more."""
        self._tiles.clear()
        self._frame = None
        self._exact = self._sketch = None
        if self.picture is None or self._model is None or self._compute is None:
            return
        from engine.checkpoints import library
        from engine.decoding.continuous_image import ContinuousImage

        self._exact = ContinuousImage(self.picture, self._model, self._compute, self._resources)
        self._sketch = ContinuousImage(self.picture, library.bicubic(), self._compute, self._resources)

    def _places(self, of: Viewport, grade: Grade) -> list[TileRect]:
        assert self.picture is not None
        return tiling.tile_rects(of, self.picture.size, self._side(of, grade))

    def _missing(self, of: Viewport, grade: Grade) -> list[TileRect]:
        return [place for place in self._places(of, grade) if self._tiles.get((place, grade)) is None]

    def _make(
        self,
        job: ViewRequest,
        of: Viewport,
        grade: Grade,
        check: Check,
        within: Check | None = None,
    ) -> None:
        """Tells of the tiles of the view `of` that are there already, makes the others, and tells of each.

        check: called before each tile; and within it too, unless `within` is to be called there.
        """
        assert self.picture is not None
        places = self._places(of, grade)
        if not places:
            return
        ready, missing = [], []
        for place in places:
            tile = self._tiles.get((place, grade))
            missing.append(place) if tile is None else ready.append(tile)
        if ready:
            self._tell(job, tuple(ready))
        whole = bounding_rect(places)
        large = _large(whole, self._source(grade))
        for piece in self._pieces(missing, whole, grade):
            check()
            sight = bounding_rect(piece) if large else whole
            tiles = self._tiles_of(piece, sight, grade, within or check)
            for place, tile in zip(piece, tiles, strict=True):
                self._tiles.put((place, grade), tile, tile.pixels.nbytes)
            self._tell(job, tiles)

    def _source(self, grade: Grade) -> "ContinuousImage | None":
        """Where tiles of a grade come from."""
        return self._sketch if grade == Grade.SKETCH else self._exact

    def _pieces(self, missing: list[TileRect], whole: TileRect, grade: Grade) -> list[list[TileRect]]:
        """The missing tiles of a view, in rectangles each of which is best made at once, in the order to be made.

        A tile for itself, as long as there is more to do than to decode quickly; a block, where there are many.
        """
        source = self._source(grade)
        at_once = whole.scale > 1 and (grade == Grade.SKETCH or (grade == Grade.EXACT and self._quick))
        if not at_once or source is None:
            return [[place] for place in missing]
        if _large(whole, source):
            return group_rects(missing, SIDE, int(source.model.net.block * whole.scale))
        if not source.is_encoded(whole.rows, whole.cols):
            return [[place] for place in missing]
        return group_rects(missing, SIDE)

    def _tiles_of(
        self, places: list[TileRect], whole: TileRect, grade: Grade, check: Check
    ) -> tuple[events.Tile, ...]:
        """The tiles of places that make up a rectangle, of `whole`, all that is going to be made."""
        piece = bounding_rect(places)
        if piece.scale <= 1:
            assert self.picture is not None
            colours, alpha = reduced(self.picture, piece.rows, piece.cols)
        else:
            source = self._source(grade)
            assert source is not None
            source.prefetch(piece.rows, piece.cols, (whole.rows, whole.cols), check)
            began = time.perf_counter()
            colours, alpha = source.grid(piece.rows, piece.cols, check, sampled=grade == Grade.SAMPLED)
            if grade >= Grade.PASSING:
                self._speed += (
                    piece.width * piece.height / (time.perf_counter() - began) - self._speed
                ) / LATELY
        made = events.Tile(piece.scale, piece.x, piece.y, to_screen(colours, alpha), grade)
        return (made,) if len(places) == 1 else tuple(_cut(made, place, grade) for place in places)


def _large(whole: TileRect, source: "ContinuousImage | None") -> bool:
    """Whether a quick model's view shows more source px than are encoded at once, so that it is made in parts.

    As many latents as it has are not held. A costly model's tiles are small, and each by itself would be all halo.
    """
    if whole.scale <= 1 or source is None or source.model.net.tile < SIDE:
        return False
    return whole.width * whole.height > (source.model.net.block * whole.scale) ** 2


def _cut(tile: events.Tile, place: TileRect, grade: Grade) -> events.Tile:
    """What of a tile lies at a place within it, in memory of its own."""
    top, left = place.y - tile.y, place.x - tile.x
    pixels = tile.pixels[top : top + place.height, left : left + place.width].copy()
    return events.Tile(place.scale, place.x, place.y, pixels, grade)


def _go_on() -> None:
    """The check of what is not to be called off."""
