"""The headers of a BMP: of Windows (40 to 124 bytes) and of OS/2 (12, and 16 to 64 bytes)."""

import struct
from dataclasses import dataclass

import numpy as np

from engine.base.messages import Message, message
from engine.images.colour_signals import ColourSignals
from engine.images.icc_profile import PROFILE_LIMIT
from engine.images.rgb_profile import CURVE_ENTRIES, D65, Curve, Point, Primaries, usable_exponent

FILE_HEADER = 14
"""Bytes before the header of the bitmap."""
MOST_HEADER = 1 << 10
"""Bytes of the longest header. The longest known has 124."""
CORE, INFO, MASKS, ALPHA_MASK, V4, V5 = 12, 40, 52, 56, 108, 124
"""Lengths of headers; each adds fields."""
RAW, RLE8, RLE4, BIT_FIELDS, JPEG, PNG, ALPHA_BIT_FIELDS, RLE24, HUFFMAN = range(9)
"""Compressions. The last two have numbers of their own here: OS/2 gives them those of JPEG and of bit fields."""
BITS = {RAW: (1, 2, 4, 8, 16, 24, 32), RLE8: (8,), RLE4: (4,), RLE24: (24,), BIT_FIELDS: (16, 32)}
"""Bits per pixel by compression; embedded JPEG and PNG may have any."""
DEFAULT_MASKS = {16: (0x7C00, 0x03E0, 0x001F, 0), 32: (0xFF0000, 0xFF00, 0xFF, 0)}
CALIBRATED, EMBEDDED, LINKED, SRGB = 0, 0x4D424544, 0x4C494E4B, 0x73524742
"""Kinds of colours of V4 and V5."""
ONE_2_30, ONE_16 = 1 << 30, 1 << 16
"""Stand for 1 in end points and in exponents."""


@dataclass(frozen=True)
class Bitmap:
    """height: positive. from_top: the first stored row is the top one. bits: per pixel. pixels: where they begin.

    masks: red, green, blue and alpha in a pixel of 16 or 32 bits. entries: the palette's place, number and bytes each.
    """

    width: int
    height: int
    from_top: bool
    bits: int
    compression: int
    pixels: int
    masks: tuple[int, int, int, int]
    palette: int
    entries: int
    entry_bytes: int
    header: bytes

    @property
    def row_bytes(self) -> int:
        """Bytes of an uncompressed row."""
        return (self.width * self.bits + 31) // 32 * 4


def parse(start: bytes) -> Bitmap:
    """Returns what the first bytes of a file declare. Raises ValueError if it is no bitmap that can be decoded."""
    length, pixels = _number(start, FILE_HEADER), _number(start, 10)
    if length < CORE or length > MOST_HEADER or len(start) < FILE_HEADER + min(length, INFO):
        raise ValueError(f"its header has {length} bytes")
    header = start[FILE_HEADER : FILE_HEADER + length].ljust(V5, b"\0")
    if length == CORE:
        width, height, _, bits = struct.unpack_from("<HHHH", header, 4)
    else:
        width, height, _, bits = struct.unpack_from("<iiHH", header, 4)
    compression = _compression(header, length)
    if width <= 0 or height == 0 or bits not in BITS.get(compression, (bits,)) or compression == HUFFMAN:
        raise ValueError(f"{bits} bits per pixel and compression {_number(header, 16)} are not supported")
    masks, after = _masks(start, header, length, bits, compression)
    entry_bytes = 3 if length == CORE else 4
    entries, end = _entries(header, length, bits, after, entry_bytes, pixels)
    pixels = pixels if pixels >= FILE_HEADER + CORE else end
    return Bitmap(
        width,
        abs(height),
        height < 0,
        bits,
        compression,
        pixels,
        masks,
        after,
        entries,
        entry_bytes,
        header[:length],
    )


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")


def _compression(header: bytes, length: int) -> int:
    if length < 20:
        return RAW
    number = _number(header, 16)
    if length <= 64 and length not in (INFO, MASKS, ALPHA_MASK):
        number = {3: HUFFMAN, 4: RLE24}.get(number, number)
    if number > HUFFMAN:
        raise ValueError(f"compression {number} is not known")
    return number


def _masks(
    start: bytes, header: bytes, length: int, bits: int, compression: int
) -> tuple[tuple[int, int, int, int], int]:
    """Returns the masks, and where the palette begins. A header of 40 bytes has its masks after it."""
    end = FILE_HEADER + length
    if compression in (BIT_FIELDS, ALPHA_BIT_FIELDS):
        count = 4 if compression == ALPHA_BIT_FIELDS else 3
        after = 4 * count if length < MASKS else 0
        count = count if length < ALPHA_MASK else 4
        at = FILE_HEADER + INFO
        red, green, blue, alpha = [_number(start, at + 4 * k) if k < count else 0 for k in range(4)]
        return (red, green, blue, alpha), end + after
    red, green, blue, alpha = DEFAULT_MASKS.get(bits, (0, 0, 0, 0))
    if length >= V4 and bits == 32:
        alpha = _number(header, MASKS) & ~(red | green | blue)
    return (red, green, blue, alpha), end


def _entries(
    header: bytes, length: int, bits: int, palette: int, entry_bytes: int, pixels: int
) -> tuple[int, int]:
    """Returns how many colours of the palette can be named, and where the palette ends."""
    declared = _number(header, 32) if length >= INFO - 4 else 0
    if bits > 8:
        return 0, palette + declared * entry_bytes
    most = 1 << bits
    stored = declared or most
    # the pixels may begin before the end that the number declares
    room = (pixels - palette) // entry_bytes if pixels > palette else stored
    return min(stored, most, room), palette + stored * entry_bytes


def signals(bitmap: Bitmap, profile: bytes, notices: list[Message]) -> ColourSignals:
    """Returns what the header says of the colours. profile: the data of `profile_place`."""
    header = bitmap.header
    kind = _number(header, 56) if len(header) >= V4 else SRGB
    if kind == EMBEDDED and profile:
        return ColourSignals(icc=profile)
    if kind == LINKED:
        notices.append(message("the ICC profile in another file is not read"))
    if kind == SRGB:
        return ColourSignals(srgb=len(header) >= V4)
    if kind == CALIBRATED:
        return ColourSignals(primaries=_primaries(header), curve=_curve(header))
    return ColourSignals()


def profile_place(bitmap: Bitmap) -> tuple[int, int]:
    """Returns where an embedded profile begins, and how much of it is to be read: no more than shows it oversized."""
    if len(bitmap.header) < V5 or _number(bitmap.header, 56) != EMBEDDED:
        return 0, 0
    return FILE_HEADER + _number(bitmap.header, 112), min(_number(bitmap.header, 116), PROFILE_LIMIT + 1)


def _primaries(header: bytes) -> Primaries | None:
    """Returns the end points. Some writers store XYZ, others (x, y, z), which add up to 1 and know no white."""
    ends = [[_number(header, 60 + 12 * color + 4 * k) / ONE_2_30 for k in range(3)] for color in range(3)]
    if not all(sum(end) for end in ends):
        return None
    red, green, blue = (_chromaticity(end) for end in ends)
    relative = all(abs(sum(end) - 1) < 0.01 for end in ends)
    white = D65 if relative else _chromaticity([sum(column) for column in zip(*ends, strict=True)])
    return Primaries(white, red, green, blue)


def _chromaticity(xyz: list[float]) -> Point:
    return xyz[0] / sum(xyz), xyz[1] / sum(xyz)


def _curve(header: bytes) -> Curve | None:
    """Returns the exponent of the channels, or a table for each if they differ; None if there is none."""
    exponents = [_number(header, at) / ONE_16 for at in (96, 100, 104)]
    if not all(map(usable_exponent, exponents)):
        return None
    if len(set(exponents)) == 1:
        return exponents[0]
    tables: Curve = np.linspace(0, 1, CURVE_ENTRIES) ** np.array(exponents)[:, None]
    return tables
