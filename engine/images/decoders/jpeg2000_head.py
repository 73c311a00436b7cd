"""The head of JPEG 2000: of the codestream (ISO/IEC 15444-1, A.5.1) and of the boxes around it (annex I)."""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from engine.base.messages import message
from engine.images.boxes import boxes, file_boxes
from engine.images.refusals import DamagedError, UnsupportedError

CODESTREAM, CONTAINER = b"\xff\x4f\xff\x51", b"\x00\x00\x00\x0cjP  \r\n\x87\n"
"""First bytes of a bare codestream and of a file made of boxes."""
SIZES = struct.Struct(">4s HH 8I H".replace(" ", ""))
MOST_COMPONENTS = 64
"""More than any picture has."""
HEADER_BYTES = 8 << 20
"""Bytes of the header box that are read; a profile makes most of them."""
CMYK, LAB, SRGB, GRAY, SYCC = 12, 14, 16, 17, 18
"""Numbers of colour spaces."""
ALPHA, PREMULTIPLIED = 1, 2
"""Kinds of channels that are alpha."""


@dataclass(frozen=True)
class Component:
    """bits: of a sample. signed: it may be negative. reduced: it has fewer samples than the picture has pixels."""

    bits: int
    signed: bool
    reduced: bool


@dataclass(frozen=True)
class Codestream:
    """width, height: px. components: the planes of samples."""

    width: int
    height: int
    components: tuple[Component, ...]


@dataclass(frozen=True)
class Boxes:
    """What the boxes say. space: number of the colour space. palette: bits of each of its columns. alpha_kind: of the
    last channel, ALPHA or PREMULTIPLIED; None if the boxes describe no channels.
    """

    space: int | None = None
    icc: bytes | None = None
    palette: tuple[int, ...] = ()
    alpha_kind: int | None = None
    channels_described: bool = False


def read(stream: BinaryIO) -> tuple[Codestream, Boxes]:
    """Reads the head. Raises DamagedError or UnsupportedError."""
    stream.seek(0)
    if stream.read(4) == CODESTREAM:
        stream.seek(0)
        return _codestream(stream), Boxes()
    found: Boxes | None = None
    for kind, length in file_boxes(stream):
        if kind == b"jp2h" and found is None:
            found = _boxes(stream.read(min(length, HEADER_BYTES)))
        elif kind == b"jp2c":
            return _codestream(stream), found or Boxes()
    raise DamagedError(message("it holds no picture"))


def _codestream(stream: BinaryIO) -> Codestream:
    start = stream.read(SIZES.size)
    if len(start) < SIZES.size or not start.startswith(CODESTREAM):
        raise DamagedError(message("the head has no end"))
    _, _, _, right, bottom, left, top, *_, count = SIZES.unpack(start)
    if not 1 <= count <= MOST_COMPONENTS:
        raise UnsupportedError(message("{count} channels", count=count))
    parts = stream.read(3 * count)
    if len(parts) < 3 * count or right <= left or bottom <= top:
        raise DamagedError(message("the head has no end"))
    components = tuple(
        Component((depth & 0x7F) + 1, bool(depth & 0x80), wide > 1 or high > 1)
        for depth, wide, high in struct.iter_unpack("3B", parts)
    )
    return Codestream(right - left, bottom - top, components)


def _boxes(data: bytes) -> Boxes:
    """Reads the first colour space, and what the channels are."""
    space, icc, kind, described = None, None, None, False
    palette: tuple[int, ...] = ()
    for name, content in boxes(data):
        if name == b"colr" and len(content) > 3 and space is None and icc is None:
            method, payload = content[0], content[3:]
            space = int.from_bytes(payload[:4], "big") if method == 1 else None
            icc = payload if method in (2, 3) else None
        elif name == b"pclr" and len(content) > 3:
            palette = tuple((depth & 0x7F) + 1 for depth in content[3 : 3 + content[2]])
        elif name == b"cdef":
            described = True
            kinds = [
                use for _, use, _ in struct.iter_unpack(">3H", content[2 : 2 + (len(content) - 2) // 6 * 6])
            ]
            kind = next((use for use in kinds if use in (ALPHA, PREMULTIPLIED)), None)
    return Boxes(space, icc, palette, kind, described)


def boxed(codestream: bytes, width: int, height: int, space: int) -> bytes:
    """Returns a file of boxes with a codestream of three channels of 8 bits. space: number of the colour space."""
    header = _box(b"ihdr", struct.pack(">IIHBBBB", height, width, 3, 7, 7, 0, 0))
    header += _box(b"colr", struct.pack(">BBBI", 1, 0, 0, space))
    kind = _box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
    return CONTAINER + kind + _box(b"jp2h", header) + _box(b"jp2c", codestream)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content
