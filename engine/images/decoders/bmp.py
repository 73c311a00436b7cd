"""BMP: every kind of header, palette, bit fields and runs. Pillow knows only some of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, BinaryIO

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images import damage
from engine.images.bit_depth import Raster, white
from engine.images.decoders import bmp_rle
from engine.images.decoders.bmp_header import (
    JPEG,
    MOST_HEADER,
    PNG,
    RLE4,
    RLE8,
    RLE24,
    Bitmap,
    parse,
    profile_place,
    signals,
)
from engine.images.head import Alpha, Head, Model
from engine.images.pages import require
from engine.images.samples import Planes, Samples, from_arrays
from engine.images.strips import strips

Rows = Callable[[slice], Planes]
"""Reads rows, counted from the top."""
MOST_START = 14 + MOST_HEADER + 16
"""Bytes of the file header, the longest header, and masks after it."""


@dataclass(frozen=True)
class _Channel:
    """A field of bits in a pixel. shift: of its lowest bit. most: its largest value."""

    shift: int
    most: int


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises NoSuchPageError, and ValueError for a bitmap that cannot be decoded."""
    require(page or 0, 1)
    stream.seek(0)
    bitmap = parse(stream.read(MOST_START))
    place, length = profile_place(bitmap)
    stream.seek(place)
    notices: list[Message] = []
    channels = [_channel(mask) for mask in bitmap.masks]
    deepest = max(channel.most.bit_length() for channel in channels)
    return Head(
        format="BMP",
        width=bitmap.width,
        height=bitmap.height,
        bits=bitmap.bits if bitmap.bits <= 8 else max(8, min(deepest, 16)),
        model=Model.PALETTE if bitmap.bits <= 8 else Model.RGB,
        alpha=Alpha.STRAIGHT if bitmap.masks[3] and bitmap.bits in (16, 32) else Alpha.NONE,
        signals=signals(bitmap, stream.read(length), notices),
        notices=tuple(notices),
        parsed=bitmap,
    )


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises ValueError if no row of it is there, and whatever Pillow raises for a JPEG or PNG."""
    bitmap: Bitmap = head.parsed
    stream.seek(bitmap.pixels)
    if bitmap.compression in (JPEG, PNG):
        return _embedded(stream.read(), head)
    if bitmap.compression in (RLE8, RLE4, RLE24):
        pixels, missing = bmp_rle.decode(stream.read(), bitmap.width, bitmap.height, bitmap.bits)
        read = _run_length_rows(stream, bitmap, pixels)
        whole_rows = bitmap.height - -(-missing // bitmap.width)
    else:
        data = stream.read(bitmap.height * bitmap.row_bytes)
        whole_rows = len(data) // bitmap.row_bytes
        read = _raw_rows(stream, bitmap, data.ljust(bitmap.height * bitmap.row_bytes, b"\0"), head)
    return _samples(bitmap, head, read, whole_rows, notices)


def _samples(bitmap: Bitmap, head: Head, read: Rows, whole_rows: int, notices: list[Message]) -> Samples:
    """Makes samples whose missing rows are transparent. Alpha that is 0 everywhere is none."""
    if not whole_rows:
        raise ValueError("not one row of pixels is there")
    has_alpha = head.alpha is Alpha.STRAIGHT and _any_alpha(read, bitmap)
    there = slice(0, whole_rows) if bitmap.from_top else slice(bitmap.height - whole_rows, bitmap.height)
    if whole_rows < bitmap.height:
        notices.append(damage.shown_transparent(1 - whole_rows / bitmap.height))

    def masked(rows: slice) -> Planes:
        colour, alpha = read(rows)
        if whole_rows == bitmap.height:
            return colour, alpha if has_alpha else None
        opaque = (
            np.full(colour.shape[:2], white(colour), colour.dtype)
            if alpha is None or not has_alpha
            else alpha.copy()
        )
        numbers = np.arange(rows.start, rows.stop)
        opaque[(numbers < there.start) | (numbers >= there.stop)] = 0
        return colour, opaque

    with_alpha = has_alpha or whole_rows < bitmap.height
    kind = np.uint16 if head.deep else np.uint8
    done = replace(head, alpha=Alpha.STRAIGHT if with_alpha else Alpha.NONE)
    return Samples(bitmap.height, bitmap.width, 3, kind, with_alpha, masked, head=done)


def _any_alpha(read: Rows, bitmap: Bitmap) -> bool:
    """Whether a pixel is visible. Many writers leave zeros where alpha would be."""
    return any(_some(read(rows)[1]) for rows in strips(bitmap.height, 4 * bitmap.width))


def _some(alpha: Raster | None) -> bool:
    return alpha is not None and bool(alpha.any())


def _raw_rows(stream: BinaryIO, bitmap: Bitmap, data: bytes, head: Head) -> Rows:
    stored = np.frombuffer(data, np.uint8).reshape(bitmap.height, bitmap.row_bytes)
    stored = stored if bitmap.from_top else stored[::-1]
    palette = _palette(stream, bitmap)

    def read(rows: slice) -> Planes:
        strip = stored[rows]
        if bitmap.bits <= 8:
            return palette[_indices(strip, bitmap)], None
        if bitmap.bits == 24:
            return strip[:, : 3 * bitmap.width].reshape(-1, bitmap.width, 3)[..., ::-1], None
        return _fields(strip, bitmap, np.uint16 if head.deep else np.uint8)

    return read


def _run_length_rows(stream: BinaryIO, bitmap: Bitmap, pixels: NDArray[np.uint8]) -> Rows:
    """Rows of decoded runs, which go from the bottom up, whatever the sign of the height."""
    upright, palette = pixels[::-1], _palette(stream, bitmap)
    if bitmap.bits == 24:
        return lambda rows: (upright[rows][..., ::-1], None)
    return lambda rows: (palette[upright[rows][..., 0]], None)


def _palette(stream: BinaryIO, bitmap: Bitmap) -> NDArray[np.uint8]:
    """Returns 256 colours, (256, 3). Those that the file lacks are black."""
    colours = np.zeros((256, 3), np.uint8)
    stream.seek(bitmap.palette)
    stored = stream.read(bitmap.entries * bitmap.entry_bytes)
    count = len(stored) // bitmap.entry_bytes
    entries = np.frombuffer(stored[: count * bitmap.entry_bytes], np.uint8).reshape(count, bitmap.entry_bytes)
    colours[:count] = entries[:, 2::-1]
    return colours


def _indices(strip: NDArray[np.uint8], bitmap: Bitmap) -> NDArray[np.uint8]:
    """Returns the numbers of the palette's colours in rows of 1, 2, 4 or 8 bits."""
    shifts = np.arange(8 - bitmap.bits, -1, -bitmap.bits, dtype=np.uint8)
    numbers = strip[..., None] >> shifts & np.uint8((1 << bitmap.bits) - 1)
    return numbers.reshape(len(strip), -1)[:, : bitmap.width]


def _fields(strip: NDArray[np.uint8], bitmap: Bitmap, kind: type) -> Planes:
    """Returns the colours and the alpha in pixels of 16 or 32 bits."""
    words = np.ascontiguousarray(strip).view("<u2" if bitmap.bits == 16 else "<u4")[:, : bitmap.width]
    planes = [_scaled(words, mask, kind) for mask in bitmap.masks]
    return np.stack(planes[:3], axis=-1), planes[3] if bitmap.masks[3] else None


def _scaled(words: NDArray[Any], mask: int, kind: type) -> Raster:
    channel, full = _channel(mask), np.iinfo(kind).max
    values = (words & words.dtype.type(mask & ((1 << 8 * words.itemsize) - 1))) >> words.dtype.type(
        channel.shift
    )
    scaled: Raster = (values.astype(np.float64) * (full / channel.most) + 0.5).astype(kind)
    return scaled


def _channel(mask: int) -> _Channel:
    """Returns where the field of a mask lies. An empty mask has zeros only."""
    shift = (mask & -mask).bit_length() - 1 if mask else 0
    return _Channel(shift, (mask >> shift) or 1)


def _embedded(data: bytes, head: Head) -> Samples:
    """Decodes a JPEG or PNG in the place of pixels."""
    with PIL.Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
        if picture.size != head.size:
            raise ValueError(f"declared as {head.size}, holds {picture.size}")
        return from_arrays(
            np.asarray(picture.convert("RGB")), head=replace(head, alpha=Alpha.NONE, model=Model.RGB, bits=8)
        )
