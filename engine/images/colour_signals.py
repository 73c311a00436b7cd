"""What a file says about its colours, and the one rule which of it is believed.

The order is that of the PNG specification (third edition, 4.3): code numbers, an ICC profile, the mark of sRGB, gamma
and primaries. Code numbers beside the profile of an AVIF or HEIC come after it (ISO/IEC 23000-22, 7.3.6.4), the EXIF
last.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.base.messages import Message, message
from engine.images import icc_profile
from engine.images.cicp import Coding
from engine.images.rgb_profile import (
    ADOBE_RGB,
    ADOBE_RGB_GAMMA,
    SRGB,
    Curve,
    Primaries,
    rgb_profile,
    srgb_curve,
    usable_exponent,
)

SAME_PRIMARIES = 0.002
"""Distance up to which primaries are those of sRGB. Files round them."""
SRGB_EXPONENT, SAME_EXPONENT = 2.2, 0.02
"""An exponent that differs by less than this fraction stands for sRGB's curve, if the primaries are sRGB's.

The PNG specification tells writers to write it beside the mark of sRGB, and many write it alone.
"""


@dataclass(frozen=True)
class ColourSignals:
    """All that a file may say about its colours. The defaults stand for what it does not say.

    coding: code numbers that come before the profile (PNG's cICP, JPEG XL). icc: profile.
    later_coding: code numbers that come after it (`nclx` of AVIF and HEIC).
    srgb: a mark that says sRGB. primaries: white point and primaries.
    curve: from samples to light, as an exponent (PNG's gAMA is its inverse) or tables. adobe_rgb: the EXIF says so.
    """

    coding: Coding | None = None
    icc: bytes | None = None
    later_coding: Coding | None = None
    srgb: bool = False
    primaries: Primaries | None = None
    curve: Curve | None = None
    adobe_rgb: bool = False


@dataclass(frozen=True)
class ColourSpace:
    """The colours that a picture is converted from. profile, name: None for sRGB, or without any signal."""

    profile: bytes | None = None
    name: str | None = None


def decide(signals: ColourSignals, mode: str, notices: list[Message]) -> ColourSpace:
    """Returns the colours by the first signal that can be used. Reports signals that cannot.

    mode: Pillow's name of the picture's colours: L, RGB, CMYK or LAB. Only a profile describes CMYK and LAB.
    """
    return next(_usable(signals, mode, notices), ColourSpace())


def _usable(signals: ColourSignals, mode: str, notices: list[Message]) -> Iterator[ColourSpace]:
    """Yields what each usable signal says, the most important first."""
    in_light = mode in ("L", "RGB")
    if in_light:
        yield from _coded(signals.coding, notices)
    if signals.icc is not None and icc_profile.is_usable(signals.icc, mode, notices):
        yield ColourSpace(signals.icc, icc_profile.name(signals.icc))
    if in_light:
        yield from _coded(signals.later_coding, notices)
        if signals.srgb:
            yield ColourSpace()
        yield from _calibrated(signals, notices)
        if signals.adobe_rgb:
            yield ColourSpace(rgb_profile(ADOBE_RGB, ADOBE_RGB_GAMMA), "Adobe RGB (1998)")


def _coded(coding: Coding | None, notices: list[Message]) -> Iterator[ColourSpace]:
    if coding is not None and not coding.says_nothing and coding.is_usable(notices):
        yield ColourSpace(None if coding.is_srgb else coding.profile(), coding.name)


def _calibrated(signals: ColourSignals, notices: list[Message]) -> Iterator[ColourSpace]:
    """Colours by primaries, a curve or both. The one that is missing is sRGB's."""
    primaries, curve = signals.primaries, signals.curve
    if primaries is not None and not primaries.usable:
        notices.append(message("primary colours that span no colour space ignored"))
        primaries = None
    if isinstance(curve, float) and not usable_exponent(curve):
        notices.append(message("gamma of {gamma:g} ignored", gamma=curve))
        curve = None
    if primaries is None and curve is None:
        return
    if _is_srgb(primaries or SRGB, curve):
        yield ColourSpace()
    else:
        yield ColourSpace(
            rgb_profile(primaries or SRGB, srgb_curve() if curve is None else curve), _name(primaries, curve)
        )


def _is_srgb(primaries: Primaries, curve: Curve | None) -> bool:
    same_curve = curve is None or (
        isinstance(curve, float) and abs(curve / SRGB_EXPONENT - 1) < SAME_EXPONENT
    )
    return same_curve and primaries.near(SRGB, SAME_PRIMARIES)


def _name(primaries: Primaries | None, curve: Curve | None) -> str:
    """Returns words for the inspector."""
    parts = [f"gamma {curve:.3g}"] if isinstance(curve, float) else []
    return ", ".join(parts + ["calibrated"] * (primaries is not None or not parts))
