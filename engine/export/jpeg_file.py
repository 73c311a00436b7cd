"""Writes JPEG files in groups of rows, on all cores. Transparent pixels are blended with white.

Pillow encodes each group as a picture of its own. Their compressed rows, joined by restart markers, are one picture
(ITU-T T.81, B.2.1), so that memory holds a few groups. Only a progressive file needs the whole picture.
"""

import mmap
import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any, BinaryIO, NamedTuple, cast

import imagecodecs
import PIL.Image
from zlib_ng import zlib_ng

from engine.export import whole_file
from engine.export.on_white import on_white
from engine.export.ordered_work import ordered
from engine.export.picture_head import PictureHead
from engine.export.row_groups import grouped
from engine.images.bit_depth import Raster

QUALITY = 95
SUBSAMPLING = "4:4:4"
"""Colour keeps its full resolution: halving it would undo the purpose of an enlargement."""
UNITS = {"4:4:4": (8, 8), "4:2:2": (16, 8), "4:2:0": (16, 16)}
"""Width and height in px of the unit that is encoded at once, by subsampling."""
GROUP_PIXELS = 1 << 20
MOST_UNITS = (1 << 16) - 1
"""Units between two restart markers, at most."""
START_OF_FRAME, START_OF_SCAN, RESTART_INTERVAL, RESTART = 0xC0, 0xDA, 0xDD, 0xD0
"""Second bytes of markers."""
END = b"\xff\xd9"
PHOTOSHOP = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00"
"""Head of the segment with the IPTC records."""


class _Parts(NamedTuple):
    """Of a JPEG: its segments before the scan, the head of the scan, and where its compressed rows begin."""

    segments: bytes
    scan_head: bytes
    rows: int


class _File:
    """A file with the CRC-32 of all that was written to it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.checksum = file, 0

    def write(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        self.checksum = zlib_ng.crc32(data, self.checksum)


def write(path: Path, head: PictureHead, bands: Iterator[Raster]) -> int:
    """Writes bands of (rows, W, 3 or 4) uint8, from the top. Returns the CRC-32 of the file: it holds none itself."""
    with path.open("wb") as opened:
        file = _File(opened)
        if head.options.progressive:
            _write_progressive(file, head, bands)
        else:
            _write_groups(file, head, bands)
    return file.checksum


def read_back(path: Path) -> tuple[int, int]:
    """Decodes the last group of the file, and returns (H, W). Decodes a progressive file as a whole.

    Raises what Pillow raises for a damaged file. To decode every group would take half as long as to encode them.
    """
    with PIL.Image.open(path, formats=("JPEG",)) as picture:
        width, height = picture.size
        if "progressive" in picture.info:
            _decode(picture)
            return height, width
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        rows, last = _last_group(data, height)
    with PIL.Image.open(BytesIO(last), formats=("JPEG",)) as group:
        rows += group.height
        _decode(group)
    return rows, width


def _last_group(data: mmap.mmap, height: int) -> tuple[int, bytes]:
    """Returns the rows above the last group of a written file, and the group as a JPEG of its own.

    height: px, of the picture. Raises OSError if a group is missing.
    """
    segments, scan_head, start = _parts(data)
    interval = segments.rindex(bytes((0xFF, RESTART_INTERVAL)))
    frame = segments.rindex(bytes((0xFF, START_OF_FRAME)), 0, interval)
    width, layout = struct.unpack(">H", segments[frame + 7 : frame + 9])[0], segments[frame + 11]
    units = -(-width // (8 * (layout >> 4)))
    rows = struct.unpack(">H", segments[interval + 4 :])[0] // units * 8 * (layout & 15)
    above = (height - 1) // rows * rows
    if above:
        # from the end: pages of the file that are looked at count as memory of this process
        start = data.rfind(bytes((0xFF, RESTART + (above // rows - 1) % 8)), start) + 2
    if start < 2 or data[-2:] != END:
        raise OSError("image file is truncated")
    return above, _with_height(segments[:interval], height - above) + scan_head + data[start:]


def _decode(picture: PIL.Image.Image) -> None:
    """Reads all of a picture's data, and decodes a 64th of the pixels."""
    picture.draft("RGB", (max(1, picture.width // 8), max(1, picture.height // 8)))
    picture.load()


def _write_groups(file: _File, head: PictureHead, bands: Iterator[Raster]) -> None:
    """Memory: a few groups of GROUP_PIXELS."""
    unit_width, unit_height = UNITS[head.options.subsampling or SUBSAMPLING]
    units = -(-head.width // unit_width)
    lines = max(1, min(GROUP_PIXELS // (head.width * unit_height), MOST_UNITS // units))
    groups = enumerate(grouped(bands, lines * unit_height))
    for number, encoded in enumerate(ordered(lambda item: _encode(head, *item), groups)):
        segments, scan_head, rows = _parts(encoded)
        if number == 0:
            file.write(_with_height(segments, head.height))
            file.write(struct.pack(">BBHH", 0xFF, RESTART_INTERVAL, 4, lines * units) + scan_head)
        else:
            file.write(bytes((0xFF, RESTART + (number - 1) % 8)))
        file.write(memoryview(encoded)[rows:-2])
    file.write(END)


def _write_progressive(file: _File, head: PictureHead, bands: Iterator[Raster]) -> None:
    """Memory: the whole picture."""
    picture = whole_file.collected(head, map(on_white, bands), 3)
    PIL.Image.fromarray(picture).save(
        cast("IO[bytes]", file), "JPEG", **_options(head), **_embedded(head), progressive=True
    )


def _encode(head: PictureHead, number: int, group: Raster) -> bytes:
    """Encodes a group as a JPEG. The first one carries what the file is to carry.

    imagecodecs, which embeds nothing, takes two thirds of Pillow's time. Both have libjpeg-turbo and its tables.
    """
    options = _options(head)
    if number:
        quality, subsampling = options["quality"], options["subsampling"].replace(":", "")
        return bytes(imagecodecs.jpeg8_encode(on_white(group), quality, subsampling=subsampling))
    data = BytesIO()
    PIL.Image.fromarray(on_white(group)).save(data, "JPEG", **options, **_embedded(head))
    return data.getvalue()


def _options(head: PictureHead) -> dict[str, Any]:
    """Returns Pillow's options of the compression."""
    options = head.options
    return {"quality": options.quality or QUALITY, "subsampling": options.subsampling or SUBSAMPLING}


def _embedded(head: PictureHead) -> dict[str, Any]:
    """Returns Pillow's options of what the file carries."""
    embedded = head.embedded
    found = {
        "exif": embedded.exif and b"Exif\0\0" + embedded.exif,
        "icc_profile": embedded.icc,
        "xmp": embedded.xmp,
        "comment": embedded.comment and embedded.comment.encode(),
        "dpi": embedded.dpi and (embedded.dpi, embedded.dpi),
        "extra": embedded.iptc and _iptc_segment(embedded.iptc),
    }
    return {name: value for name, value in found.items() if value is not None}


def _iptc_segment(records: bytes) -> bytes:
    content = PHOTOSHOP + struct.pack(">I", len(records)) + records + b"\0" * (len(records) % 2)
    return struct.pack(">BBH", 0xFF, 0xED, 2 + len(content)) + content


def _parts(data: bytes | mmap.mmap) -> _Parts:
    """Divides a baseline JPEG with one scan."""
    position = 2
    while data[position + 1] != START_OF_SCAN:
        position += 2 + int.from_bytes(data[position + 2 : position + 4])
    rows = position + 2 + int.from_bytes(data[position + 2 : position + 4])
    return _Parts(data[:position], data[position:rows], rows)


def _with_height(segments: bytes, height: int) -> bytes:
    """Returns a group's segments with the height of another picture."""
    position = 2
    while segments[position + 1] != START_OF_FRAME:
        position += 2 + int.from_bytes(segments[position + 2 : position + 4])
    return segments[: position + 5] + struct.pack(">H", height) + segments[position + 7 :]
