"""The colour encoding in the head of a JPEG XL file (ISO/IEC 18181-1, annex E)."""

from dataclasses import dataclass

from engine.images.cicp import Coding
from engine.images.decoders.jxl_bits import ENUM, Bits, Choice

GRAY, XYB = 1, 2
"""Colour spaces that are not RGB."""
CUSTOM, DCI_WHITE = 2, 11
"""A white point or primaries by coordinates; the white point of cinemas."""
P3 = 11
"""The number of P3's primaries, which stands for both white points here, unlike in H.273."""
H273_PRIMARIES = {1: 1, 9: 9}
H273_P3, H273_DCI_P3 = 12, 11
COORDINATE: tuple[Choice, ...] = ((19, 0), (19, 524_288), (20, 1_048_576), (21, 2_097_152))


@dataclass(frozen=True)
class Colours:
    """gray: there is one channel of colour. coding: code numbers of the colours; None if a profile tells them."""

    gray: bool = False
    coding: Coding | None = None


def read(bits: Bits) -> Colours:
    """Reads the colour encoding."""
    if bits.take(1):  # all fields have their defaults: sRGB
        return Colours()
    with_profile = bits.take(1)
    space = bits.choose(ENUM)
    gray = space == GRAY
    if with_profile or space == XYB:
        return Colours(gray)
    white = bits.choose(ENUM)
    if white == CUSTOM:
        _skip_points(bits, 1)
    primaries = 1 if gray else bits.choose(ENUM)
    if primaries == CUSTOM:
        _skip_points(bits, 3)
    if bits.take(1):  # the curve is an exponent
        return Colours(gray)
    return Colours(gray, _coding(white, primaries, bits.choose(ENUM)))


def _coding(white: int, primaries: int, transfer: int) -> Coding | None:
    """Returns the equivalent numbers of H.273. Curves have the same numbers there."""
    if primaries == P3:
        return Coding(H273_DCI_P3 if white == DCI_WHITE else H273_P3, transfer)
    number = H273_PRIMARIES.get(primaries)
    return None if number is None or white != 1 else Coding(number, transfer)


def _skip_points(bits: Bits, count: int) -> None:
    for _ in range(2 * count):
        bits.choose(COORDINATE)
