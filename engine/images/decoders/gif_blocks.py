"""The blocks of a GIF up to its first picture: the profile, the transparent colour, and the compressed pixels."""

from dataclasses import dataclass
from typing import BinaryIO

from engine.images.icc_profile import PROFILE_LIMIT

EXTENSION, PICTURE = 0x21, 0x2C
CONTROL, APPLICATION = 0xF9, 0xFF
ICC = b"ICCRGBG1012"
"""Name of the extension that holds a profile."""


@dataclass(frozen=True)
class Frame:
    """The first picture. x, y, width, height: its place on the canvas, px. palette: bytes of RGB.

    transparent: number of the transparent colour, or None. code_bits: of the first codes. pixels: where their blocks
    begin. profile: the ICC profile, or None.
    """

    canvas: tuple[int, int]
    x: int
    y: int
    width: int
    height: int
    palette: bytes
    transparent: int | None
    interlaced: bool
    code_bits: int
    pixels: int
    profile: bytes | None


def first_frame(stream: BinaryIO) -> Frame | None:
    """Returns the description of the first picture; None if the file ends before it."""
    stream.seek(0)
    start = stream.read(13)
    if len(start) < 13:
        return None
    palette, transparent, profile = _palette(stream, start[10]), None, None
    while (kind := stream.read(1)) == bytes([EXTENSION]):
        label, data = stream.read(1), _blocks(stream, PROFILE_LIMIT + 1)
        if label == bytes([CONTROL]) and len(data) >= 4 and data[0] & 1:
            transparent = data[3]
        elif label == bytes([APPLICATION]) and data.startswith(ICC):
            profile = data[len(ICC) :]
    described = stream.read(9)
    if kind != bytes([PICTURE]) or len(described) < 9:
        return None
    x, y, width, height = (int.from_bytes(described[at : at + 2], "little") for at in (0, 2, 4, 6))
    palette = _palette(stream, described[8]) or palette
    code_bits = int.from_bytes(stream.read(1), "little")
    canvas = int.from_bytes(start[6:8], "little"), int.from_bytes(start[8:10], "little")
    interlaced = bool(described[8] & 0x40)
    pixels = stream.tell()
    return Frame(canvas, x, y, width, height, palette, transparent, interlaced, code_bits, pixels, profile)


def compressed(stream: BinaryIO, frame: Frame, most: int) -> bytes:
    """Returns the compressed pixels, as far as they are there, but hardly more than `most` bytes."""
    stream.seek(frame.pixels)
    return _blocks(stream, most)


def _palette(stream: BinaryIO, flags: int) -> bytes:
    return stream.read(3 << (flags & 7) + 1) if flags & 0x80 else b""


def _blocks(stream: BinaryIO, most: int) -> bytes:
    """Returns the data of blocks up to the empty one. Beyond `most` bytes it is dropped."""
    data = bytearray()
    while length := stream.read(1):
        if not length[0]:
            break
        block = stream.read(length[0])
        if len(data) < most:
            data += block
    return bytes(data)
