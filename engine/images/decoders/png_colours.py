"""The colour signals in the chunks of a PNG, and its narrow range of values."""

import numpy as np

from engine.base.messages import Message, message
from engine.images.bit_depth import Raster, white
from engine.images.cicp import Coding
from engine.images.colour_signals import ColourSignals
from engine.images.decoders.png_chunks import inflated
from engine.images.icc_profile import PROFILE_LIMIT
from engine.images.rgb_profile import Point, Primaries
from engine.images.strips import strips

KINDS = (b"cICP", b"iCCP", b"sRGB", b"gAMA", b"cHRM")
UNIT = 100_000
"""Stands for 1 in gAMA and cHRM."""
BLACK, RANGE = 16, 219
"""The narrow range of 8 bits: the value of black, and how much more white has."""


def signals(found: dict[bytes, bytes], notices: list[Message]) -> ColourSignals:
    """Returns what the chunks say. found: data of KINDS. An oversized profile is cut off, so that it is refused."""
    return ColourSignals(
        coding=_coding(found, notices),
        icc=_profile(found[b"iCCP"]) if b"iCCP" in found else None,
        srgb=b"sRGB" in found,
        curve=_exponent(found.get(b"gAMA", b"")),
        primaries=_primaries(found.get(b"cHRM", b"")),
    )


def is_narrow(found: dict[bytes, bytes]) -> bool:
    """Whether the values are of the narrow range of television."""
    return found.get(b"cICP", b"")[2:4] == b"\0\0"


def widened(samples: Raster, bits: int) -> Raster:
    """Expands colours of the narrow range to the full one. bits: of the stored samples, which fill the type now."""
    most = white(samples)
    stored = np.linspace(0, (1 << bits) - 1, most + 1)
    unit = (stored / 2.0 ** (bits - 8) - BLACK) / RANGE
    table = np.rint(np.clip(unit, 0, 1) * most).astype(samples.dtype)
    for rows in strips(len(samples), samples[:1].size):
        samples[rows] = table[samples[rows]]
    return samples


def _coding(found: dict[bytes, bytes], notices: list[Message]) -> Coding | None:
    if len(codes := found.get(b"cICP", b"")) != 4:
        return None
    if codes[2]:
        notices.append(message("colour codes with matrix {matrix} ignored: a PNG has none", matrix=codes[2]))
        return None
    return Coding(codes[0], codes[1])


def _profile(data: bytes) -> bytes:
    """Returns the profile after its name and the number of its compression."""
    return inflated(data[data.find(b"\0") + 2 :], PROFILE_LIMIT + 1)


def _exponent(data: bytes) -> float | None:
    if len(data) != 4:
        return None
    encoding = int.from_bytes(data, "big")
    return UNIT / encoding if encoding else float("inf")


def _primaries(data: bytes) -> Primaries | None:
    if len(data) != 32:
        return None
    numbers = [int.from_bytes(data[at : at + 4], "big") / UNIT for at in range(0, 32, 4)]
    points: list[Point] = list(zip(numbers[::2], numbers[1::2], strict=True))
    return Primaries(*points)
