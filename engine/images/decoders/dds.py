"""DDS (textures of games): the compressed kinds BC1 to BC7, and plain pixels of 8 to 32 bits. Only the largest copy."""

import struct
from dataclasses import dataclass
from typing import Any, BinaryIO

import imagecodecs
import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.colour_signals import ColourSignals
from engine.images.decoders import run_lengths
from engine.images.decoders.interleaved import from_integers, from_light
from engine.images.head import Alpha, Head, Model
from engine.images.head import Kind as SampleKind
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples

SIGNATURE, HEAD_SIZE = b"DDS ", b"\x7c\0\0\0"
"""The first letters, and the length of the head that follows them."""
HEAD = struct.Struct("<4s7I44x2I4sI4I2I12x")
ALPHA, FOURCC, PALETTE, RGB, GRAY = 0x1, 0x4, 0x20, 0x40, 0x20000
"""Flags of the pixel format."""
CUBE, VOLUME = 0x200, 0x200000
"""Flags of textures that are more than one picture."""


@dataclass(frozen=True)
class Kind:
    """How pixels are stored. number: of BC, or 0 for plain pixels. mode: of Pillow's decoder. name: as Pillow's.

    masks: of red, green, blue and alpha, or of gray and alpha, in a pixel of `bits`. premultiplied: alpha is multiplied
    into the colours.
    """

    number: int = 0
    mode: str = ""
    name: str = ""
    bits: int = 0
    masks: tuple[int, ...] = ()
    premultiplied: bool = False


BC1, BC2, BC3 = Kind(1, "RGBA", "BC1"), Kind(2, "RGBA", "BC2"), Kind(3, "RGBA", "BC3")
BC4, BC5, BC5S = Kind(4, "L", "BC4"), Kind(5, "RGB", "BC5"), Kind(5, "RGB", "BC5S")
BC6, BC7 = Kind(6, "RGB", "BC6H"), Kind(7, "RGBA", "BC7")
RGBA8 = Kind(bits=32, masks=(0xFF, 0xFF00, 0xFF0000, 0xFF000000))
BGRA8 = Kind(bits=32, masks=(0xFF0000, 0xFF00, 0xFF, 0xFF000000))
BGRX8 = Kind(bits=32, masks=(0xFF0000, 0xFF00, 0xFF))
BY_LETTERS = {
    b"DXT1": BC1,
    b"DXT2": Kind(2, "RGBA", "BC2", premultiplied=True),
    b"DXT3": BC2,
    b"DXT4": Kind(3, "RGBA", "BC3", premultiplied=True),
    b"DXT5": BC3,
    b"ATI1": BC4,
    b"BC4U": BC4,
    b"ATI2": BC5,
    b"BC5U": BC5,
    b"BC5S": BC5S,
}
BY_NUMBER = {
    **dict.fromkeys((27, 28, 29), RGBA8), **dict.fromkeys((87, 90, 91), BGRA8), **dict.fromkeys((88, 92, 93), BGRX8),
    **dict.fromkeys((70, 71, 72), BC1), **dict.fromkeys((73, 74, 75), BC2), **dict.fromkeys((76, 77, 78), BC3),
    **dict.fromkeys((79, 80), BC4), **dict.fromkeys((82, 83), BC5), 84: BC5S,
    94: BC6, 95: BC6, **dict.fromkeys((97, 98, 99), BC7), 61: Kind(bits=8, masks=(0xFF,)),
}  # fmt: skip
"""By the number of DXGI_FORMAT: the kinds without a type, linear and sRGB are stored alike."""


@dataclass(frozen=True)
class Layout:
    """offset: of the pixels, after the palette if there is one. several: it is a cube map or a volume."""

    width: int
    height: int
    kind: Kind
    offset: int
    palette: bool
    several: bool


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises DamagedError or UnsupportedError."""
    layout = _layout(stream)
    kind = layout.kind
    notices = (message("first picture of a cube or a volume"),) if layout.several else ()
    channels = len(kind.mode or kind.masks)
    model = Model.PALETTE if layout.palette else Model.GRAY if channels < 3 else Model.RGB
    alpha = Alpha.PREMULTIPLIED if kind.premultiplied else Alpha.STRAIGHT
    alpha = alpha if layout.palette or channels % 2 == 0 else Alpha.NONE
    size = layout.width, layout.height
    if kind.number == BC6.number:
        linear = ColourSignals(curve=1.0)
        return Head(
            "DDS", *size, 16, SampleKind.FLOAT, model, alpha, signals=linear, notices=notices, parsed=layout
        )
    return Head("DDS", *size, model=model, alpha=alpha, notices=notices, parsed=layout)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError."""
    stored = _samples(stream, head.parsed)
    if head.kind is SampleKind.FLOAT:
        return from_light(stored.astype(np.float32), head, notices)
    return from_integers(stored, head, 255)


def _layout(stream: BinaryIO) -> Layout:
    """Reads the head. Raises UnsupportedError for other kinds of pixels."""
    stream.seek(0)
    start = stream.read(HEAD.size + 20)
    if len(start) < HEAD.size + 20:
        raise DamagedError(message("the head has no end"))
    _, size, _, height, width, _, _, _, pixel_size, flags, letters, bits, *masks, _, caps = HEAD.unpack_from(
        start
    )
    if (size, pixel_size) != (124, 32):
        raise DamagedError(message("the head lacks a number"))
    extended = bool(flags & FOURCC) and letters == b"DX10"
    kind = _by_number(start) if extended else _kind(flags, letters, bits, tuple(masks))
    several = bool(caps & (CUBE | VOLUME)) or (extended and bool(start[HEAD.size + 8] & 4))
    return Layout(width, height, kind, HEAD.size + 20 * extended, bool(flags & PALETTE), several)


def _by_number(start: bytes) -> Kind:
    number = int.from_bytes(start[HEAD.size : HEAD.size + 4], "little")
    if number not in BY_NUMBER:
        raise UnsupportedError(message("pixels of kind {kind}", kind=f"DXGI {number}"))
    return BY_NUMBER[number]


def _kind(flags: int, letters: bytes, bits: int, masks: tuple[int, ...]) -> Kind:
    if flags & FOURCC:
        if letters not in BY_LETTERS:
            raise UnsupportedError(message("pixels of kind {kind}", kind=letters.decode("latin-1")))
        return BY_LETTERS[letters]
    if flags & PALETTE:
        return Kind(bits=8, masks=(0xFF,))
    colours = masks[:3] if flags & RGB else masks[:1]
    if not flags & (RGB | GRAY) or bits not in (8, 16, 24, 32) or not all(colours):
        raise UnsupportedError(message("pixels of kind {kind}", kind=f"{flags:#x}, {bits}"))
    with_alpha = flags & ALPHA and masks[3]
    return Kind(bits=bits, masks=(*colours, masks[3]) if with_alpha else colours)


def _samples(stream: BinaryIO, layout: Layout) -> NDArray[Any]:
    """Returns (H, W, 1 to 4) uint8, or float16 for BC6; an even number of channels ends in alpha.

    Raises DamagedError.
    """
    stream.seek(layout.offset)
    if layout.kind.number:
        return _blocks(stream, layout)
    table = stream.read(1024) if layout.palette else b""
    pixels = _plain(stream, layout)
    return np.frombuffer(table, np.uint8).reshape(256, 4)[pixels[..., 0]] if layout.palette else pixels


def _blocks(stream: BinaryIO, layout: Layout) -> NDArray[Any]:
    """Decodes blocks of 4 x 4 px."""
    kind, blocks = layout.kind, -(-layout.width // 4) * -(-layout.height // 4)
    count = blocks * (8 if kind.number in (1, 4) else 16)
    data = stream.read(count)
    if len(data) < count:
        raise run_lengths.ends_early(len(data), count)
    if kind.number == BC6.number:  # Pillow clips it to 8 bits
        shape = -(-layout.height // 4) * 4, -(-layout.width // 4) * 4, 3
        light: Any = imagecodecs.bcn_decode(data, 6, shape=shape)
        whole: NDArray[np.float16] = light[: layout.height, : layout.width]
        return whole
    size = layout.width, layout.height
    picture = PIL.Image.frombytes(kind.mode, size, data, "bcn", kind.number, kind.name)
    return np.asarray(picture).reshape(layout.height, layout.width, -1)


def _plain(stream: BinaryIO, layout: Layout) -> NDArray[np.uint8]:
    size = layout.kind.bits // 8
    count = layout.width * layout.height * size
    data = stream.read(count)
    if len(data) < count:
        raise run_lengths.ends_early(len(data), count)
    stored = np.frombuffer(data, np.uint8).reshape(layout.height, layout.width, size)
    words = np.zeros(stored.shape[:2], np.uint32)
    for place in range(size):
        words |= stored[..., place].astype(np.uint32) << np.uint32(8 * place)
    return np.stack([_field(words, mask) for mask in layout.kind.masks], -1)


def _field(words: NDArray[np.uint32], mask: int) -> NDArray[np.uint8]:
    """Returns the bits of a mask, 0 to 255."""
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    values = (words & np.uint32(mask)) >> np.uint32(shift)
    return values.astype(np.uint8) if most == 255 else np.rint(values * (255 / most)).astype(np.uint8)
