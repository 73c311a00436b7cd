"""ICO and CUR: the largest picture of an icon or a cursor; a PNG, or a bitmap with a mask."""

import os
import struct
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.decoders import png, run_lengths
from engine.images.head import Alpha, Head
from engine.images.pages import Kind, Pages, require
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples, from_arrays

SIGNATURES = b"\0\0\1\0", b"\0\0\2\0"
ENTRY = struct.Struct("<4B2H2I")
BITMAP_HEAD = struct.Struct("<IiiHHI12xI4x")
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Entry:
    """One picture of the file. width, height: px. bits: of a pixel. offset, length: bytes. png: it is one."""

    width: int
    height: int
    bits: int
    offset: int
    length: int
    png: bool


def is_ico(start: bytes) -> bool:
    """Whether these are the first 22 bytes of an ICO or CUR. Its signature is weak: the first entry must make sense."""
    if len(start) < 22 or not start.startswith(SIGNATURES):
        return False
    count = int.from_bytes(start[4:6], "little")
    *_, length, offset = ENTRY.unpack_from(start, 6)
    return count > 0 and start[9] == 0 and length > 0 and offset >= 6 + ENTRY.size


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Reads the head of one picture; page 0 is the largest. Raises DamagedError or what `png` raises."""
    found = _entries(stream)
    require(page or 0, len(found))
    entry, pages = found[page or 0], Pages(page or 0, len(found), Kind.SIZES)
    if entry.png:
        stream.seek(entry.offset)
        inner = png.read_head(BytesIO(stream.read(entry.length)), None)
        return replace(inner, format="ICO", pages=pages, parsed=(entry, inner))
    return Head("ICO", entry.width, entry.height, alpha=Alpha.STRAIGHT, pages=pages, parsed=(entry, None))


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError or UnsupportedError, or what `png` raises."""
    entry, inner = head.parsed
    if inner is not None:
        stream.seek(entry.offset)
        samples = png.decode(BytesIO(stream.read(entry.length)), inner, notices)
        return replace(samples, head=None)
    return from_arrays(*_bitmap(stream, entry))


def _entries(stream: BinaryIO) -> list[Entry]:
    """Returns the pictures of the file, the largest first, and of those the one with the most bits."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(4)
    count = int.from_bytes(stream.read(2), "little")
    table = stream.read(count * ENTRY.size)
    places = [values[-2:] for values in ENTRY.iter_unpack(table[: len(table) // ENTRY.size * ENTRY.size])]
    found = [_entry(stream, offset, length) for length, offset in places if offset + 40 <= end]
    if not found:
        raise DamagedError(message("it holds no picture"))
    return sorted(found, key=lambda entry: (-entry.width * entry.height, -entry.bits))


def _entry(stream: BinaryIO, offset: int, length: int) -> Entry:
    """Reads the picture's own head: what the table says of sizes and bits is not reliable."""
    stream.seek(offset)
    head = stream.read(BITMAP_HEAD.size)
    if head.startswith(PNG):
        width, height, depth = struct.unpack_from(">IIB", head, 16)
        return Entry(width, height, 4 * depth, offset, length, True)
    _, width, height, _, bits, _, _ = BITMAP_HEAD.unpack(head)
    return Entry(max(width, 0), abs(height) // 2, bits, offset, length, False)


def _bitmap(stream: BinaryIO, entry: Entry) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Returns the colour (H, W, 3) of a bitmap, and alpha (H, W) from its fourth byte or its mask."""
    stream.seek(entry.offset)
    size, _, height, _, bits, compression, colours = BITMAP_HEAD.unpack(stream.read(BITMAP_HEAD.size))
    if bits not in (1, 4, 8, 24, 32) or compression:
        raise UnsupportedError(
            message("a bitmap of {bits} bits, compressed by {number}", bits=bits, number=compression)
        )
    stream.seek(entry.offset + size)
    palette = stream.read(4 * (colours or 1 << bits)) if bits <= 8 else b""
    rows = _rows(stream, entry, bits)
    mask = _bits_of(_rows(stream, entry, 1), 1, entry.width) if _has_mask(stream, entry) else None
    if height > 0:
        rows, mask = rows[::-1], None if mask is None else mask[::-1]
    if bits <= 8:
        table = np.frombuffer(palette[: len(palette) // 4 * 4], np.uint8).reshape(-1, 4)[:, 2::-1]
        if not len(table):
            raise DamagedError(message("a palette of colours that is missing"))
        colour = table.take(_bits_of(rows, bits, entry.width), axis=0, mode="clip")
    else:
        pixels = rows[:, : entry.width * bits // 8].reshape(entry.height, entry.width, bits // 8)
        colour = pixels[..., 2::-1]
        if bits == 32 and pixels[..., 3].any():
            return colour, pixels[..., 3]
    opaque = np.ones(colour.shape[:2], np.uint8) if mask is None else 1 - mask
    return colour, opaque * np.uint8(255)


def _has_mask(stream: BinaryIO, entry: Entry) -> bool:
    place = stream.tell()
    left = stream.seek(0, os.SEEK_END) - place
    stream.seek(place)
    return left >= _stride(entry.width, 1) * entry.height


def _stride(width: int, bits: int) -> int:
    """Bytes of a row, which is filled up to 4."""
    return -(-width * bits // 32) * 4


def _rows(stream: BinaryIO, entry: Entry, bits: int) -> NDArray[np.uint8]:
    stride = _stride(entry.width, bits)
    data = stream.read(stride * entry.height)
    if len(data) < stride * entry.height:
        raise run_lengths.ends_early(len(data), stride * entry.height)
    return np.frombuffer(data, np.uint8).reshape(entry.height, stride)


def _bits_of(rows: NDArray[np.uint8], bits: int, width: int) -> NDArray[np.uint8]:
    """Returns (H, W) numbers of so many bits each, the first in the highest bits."""
    shifts = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
    numbers = (rows[..., None] >> shifts) & np.uint8((1 << bits) - 1)
    return numbers.reshape(len(rows), -1)[:, :width]
