"""`render`: exports a picture from the command line, with a progress bar on stderr."""

import time
from fractions import Fraction
from pathlib import Path
from typing import Any

from tqdm import tqdm

from engine.base.errors import ExportError
from engine.base.messages import message
from engine.checkpoints import library
from engine.compute import device, threads
from engine.decoding.continuous_image import ContinuousImage
from engine.export import region_export, target_folders
from engine.geometry import tiling
from engine.geometry.orientation import UPRIGHT
from engine.geometry.viewport import Region, Viewport
from engine.images import demo, isolated, notices, pages
from engine.images.image import Image
from engine.images.picture import Picture
from engine.images.rotation import rotated


def run(
    source: str,
    out: Path,
    region: Region | Viewport | None,
    target: Fraction | tuple[int, int],
    model: str,
    device_name: str,
    precision: str,
    orientation: int = UPRIGHT,
    page: int | None = None,
) -> dict[str, Any]:
    """Renders a region of the file `source` (or "demo") into the file `out`.

    region: source px; None for the whole picture; or a Viewport for what it shows of the picture, at its own scale.
    target: a scale (output px per source px) or (width, height) px; ignored for a Viewport.
    orientation: applied to the picture first (engine/geometry/orientation.py).
    page: of the file, from 0; None for the picture that it shows first.
    Returns the fields that README documents for `render --json`. Raises UnpixelError.
    """
    began = time.perf_counter()
    target_folders.remove_leftovers()
    picture = Picture(rotated(open_image(source, page), orientation))
    if isinstance(region, Viewport):
        region, target = _visible_region(picture, region, out)
    else:
        check_region(picture, region, out)
    size, scale = _output_size(picture, region, target)
    threads.use_threads()
    compute = device.choose(device_name, precision)
    loaded = library.load(model, compute.device)
    with tqdm(total=size[0] * size[1], unit="px", unit_scale=True, disable=None, leave=False) as bar:
        region_export.write_region(
            ContinuousImage(picture, loaded, compute),
            region,
            size,
            out,
            lambda done, _total, _speed: bar.update(done - bar.n) and None,
        )
    return {
        "out": str(out),
        "size": list(size),
        "scale": float(scale),
        "page": picture.image.pages.page + 1,
        "pages": picture.image.pages.count,
        "model": loaded.info.name,
        "device": str(device.name(compute)),
        "notices": notices.lines((Path(source), notice) for notice in picture.image.notices),
        "ms": round((time.perf_counter() - began) * 1e3, 1),
    }


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


def _visible_region(picture: Picture, view: Viewport, out: Path) -> tuple[Region, tuple[int, int]]:
    """Returns the visible part of the picture, cut at device px: its region in source px, its size in device px.

    The size is (width, height). Raises ExportError, about the file `out`, if the view shows nothing of the picture.
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
    return region, (rect.width, rect.height)


def _output_size(
    picture: Picture, region: Region | None, target: Fraction | tuple[int, int]
) -> tuple[tuple[int, int], Fraction]:
    """Returns the output's (width, height) px, and output px per source px along x."""
    width, height = region[2:] if region else map(Fraction, picture.size)
    if isinstance(target, Fraction):
        return (max(1, round(width * target)), max(1, round(height * target))), target
    return target, target[0] / width
