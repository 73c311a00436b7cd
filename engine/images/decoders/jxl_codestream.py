"""The head of a JPEG XL file (ISO/IEC 18181-1, annex D)."""

from dataclasses import dataclass
from typing import BinaryIO

from engine.images.boxes import file_boxes
from engine.images.cicp import Coding
from engine.images.decoders import jxl_colours
from engine.images.decoders.jxl_bits import ENUM, Bits, Choice

CODESTREAM, CONTAINER = b"\xff\x0a", b"\x00\x00\x00\x0cJXL \r\n\x87\n"
"""First bytes of a bare codestream and of a file made of boxes."""
HEAD_BYTES = 4096
"""Bytes of a codestream that contain its head, unless someone made it long on purpose."""
RATIOS = {1: (1, 1), 2: (12, 10), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
"""Width to height, by code."""

SIDE_LENGTH: tuple[Choice, ...] = ((9, 1), (13, 1), (18, 1), (30, 1))
ALPHA, SPOT_COLOUR, COLOUR_FILTER = 0, 2, 5
"""Kinds of extra channels."""


@dataclass(frozen=True)
class Head:
    """width, height: px as stored. bits: bits per sample. orientation: EXIF's number.

    premultiplied: alpha is multiplied into the colours. jpeg: the file is a recompressed JPEG, which can be restored.
    alpha: there is a channel of it. gray: there is one channel of colour. floats: samples are floats. animated: there
    are several frames.
    coding: code numbers of the colours; None for sRGB by default, and if a profile tells them.
    """

    width: int
    height: int
    bits: int
    orientation: int
    premultiplied: bool
    jpeg: bool
    alpha: bool = False
    gray: bool = False
    floats: bool = False
    animated: bool = False
    coding: Coding | None = None

    @property
    def decoder_orients(self) -> bool:
        """Whether the decoder returns the picture upright, so that an orientation in the EXIF is already applied.

        A recompressed JPEG comes out of the decoder as it was stored.
        """
        return self.orientation != 1 and not self.jpeg


def read_head(stream: BinaryIO) -> Head | None:
    """Returns the head of a JPEG XL file; None for any other file. Raises OSError."""
    stream.seek(0)
    start = stream.read(len(CONTAINER))
    if start == CONTAINER:
        return _container_head(stream)
    if start.startswith(CODESTREAM):
        return _parse(Bits((start + stream.read(HEAD_BYTES))[2:]), False)
    return None


def _container_head(stream: BinaryIO) -> Head:
    """Returns the head of a file made of boxes. The codestream is one box, or several with a number before each."""
    codestream, jpeg = b"", False
    for kind, length in file_boxes(stream):
        if kind in (b"jxlc", b"jxlp") and len(codestream) < HEAD_BYTES:
            contents = stream.read(min(length, HEAD_BYTES + 6))
            codestream += contents[4 if kind == b"jxlp" else 0 :]
        jpeg = jpeg or kind == b"jbrd"
    return _parse(Bits(codestream[2 : 2 + HEAD_BYTES]), jpeg)


def _parse(bits: Bits, jpeg: bool) -> Head:
    width, height = _size(bits)
    if bits.take(1):  # all other fields have their defaults
        return Head(width, height, 8, 1, False, jpeg)
    orientation, animated = 1, False
    if bits.take(1):
        orientation = 1 + bits.take(3)
        animated = _is_animated(bits)
    depth, floats = _depth(bits)
    bits.take(1)  # whether the decoder may compute with 16 bits
    channels = bits.choose(((0, 0), (0, 1), (4, 2), (12, 1)))
    extra = [_alpha_kind(bits) for _ in range(channels)]
    bits.take(1)  # whether the colours are those of XYB
    colours = jxl_colours.read(bits)
    premultiplied, alpha = "premultiplied" in extra, any(extra)
    return Head(
        width,
        height,
        depth,
        orientation,
        premultiplied,
        jpeg,
        alpha,
        colours.gray,
        floats,
        animated,
        colours.coding,
    )


def _size(bits: Bits) -> tuple[int, int]:
    """Reads (width, height)."""
    small = bits.take(1)
    height = 8 * (1 + bits.take(5)) if small else bits.choose(SIDE_LENGTH)
    ratio = bits.take(3)
    if ratio:
        wide, high = RATIOS[ratio]
        return height * wide // high, height
    return (8 * (1 + bits.take(5)) if small else bits.choose(SIDE_LENGTH)), height


def _is_animated(bits: Bits) -> bool:
    """Reads the intrinsic size, the preview and the animation. Returns whether there is the latter."""
    if bits.take(1):
        _size(bits)
    if bits.take(1):
        eighths = bits.take(1)
        side = ((0, 16), (0, 32), (5, 1), (9, 33)) if eighths else ((6, 1), (8, 65), (10, 321), (12, 1345))
        bits.choose(side)
        if not bits.take(3):
            bits.choose(side)
    animated = bool(bits.take(1))
    if animated:
        bits.choose(((0, 100), (0, 1000), (10, 1), (30, 1)))
        bits.choose(((0, 1), (0, 1001), (8, 1), (10, 1)))
        bits.choose(((0, 0), (3, 0), (16, 0), (32, 0)))
        bits.take(1)
    return animated


def _depth(bits: Bits) -> tuple[int, bool]:
    """Reads the bits per sample, and whether samples are floats."""
    if bits.take(1):
        depth = bits.choose(((0, 32), (0, 16), (0, 24), (6, 1)))
        bits.take(4)  # bits of the exponent
        return depth, True
    return bits.choose(((0, 8), (0, 10), (0, 12), (6, 1))), False


def _alpha_kind(bits: Bits) -> str:
    """Reads the description of one extra channel. Returns straight or premultiplied; nothing if it is no alpha."""
    if bits.take(1):  # alpha of 8 bits, not premultiplied
        return "straight"
    kind = bits.choose(ENUM)
    _depth(bits)
    bits.choose(((0, 0), (0, 3), (0, 4), (3, 1)))
    bits.take(8 * bits.choose(((0, 0), (4, 0), (5, 16), (10, 48))))
    if kind == ALPHA:
        return "premultiplied" if bits.take(1) else "straight"
    if kind == SPOT_COLOUR:
        bits.take(4 * 16)
    elif kind == COLOUR_FILTER:
        bits.choose(((0, 1), (2, 0), (4, 3), (8, 19)))
    return ""
