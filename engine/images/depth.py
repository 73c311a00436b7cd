"""Raster of 8 and of 16 bits: 0 is black, the largest that the type holds is white."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Raster = NDArray[np.uint8 | np.uint16]
"""Pixels, or one channel of them, (H, W, C) or (H, W)."""

PIECE = 1 << 20
"""Raster that are reduced at once: what is between the two depths takes four bytes each, of a cache and no more."""


def white(samples: NDArray[Any]) -> int:
    """The largest value of the type: 255 or 65535."""
    return int(np.iinfo(samples.dtype).max)


def to_8_bits(samples: Raster) -> NDArray[np.uint8]:
    """The same in 8 bits, rounded; what has 8 already is not copied."""
    if samples.dtype == np.uint8:
        return samples  # type: ignore[return-value]
    out = np.empty(samples.shape, np.uint8)
    rows = max(1, PIECE // max(1, samples[:1].size))
    for first in range(0, len(samples), rows):
        # Exactly round(v / 257).
        out[first : first + rows] = (samples[first : first + rows].astype(np.uint32) * 255 + 32895) >> 16
    return out


def to_bits(samples: Raster, bits: int) -> Raster:
    """The same in 8 or in 16 bits."""
    if bits == 8:
        return to_8_bits(samples)
    return to_16_bits(samples) if samples.dtype == np.uint8 else samples


def scale_to_16_bits(samples: Raster, most: int) -> NDArray[np.uint16]:
    """Samples of which `most`, up to 65535, is white -> 16 bits, rounded; what is above is white."""
    if most == 65535:
        return samples.astype(np.uint16, copy=False)
    table = np.rint(np.arange(most + 1) * (65535 / most)).astype(np.uint16)
    out = np.empty(samples.shape, np.uint16)
    rows = max(1, PIECE // max(1, samples[:1].size))
    for first in range(0, len(samples), rows):
        np.take(table, samples[first : first + rows], mode="clip", out=out[first : first + rows])
    return out


def to_16_bits(samples: Raster) -> NDArray[np.uint16]:
    """The same in 16 bits: white stays white."""
    return samples.astype(np.uint16) * np.uint16(257)
