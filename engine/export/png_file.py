"""A PNG written as its rows arrive; Pillow's own writer wants the whole picture in memory."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
import PIL.Image

from engine.images.depth import Raster

COLOUR = {3: 2, 4: 6}
"""The format's colour type, by channels."""
UP = 2
"""The row filter `minus the pixel above`: whole bands at once, and close to the best on smooth pictures."""
PERCEPTUAL = b"\0"


def write(path: Path, shape: tuple[int, int, int], bands: Iterator[Raster], bits: int) -> None:
    """shape: (H, W, 3 or 4). bands: (rows, W, 3 or 4) sRGB of 8 or 16 `bits`, from the top. Memory: a band or two."""
    height, width, channels = shape
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        _chunk(file, b"IHDR", struct.pack(">IIBBBBB", width, height, bits, COLOUR[channels], 0, 0, 0))
        _chunk(file, b"sRGB", PERCEPTUAL)
        deflate = zlib.compressobj()
        above = np.zeros((1, width * channels * bits // 8), np.uint8)
        for band in bands:
            # The format counts bytes from the most significant on.
            rows = np.ascontiguousarray(band.astype(f">u{bits // 8}")).view(np.uint8).reshape(len(band), -1)
            filtered = np.full((len(rows), 1 + rows.shape[1]), UP, np.uint8)
            filtered[:, 1:] = rows - np.concatenate([above, rows[:-1]])  # modulo 256, as the format has it
            _chunk(file, b"IDAT", deflate.compress(filtered.data))
            above = rows[-1:].copy()
        _chunk(file, b"IDAT", deflate.flush())
        _chunk(file, b"IEND", b"")


def read_back(path: Path) -> tuple[int, int]:
    """(H, W) of a file whose every checksum holds, so that it is what `write` meant to write."""
    with PIL.Image.open(path, formats=("PNG",)) as picture:
        width, height = picture.size
        picture.verify()
    return height, width


def _chunk(file: BinaryIO, kind: bytes, content: bytes) -> None:
    file.write(struct.pack(">I", len(content)) + kind)
    file.write(content)
    file.write(struct.pack(">I", zlib.crc32(content, zlib.crc32(kind))))
