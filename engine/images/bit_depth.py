"""Pixel arrays of 8 and 16 bits, and conversion between them. 0 is black; the type's largest value is white."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.images.strips import strips

Raster = NDArray[np.uint8 | np.uint16]
"""Pixels (H, W, C) or one channel (H, W)."""
Pixels = NDArray[np.uint8]
"""Pixels of 8 bits a sample."""
DeepPixels = NDArray[np.uint16]
"""Pixels of 16 bits a sample."""

ArrayType = TypeVar("ArrayType", bound=NDArray[Any])


def white(samples: NDArray[Any]) -> int:
    """Returns the largest value of the type: 255 or 65535."""
    return int(np.iinfo(samples.dtype).max)


def to_8_bits(samples: Raster) -> Pixels:
    """Returns the samples in 8 bits, rounded. Samples of 8 bits are returned without a copy."""
    if samples.dtype == np.uint8:
        return samples  # type: ignore[return-value]
    out = np.empty(samples.shape, np.uint8)
    for rows in strips(len(samples), samples[:1].size):
        # Exactly round(v / 257).
        out[rows] = (samples[rows].astype(np.uint32) * 255 + 32895) >> 16
    return out


def to_bits(samples: Raster, bits: int) -> Raster:
    """Returns the samples in 8 or in 16 bits."""
    if bits == 8:
        return to_8_bits(samples)
    return to_16_bits(samples) if samples.dtype == np.uint8 else samples


def scale_to_16_bits(samples: Raster, most: int) -> DeepPixels:
    """Scales samples of [0, most], most <= 65535, to 16 bits, rounded. Larger samples become white."""
    if most == 65535:
        return samples.astype(np.uint16, copy=False)
    table = np.rint(np.arange(most + 1) * (65535 / most)).astype(np.uint16)
    out = np.empty(samples.shape, np.uint16)
    for rows in strips(len(samples), samples[:1].size):
        np.take(table, samples[rows], mode="clip", out=out[rows])
    return out


def scale_to_8_bits(samples: Pixels, most: int) -> Pixels:
    """Scales samples of [0, most], most <= 255, to 8 bits, rounded. Larger samples become white."""
    if most == 255:
        return samples
    table = np.rint(np.arange(most + 1) * (255 / most)).astype(np.uint8)
    out = np.empty(samples.shape, np.uint8)
    for rows in strips(len(samples), samples[:1].size):
        np.take(table, samples[rows], mode="clip", out=out[rows])
    return out


def to_16_bits(samples: Raster) -> DeepPixels:
    """Returns samples of 8 bits in 16 bits; white stays white."""
    return samples.astype(np.uint16) * np.uint16(257)


def read_only(samples: ArrayType) -> ArrayType:
    """Returns a view that cannot be written to, for arrays that several threads use. Nothing is copied."""
    view = samples.view()
    view.flags.writeable = False
    return view
