"""The command line's twin of an export: a file in, a file out, a bar on stderr."""

import time
from fractions import Fraction
from pathlib import Path
from typing import Any

from tqdm import tqdm

from engine.base.errors import ExportError
from engine.base.messages import message
from engine.checkpoints import library
from engine.compute import device
from engine.decoding.continuous_image import ContinuousImage
from engine.export import region_export
from engine.geometry import orientation, tiling
from engine.geometry.viewport import Region, Viewport
from engine.images import demo, image
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
    lies: int = orientation.UPRIGHT,
) -> dict[str, Any]:
    """Renders `region` of the file `source` (or demo) into `out`; target: a scale, or (width, height) px.

    A view as region: what it shows of the picture, at its own scale.

    lies: the orientation to turn the picture to before (engine/geometry/orientation.py).

    Returns what README says of `render --json`. Raises UnpixelError.
    """
    began = time.perf_counter()
    opened = Picture(rotated(open_image(source), lies))
    if isinstance(region, Viewport):
        region, target = _seen(opened, region, out)
    else:
        check_region(opened, region, out)
    size, scale = _size(opened, region, target)
    device.use_threads()
    compute = device.choose(device_name, precision)
    loaded = library.load(model, compute.device)
    with tqdm(total=size[0] * size[1], unit="px", unit_scale=True, disable=None, leave=False) as bar:
        region_export.write_region(
            ContinuousImage(opened, loaded, compute),
            region,
            size,
            out,
            lambda done, _total, _speed: bar.update(done - bar.n) and None,
        )
    return {
        "out": str(out),
        "size": list(size),
        "scale": float(scale),
        "model": loaded.info.name,
        "device": str(device.name(compute)),
        "ms": round((time.perf_counter() - began) * 1e3, 1),
    }


def open_image(source: str) -> image.Image:
    """A file, or the word demo. Raises ImageError."""
    return demo.demo() if source == "demo" else image.load(Path(source))


def check_region(opened: Picture, region: Region | None, out: Path) -> None:
    """Raises ExportError where `region` reaches past the picture."""
    if region is None:
        return
    x, y, width, height = region
    if x < 0 or y < 0 or x + width > opened.size[0] or y + height > opened.size[1]:
        reason = message(
            "the region reaches past the picture of {width} x {height} px",
            width=opened.size[0],
            height=opened.size[1],
        )
        raise ExportError(out, reason, message("give a --region inside of it"))


def _seen(opened: Picture, of: Viewport, out: Path) -> tuple[Region, tuple[int, int]]:
    """The cells of the lattice that a view shows, as a region, and how many they are."""
    x, y = of.origin
    scale = Fraction(of.scale)
    if min(x + of.width, y + of.height) <= 0 or x >= opened.size[0] * scale or y >= opened.size[1] * scale:
        reason = message(
            "nothing of the picture of {width} x {height} px is in sight",
            width=opened.size[0],
            height=opened.size[1],
        )
        raise ExportError(out, reason, message("give a --center inside of it"))
    place = tiling.visible_rect(of, opened.size)
    region = place.x / scale, place.y / scale, place.width / scale, place.height / scale
    return region, (place.width, place.height)


def _size(
    opened: Picture, region: Region | None, target: Fraction | tuple[int, int]
) -> tuple[tuple[int, int], Fraction]:
    """Output px (width, height), and output px per source px along x."""
    width, height = region[2:] if region else map(Fraction, opened.size)
    if isinstance(target, Fraction):
        return (max(1, round(width * target)), max(1, round(height * target))), target
    return target, target[0] / width
