"""All that a file may say about its colours."""

from dataclasses import dataclass

from engine.base.messages import Message
from engine.images.cicp import Coding

Point = tuple[float, float]
"""A colour as (x, y) of CIE 1931."""


@dataclass(frozen=True)
class ColourSignals:
    """What one file says; every field is None where it says nothing.

    coding: code numbers (CICP; nclx in AVIF and HEIC). icc: a profile. srgb: the file says that it is sRGB. gamma: the
    exponent that samples are encoded with, 1 for linear samples. chromaticities: white, red, green, blue.
    """

    coding: Coding | None = None
    icc: bytes | None = None
    srgb: bool = False
    gamma: float | None = None
    chromaticities: tuple[Point, Point, Point, Point] | None = None


def profile(signals: ColourSignals, notices: list[Message]) -> bytes | None:
    """Returns the file's ICC profile, or one made from its other signals; None for sRGB.

    Appends to `notices` what is displayed differently.
    """
    if signals.icc:
        return signals.icc
    return signals.coding.profile(notices) if signals.coding else None
