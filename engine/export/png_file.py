"""Writes PNG files row by row, on all cores.

No library does: Pillow's and imagecodecs' writers need the whole picture in memory, libvips' compresses on one core.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
import PIL.Image
from zlib_ng import zlib_ng

from engine.export.embedded import Embedded
from engine.export.ordered_work import ordered
from engine.export.picture_head import PictureHead
from engine.export.row_groups import grouped
from engine.images.bit_depth import Pixels, Raster

COLOUR_TYPES = {3: 2, 4: 6}
"""The format's colour type by number of channels: truecolour, and truecolour with alpha."""
UP_FILTER = 2
"""Row filter "Up", the difference from the pixel above. It filters whole groups at once, and is close to the best on
smooth pictures."""
LEVEL = 3
"""Default compression: three times as fast as level 6, for files that are a tenth larger (enlarged photos)."""
GROUP_BYTES = 1 << 21
"""Bytes of pixels that are compressed in one piece."""
METRES_PER_INCH = 0.0254
PERCEPTUAL = b"\0"
"""Rendering intent in the sRGB chunk."""
ZLIB_HEAD, LAST_BLOCK = b"\x78\x9c", b"\x03\x00"
"""First bytes of a zlib stream, and the empty deflate block that ends it."""


class _Group(NamedTuple):
    """Rows to be compressed, and the row above them: (rows, bytes of a row) uint8."""

    above: Pixels
    rows: Pixels


def write(path: Path, head: PictureHead, bands: Iterator[Raster]) -> None:
    """Writes bands of (rows, W, 3 or 4) sRGB, from the top. Bits: 8 or 16.

    Memory: about one band and twice GROUP_BYTES a core.
    """
    compression = head.options.compression
    level = LEVEL if compression is None else int(compression)
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        size = head.width, head.height, head.bits, COLOUR_TYPES[head.channels]
        _chunk(file, b"IHDR", struct.pack(">IIBBBBB", *size, 0, 0, 0))
        for kind, content in _embedded(head.embedded):
            _chunk(file, kind, content)
        _chunk(file, b"IDAT", ZLIB_HEAD)
        checksum = 1
        for filtered, compressed in ordered(lambda group: _compress(group, level), _groups(head, bands)):
            checksum = zlib_ng.adler32(filtered, checksum)
            _chunk(file, b"IDAT", compressed)
        _chunk(file, b"IDAT", LAST_BLOCK + struct.pack(">I", checksum))
        _chunk(file, b"IEND", b"")


def read_back(path: Path) -> tuple[int, int]:
    """Verifies every checksum of the file and returns (H, W). Raises what Pillow raises for a damaged file."""
    with PIL.Image.open(path, formats=("PNG",)) as picture:
        width, height = picture.size
        picture.verify()
    return height, width


def _embedded(embedded: Embedded) -> Iterator[tuple[bytes, bytes]]:
    """Yields kind and content of the chunks before the pixels."""
    if embedded.icc:
        yield b"iCCP", b"ICC profile\0\0" + zlib_ng.compress(embedded.icc)
    else:
        yield b"sRGB", PERCEPTUAL
    if embedded.dpi:
        yield b"pHYs", struct.pack(">IIB", *[round(embedded.dpi / METRES_PER_INCH)] * 2, 1)
    if embedded.exif:
        yield b"eXIf", embedded.exif
    if embedded.xmp:
        yield b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + embedded.xmp
    if embedded.comment:
        yield b"iTXt", b"Comment\0\0\0\0\0" + embedded.comment.encode()
    if embedded.iptc:
        # ImageMagick's way, which exiftool knows: the format itself has no place for it
        digits = f"\niptc\n{len(embedded.iptc):8}\n{embedded.iptc.hex()}\n"
        yield b"zTXt", b"Raw profile type iptc\0\0" + zlib_ng.compress(digits.encode())


def _groups(head: PictureHead, bands: Iterator[Raster]) -> Iterator[_Group]:
    """Yields the rows as the file's bytes: 16-bit samples with the most significant byte first."""
    row_bytes = head.raw_bytes // head.height
    above = np.zeros((1, row_bytes), np.uint8)
    for group in grouped(bands, max(1, GROUP_BYTES // row_bytes)):
        rows = np.ascontiguousarray(group, f">u{head.bits // 8}").view(np.uint8).reshape(len(group), -1)
        yield _Group(above, rows)
        above = rows[-1:]


def _compress(group: _Group, level: int) -> tuple[Pixels, bytes]:
    """Returns the filtered rows, and deflate blocks of them that end at a byte."""
    above, rows = group
    filtered = np.empty((len(rows), 1 + rows.shape[1]), np.uint8)
    filtered[:, 0] = UP_FILTER
    # differences modulo 256, as the format defines them
    np.subtract(rows[:1], above, out=filtered[:1, 1:])
    np.subtract(rows[1:], rows[:-1], out=filtered[1:, 1:])
    deflate = zlib_ng.compressobj(level, zlib_ng.DEFLATED, -zlib_ng.MAX_WBITS)
    return filtered, deflate.compress(filtered.data) + deflate.flush(zlib_ng.Z_SYNC_FLUSH)


def _chunk(file: BinaryIO, kind: bytes, content: bytes) -> None:
    """Writes one chunk: length, type, content, CRC-32 of type and content."""
    file.write(struct.pack(">I", len(content)) + kind)
    file.write(content)
    file.write(struct.pack(">I", zlib_ng.crc32(content, zlib_ng.crc32(kind))))
