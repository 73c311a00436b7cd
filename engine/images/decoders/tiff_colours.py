"""The colour signals in the tags of a TIFF (TIFF 6.0, section 20)."""

from typing import Any

import numpy as np

from engine.images.colour_signals import ColourSignals
from engine.images.rgb_profile import D65, Curve, Point, Primaries

TRANSFER, WHITE, PRIMARIES, PROFILE = 301, 318, 319, 34675
DEFAULT_EXPONENT = 2.2
"""Of a file that tells its primaries without a curve."""
SRGB_PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
MOST = 65535
"""Full light in a table."""


def signals(tags: Any, bits: int) -> ColourSignals:
    """Returns what the tags of a page say. tags: tifffile's. bits: per sample."""
    icc = tags.valueof(PROFILE)
    white, corners = _points(tags.valueof(WHITE), 1), _points(tags.valueof(PRIMARIES), 3)
    primaries = Primaries((white or [D65])[0], *(corners or SRGB_PRIMARIES)) if white or corners else None
    curve = _curve(tags.valueof(TRANSFER), bits)
    if curve is None and corners:
        curve = DEFAULT_EXPONENT
    return ColourSignals(icc=icc if isinstance(icc, bytes) else None, primaries=primaries, curve=curve)


def _points(fractions: Any, count: int) -> list[Point]:
    """Returns points of numerators and denominators in turn; none for any other data."""
    if not isinstance(fractions, tuple) or len(fractions) != 4 * count or 0 in fractions[1::2]:
        return []
    numbers = [above / below for above, below in zip(fractions[::2], fractions[1::2], strict=True)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _curve(table: Any, bits: int) -> Curve | None:
    """Returns the table of all values of a sample, or one of each channel; None for a table of another length."""
    light = np.asarray(table if isinstance(table, tuple | np.ndarray) else (), np.float64) / MOST
    levels = 1 << bits
    if light.size == levels:
        return light
    return light.reshape(3, levels) if light.size == 3 * levels else None
