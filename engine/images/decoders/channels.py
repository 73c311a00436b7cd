"""Splits interleaved samples into colour and alpha, and joins them to RGBA."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.images.bit_depth import Raster, white


def split_alpha(samples: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any] | None]:
    """Splits (H, W) or (H, W, 1 to 4) into colour (H, W, 1 or 3) and alpha, the last of an even number of channels."""
    if samples.ndim == 2:
        return samples[..., None], None
    if samples.shape[2] % 2:
        return samples, None
    return samples[..., :-1], samples[..., -1]


def rgba(samples: Raster) -> Raster:
    """Converts gray or RGB, (H, W) or (H, W, 1 to 4), with or without alpha, to RGBA (H, W, 4)."""
    colour, alpha = split_alpha(samples)
    joined: Raster = np.empty((*colour.shape[:2], 4), samples.dtype)
    joined[..., :3] = colour
    joined[..., 3] = white(joined) if alpha is None else alpha
    return joined
