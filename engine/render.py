"""`render`: exports a picture from the command line, with a progress bar on stderr."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from engine import render_progress
from engine.base import ranks
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.base.printable import file_name
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute import device, threads
from engine.compute.device import Compute
from engine.decoding.blend import mixed
from engine.decoding.continuous_image import ContinuousImage
from engine.export import export_plan, formats, region_export, shared_bands, shared_export, target_folders
from engine.export.options import DEFAULT, FileOptions
from engine.export.output_size import PRINT_DPI, OutputSize
from engine.export.region_export import Progress
from engine.geometry import tiling
from engine.geometry.orientation import UPRIGHT
from engine.geometry.viewport import Region, Viewport
from engine.images import demo, isolated, notices, pages, readable_tags
from engine.images.image import Image
from engine.images.large.raster import damage_found
from engine.images.picture import Picture
from engine.images.rotation import rotated


def run(
    source: str,
    out: Path,
    region: Region | Viewport | None,
    target: OutputSize | Fraction | None,
    model: str,
    device_name: str,
    precision: str,
    orientation: int = UPRIGHT,
    page: int | None = None,
    options: FileOptions = DEFAULT,
    fidelity: float = 1.0,
) -> dict[str, Any]:
    """Renders a region of the file `source` (or "demo") into the file `out`.

    region: source px; None for the whole picture; or a Viewport for what it shows of the picture, at its own scale.
    target: the size, or a scale (output px per source px); ignored for a Viewport.
    orientation: applied to the picture first (engine/geometry/orientation.py).
    page: of the file, from 0; None for the picture that it shows first.
    options: of the file. fidelity: the model's share of each colour.
    Returns the fields that README documents for `render --json`. Raises UnpixelError.
    """
    renderer = Renderer(model, device_name, precision, fidelity=fidelity)
    return renderer.render(source, out, region, target, orientation, page, options)


class Renderer:
    """Renders one picture after the other with the same model.

    steered: see engine/render_progress.py. fidelity: the model's share of each colour, 0 to 1; bicubic has the rest.
    """

    def __init__(
        self, model: str, device_name: str, precision: str, steered: bool = False, fidelity: float = 1.0
    ) -> None:
        self._choice, self._fidelity = (model, device_name, precision), fidelity
        self.steered = steered
        target_folders.remove_leftovers()
        threads.use_threads()

    def load(self) -> tuple[Model, Compute]:
        """Returns the model and where it runs; loaded once. Raises ModelError and DeviceError."""
        return self._loaded

    @cached_property
    def _loaded(self) -> tuple[Model, Compute]:
        name, device_name, precision = self._choice
        compute = device.choose(device_name, precision)
        return library.load(name, compute.device), compute

    def render(
        self,
        source: str,
        out: Path,
        region: Region | Viewport | None,
        target: OutputSize | Fraction | None,
        orientation: int = UPRIGHT,
        page: int | None = None,
        options: FileOptions = DEFAULT,
        progress: Progress | None = None,
        place: tuple[int, int] | None = None,
    ) -> dict[str, Any]:
        """Does what `run` does. progress: None shows it on stderr.

        place: the number of this process and how many there are, if they share this picture; see shared_export.
        """
        began = time.perf_counter()
        picture = Picture(rotated(open_image(source, page), orientation))
        if isinstance(region, Viewport):
            region, size, scale = _visible_region(picture, region, out)
        else:
            check_region(picture, region, out)
            width, height = region[2:] if region else map(Fraction, picture.size)
            rule = OutputSize("scale", target) if isinstance(target, Fraction) else target
            assert rule is not None  # the command line refuses a region without a size
            options = _with_print_dpi(options, rule)
            size, scale = rule.px(width, height, options.dpi)
        planned = export_plan.plan(out, picture.image, size, options)
        model, compute = self.load()
        neural, bicubic = (ContinuousImage(picture, each, compute) for each in (model, library.bicubic()))
        image = mixed(neural, bicubic, self._fidelity)
        shared = None
        with self._shown(size[0] * size[1], progress) as show:
            if place is None:
                region_export.write_region(image, region, size, out, show, planned=planned)
            else:
                shared = shared_export.write(image, region, size, out, show, planned, place)
        told = picture.image.notices
        later = [each for each in damage_found(picture.image.pixels) if each not in told]
        found = [(Path(source), notice) for notice in (*told, *later)]
        found += [(out, notice) for notice in planned.notices]
        return {
            "out": str(out),
            "size": list(size),
            "scale": float(scale),
            "page": picture.image.pages.page + 1,
            "pages": picture.image.pages.count,
            "model": model.info.name,
            "device": str(device.name(compute)),
            "bits": planned.bits,
            "bytes": formats.written_bytes(out) if shared is None or shared["complete"] else None,
            "exif": dict(readable_tags.pairs(planned.embedded.exif)),
            "notices": notices.lines(found),
            "shared": shared,
            "ms": round((time.perf_counter() - began) * 1e3, 1),
        }

    @contextmanager
    def _shown(self, px: int, progress: Progress | None) -> Iterator[Progress]:
        """Yields `progress`, or what shows the progress on stderr."""
        if progress is not None:
            yield progress
            return
        with render_progress.shown(px, "px", self.steered, leave=False) as show:
            yield lambda done, _total, _speed: show(done)


def place_of(out: Path) -> tuple[int, int] | None:
    """Returns the number of this process and how many there are, if they share the picture `out`.

    A process alone takes part if an earlier start of several has left finished bands.
    """
    place = ranks.place(os.environ)
    return place if place[1] > 1 or shared_bands.exist(out) else None


def summary(result: dict[str, Any]) -> str:
    """Returns what `render` prints about a picture: one line."""
    text = (
        f"{file_name(result['out'])}: {result['size'][0]} x {result['size'][1]} px in {result['ms']:.0f} ms"
    )
    shared = result["shared"]
    if shared is None:
        return text
    text += f", process {shared['rank'] + 1} of {shared['processes']}"
    if "bands" in shared:
        text += f": decoded {shared['decoded']} of {shared['bands']} bands"
        text += f", {shared['found']} were there before" if shared["found"] else ""
        text += f", {shared['taken_over']} of processes that did not finish" if shared["taken_over"] else ""
    if not shared["complete"]:
        text += "; a process on another machine writes the file"
    return text


def _with_print_dpi(options: FileOptions, rule: OutputSize) -> FileOptions:
    """Returns the options with the resolution that a print has."""
    return replace(options, dpi=PRINT_DPI) if rule.rule == "print" and options.dpi is None else options


def open_image(source: str, page: int | None = None) -> Image:
    """Opens a page of a file, or the demo picture for "demo", which has one. Raises ImageError."""
    if source != "demo":
        return isolated.load(Path(source), page=page)
    if page is not None:
        pages.refuse_missing(Path(source), page, 1)
    return demo.demo()


def check_region(picture: Picture, region: Region | None, out: Path) -> None:
    """Raises ExportError, about the file `out`, if `region` extends beyond the picture."""
    if region is None:
        return
    x, y, width, height = region
    if x < 0 or y < 0 or x + width > picture.size[0] or y + height > picture.size[1]:
        reason = message(
            "the region exceeds the picture of {width} x {height} px",
            width=picture.size[0],
            height=picture.size[1],
        )
        raise ExportError(out, reason, message("choose a --region inside the picture"))


def _visible_region(picture: Picture, view: Viewport, out: Path) -> tuple[Region, tuple[int, int], Fraction]:
    """Returns the visible part of the picture, cut at device px: its region in source px, its size, the scale.

    The size is (width, height), device px. Raises ExportError, about the file `out`, if the view shows nothing of the
    picture.
    """
    x, y = view.origin
    scale = Fraction(view.scale)
    if (
        min(x + view.width, y + view.height) <= 0
        or x >= picture.size[0] * scale
        or y >= picture.size[1] * scale
    ):
        reason = message(
            "the view contains nothing of the picture of {width} x {height} px",
            width=picture.size[0],
            height=picture.size[1],
        )
        raise ExportError(out, reason, message("choose a --center inside the picture"))
    rect = tiling.visible_rect(view, picture.size)
    region = rect.x / scale, rect.y / scale, rect.width / scale, rect.height / scale
    return region, (rect.width, rect.height), (rect.width / region[2])
