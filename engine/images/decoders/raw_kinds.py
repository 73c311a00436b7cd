"""Tells raw photos of cameras from other files. Most are TIFFs whose samples are a mosaic of colour filters."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

SIGNATURES = {
    b"FUJIFILMCCD-RAW": "Fujifilm RAF",
    b"IIRO": "Olympus ORF",
    b"IIRS": "Olympus ORF",
    b"MMOR": "Olympus ORF",
    b"IIU\0": "Panasonic RW2",
    b"FOVb": "Sigma X3F",
    b"\0MRM": "Minolta MRW",
    b"II\x1a\0\0\0HEAPCCDR": "Canon CRW",
}
"""Names of formats that are not TIFFs, by their first bytes."""
CR2, CR3 = b"CR\2\0", b"ftypcrx "
"""Canon's marks, at bytes 8 and 4."""
TIFFS = {b"II*\0": "<", b"MM\0*": ">"}
MAKE, SUB_IFDS, PHOTOMETRIC, COMPRESSION, DNG_VERSION = 271, 330, 262, 259, 50706
MOSAICS = (32803, 34892)
"""Photometric interpretations: colour filters, and linear colours of a camera."""
OWN_COMPRESSIONS = {34713: "Nikon NEF", 32767: "Sony ARW", 32770: "Samsung SRW", 65535: "Pentax PEF"}
"""Compressions of mosaics alone."""
MAKERS = {b"NIKON": "Nikon NEF", b"SONY": "Sony ARW", b"PENTAX": "Pentax PEF", b"SAMSUNG": "Samsung SRW"}
MOST_DIRECTORIES, MOST_ENTRIES = 32, 512


def raw_kind(stream: BinaryIO) -> str | None:
    """Returns the name of the kind of raw photo; None for any other file."""
    stream.seek(0)
    start = stream.read(16)
    if start[4:12] == CR3:
        return "Canon CR3"
    if start[8:12] == CR2:
        return "Canon CR2"
    name = next((name for signature, name in SIGNATURES.items() if start.startswith(signature)), None)
    order = TIFFS.get(start[:4])
    return name or (_tiff_kind(stream, order) if order else None)


def _tiff_kind(stream: BinaryIO, order: str) -> str | None:
    """Returns the kind of a TIFF with a mosaic in it."""
    directories = list(_directories(stream, order))
    mosaic = any(each.get(PHOTOMETRIC) in MOSAICS for each in directories)
    own = next(
        (
            OWN_COMPRESSIONS[each[COMPRESSION]]
            for each in directories
            if each.get(COMPRESSION) in OWN_COMPRESSIONS
        ),
        None,
    )
    if not directories or not (mosaic or own):
        return None
    if DNG_VERSION in directories[0]:
        return "DNG"
    make = _make(stream, directories[0])
    return own or next((name for maker, name in MAKERS.items() if make.startswith(maker)), "raw photo")


def _make(stream: BinaryIO, directory: dict[int, int]) -> bytes:
    stream.seek(directory.get(MAKE, 0))
    return stream.read(16).upper()


def _directories(stream: BinaryIO, order: str) -> Iterator[dict[int, int]]:
    """Yields the first value of each tag, directory by directory, those inside others too."""
    stream.seek(4)
    waiting, done = [int.from_bytes(stream.read(4), "little" if order == "<" else "big")], set[int]()
    while waiting and len(done) < MOST_DIRECTORIES:
        place = waiting.pop(0)
        if not place or place in done:
            continue
        done.add(place)
        found, inner, after = _directory(stream, place, order)
        yield found
        waiting += [*inner, after]


def _directory(stream: BinaryIO, place: int, order: str) -> tuple[dict[int, int], list[int], int]:
    """Returns the tags of a directory, the places of those inside it, and the place of the next one."""
    stream.seek(place)
    count = int.from_bytes(stream.read(2), "little" if order == "<" else "big")
    data = stream.read(12 * min(count, MOST_ENTRIES) + 4)
    found, inner = dict[int, int](), list[int]()
    entry = struct.Struct(order + "HHI4s")
    for tag, kind, number, value in entry.iter_unpack(data[: len(data) // 12 * 12][: 12 * count]):
        (long,), (short,) = struct.unpack(order + "I", value), struct.unpack(order + "H", value[:2])
        found[tag] = short if kind == 3 else long
        if tag == SUB_IFDS:
            inner += _places(stream, long, number, order)
    after = struct.unpack(order + "I", data[-4:])[0] if len(data) == 12 * count + 4 else 0
    return found, inner, after


def _places(stream: BinaryIO, value: int, count: int, order: str) -> list[int]:
    if count == 1:
        return [value]
    stream.seek(value)
    data = stream.read(4 * min(count, MOST_DIRECTORIES))
    return [place for (place,) in struct.iter_unpack(order + "I", data[: len(data) // 4 * 4])]
