"""Reads and writes EXIF (CIPA DC-008) without changing a value: types and bytes of each tag stay as they are.

Pillow would read values and guess their types when it writes them; exiv2 may not be used, because of its licence.
A thumbnail is not read. The data may be hostile: what is read is bounded, and what cannot be read is left out.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Literal

SIZES = {
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    13: 4,
    16: 8,
    17: 8,
    18: 8,
    129: 1,
}
"""Bytes of a value, by the number of its type."""
WORDS = {3: 2, 4: 4, 5: 4, 8: 2, 9: 4, 10: 4, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes whose order depends on the byte order, by the number of the type."""
SHORT, LONG, RATIONAL, LONG8, ASCII = 3, 4, 5, 16, 2
PHOTO, GPS, INTEROP = 0x8769, 0x8825, 0xA005
"""Tags that point to further directories."""
STRUCTURE = frozenset(
    (
        *(254, 255, 256, 257, 258, 259, 262, 263, 266, 273, 277, 278, 279, 280, 281, 284, 288, 289, 290, 291),
        *(301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 330, 332, 333, 334, 336, 337, 338, 339, 340, 341),
        *(342, 343, 344, 345, 346, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 559),
        *(700, 33723, 34377, PHOTO, 34675, GPS, INTEROP, 37724, 65535),
    )
)
"""Tags of the main directory that say how the samples are stored, or hold what is read elsewhere."""
FIRST_RAW_TAG = 50706
"""Tags from here on describe raw data of cameras (DNG)."""
MOST_BYTES = 1 << 20
"""Bytes of all values. Those beyond are left out."""
MOST_TAGS = 2000
MOST_PAGES = 10_000

Order = Literal["<", ">"]


@dataclass(frozen=True)
class Entry:
    """kind: number of the type. data: the values, in the byte order of the file."""

    kind: int
    data: bytes

    @property
    def count(self) -> int:
        """How many values there are."""
        return len(self.data) // SIZES[self.kind]

    def in_order(self, order: Order, wanted: Order) -> "Entry":
        """Returns the entry in another byte order."""
        word = WORDS.get(self.kind)
        if order == wanted or word is None:
            return self
        words = (self.data[at : at + word][::-1] for at in range(0, len(self.data), word))
        return Entry(self.kind, b"".join(words))


Directory = dict[int, Entry]
"""Entries by tag."""


@dataclass(frozen=True)
class Exif:
    """order: "<" little endian, ">" big endian. main: of the picture. photo: of the exposure. gps. interop."""

    order: Order = "<"
    main: Directory = field(default_factory=dict)
    photo: Directory = field(default_factory=dict)
    gps: Directory = field(default_factory=dict)
    interop: Directory = field(default_factory=dict)

    @property
    def directories(self) -> tuple[Directory, ...]:
        """All four."""
        return self.main, self.photo, self.gps, self.interop


class _Reader:
    """Reads directories of one file. `big`: BigTIFF."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._end = stream.seek(0, 2)
        stream.seek(0)
        start = stream.read(16)
        self.order: Order = "<" if start[:2] == b"II" else ">"
        if start[:2] not in (b"II", b"MM") or self._number(start[2:4]) not in (42, 43):
            raise ValueError("no EXIF")
        self.big = self._number(start[2:4]) == 43
        self.first = self._number(start[8:16] if self.big else start[4:8])
        self._bytes_left, self._tags_left = MOST_BYTES, MOST_TAGS

    def directory(self, offset: int) -> Directory:
        """Reads the directory at `offset`; what is damaged is left out."""
        found: Directory = {}
        for tag, kind, count, value in self._rows(offset):
            size = SIZES.get(kind, 0) * count
            if not size or size > self._bytes_left or tag in found:
                continue
            data = value[:size] if size <= len(value) else self._at(self._number(value), size)
            if len(data) == size:
                found[tag] = Entry(kind, data)
                self._bytes_left -= size
        return found

    def next_offset(self, offset: int) -> int:
        """Returns the offset of the directory that follows the one at `offset`; 0 if there is none."""
        head, row, pointer = (8, 20, 8) if self.big else (2, 12, 4)
        return self._number(self._at(offset + head + row * self._number(self._at(offset, head)), pointer))

    def pointer(self, directory: Directory, tag: int) -> int:
        """Returns the offset that a tag holds; 0 if there is none."""
        entry = directory.get(tag)
        return self._number(entry.data) if entry and entry.kind in (LONG, 13, LONG8, 18) else 0

    def _rows(self, offset: int) -> Iterator[tuple[int, int, int, bytes]]:
        """Yields tag, type, count and the bytes of value or offset."""
        head, row, pointer = (8, 20, 8) if self.big else (2, 12, 4)
        if not offset:
            return
        for number in range(min(self._number(self._at(offset, head)), self._tags_left)):
            data = self._at(offset + head + row * number, row)
            if len(data) < row:
                return
            self._tags_left -= 1
            count = self._number(data[4 : 4 + pointer])
            yield self._number(data[:2]), self._number(data[2:4]), count, data[4 + pointer :]

    def _at(self, offset: int, size: int) -> bytes:
        if not 0 <= offset < self._end:
            return b""
        self._stream.seek(offset)
        return self._stream.read(size)

    def _number(self, data: bytes) -> int:
        return int.from_bytes(data, "little" if self.order == "<" else "big")


def read(stream: BinaryIO, page: int = 0) -> Exif:
    """Reads the EXIF of a TIFF structure. page: which main directory. Raises ValueError if it is none."""
    reader = _Reader(stream)
    offset = reader.first
    for _ in range(min(page, MOST_PAGES)):
        offset = reader.next_offset(offset)
    main = reader.directory(offset)
    photo = reader.directory(reader.pointer(main, PHOTO))
    gps = reader.directory(reader.pointer(main, GPS))
    interop = reader.directory(reader.pointer(photo, INTEROP))
    kept = {tag: entry for tag, entry in main.items() if tag not in STRUCTURE and tag < FIRST_RAW_TAG}
    photo.pop(INTEROP, None)
    return Exif(reader.order, kept, photo, gps, interop)


def to_bytes(exif: Exif) -> bytes:
    """Returns a TIFF structure with all directories."""
    order: Order = exif.order
    mark = b"II" if order == "<" else b"MM"
    start = 8
    main = exif.main | _pointers(exif, 0, False)
    rest = start + len(directory_bytes(main, order, start))
    further, pointers = further_directories(exif, rest)
    return (
        mark
        + struct.pack(f"{order}HI", 42, start)
        + directory_bytes(exif.main | pointers, order, start)
        + further
    )


def further_directories(exif: Exif, offset: int, big: bool = False) -> tuple[bytes, Directory]:
    """Returns the bytes of all directories but the main one, to lie at `offset`, and the tags that point to them.

    big: for a BigTIFF.
    """
    photo = exif.photo
    pointers = _pointers(exif, 0, big)
    if exif.interop:
        at = offset + len(
            directory_bytes(photo | {INTEROP: _pointer(exif.order, 0, big)}, exif.order, 0, big)
        )
        photo = photo | {INTEROP: _pointer(exif.order, at, big)}
    data = b""
    if PHOTO in pointers:
        pointers[PHOTO] = _pointer(exif.order, offset, big)
        data += directory_bytes(photo, exif.order, offset, big)
        if exif.interop:
            data += directory_bytes(exif.interop, exif.order, offset + len(data), big)
    if GPS in pointers:
        pointers[GPS] = _pointer(exif.order, offset + len(data), big)
        data += directory_bytes(exif.gps, exif.order, offset + len(data), big)
    return data, pointers


def directory_bytes(directory: Directory, order: Order, offset: int, big: bool = False) -> bytes:
    """Returns a directory to lie at `offset`, followed by the values that do not fit into its rows. An even length."""
    head, row, pointer = ("Q", "HHQ", 8) if big else ("H", "HHI", 4)
    number = "Q" if big else "I"
    values_at = offset + struct.calcsize(f"{order}{head}") + len(directory) * (4 + 2 * pointer) + pointer
    rows, values = b"", b""
    for tag, entry in sorted(directory.items()):
        place = entry.data.ljust(pointer, b"\0")
        if len(entry.data) > pointer:
            place = struct.pack(f"{order}{number}", values_at + len(values))
            values += entry.data + b"\0" * (len(entry.data) % 2)
        rows += struct.pack(f"{order}{row}", tag, entry.kind, entry.count) + place
    return struct.pack(f"{order}{head}", len(directory)) + rows + bytes(pointer) + values


def _pointers(exif: Exif, offset: int, big: bool) -> Directory:
    """Returns the pointers of the main directory to those that are not empty."""
    needed = {PHOTO: exif.photo or exif.interop, GPS: exif.gps}
    return {tag: _pointer(exif.order, offset, big) for tag, directory in needed.items() if directory}


def _pointer(order: Order, offset: int, big: bool) -> Entry:
    return (
        Entry(LONG8, struct.pack(f"{order}Q", offset))
        if big
        else Entry(LONG, struct.pack(f"{order}I", offset))
    )
