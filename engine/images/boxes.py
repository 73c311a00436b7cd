"""Boxes: what AVIF, HEIC and JPEG XL files are made of (ISO/IEC 14496-12, 4.2)."""

from collections.abc import Iterator


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind, four letters, and the contents of each box that lies in `data`, in their order.

    One that is cut short yields what is there of it; what cannot be a box ends it.
    """
    at = 0
    while at + 8 <= len(data):
        length, kind, head = number(data, at, 4), data[at + 4 : at + 8], 8
        if length == 1:
            length, head = number(data, at + 8, 8), 16
        elif length == 0:  # to the end
            length = len(data) - at
        if length < head:
            return
        yield kind, data[at + head : at + length]
        at += length


def number(data: bytes, at: int, count: int) -> int:
    """The number in `count` bytes, the highest first; bytes that are missing count nothing."""
    return int.from_bytes(data[at : at + count], "big")
