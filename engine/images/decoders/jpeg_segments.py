"""The segments of a JPEG before its pixels, and what they say of profile, HDR and size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

START_OF_SCAN = 0xDA
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of segments that describe the frame, by the kind of coding."""
JPEG_LS_FRAME = 0xF7
"""The same of JPEG-LS, another format of the committee, whose files may begin like JPEGs."""
WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xDA)))
ICC_MARK = b"ICC_PROFILE\0"
GAIN_MAPS = (b"urn:iso:std:iso:ts:21496:-1", b"hdrgm:Version", b"HDRGainMapVersion")
"""In the segments of a picture with a map of brighter areas: the standard's name, and those of Adobe and Apple."""

Segment = tuple[str, bytes]
"""Name in the manner of Pillow, such as APP2, and data."""


@dataclass(frozen=True)
class Frame:
    """bits: per sample. width, height: px."""

    bits: int
    width: int
    height: int
    channels: int


def segments(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yields marker and data of each segment before the pixels."""
    stream.seek(2)
    while (start := stream.read(2))[:1] == b"\xff" and len(start) == 2 and start[1] != START_OF_SCAN:
        if start[1] == 0xFF:  # filling
            stream.seek(-1, 1)
        elif start[1] not in WITHOUT_LENGTH:
            yield start[1], stream.read(max(0, int.from_bytes(stream.read(2), "big") - 2))


def frame_of(found: Iterable[tuple[int, bytes]]) -> Frame | None:
    """Returns the description of the frame; None if there is none."""
    for marker, data in found:
        if marker in FRAMES and len(data) >= 6:
            height, width = int.from_bytes(data[1:3], "big"), int.from_bytes(data[3:5], "big")
            return Frame(data[0], width, height, data[5])
    return None


def applications(found: Iterable[tuple[int, bytes]]) -> list[Segment]:
    """Returns the segments of applications, as Pillow lists them."""
    return [(f"APP{marker & 15}", data) for marker, data in found if marker & 0xF0 == 0xE0]


def profile(found: Iterable[Segment]) -> bytes | None:
    """Returns the ICC profile, whose parts may be in any order. It is empty, and so unusable, if a part is missing."""
    parts = sorted(
        data[len(ICC_MARK) :] for name, data in found if name == "APP2" and data.startswith(ICC_MARK)
    )
    if not parts:
        return None
    if [part[0] for part in parts if part] != list(range(1, len(parts) + 1)):
        return b""
    return b"".join(part[2:] for part in parts)


def has_gain_map(found: Iterable[Segment]) -> bool:
    """Whether a map tells which areas are brighter than white on screens that can show it."""
    return any(mark in data for name, data in found if name in ("APP1", "APP2") for mark in GAIN_MAPS)
