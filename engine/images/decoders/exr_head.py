"""The heads of OpenEXR: attributes by name, one head for each part of the file."""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from engine.base.messages import message
from engine.images.refusals import DamagedError
from engine.images.rgb_profile import Primaries

SIGNATURE = b"\x76\x2f\x31\x01"
HEAD_BYTES = 1 << 20
"""Bytes in which all heads must end. Most take 1,000."""
SEVERAL_PARTS, DEEP = 0x1000, 0x800
"""Flags of the version."""
MOST_ATTRIBUTES = 10_000
UNSIGNED, HALF, FLOAT = 0, 1, 2
"""Types of samples."""


@dataclass(frozen=True)
class Channel:
    """kind: UNSIGNED, HALF or FLOAT. reduced: it has fewer samples than the part has pixels."""

    kind: int
    reduced: bool


@dataclass(frozen=True)
class Part:
    """left, top, width, height: px of the stored pixels. whole: they are the window that the author wants shown."""

    left: int
    top: int
    width: int
    height: int
    whole: bool
    deep: bool
    channels: dict[str, Channel]
    primaries: Primaries | None


def read(stream: BinaryIO) -> list[Part]:
    """Returns the parts. Raises DamagedError or UnsupportedError."""
    stream.seek(4)
    flags = int.from_bytes(stream.read(4), "little")
    data, position, parts = stream.read(HEAD_BYTES), 0, list[Part]()
    while attributes := _attributes(data, position):
        found, position = attributes
        if not found:
            break
        parts.append(_part(found, bool(flags & DEEP)))
        if not flags & SEVERAL_PARTS:
            break
    if not parts:
        raise DamagedError(message("it holds no picture"))
    return parts


def _attributes(data: bytes, position: int) -> tuple[dict[str, bytes], int]:
    """Returns the attributes of a head and where the next one starts."""
    found: dict[str, bytes] = {}
    for _ in range(MOST_ATTRIBUTES):
        name, after_name = _text(data, position)
        if not name:
            return found, after_name
        _, after_kind = _text(data, after_name)
        size = int.from_bytes(data[after_kind : after_kind + 4], "little")
        position = after_kind + 4 + size
        if position > len(data):
            break
        found[name] = data[after_kind + 4 : position]
    raise DamagedError(message("the head has no end"))


def _text(data: bytes, position: int) -> tuple[str, int]:
    end = data.find(b"\0", position, position + 256)
    if end < 0:
        raise DamagedError(message("the head has no end"))
    return data[position:end].decode("utf-8", "replace"), end + 1


def _part(found: dict[str, bytes], deep: bool) -> Part:
    try:
        left, top, right, bottom = struct.unpack("<4i", found["dataWindow"])
        shown = struct.unpack("<4i", found["displayWindow"])
        channels = _channels(found["channels"])
    except (KeyError, struct.error) as error:
        raise DamagedError(message("the head lacks a number")) from error
    if right < left or bottom < top:
        raise DamagedError(message("the head lacks a number"))
    deep = deep or found.get("type", b"").startswith(b"deep")
    whole = shown == (left, top, right, bottom)
    colours = _primaries(found.get("chromaticities", b""))
    return Part(left, top, right - left + 1, bottom - top + 1, whole, deep, channels, colours)


def _channels(data: bytes) -> dict[str, Channel]:
    channels, position = dict[str, Channel](), 0
    while position < len(data) and data[position]:
        name, position = _text(data, position)
        kind, wide, high = struct.unpack_from("<i4xii", data, position)
        channels[name] = Channel(kind, wide > 1 or high > 1)
        position += 16
    return channels


def _primaries(data: bytes) -> Primaries | None:
    if len(data) != 32:
        return None
    numbers = struct.unpack("<8f", data)
    red, green, blue, white = [(numbers[at], numbers[at + 1]) for at in (0, 2, 4, 6)]
    return Primaries(white, red, green, blue)
