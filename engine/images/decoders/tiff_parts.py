"""Checks the strips and tiles of a TIFF that are files of their own, such as JPEGs: none may be larger than its place.

A decoder would decode it whole, whatever the TIFF declares.
"""

import struct
from io import BytesIO
from typing import Any

from engine.base.messages import message
from engine.images.decoders import jpeg2000_head, jxl_codestream
from engine.images.refusals import DamagedError

FILES = (6, 7, 33003, 33004, 33005, 33007, 34712, 34892, 34933, 50001, 50002, 52546)
"""Compressions whose parts have a size of their own: JPEG, JPEG 2000, PNG, WebP, JPEG XL."""
HEAD_BYTES = 1 << 16
MOST = 4
"""How many times more pixels than its place a part may have: writers pad the last ones."""
ALWAYS_ALLOWED = 1 << 20
"""Pixels that any part may have."""
JPEG_SIZES = (0xC0, 0xC1, 0xC2, 0xC3)
"""Markers of a JPEG that tell its size."""


def refuse_larger(page: Any) -> None:
    """Raises DamagedError if a part declares many more pixels than its place in the picture has."""
    if int(page.compression) not in FILES:
        return
    file = page.parent.filehandle
    for offset, count in zip(page.dataoffsets, page.databytecounts, strict=False):
        file.seek(offset)
        if is_larger(page, file.read(min(count, HEAD_BYTES))):
            raise DamagedError(message("a part of it is larger than the whole"))


def is_larger(page: Any, part: bytes) -> bool:
    """Whether a part, which begins so, declares many more pixels than its place in the picture has."""
    if int(page.compression) not in FILES:
        return False
    width = page.tilewidth if page.is_tiled else page.imagewidth
    height = page.tilelength if page.is_tiled else page.rowsperstrip
    part_width, part_height = size_of(part[:HEAD_BYTES])
    return part_width * part_height > max(ALWAYS_ALLOWED, int(MOST * width * height))


def size_of(data: bytes) -> tuple[int, int]:
    """Returns (width, height) of the picture that begins so; (0, 0) of one that is not known."""
    try:
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data.startswith(b"\x89PNG"):
            return struct.unpack_from(">II", data, 16)
        if data[8:12] == b"WEBP":
            return _webp(data)
        if data.startswith((jpeg2000_head.CODESTREAM, jpeg2000_head.CONTAINER)):
            return _jpeg2000(data)
        head = jxl_codestream.read_head(BytesIO(data))
    except (struct.error, ValueError, OSError, IndexError):
        return 0, 0
    return (head.width, head.height) if head else (0, 0)


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while data[at] == 0xFF:
        if data[at + 1] in JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return 0, 0


def _webp(data: bytes) -> tuple[int, int]:
    match data[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg2000(data: bytes) -> tuple[int, int]:
    """The first marker of a codestream tells the right and lower edges, and those of the left and upper ones."""
    at = data.index(jpeg2000_head.CODESTREAM)
    right, lower, left, upper = struct.unpack_from(">4I", data, at + 8)
    return right - left, lower - upper
