"""Blends transparent pixels with white, for files that have no alpha."""

import numpy as np

from engine.images.bit_depth import Raster


def on_white(band: Raster) -> Raster:
    """Blends (rows, W, 4) uint8 with white -> (rows, W, 3), rounded. A band without alpha is returned unchanged."""
    if band.shape[2] == 3:
        return band
    alpha = band[..., 3:].astype(np.uint16)
    return ((band[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
