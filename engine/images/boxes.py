"""Reads the boxes (containers) of AVIF, HEIC and JPEG XL files (ISO/IEC 14496-12, 4.2)."""

import os
from collections.abc import Iterator
from typing import BinaryIO

MOST_BOXES = 1 << 15
"""Boxes that are looked at, one after the other: more than the properties that an item can refer to."""


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yields the kind (four letters) and the contents of each box in `data`, in order.

    A truncated box yields the contents that exist. Bytes that cannot be a box end the iteration.
    """
    position = 0
    for _ in range(MOST_BOXES):
        if position + 8 > len(data):
            return
        length, kind, header = _header(data[position : position + 16], len(data) - position)
        if length < header:
            return
        yield kind, data[position + header : position + length]
        position += length


def file_boxes(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yields the kind and the length of the contents of each box of a file, without reading the contents.

    At each step the stream is at the start of the contents, so that the caller may read them.
    """
    position, end = 0, stream.seek(0, os.SEEK_END)
    for _ in range(MOST_BOXES):
        if position + 8 > end:
            return
        stream.seek(position)
        length, kind, header = _header(stream.read(16), end - position)
        if length < header:
            return
        stream.seek(position + header)
        yield kind, max(min(length, end - position) - header, 0)
        position += length


def _header(data: bytes, available: int) -> tuple[int, bytes, int]:
    """Returns the length of a box, its kind and the length of its header. available: bytes from its start on."""
    length, kind = number(data, 0, 4), data[4:8]
    if length == 1:
        return number(data, 8, 8), kind, 16
    return length or available, kind, 8  # length 0: up to the end


def number(data: bytes, position: int, count: int) -> int:
    """Returns the big-endian number in `count` bytes. Bytes past the end of `data` are left out."""
    return int.from_bytes(data[position : position + count], "big")
