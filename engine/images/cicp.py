"""Colour that a file tells by code numbers instead of a profile (ITU-T H.273; `nclx` in AVIF and HEIC).

A profile is made of them, so that engine/images/colour.py converts it like any other.
"""

from dataclasses import dataclass

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message

D65, DCI = (0.3127, 0.3290), (0.314, 0.351)
"""White points, as (x, y) of CIE 1931; so are the primaries below: red, green, blue."""
UNSAID = 2
"""Both of primaries and of transfers: the file does not say, and sRGB is meant."""
SRGB_PRIMARIES = (1, UNSAID)
PRIMARIES = {
    5: ("BT.601 (625 lines)", D65, (0.64, 0.33), (0.29, 0.60), (0.15, 0.06)),
    6: ("BT.601 (525 lines)", D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07)),
    7: ("SMPTE 240M", D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07)),
    9: ("BT.2020", D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    11: ("DCI P3", DCI, (0.68, 0.32), (0.265, 0.69), (0.15, 0.06)),
    12: ("Display P3", D65, (0.68, 0.32), (0.265, 0.69), (0.15, 0.06)),
}
SRGB = (0.64, 0.33), (0.30, 0.60), (0.15, 0.06)
SRGB_TRANSFERS = (1, UNSAID, 6, 13, 14, 15)
"""sRGB's own, and those of television: these say what a camera does, and screens show both alike."""
GAMMAS = {4: 2.2, 5: 2.8, 8: 1.0}
PQ, HLG = 16, 18
HDR = {PQ: "PQ", HLG: "HLG"}
REFERENCE = 203
"""Candela per square metre of white paper in HDR pictures (ITU-R BT.2408)."""
HLG_PEAK = 1000
KNEE = 0.5
"""Of that white: what is brighter is compressed, more and more."""
ENTRIES = 4096
"""Of a curve in a profile."""


@dataclass(frozen=True)
class Coding:
    """primaries, transfer: H.273's numbers of the colours that 1 stands for, and of the curve of light."""

    primaries: int
    transfer: int

    @property
    def name(self) -> str | None:
        """What people call it, None for sRGB."""
        space = PRIMARIES[self.primaries][0] if self.primaries in PRIMARIES else None
        kind = HDR.get(self.transfer)
        return " ".join(filter(None, (space, kind))) or None

    def profile(self, notices: list[Message]) -> bytes | None:
        """An ICC profile that says the same; None where it is sRGB. `notices` tells what is not shown as meant."""
        known = self.primaries in PRIMARIES or self.primaries in SRGB_PRIMARIES
        if not known or not (self.transfer in SRGB_TRANSFERS or self.transfer in GAMMAS | HDR):
            first, second = self.primaries, self.transfer
            notices.append(
                message(
                    "unknown colours ({primaries}, {transfer}) taken for sRGB",
                    primaries=first,
                    transfer=second,
                )
            )
            return None
        if self.transfer in HDR:
            kind = HDR[self.transfer]
            notices.append(
                message("HDR ({kind}) shown in the range of a screen: bright parts are compressed", kind=kind)
            )
        if self.primaries in SRGB_PRIMARIES and self.transfer in SRGB_TRANSFERS:
            return None
        _, white, *corners = PRIMARIES.get(self.primaries, ("", D65, *SRGB))
        made: bytes = imagecodecs.cms_profile(
            "rgb",
            whitepoint=(*white, 1),
            primaries=[value for corner in corners for value in (*corner, 1)],
            transferfunction=_light(self.transfer).astype(np.float32),
        )
        return made


def _light(transfer: int) -> NDArray[np.float64]:
    """(ENTRIES,): the light, in [0, 1], that samples from 0 to 1 stand for."""
    signal = np.linspace(0, 1, ENTRIES)
    if transfer == PQ:
        return _compressed(_pq(signal) / REFERENCE)
    if transfer == HLG:
        return _compressed(_hlg(signal) / REFERENCE)
    if transfer in GAMMAS:
        return signal ** GAMMAS[transfer]
    return np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)


def _pq(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """SMPTE ST 2084, in candela per square metre."""
    root = signal ** (32 / 2523)
    light: NDArray[np.float64] = np.maximum(root - 107 / 128, 0) / (2413 / 128 - 2392 / 128 * root)
    return 10_000 * light ** (8192 / 1305)


def _hlg(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """ITU-R BT.2100 on a screen of HLG_PEAK, in candela per square metre; its last step taken of each colour alone."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    return HLG_PEAK * scene**1.2


def _compressed(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of any brightness -> below 1: itself up to KNEE, from there on a curve that goes on as steep and levels off."""
    above = np.maximum(light - KNEE, 0) / (1 - KNEE)
    return np.minimum(light, KNEE) + (1 - KNEE) * above / (1 + above)
