"""Decoded samples of one picture as stored: before its orientation and its colour space are applied."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.images.bit_depth import Raster, to_bits
from engine.images.head import Alpha, Head

Planes = tuple[Raster, Raster | None]
"""Colour (H, W, 1, 3 or 4) and alpha (H, W) of the same type, if there is any."""
Values = NDArray[np.float32]
"""The file's own numbers, (H, W) or (H, W, 3)."""


@dataclass(frozen=True)
class Samples:
    """A decoded picture, read in strips.

    channels: 1 for gray, 3 for RGB or Lab, 4 for CMYK. kind: uint8 or uint16. White, and no ink, is at the type's
    largest value (CMYK: full ink is). Lab has zero at 128 or 128 * 257. Colours are not premultiplied.
    read: returns some rows. values: the numbers of floats, signed samples and those of 32 bits; else None.
    head: the head, completed by what only decoding finds; None if it finds nothing.
    """

    height: int
    width: int
    channels: int
    kind: type
    has_alpha: bool
    read: Callable[[slice], Planes]
    values: Values | None = None
    head: Head | None = None


def from_arrays(
    colour: Raster,
    alpha: Raster | None = None,
    values: Values | None = None,
    head: Head | None = None,
    premultiplied: bool = False,
) -> Samples:
    """Makes samples of whole arrays: colour (H, W, 1, 3 or 4), alpha (H, W); see `Samples`.

    premultiplied: colours are divided by their alpha, strip by strip. The quotients need 16 bits.
    """
    divided = premultiplied and alpha is not None

    def read(rows: slice) -> Planes:
        strip, opacity = colour[rows], None if alpha is None else alpha[rows]
        return _straight(strip, opacity) if divided and opacity is not None else (strip, opacity)

    height, width, channels = colour.shape
    kind = np.uint16 if divided else colour.dtype.type
    return Samples(height, width, channels, kind, alpha is not None, read, values, head)


def _straight(colour: Raster, alpha: Raster) -> Planes:
    """Divides colours by their alpha. Returns both in 16 bits."""
    deep, opacity = to_bits(colour, 16), to_bits(alpha, 16)
    divisor = np.maximum(opacity, 1).astype(np.uint32)[..., None]
    straight = (deep.astype(np.uint32) * 65535 + divisor // 2) // divisor
    return np.minimum(straight, 65535).astype(np.uint16), opacity


def compare(samples: Samples, head: Head) -> None:
    """Raises ValueError if the samples are not what the head declares: no such picture may be shown."""
    declared: list[Any] = [head.height, head.width, head.model.channels, head.alpha is not Alpha.NONE]
    found: list[Any] = [samples.height, samples.width, samples.channels, samples.has_alpha]
    allowed = (np.uint16,) if head.deep else (np.uint8, np.uint16)
    values_fit = samples.values is None or samples.values.shape[:2] == (samples.height, samples.width)
    if found != declared or samples.kind not in allowed or not values_fit:
        decoded, expected = _described(found, samples.kind), _described(declared, allowed[0])
        raise ValueError(f"decoded as {decoded}, declared as {expected}")


def _described(facts: list[Any], kind: type) -> str:
    height, width, channels, alpha = facts
    return f"{width} x {height} px, {channels} channels{' and alpha' if alpha else ''}, {kind.__name__}"
