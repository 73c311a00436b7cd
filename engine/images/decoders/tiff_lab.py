"""Lab colours of a TIFF as samples, whose zero of a and b is at 128 of 255 (ICC, version 4)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.images.bit_depth import Raster
from engine.images.strips import strips

ICC_WHITE = 65280
"""L of white in 16 bits of version 2 of ICC, whose a and b are 256 times those of 8 bits."""


def samples(stored: NDArray[Any], icc: bool) -> Raster:
    """Returns (H, W, 3) of 8 or 16 bits. icc: a and b are stored with 128 added; else they are signed."""
    if stored.dtype.itemsize == 1:
        return stored.view(np.uint8) ^ np.array([0, 0 if icc else 128, 0 if icc else 128], np.uint8)
    out = np.empty(stored.shape, np.uint16)
    for rows in strips(len(stored), stored[:1].size):
        lightness, ab = stored[rows][..., :1], stored[rows][..., 1:]
        moved = ab.astype(np.float64) if icc else ab.view(np.int16).astype(np.float64) + 32768
        white = ICC_WHITE if icc else 65535
        out[rows][..., :1] = np.minimum(np.rint(lightness * (65535 / white)), 65535)
        out[rows][..., 1:] = np.minimum(np.rint(moved * (257 / 256)), 65535)
    return out
