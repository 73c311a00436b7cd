"""Colour spaces given by code numbers instead of an ICC profile (ITU-T H.273; `nclx` in AVIF and HEIC).

The numbers are turned into a profile, so that engine/images/colour.py converts them like any other profile.
"""

from dataclasses import dataclass

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message

D65, DCI = (0.3127, 0.3290), (0.314, 0.351)
"""White points as (x, y) of CIE 1931. The primaries below have the same units: red, green, blue."""
UNSPECIFIED = 2
"""Code of primaries and of transfers: the file does not say; sRGB is assumed."""
SRGB_PRIMARIES = (1, UNSPECIFIED)
PRIMARIES = {
    5: ("BT.601 (625 lines)", D65, (0.64, 0.33), (0.29, 0.60), (0.15, 0.06)),
    6: ("BT.601 (525 lines)", D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07)),
    7: ("SMPTE 240M", D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07)),
    9: ("BT.2020", D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    11: ("DCI P3", DCI, (0.68, 0.32), (0.265, 0.69), (0.15, 0.06)),
    12: ("Display P3", D65, (0.68, 0.32), (0.265, 0.69), (0.15, 0.06)),
}
SRGB = (0.64, 0.33), (0.30, 0.60), (0.15, 0.06)
SRGB_TRANSFERS = (1, UNSPECIFIED, 6, 13, 14, 15)
"""sRGB's own curve and those of television. The latter describe a camera; screens display both alike."""
GAMMAS = {4: 2.2, 5: 2.8, 8: 1.0}
PQ, HLG = 16, 18
HDR = {PQ: "PQ", HLG: "HLG"}
REFERENCE_WHITE = 203
"""Luminance of white paper in HDR pictures, cd/m² (ITU-R BT.2408)."""
HLG_PEAK = 1000
"""Luminance of the brightest HLG value, cd/m²."""
KNEE = 0.5
"""Fraction of REFERENCE_WHITE above which highlights are compressed."""
CURVE_ENTRIES = 4096
"""Number of entries of a transfer curve in a profile."""


@dataclass(frozen=True)
class Coding:
    """primaries, transfer: H.273's code numbers of the primary colours and of the transfer curve."""

    primaries: int
    transfer: int

    @property
    def name(self) -> str | None:
        """The common name; None for sRGB."""
        space = PRIMARIES[self.primaries][0] if self.primaries in PRIMARIES else None
        kind = HDR.get(self.transfer)
        return " ".join(filter(None, (space, kind))) or None

    def profile(self, notices: list[Message]) -> bytes | None:
        """Returns an equivalent ICC profile; None for sRGB. Appends to `notices` what is displayed differently."""
        known = self.primaries in PRIMARIES or self.primaries in SRGB_PRIMARIES
        if not known or not (self.transfer in SRGB_TRANSFERS or self.transfer in GAMMAS | HDR):
            notices.append(
                message(
                    "unknown colours ({primaries}, {transfer}), assumed sRGB",
                    primaries=self.primaries,
                    transfer=self.transfer,
                )
            )
            return None
        if self.transfer in HDR:
            kind = HDR[self.transfer]
            notices.append(
                message("HDR ({kind}) compressed to the screen's range: bright areas are darker", kind=kind)
            )
        if self.primaries in SRGB_PRIMARIES and self.transfer in SRGB_TRANSFERS:
            return None
        _, white, *corners = PRIMARIES.get(self.primaries, ("", D65, *SRGB))
        profile: bytes = imagecodecs.cms_profile(
            "rgb",
            whitepoint=(*white, 1),
            primaries=[value for corner in corners for value in (*corner, 1)],
            transferfunction=_linear_light(self.transfer).astype(np.float32),
        )
        return profile


def _linear_light(transfer: int) -> NDArray[np.float64]:
    """Returns the transfer curve: linear light in [0, 1] for CURVE_ENTRIES sample values from 0 to 1."""
    signal = np.linspace(0, 1, CURVE_ENTRIES)
    if transfer == PQ:
        return _compress_highlights(_pq(signal) / REFERENCE_WHITE)
    if transfer == HLG:
        return _compress_highlights(_hlg(signal) / REFERENCE_WHITE)
    if transfer in GAMMAS:
        return signal ** GAMMAS[transfer]
    return np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)


def _pq(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """Returns the luminance of PQ values (SMPTE ST 2084), cd/m²."""
    root = signal ** (32 / 2523)
    light: NDArray[np.float64] = np.maximum(root - 107 / 128, 0) / (2413 / 128 - 2392 / 128 * root)
    return 10_000 * light ** (8192 / 1305)


def _hlg(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """Returns the luminance of HLG values (ITU-R BT.2100) on a screen of HLG_PEAK, cd/m².

    The last step of the standard, the system gamma, is applied to each channel alone.
    """
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    return HLG_PEAK * scene**1.2


def _compress_highlights(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Maps any luminance to below 1. Up to KNEE it is the identity; above, it continues with the same slope."""
    above = np.maximum(light - KNEE, 0) / (1 - KNEE)
    return np.minimum(light, KNEE) + (1 - KNEE) * above / (1 + above)
