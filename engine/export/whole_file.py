"""Writes the formats whose encoders need the whole picture in memory, with Pillow: WebP, AVIF and HEIC."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.export.picture_head import PictureHead
from engine.images.bit_depth import Raster

QUALITIES = {"WEBP": 90, "AVIF": 80, "HEIF": 90}
"""Default quality, by Pillow's names of the formats."""
SUBSAMPLING = "4:4:4"
"""Of AVIF and HEIC, as of JPEG."""
PLUGINS = {"HEIF": "pillow_heif"}
"""Modules that add formats to Pillow."""


def write(path: Path, head: PictureHead, bands: Iterator[Raster], format_name: str) -> None:
    """Writes bands of (rows, W, 3 or 4) uint8. Memory: the whole picture, and what the encoder takes."""
    _load_plugin(format_name)
    picture = PIL.Image.fromarray(collected(head, bands, head.channels))
    picture.save(path, format_name, **_options(head, format_name))


def read_back(path: Path, format_name: str) -> tuple[int, int]:
    """Decodes the file and returns (H, W). Raises what Pillow raises for a damaged file."""
    _load_plugin(format_name)
    with PIL.Image.open(path, formats=(format_name,)) as picture:
        picture.load()
        return picture.height, picture.width


def collected(head: PictureHead, bands: Iterator[Raster], channels: int) -> NDArray[Any]:
    """Returns the bands as one array (H, W, channels)."""
    picture = np.empty((head.height, head.width, channels), f"uint{head.bits}")
    top = 0
    for band in bands:
        picture[top : top + len(band)] = band
        top += len(band)
    return picture


def is_installed(format_name: str) -> bool:
    """Returns whether this installation writes a format."""
    return (
        find_spec(PLUGINS[format_name]) is not None if format_name in PLUGINS else _pillow_saves(format_name)
    )


@cache
def _pillow_saves(format_name: str) -> bool:
    PIL.Image.init()
    return format_name in PIL.Image.SAVE


@cache
def _load_plugin(format_name: str) -> None:
    """Adds a plugin's format to Pillow."""
    if format_name in PLUGINS:
        import_module(PLUGINS[format_name]).register_heif_opener()


def _options(head: PictureHead, format_name: str) -> dict[str, Any]:
    """Returns the options of Pillow and its plugins."""
    options, embedded = head.options, head.embedded
    found: dict[str, Any] = {"quality": options.quality or QUALITIES[format_name]}
    if options.lossless:
        found |= {"lossless": True}
    if format_name == "WEBP":
        found |= {"exact": True}  # colours under transparent pixels are kept
    if format_name in ("AVIF", "HEIF"):
        subsampling = options.subsampling or SUBSAMPLING
        found |= {
            "subsampling": subsampling,
            "chroma": subsampling.replace(":", ""),
        }  # AVIF's name, HEIC's name
    found |= {"exif": embedded.exif and _exif_of(format_name, embedded.exif)}
    found |= {"xmp": embedded.xmp, "icc_profile": embedded.icc}
    return {name: value for name, value in found.items() if value is not None}


def _exif_of(format_name: str, exif: bytes) -> bytes:
    """Returns EXIF with the head that the format's writer wants."""
    return exif if format_name == "WEBP" else b"Exif\0\0" + exif
