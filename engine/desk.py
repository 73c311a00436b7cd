"""What lies on the engine's desk: one picture, one model, the tiles made of them. Only the engine's thread sits here.

torch is loaded when the first model is, never before: the picture is on the screen by then.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine import events, image, view
from engine.axis import Axis
from engine.errors import ExportError
from engine.image import Image
from engine.picture import Picture, preview, reduced, screen
from engine.tile_cache import TileCache
from engine.viewport import Viewport, halved

if TYPE_CHECKING:
    from engine.continuous import ContinuousImage
    from engine.device import Compute
    from engine.model import Model
    from engine.session import Export, Look

Check = Callable[[], None]

TILES = 256 << 20
"""Bytes of decoded tiles: thirty full-HD views."""
SIDE = 512
"""Device px along a side of the tiles of what is quick to make."""


class Desk:
    """See the module. `emit` gets the events of engine/events.py."""

    def __init__(self, emit: Callable[[events.Event], None]) -> None:
        self._emit = emit
        self.picture: Picture | None = None
        self.last_look: Look | None = None
        self._number = 0
        self._model: Model | None = None
        self._compute: Compute | None = None
        self._exact: ContinuousImage | None = None
        self._sketch: ContinuousImage | None = None
        self._tiles: TileCache[events.Tile] = TileCache(TILES)

    def open(self, source: "Path | Image") -> None:
        """Puts a picture on the desk. Raises ImageError; then the one before stays."""
        opened = source if isinstance(source, Image) else image.load(source)
        self.picture, self.last_look = Picture(opened), None
        self._number += 1
        self._lay_out()
        size, floor = self.picture.size, preview(self.picture)
        self._emit(events.Opened(self._number, size, opened.name, opened.path, opened.notices, floor))

    def use(self, name: str) -> None:
        """Changes the model. Raises ModelError; then the one before stays."""
        from engine import device, library

        if self._compute is None:
            device.use_threads()
            self._compute = device.choose()
        self._model = library.load(name, self._compute.device)
        self._lay_out()
        info = self._model.info
        self._emit(events.ModelReady(info.name, info.max_scale, device.name(self._compute)))

    def look(self, job: "Look", check: Check) -> None:
        """Makes the tiles of a view, those in the middle first. Raises what `check` raises.

        Before a costly model's come bicubic sketches, then its own at half the resolution, a quarter of the cost: that
        is nearer to the exact ones than sparing the local ensemble would be.
        """
        self.last_look = job
        if self.picture is None or (job.view.scale > 1 and self._exact is None):
            return  # asked again once there is a picture, a model
        side = self._side() if job.view.scale > 1 else SIDE
        missing = self._show(job, job.view, side, sketch=False)
        if missing and side < SIDE:
            self._make(job, self._show(job, job.view, SIDE, sketch=True), check, sketch=True)
            if job.view.scale > 2:
                self._make(job, self._show(job, halved(job.view), side, sketch=False), check)
        self._make(job, missing, check)
        self._emit(events.Settled(job.number, (time.perf_counter() - job.asked) * 1e3))

    def export(self, job: "Export", check: Check) -> None:
        """Writes a file. Raises ExportError, and what `check` raises."""
        from engine import export

        if self._exact is None:
            raise ExportError(job.path, "no model is loaded", "choose one that loads, then export again")
        began = time.perf_counter()
        export.write(self._exact, job.region, job.size, job.path, self._progress, check)
        self._emit(events.Exported(job.path, job.size, (time.perf_counter() - began) * 1e3))

    def _progress(self, done: int, total: int, px_per_s: float) -> None:
        self._emit(events.ExportProgress(done, total, px_per_s))

    def _side(self) -> int:
        """Device px along a side of the model's tiles."""
        assert self._model is not None
        return self._model.net.tile

    def _lay_out(self) -> None:
        """After a change of picture or model: what was made of the old ones is not needed any more."""
        self._tiles.clear()
        self._exact = self._sketch = None
        if self.picture is None or self._model is None or self._compute is None:
            return
        from engine import library
        from engine.continuous import ContinuousImage

        self._exact = ContinuousImage(self.picture, self._model, self._compute)
        self._sketch = ContinuousImage(self.picture, library.bicubic(), self._compute)

    def _show(self, job: "Look", of: Viewport, side: int, sketch: bool) -> list[view.Place]:
        """Tells of the tiles that are there already, and returns the places of the others."""
        assert self.picture is not None
        ready, missing = [], []
        for place in view.places(of, self.picture.size, side):
            tile = self._tiles.get((place, sketch))
            if tile is None:
                missing.append(place)
            else:
                ready.append(tile)
        if ready:
            self._emit(events.TilesDone(self._number, job.number, tuple(ready)))
        return missing

    def _make(self, job: "Look", missing: list[view.Place], check: Check, sketch: bool = False) -> None:
        assert self.picture is not None
        sight = view.sight(job.view, self.picture.size)
        for place in missing:
            tile = self._tile(place, sight, sketch, check)
            self._tiles.put((place, sketch), tile, tile.pixels.nbytes)
            self._emit(events.TilesDone(self._number, job.number, (tile,)))

    def _tile(self, place: view.Place, sight: tuple[Axis, Axis], sketch: bool, check: Check) -> events.Tile:
        check()
        source = self._sketch if sketch else self._exact
        if place.scale <= 1:
            assert self.picture is not None
            colours, alpha = reduced(self.picture, place.rows, place.cols)
        else:
            assert source is not None
            source.foresee(place.rows, place.cols, sight, check)
            colours, alpha = source.grid(place.rows, place.cols, check)
        return events.Tile(place.scale, place.x, place.y, screen(colours, alpha), sketch)
