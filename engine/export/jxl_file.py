"""Writes JPEG XL files with imagecodecs. Its encoder needs the whole picture in memory.

Pillow's plugin would write no 16 bits. Neither writes a colour profile: the file is always sRGB.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

import imagecodecs

from engine.export import whole_file
from engine.export.picture_head import PictureHead
from engine.images.bit_depth import Raster

QUALITY = 90
EFFORT = 4
"""Of 1 to 9. Four times as fast as 7, for files that are a fifth larger."""


def write(path: Path, head: PictureHead, bands: Iterator[Raster]) -> None:
    """Writes bands of (rows, W, 3 or 4) uint8 or uint16 sRGB."""
    picture = whole_file.collected(head, bands, head.channels)
    options = head.options
    # libjxl's own table of distances, for qualities from 30 on
    quality = {"lossless": True} if options.lossless else {"distance": _distance(options.quality or QUALITY)}
    data = imagecodecs.jpegxl_encode(picture, effort=EFFORT, usecontainer=True, numthreads=0, **quality)
    with path.open("wb") as file:
        file.write(data)
        if head.embedded.exif:
            file.write(_box(b"Exif", bytes(4) + head.embedded.exif))
        if head.embedded.xmp:
            file.write(_box(b"xml ", head.embedded.xmp))


def read_back(path: Path) -> tuple[int, int]:
    """Decodes the file and returns (H, W). Raises what imagecodecs raises for a damaged file."""
    height, width = imagecodecs.jpegxl_decode(path.read_bytes()).shape[:2]
    return height, width


def _distance(quality: int) -> float:
    """Returns libjxl's measure of the error that may be seen, for a quality of 1 to 100."""
    if quality >= 30:
        return 0.1 + (100 - quality) * 0.09
    return min(53 / 3000 * quality**2 - 23 / 20 * quality + 25, 25)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content
