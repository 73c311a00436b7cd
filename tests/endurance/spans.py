"""Finds the parts of a file that have a length of their own: chunks, segments, boxes, directory entries."""

import struct
from collections.abc import Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """A part of a file from `start` to `end`. The length field is at `field`, `size` bytes in byte order `order`."""

    start: int
    end: int
    field: int
    size: int
    order: str


def spans(data: bytes) -> list[Span]:
    """Returns the spans of a file of a known format; none for other bytes."""
    for head, at, find in FINDERS:
        if data[at : at + len(head)] == head:
            return list(find(data))
    return []


def _png(data: bytes) -> Iterator[Span]:
    at = 8
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        yield Span(at, min(end, len(data)), at, 4, "big")
        at = end


def _jpeg(data: bytes) -> Iterator[Span]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        yield Span(at, min(end, len(data)), at + 2, 2, "big")
        at = end
    if at + 4 <= len(data):
        yield Span(at, len(data), at + 2, 2, "big")


def _riff(data: bytes) -> Iterator[Span]:
    at = 12
    yield Span(0, len(data), 4, 4, "little")
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + length + length % 2
        yield Span(at, min(end, len(data)), at + 4, 4, "little")
        at = end


CONTAINERS = {b"meta": 12, b"iprp": 8, b"ipco": 8, b"moov": 8, b"trak": 8, b"mdia": 8, b"iinf": 14}
"""Boxes that contain boxes, and where their content begins."""


def _boxes(data: bytes, at: int = 0, end: int | None = None) -> Iterator[Span]:
    end = len(data) if end is None else end
    while at + 8 <= end:
        length = int.from_bytes(data[at : at + 4], "big") or end - at
        if length < 8:
            return
        stop = min(at + length, end)
        yield Span(at, stop, at, 4, "big")
        if inner := CONTAINERS.get(data[at + 4 : at + 8]):
            yield from _boxes(data, at + inner, stop)
        at += length


def _tiff(data: bytes) -> Iterator[Span]:
    order = "little" if data[:2] == b"II" else "big"
    if data[2:4] not in (b"*\0", b"\0*"):  # BigTIFF: other fields
        return
    at = int.from_bytes(data[4:8], order)
    for _ in range(8):
        if at < 8 or at + 2 > len(data):
            return
        count = int.from_bytes(data[at : at + 2], order)
        yield Span(at, min(at + 6 + 12 * count, len(data)), at, 2, order)
        for entry in range(at + 2, min(at + 2 + 12 * count, len(data) - 11), 12):
            yield Span(entry, entry + 12, entry + 4, 4, order)
            yield Span(entry, entry + 12, entry + 8, 4, order)
        after = at + 2 + 12 * count
        at = int.from_bytes(data[after : after + 4], order)


def _gif(data: bytes) -> Iterator[Span]:
    at = data.find(b"\x21", 13)
    while 0 <= at < len(data) - 3:
        yield Span(at, min(at + 3 + data[at + 2], len(data)), at + 2, 1, "little")
        at = data.find(b"\x21", at + 1)


def _bmp(data: bytes) -> Iterator[Span]:
    for field in (2, 10, 14, 18, 22, 34, 46):
        yield Span(field, field + 4, field, 4, "little")


def _safetensors(data: bytes) -> Iterator[Span]:
    end = 8 + struct.unpack_from("<Q", data)[0]
    yield Span(0, min(end, len(data)), 0, 8, "little")


def _zip(data: bytes) -> Iterator[Span]:
    """The local headers and the central directory of a zip archive: sizes of the record, and of its name."""
    for head, sizes in ((b"PK\3\4", (18, 22, 26)), (b"PK\1\2", (20, 24, 28, 42)), (b"PK\5\6", (10, 12, 16))):
        at = data.find(head)
        while at >= 0:
            stop = data.find(b"PK", at + 4)
            for field in sizes:
                yield Span(
                    at,
                    stop if stop > 0 else len(data),
                    at + field,
                    2 if field in (26, 28, 10) else 4,
                    "little",
                )
            at = data.find(head, at + 4)


FINDERS = (
    (b"\x89PNG", 0, _png),
    (b"\xff\xd8\xff", 0, _jpeg),
    (b"RIFF", 0, _riff),
    (b"ftyp", 4, _boxes),
    (b"JXL ", 4, _boxes),
    (b"II", 0, _tiff),
    (b"MM", 0, _tiff),
    (b"GIF8", 0, _gif),
    (b"BM", 0, _bmp),
    (b"PK\3\4", 0, _zip),
    (b'{"', 8, _safetensors),
)
