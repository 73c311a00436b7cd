"""Writes PNG files row by row. Pillow's own writer needs the whole picture in memory."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
import PIL.Image

from engine.images.bit_depth import Raster

COLOUR_TYPES = {3: 2, 4: 6}
"""The format's colour type by number of channels: truecolour, and truecolour with alpha."""
UP_FILTER = 2
"""Row filter "Up", the difference from the pixel above. It filters whole bands at once, and is close to the best choice
on smooth pictures."""
PERCEPTUAL = b"\0"
"""Rendering intent in the sRGB chunk."""


def write(path: Path, shape: tuple[int, int, int], bands: Iterator[Raster], bits: int) -> None:
    """Writes bands of (rows, W, 3 or 4) sRGB, from the top. shape: (H, W, 3 or 4). bits: per sample, 8 or 16.

    Memory: about two bands.
    """
    height, width, channels = shape
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        _chunk(file, b"IHDR", struct.pack(">IIBBBBB", width, height, bits, COLOUR_TYPES[channels], 0, 0, 0))
        _chunk(file, b"sRGB", PERCEPTUAL)
        deflate = zlib.compressobj()
        above = np.zeros((1, width * channels * bits // 8), np.uint8)
        for band in bands:
            # 16-bit samples are stored with the most significant byte first
            rows = np.ascontiguousarray(band.astype(f">u{bits // 8}")).view(np.uint8).reshape(len(band), -1)
            filtered = np.full((len(rows), 1 + rows.shape[1]), UP_FILTER, np.uint8)
            filtered[:, 1:] = rows - np.concatenate(
                [above, rows[:-1]]
            )  # modulo 256, as the format defines it
            _chunk(file, b"IDAT", deflate.compress(filtered.data))
            above = rows[-1:].copy()
        _chunk(file, b"IDAT", deflate.flush())
        _chunk(file, b"IEND", b"")


def read_back(path: Path) -> tuple[int, int]:
    """Verifies every checksum of the file and returns (H, W). Raises what Pillow raises for a damaged file."""
    with PIL.Image.open(path, formats=("PNG",)) as picture:
        width, height = picture.size
        picture.verify()
    return height, width


def _chunk(file: BinaryIO, kind: bytes, content: bytes) -> None:
    """Writes one chunk: length, type, content, CRC-32 of type and content."""
    file.write(struct.pack(">I", len(content)) + kind)
    file.write(content)
    file.write(struct.pack(">I", zlib.crc32(content, zlib.crc32(kind))))
