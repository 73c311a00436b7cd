"""The directories of a TIFF: which pictures it holds, and which of them is meant.

Only the few tags are read that this needs; a document may have thousands of pages. tifffile reads the chosen directory.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from math import log2
from typing import BinaryIO

from engine.images.pages import MOST_PAGES

SUBFILE_TYPE, OLD_SUBFILE_TYPE, WIDTH, HEIGHT, PHOTOMETRIC, SUB_DIRECTORIES, JPEG = (
    254,
    255,
    256,
    257,
    262,
    330,
    513,
)
TAGS = (SUBFILE_TYPE, OLD_SUBFILE_TYPE, WIDTH, HEIGHT, PHOTOMETRIC, SUB_DIRECTORIES, JPEG)
REDUCED, MASK = 1, 4
"""Bits of the subfile type: a smaller copy of another picture, a transparency mask."""
OLD_REDUCED = 2
"""The old subfile type of a smaller copy."""
MOSAIC, LINEAR_RAW, LAYOUT_MASK = 32803, 34892, 4
"""Photometric interpretations: sensor data of a raw photo, the same interpolated, a transparency mask."""
INTEGERS = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
"""Codes of `struct` by TIFF's types of unsigned numbers and of offsets."""
LARGEST_THUMBNAIL = 512
"""Px of the longer side of a picture that may be a thumbnail without saying so."""
JPEG_HEAD_BYTES = 1 << 16
"""Of a JPEG that are looked through for its size."""
JPEG_FRAMES = (0xC0, 0xC1, 0xC2, 0xC3)
"""Markers of a JPEG that tell its size."""
DIRECTORY_BYTES, MOST_TAGS = 400, 4096
"""Bytes that hold most directories, and tags of the longest."""
MOST_SUB_DIRECTORIES = 64
"""Of one picture. A pyramid has about ten."""


@dataclass(frozen=True)
class Directory:
    """One picture. offset: of the directory. reduced: it is a smaller copy. mask: it is no picture."""

    offset: int
    width: int
    height: int
    reduced: bool
    mask: bool
    raw: bool
    sub_directories: tuple[int, ...]


@dataclass(frozen=True)
class Pictures:
    """The pages of a file. offsets: of their directories. main: the index of the one that is shown first.

    preview: they are previews of a raw photo, whose own picture is none of them.
    """

    offsets: tuple[int, ...]
    main: int
    preview: bool


class OnlyRawError(Exception):
    """The file holds nothing but the data of a sensor."""


def pictures(stream: BinaryIO) -> Pictures:
    """Returns the pages of a TIFF.

    Smaller copies, masks and sensor data are no pages, unless there is nothing else to show. Raises OnlyRawError, and
    struct.error or ValueError for what is no TIFF.
    """
    found = list(_all(stream))
    shown = [each for each in found if not each.mask and not each.raw]
    shown = shown or [each for each in found if not each.raw]
    if not shown:
        raise OnlyRawError if found else ValueError("no directory")
    whole = [each for each in shown if not each.reduced]
    pages = whole or shown
    main = _main(pages) if whole else pages.index(max(pages, key=_pixels))
    return Pictures(tuple(each.offset for each in pages), main, any(each.raw for each in found) and not whole)


def halved_copies(stream: BinaryIO, offset: int) -> dict[int, int]:
    """Returns the smaller copies of the picture at `offset`: by the number of times that it is halved, their offsets.

    They are among its sub-directories, and among those that follow it up to the next picture as large as it is. Aperio
    (SVS) does not mark them as reduced.
    """
    following = dropwhile(lambda each: each.offset != offset, _all(stream))
    whole = next(following)
    smaller = takewhile(lambda each: _pixels(each) < _pixels(whole), following)
    found: dict[int, int] = {}
    for each in smaller:
        times = _times_halved(whole, each)
        if times and not each.mask and not each.raw:
            found.setdefault(times, each.offset)
    return found


def number_of(stream: BinaryIO, offset: int) -> int:
    """Returns the number of a directory in the chain. Raises ValueError for one that is not in it."""
    layout, following = _layout(stream)
    known: list[int] = []
    while following and following not in known and len(known) < MOST_PAGES:
        known.append(following)
        following = _read(stream, layout, following)[1]
    return known.index(offset)


def _times_halved(whole: Directory, copy: Directory) -> int:
    """Returns how often a picture is halved to give the other; 0 if it is not. Sides may be rounded either way."""
    if not copy.width or not copy.height:
        return 0
    times = round(log2(whole.width / copy.width))
    sides = (whole.width, copy.width), (whole.height, copy.height)
    fits = all(abs((small << max(times, 0)) - large) < 1 << max(times, 0) for large, small in sides)
    return times if fits and times > 0 else 0


def _main(pages: list[Directory]) -> int:
    """Returns the index of the first picture, or of the largest that it is a thumbnail of without saying so."""
    first = pages[0]
    if max(first.width, first.height) > LARGEST_THUMBNAIL:
        return 0
    wholes = [each for each in pages if _is_thumbnail(first, each)]
    return pages.index(max(wholes, key=_pixels)) if wholes else 0


def _is_thumbnail(small: Directory, large: Directory) -> bool:
    """Whether a picture has the shape of another at half its size or less."""
    if large.width < 2 * small.width or large.height < 2 * small.height:
        return False
    # a thumbnail's sides are rounded
    return abs(large.height * small.width / large.width - small.height) <= 1


def _pixels(directory: Directory) -> int:
    return directory.width * directory.height


def _all(stream: BinaryIO) -> Iterator[Directory]:
    """Yields the directories of the chain, each followed by its sub-directories; each one once."""
    layout, offset = _layout(stream)
    known: set[int] = set()
    while offset and offset not in known and len(known) < MOST_PAGES:
        known.add(offset)
        try:
            directory, following = _read(stream, layout, offset)
        except (struct.error, ValueError):
            if len(known) == 1:
                raise
            return  # the chain of a truncated file ends early
        yield directory
        for each in directory.sub_directories:
            if each in known:
                continue
            known.add(each)
            try:
                yield _read(stream, layout, each)[0]
            except (struct.error, ValueError):
                continue
        offset = following


@dataclass(frozen=True)
class _Layout:
    """How numbers are stored. order: of bytes, for `struct`. big: offsets have 8 bytes."""

    order: str
    big: bool

    def number(self, code: str, data: bytes, at: int = 0) -> int:
        value: int = struct.unpack_from(self.order + code, data, at)[0]
        return value


def _layout(stream: BinaryIO) -> tuple[_Layout, int]:
    """Returns the layout and the offset of the first directory."""
    stream.seek(0)
    start = stream.read(16)
    order = "<" if start[:2] == b"II" else ">"
    big = 43 in start[2:4]
    layout = _Layout(order, big)
    return layout, layout.number("Q", start, 8) if big else layout.number("I", start, 4)


def _read(stream: BinaryIO, layout: _Layout, offset: int) -> tuple[Directory, int]:
    """Returns a directory, and the offset of the next one, 0 after the last."""
    count_bytes, entry_bytes, offset_bytes = (8, 20, 8) if layout.big else (2, 12, 4)
    stream.seek(offset)
    start = stream.read(DIRECTORY_BYTES)
    count = layout.number("Q" if layout.big else "H", start)
    if not 0 < count <= MOST_TAGS:
        raise ValueError(f"{count} tags")
    data = start[count_bytes:]
    if len(data) < count * entry_bytes + offset_bytes:
        data += stream.read(count * entry_bytes + offset_bytes - len(data))
    if len(data) < count * entry_bytes:
        raise ValueError("the directory ends early")
    end = count * entry_bytes
    following = layout.number("Q" if layout.big else "I", data, end) if len(data) >= end + offset_bytes else 0
    tags = {}
    for at in range(0, end, entry_bytes):
        tag = layout.number("H", data, at)
        if tag in TAGS:
            tags[tag] = _values(stream, layout, data[at : at + entry_bytes])
    return _directory(stream, offset, tags), following


def _values(stream: BinaryIO, layout: _Layout, entry: bytes) -> tuple[int, ...]:
    """Returns the numbers of a tag, at most MOST_SUB_DIRECTORIES of them."""
    code = INTEGERS.get(layout.number("H", entry, 2), "")
    total = layout.number("Q" if layout.big else "I", entry, 4)
    if not code or not total:
        return ()
    count = min(total, MOST_SUB_DIRECTORIES)
    place = entry[12:] if layout.big else entry[8:]
    if total * struct.calcsize("=" + code) > len(place):
        stream.seek(layout.number("Q" if layout.big else "I", place))
        place = stream.read(count * struct.calcsize("=" + code))
    return struct.unpack_from(f"{layout.order}{count}{code}", place)


def _directory(stream: BinaryIO, offset: int, tags: dict[int, tuple[int, ...]]) -> Directory:
    def first(tag: int) -> int:
        return (*tags.get(tag, ()), 0)[0]

    kind, photometric = first(SUBFILE_TYPE), first(PHOTOMETRIC)
    width, height = first(WIDTH), first(HEIGHT)
    if not width and first(JPEG):  # previews of raw photos
        width, height = _jpeg_size(stream, first(JPEG))
    return Directory(
        offset,
        width,
        height,
        reduced=bool(kind & REDUCED) or first(OLD_SUBFILE_TYPE) == OLD_REDUCED,
        mask=bool(kind & MASK) or photometric == LAYOUT_MASK,
        raw=photometric in (MOSAIC, LINEAR_RAW),
        sub_directories=tags.get(SUB_DIRECTORIES, ()),
    )


def _jpeg_size(stream: BinaryIO, offset: int) -> tuple[int, int]:
    """Returns (width, height) of a JPEG in the file; (0, 0) if there is none."""
    stream.seek(offset)
    start = stream.read(JPEG_HEAD_BYTES)
    at = 2
    while start[:2] == b"\xff\xd8" and at + 9 <= len(start) and start[at] == 0xFF:
        if start[at + 1] in JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", start, at + 5)
            return width, height
        at += 2 + struct.unpack_from(">H", start, at + 2)[0]
    return 0, 0
