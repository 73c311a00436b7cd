"""TGA (Targa): palettes, gray, 15 to 32 bits of colour, plain or with run lengths, in all four orders of pixels."""

import os
import struct
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.decoders import run_lengths
from engine.images.decoders.interleaved import from_integers, visible
from engine.images.head import Alpha, Head, Model
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples

HEAD = struct.Struct("<3BHHB4H2B")
PALETTE, COLOURS, GRAY = 1, 2, 3
"""What a pixel is; 8 more with run lengths."""
DEPTHS = {PALETTE: (8, 16), COLOURS: (15, 16, 24, 32), GRAY: (8, 16)}
"""Bits of a pixel, by what it is."""
FOOTER = b"TRUEVISION-XFILE.\0"
STRAIGHT, PREMULTIPLIED = 3, 4
"""Kinds of alpha in the extension area of version 2. The others say that the bits mean nothing."""
RUN_LENGTH_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
"""Pillow's modes of so many bytes."""


@dataclass(frozen=True)
class Layout:
    """what: PALETTE, COLOURS or GRAY. packed: with run lengths. bits: of a pixel. alpha_bits: of them.

    map_first, map_count, map_bits: the palette. offset: of the palette, before the pixels. attributes: the kind of
    alpha, if the file has an extension area.
    """

    width: int
    height: int
    what: int
    packed: bool
    bits: int
    alpha_bits: int
    from_right: bool
    from_top: bool
    map_first: int
    map_count: int
    map_bits: int
    offset: int
    attributes: int | None

    @property
    def bytes_each(self) -> int:
        """Of a pixel."""
        return -(-self.bits // 8)


def is_tga(start: bytes) -> bool:
    """Whether these may be the first bytes of a TGA. It has no signature: all fields of the head must make sense."""
    if len(start) < HEAD.size:
        return False
    _, mapped, kind, first, count, map_bits, _, _, width, height, bits, flags = HEAD.unpack_from(start)
    what = kind & 7
    with_map = mapped == 1 and map_bits in (15, 16, 24, 32) and count > 0
    without = mapped == 0 and (first, count) == (0, 0) and what != PALETTE
    return (
        kind in (1, 2, 3, 9, 10, 11) and bits in DEPTHS[what] and (with_map or without)
        and width > 0 and height > 0 and flags & 0xC0 == 0 and flags & 0x0F <= 8
    )  # fmt: skip


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises DamagedError or UnsupportedError."""
    layout = _layout(stream)
    model = {PALETTE: Model.PALETTE, GRAY: Model.GRAY, COLOURS: Model.RGB}[layout.what]
    return Head("TGA", layout.width, layout.height, model=model, alpha=_alpha(layout), parsed=layout)


def _alpha(layout: Layout) -> Alpha:
    """Returns the kind of alpha. Without an extension area the number of its bits decides."""
    pixel_bits = layout.map_bits if layout.what == PALETTE else layout.bits
    possible = pixel_bits in (16, 32)
    if layout.attributes is None:
        return Alpha.STRAIGHT if possible and layout.alpha_bits else Alpha.NONE
    kinds = {STRAIGHT: Alpha.STRAIGHT, PREMULTIPLIED: Alpha.PREMULTIPLIED}
    return kinds.get(layout.attributes, Alpha.NONE) if possible else Alpha.NONE


def decode(stream: BinaryIO, head: Head, _: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError."""
    stored = _samples(stream, head.parsed)
    if head.alpha is Alpha.NONE:
        return from_integers(stored[..., : head.model.channels], head, 255)
    stored = np.concatenate([stored[..., :-1], visible(stored[..., -1:])], -1)
    return from_integers(stored, head, 255)


def _layout(stream: BinaryIO) -> Layout:
    """Reads the head, and the kind of alpha at the end."""
    stream.seek(0)
    start = stream.read(HEAD.size)
    name, _, kind, first, count, map_bits, _, _, width, height, bits, flags = HEAD.unpack(start)
    return Layout(
        width, height, kind & 7, bool(kind & 8), bits, flags & 0x0F, bool(flags & 0x10), bool(flags & 0x20),
        first, count, map_bits, HEAD.size + name, _attributes(stream),
    )  # fmt: skip


def _attributes(stream: BinaryIO) -> int | None:
    """Returns the kind of alpha in the extension area; None without one."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(max(end - 26, 0))
    footer = stream.read(26)
    place = int.from_bytes(footer[:4], "little")
    if not footer.endswith(FOOTER) or not place:
        return None
    stream.seek(place + 494)
    kind = stream.read(1)
    return kind[0] if kind else None


def _samples(stream: BinaryIO, layout: Layout) -> NDArray[np.uint8]:
    """Returns (H, W, 1 to 4), upright; an even number of channels ends in alpha. Raises DamagedError."""
    stream.seek(layout.offset)
    palette = _palette(stream, layout) if layout.map_count else None
    pixels = _turned(_pixel_bytes(stream, layout), layout)
    if layout.what == PALETTE:
        return _coloured(pixels, palette, layout)
    if layout.what == GRAY:
        return pixels
    return _colours(pixels, layout.bits)


def _pixel_bytes(stream: BinaryIO, layout: Layout) -> NDArray[np.uint8]:
    """Returns (H, W, bytes of a pixel) as stored."""
    shape = layout.height, layout.width, layout.bytes_each
    count = layout.height * layout.width * layout.bytes_each
    if not layout.packed:
        data = stream.read(count)
        if len(data) < count:
            raise run_lengths.ends_early(len(data) // layout.bytes_each, count // layout.bytes_each)
        return np.frombuffer(data, np.uint8).reshape(shape)
    mode, bits = RUN_LENGTH_MODES[layout.bytes_each], 8 * layout.bytes_each
    size = layout.width, layout.height
    try:
        picture = PIL.Image.frombytes(mode, size, stream.read(), "tga_rle", mode, 1, bits)
    except ValueError as error:
        raise DamagedError(message("the end is missing")) from error
    return np.asarray(picture).reshape(shape)


def _turned(pixels: NDArray[np.uint8], layout: Layout) -> NDArray[np.uint8]:
    rows = slice(None, None, 1 if layout.from_top else -1)
    return pixels[rows, :: -1 if layout.from_right else 1]


def _colours(pixels: NDArray[np.uint8], bits: int) -> NDArray[np.uint8]:
    """Converts blue, green, red of 24 or 32 bits, or 5 bits each, to RGB or RGBA."""
    if bits > 16:
        return pixels[..., [2, 1, 0, 3][: pixels.shape[-1]]]
    words = pixels[..., 0].astype(np.uint16) | (pixels[..., 1].astype(np.uint16) << 8)
    fives = np.stack([(words >> shift) & 31 for shift in (10, 5, 0)], -1)
    colour = ((fives * 255 + 15) // 31).astype(np.uint8)
    if bits == 15:
        return colour
    return np.concatenate([colour, ((words >> 15) * 255).astype(np.uint8)[..., None]], -1)


def _palette(stream: BinaryIO, layout: Layout) -> NDArray[np.uint8]:
    """Returns (N, 3 or 4), from the first index on."""
    size = -(-layout.map_bits // 8)
    data = stream.read(layout.map_count * size)
    if len(data) < layout.map_count * size:
        raise run_lengths.ends_early(len(data) // size, layout.map_count)
    return _colours(np.frombuffer(data, np.uint8).reshape(-1, 1, size), layout.map_bits)[:, 0]


def _coloured(
    pixels: NDArray[np.uint8], palette: NDArray[np.uint8] | None, layout: Layout
) -> NDArray[np.uint8]:
    if palette is None:
        raise UnsupportedError(message("a palette of colours that is missing"))
    indices = pixels[..., 0].astype(np.int32)
    if layout.bytes_each == 2:
        indices |= pixels[..., 1].astype(np.int32) << 8
    return palette.take(indices - layout.map_first, axis=0, mode="clip")
