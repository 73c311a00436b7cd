"""JPEG XL: what its head says (ISO/IEC 18181-1, annex D), and its samples with all of their bits.

Pillow's plugin decodes a whole file when it opens it, and keeps 8 bits of colour.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import imagecodecs
from numpy.typing import NDArray

from engine.images.boxes import boxes

CODESTREAM, CONTAINER = b"\xff\x0a", b"\x00\x00\x00\x0cJXL \r\n\x87\n"
"""What a file begins with."""
LONGEST = 4096
"""Bytes of a codestream in which its head ends, unless someone wrote it to be long."""
RATIOS = {1: (1, 1), 2: (12, 10), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
"""Of width to height."""

Choice = tuple[int, int]
"""A number that the head may hold: so many bits, and what is added to them."""
SIDE: tuple[Choice, ...] = ((9, 1), (13, 1), (18, 1), (30, 1))
ENUM: tuple[Choice, ...] = ((0, 0), (0, 1), (4, 2), (6, 18))
ALPHA = 0
"""Among the kinds of further channels."""


@dataclass(frozen=True)
class Head:
    """width, height: px as they are stored. bits: of a sample. orientation: as EXIF counts it.

    multiplied: alpha is multiplied into the colours. jpeg: it was a JPEG, and can become the same JPEG again.
    """

    width: int
    height: int
    bits: int
    orientation: int
    multiplied: bool
    jpeg: bool


def head(path: Path) -> Head | None:
    """None for a file that is no JPEG XL. Raises OSError."""
    with path.open("rb") as file:
        first = file.read(len(CONTAINER))
        if not first.startswith((CODESTREAM, CONTAINER)):
            return None
        whole = first + file.read(-1 if first == CONTAINER else LONGEST)
    if first != CONTAINER:
        return _read(_Bits(whole[2:]), False)
    parts = list(boxes(whole))
    # in one piece, or in several with a number before each
    stream = b"".join(told[4 * (kind == b"jxlp") :] for kind, told in parts if kind in (b"jxlc", b"jxlp"))
    return _read(_Bits(stream[2 : 2 + LONGEST]), any(kind == b"jbrd" for kind, _ in parts))


def turns_itself(path: Path) -> bool:
    """Whether its decoder turns it upright, so that EXIF, which may say so once more, has been obeyed.

    A JPEG comes out of it as it was before.
    """
    found = head(path)
    return found is not None and found.orientation != 1 and not found.jpeg


def samples(path: Path) -> NDArray[Any]:
    """(H, W) or (H, W, 2 to 4), upright: uint8, uint16 up to 1 << bits, or float32 with white at 1.

    Raises what the decoder stumbles over.
    """
    found: NDArray[Any] = imagecodecs.jpegxl_decode(path.read_bytes(), index=0)
    return found


class _Bits:
    """Bits from the lowest of the first byte on; what is not there is zero."""

    def __init__(self, data: bytes) -> None:
        self._left = int.from_bytes(data, "little")

    def take(self, count: int) -> int:
        value = self._left & ((1 << count) - 1)
        self._left >>= count
        return value

    def choose(self, choices: tuple[Choice, ...]) -> int:
        """U32 of the standard: two bits choose how the number is held."""
        count, offset = choices[self.take(2)]
        return self.take(count) + offset


def _read(bits: _Bits, jpeg: bool) -> Head:
    width, height = _size(bits)
    if bits.take(1):  # all of it is as usual
        return Head(width, height, 8, 1, False, jpeg)
    orientation = 1
    if bits.take(1):
        orientation = 1 + bits.take(3)
        _skip_extras(bits)
    depth = _depth(bits)
    bits.take(1)  # whether 16 bits are room enough for the decoder
    count = bits.choose(((0, 0), (0, 1), (4, 2), (12, 1)))
    multiplied = any(_multiplied(bits) for _ in range(count))
    return Head(width, height, depth, orientation, multiplied, jpeg)


def _size(bits: _Bits) -> tuple[int, int]:
    """(width, height)."""
    small = bits.take(1)
    height = 8 * (1 + bits.take(5)) if small else bits.choose(SIDE)
    ratio = bits.take(3)
    if ratio:
        wide, high = RATIOS[ratio]
        return height * wide // high, height
    return (8 * (1 + bits.take(5)) if small else bits.choose(SIDE)), height


def _skip_extras(bits: _Bits) -> None:
    """The size it wants to be shown at, a preview, an animation."""
    if bits.take(1):
        _size(bits)
    if bits.take(1):
        eighths = bits.take(1)
        side = ((0, 16), (0, 32), (5, 1), (9, 33)) if eighths else ((6, 1), (8, 65), (10, 321), (12, 1345))
        bits.choose(side)
        if not bits.take(3):
            bits.choose(side)
    if bits.take(1):
        bits.choose(((0, 100), (0, 1000), (10, 1), (30, 1)))
        bits.choose(((0, 1), (0, 1001), (8, 1), (10, 1)))
        bits.choose(((0, 0), (3, 0), (16, 0), (32, 0)))
        bits.take(1)


def _depth(bits: _Bits) -> int:
    if bits.take(1):
        depth = bits.choose(((0, 32), (0, 16), (0, 24), (6, 1)))
        bits.take(4)  # of its exponent
        return depth
    return bits.choose(((0, 8), (0, 10), (0, 12), (6, 1)))


def _multiplied(bits: _Bits) -> bool:
    """Reads what is said of one further channel: whether it is alpha that is multiplied in."""
    if bits.take(1):  # plain alpha of 8 bits
        return False
    kind = bits.choose(ENUM)
    _depth(bits)
    bits.choose(((0, 0), (0, 3), (0, 4), (3, 1)))
    bits.take(8 * bits.choose(((0, 0), (4, 0), (5, 16), (10, 48))))
    if kind == ALPHA:
        return bool(bits.take(1))
    if kind == 2:  # a spot colour: its four values
        bits.take(4 * 16)
    elif kind == 5:  # of a sensor's pattern
        bits.choose(((0, 1), (2, 0), (4, 3), (8, 19)))
    return False
