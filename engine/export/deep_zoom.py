"""Writes pictures as tiles for viewers of web pages: Deep Zoom, and IIIF 3. libvips makes the tiles.

A Deep Zoom picture is NAME.dzi and the folder NAME_files beside it. A IIIF picture is the folder NAME.iiif.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import ceil, log2
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from engine.base import atomic_file, bounded_json
from engine.export import tiff_file
from engine.export.on_white import on_white
from engine.export.options import FileOptions
from engine.export.picture_head import PictureHead
from engine.images.bit_depth import Raster

QUALITY = 90
DEEP_ZOOM, IIIF = "dz", "iiif3"
"""libvips' names of the layouts."""
TILE = {DEEP_ZOOM: 254, IIIF: 512}
"""Side of a tile without its overlap, px."""
OVERLAP = 1
"""Of the tiles of Deep Zoom, px on each side."""
MOST_HEAD_BYTES = 1 << 16
SCRATCH = "scratch.tif"
PROPERTIES = "vips-properties.xml"
"""What libvips says of the picture; it holds the time and names of this machine."""


def write(path: Path, head: PictureHead, bands: Iterator[Raster], layout: str) -> None:
    """Writes bands of (rows, W, 3 or 4) uint8, from the top. Transparent px are blended with white.

    They wait in a file beside `path`, because a row of tiles needs all its rows. Memory: a few rows of tiles.
    path: in a folder of its own, see `replacing`. Raises OSError.
    """
    import pyvips

    scratch = path.with_name(SCRATCH)
    stored = replace(head, channels=3, options=FileOptions(compression="none"))
    tiff_file.write(scratch, stored, map(on_white, bands))
    lossless = head.options.lossless
    suffix = (
        ".png[filter=up]" if lossless else f".jpg[Q={head.options.quality or QUALITY},subsample-mode=off]"
    )
    size: dict[str, Any] = {"tile_size": TILE[layout], "overlap": OVERLAP if layout == DEEP_ZOOM else 0}
    try:
        pyvips.Image.new_from_file(str(scratch), access="sequential").dzsave(
            str(_base(path, layout)), layout=layout, suffix=suffix, **size
        )
    except pyvips.Error as error:
        raise OSError(str(error.detail or error).strip().replace("\n", "; ")) from error
    scratch.unlink()
    for folder in (path.parent, path.with_name(f"{path.stem}_files")):
        (folder / PROPERTIES).unlink(missing_ok=True)


def read_back(path: Path, layout: str) -> tuple[int, int]:
    """Counts the tiles, decodes the last, and returns (H, W). Raises OSError and others for what is damaged."""
    height, width = _size(path, layout)
    expected = _tiles(path, layout, height, width)
    missing = [tile for tile in expected if not tile.is_file()]
    if missing:
        raise OSError(f"{len(missing)} of {len(expected)} tiles are missing")
    import PIL.Image

    with PIL.Image.open(expected[-1]) as tile:
        tile.load()
    return height, width


def written_bytes(path: Path) -> int:
    """Returns the bytes of a written picture with its tiles."""
    roots = [path.with_name(f"{path.stem}_files")] if path.is_file() else [path]
    tiles = [each.stat().st_size for root in roots for each in root.rglob("*") if each.is_file()]
    return sum(tiles) + (path.stat().st_size if path.is_file() else 0)


@contextmanager
def replacing(path: Path, verify: Callable[[Path], None]) -> Iterator[Path]:
    """Yields a path in a new folder; what is written there takes the place of `path` and its tiles at the end.

    verify: as in atomic_file.replacing. On any error what was there before stays. Raises OSError.
    """
    with atomic_file.folder_beside(path) as folder:
        written = folder / path.name
        yield written
        verify(written)
        for new in sorted(folder.iterdir(), key=lambda each: each.is_file()):  # the tiles first
            _put(new, path.with_name(new.name), folder)


def _put(new: Path, target: Path, folder: Path) -> None:
    """Puts a file or folder in place of an older one, which is deleted with `folder`."""
    if target.is_dir():
        older = folder / f"{target.name}.older"
        target.rename(older)
    new.replace(target)


def _base(path: Path, layout: str) -> Path:
    """Returns the name that libvips gets: it appends .dzi and _files, and makes a folder of it for IIIF."""
    return path.with_suffix("") if layout == DEEP_ZOOM else path


def _size(path: Path, layout: str) -> tuple[int, int]:
    """Returns (H, W) as the written file says."""
    head = path if layout == DEEP_ZOOM else path / "info.json"
    text = head.read_bytes()[:MOST_HEAD_BYTES].decode()
    if layout == IIIF:
        found = bounded_json.parse(text)
        return int(found["height"]), int(found["width"])
    size = ElementTree.fromstring(text)[0]
    return int(size.attrib["Height"]), int(size.attrib["Width"])


def _tiles(path: Path, layout: str, height: int, width: int) -> list[Path]:
    """Returns the tiles of the picture at its full size, by rows."""
    side = TILE[layout]
    rows, cols = range(ceil(height / side)), range(ceil(width / side))
    if layout == DEEP_ZOOM:
        level = path.with_name(f"{path.stem}_files") / str(ceil(log2(max(height, width))))
        kind = next(level.iterdir()).suffix
        return [level / f"{col}_{row}{kind}" for row in rows for col in cols]
    return [_iiif_tile(path, row * side, col * side, height, width) for row in rows for col in cols]


def _iiif_tile(path: Path, top: int, left: int, height: int, width: int) -> Path:
    down, across = min(TILE[IIIF], height - top), min(TILE[IIIF], width - left)
    whole = (down, across) == (height, width)
    region = "full" if whole else f"{left},{top},{across},{down}"
    folder = path / region / f"{across},{down}" / "0"
    return next(iter(folder.glob("default.*")), folder / "default.jpg")
