"""ICC profiles made of primary colours and transfer curves, for files that tell their colours in numbers."""

from dataclasses import dataclass

import imagecodecs
import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
"""A colour as (x, y) of CIE 1931."""
D65: Point = (0.3127, 0.3290)
CURVE_ENTRIES = 4096
"""Number of entries of a transfer curve in a profile."""
LEAST_AREA = 1e-4
"""Twice the area of the smallest triangle of primaries that is a colour space. sRGB's is 0.22."""
STEEPEST, FLATTEST = 10.0, 0.1
"""Greatest and least exponent of a transfer curve."""


@dataclass(frozen=True)
class Primaries:
    """The white point and the primary colours."""

    white: Point
    red: Point
    green: Point
    blue: Point

    @property
    def usable(self) -> bool:
        """Whether the primaries span a colour space around the white point."""
        corners = (self.red, self.green, self.blue)
        valid = all(0 <= x <= 1 and 0 <= y <= 1 for x, y in corners)
        (rx, ry), (gx, gy), (bx, by) = corners
        area = abs((gx - rx) * (by - ry) - (bx - rx) * (gy - ry))
        return valid and area > LEAST_AREA and min(self.white) > 0.01 and sum(self.white) < 1

    def near(self, other: "Primaries", distance: float) -> bool:
        """Whether all coordinates differ by at most `distance`."""
        return bool(np.abs(np.subtract(self._points, other._points)).max() <= distance)

    @property
    def _points(self) -> tuple[Point, ...]:
        return self.white, self.red, self.green, self.blue


SRGB = Primaries(D65, (0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
ADOBE_RGB = Primaries(D65, (0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
ADOBE_RGB_GAMMA = 563 / 256

Curve = float | NDArray[np.floating]
"""From sample values to linear light, both in [0, 1]: an exponent, a table (n,), or a table per channel (3, n)."""


def usable_exponent(exponent: float) -> bool:
    """Whether it is the exponent of a transfer curve. NaN is not."""
    return FLATTEST <= exponent <= STEEPEST


def srgb_curve() -> NDArray[np.float64]:
    """Returns sRGB's curve as a table."""
    signal = np.linspace(0, 1, CURVE_ENTRIES)
    return np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)


def rgb_profile(primaries: Primaries, curve: Curve) -> bytes:
    """Returns an ICC profile. Raises imagecodecs.CmsError for primaries that are no colour space."""
    corners = (primaries.red, primaries.green, primaries.blue)
    options = (
        {"gamma": curve} if isinstance(curve, float) else {"transferfunction": np.asarray(curve, np.float32)}
    )
    profile: bytes = imagecodecs.cms_profile(
        "rgb",
        whitepoint=(*primaries.white, 1),
        primaries=[value for corner in corners for value in (*corner, 1)],
        **options,
    )
    return profile
