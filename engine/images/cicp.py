"""Colour spaces given by code numbers instead of an ICC profile (ITU-T H.273; `nclx` in AVIF and HEIC).

The numbers are turned into a profile, so that engine/images/colour.py converts them like any other profile.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.rgb_profile import CURVE_ENTRIES, D65, SRGB, Curve, Primaries, rgb_profile, srgb_curve

C, DCI = (0.310, 0.316), (0.314, 0.351)
"""White points other than D65."""
UNSPECIFIED = 2
"""Code of primaries and of transfers: the file does not say; those of sRGB are assumed."""
SRGB_PRIMARIES = (1, UNSPECIFIED)
PRIMARIES = {
    4: ("BT.470 M", Primaries(C, (0.67, 0.33), (0.21, 0.71), (0.14, 0.08))),
    5: ("BT.601 (625 lines)", Primaries(D65, (0.64, 0.33), (0.29, 0.60), (0.15, 0.06))),
    6: ("BT.601 (525 lines)", Primaries(D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07))),
    7: ("SMPTE 240M", Primaries(D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07))),
    8: ("film", Primaries(C, (0.681, 0.319), (0.243, 0.692), (0.145, 0.049))),
    9: ("BT.2020", Primaries(D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046))),
    11: ("DCI P3", Primaries(DCI, (0.68, 0.32), (0.265, 0.69), (0.15, 0.06))),
    12: ("Display P3", Primaries(D65, (0.68, 0.32), (0.265, 0.69), (0.15, 0.06))),
    22: ("EBU 3213", Primaries(D65, (0.63, 0.34), (0.295, 0.605), (0.155, 0.077))),
}
SRGB_TRANSFERS = (1, UNSPECIFIED, 6, 7, 11, 12, 13, 14, 15)
"""sRGB's own curve and those of television. The latter describe a camera; screens display both alike."""
GAMMAS = {4: 2.2, 5: 2.8, 8: 1.0, 17: 2.6}
"""Exponents. DCI's curve, 17, has its white at the largest value here."""
PQ, HLG = 16, 18
HDR = {PQ: "PQ", HLG: "HLG"}
REFERENCE_WHITE = 203
"""Luminance of white paper in HDR pictures, cd/m² (ITU-R BT.2408)."""
HLG_PEAK = 1000
"""Luminance of the brightest HLG value, cd/m²."""
KNEE = 0.5
"""Fraction of REFERENCE_WHITE above which highlights are compressed."""


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

    @property
    def is_srgb(self) -> bool:
        """Whether the colours are those of sRGB, or the file does not say."""
        return self.primaries in SRGB_PRIMARIES and self.transfer in SRGB_TRANSFERS

    @property
    def says_nothing(self) -> bool:
        """Whether both numbers are unspecified."""
        return self.primaries == self.transfer == UNSPECIFIED

    def is_usable(self, notices: list[Message]) -> bool:
        """Whether the numbers are known. Reports those that are not, and HDR, which is displayed differently."""
        known = self.primaries in PRIMARIES or self.primaries in SRGB_PRIMARIES
        if not known or not (self.transfer in SRGB_TRANSFERS or self.transfer in GAMMAS | HDR):
            notices.append(
                message(
                    "unknown colour codes ({primaries}, {transfer}) ignored",
                    primaries=self.primaries,
                    transfer=self.transfer,
                )
            )
            return False
        if self.transfer in HDR:
            kind = HDR[self.transfer]
            notices.append(
                message("HDR ({kind}) compressed to the screen's range: bright areas are darker", kind=kind)
            )
        return True

    def profile(self) -> bytes:
        """Returns an equivalent ICC profile of numbers that are usable."""
        primaries = PRIMARIES[self.primaries][1] if self.primaries in PRIMARIES else SRGB
        return rgb_profile(primaries, _curve(self.transfer))


def _curve(transfer: int) -> Curve:
    """Returns the transfer curve; tables have CURVE_ENTRIES entries for sample values from 0 to 1."""
    if transfer in GAMMAS:
        return GAMMAS[transfer]
    signal = np.linspace(0, 1, CURVE_ENTRIES)
    if transfer == PQ:
        return _compress_highlights(_pq(signal) / REFERENCE_WHITE)
    if transfer == HLG:
        return _compress_highlights(_hlg(signal) / REFERENCE_WHITE)
    return srgb_curve()


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
