"""Low-resolution copies for training and evaluation, by Pillow's antialiased bicubic."""

import numpy as np
import PIL.Image

from engine.images.bit_depth import Pixels


def crop_to_multiple(pixels: Pixels, scale: int) -> Pixels:
    """Crops (H, W, 3) to its top left (H - H % scale, W - W % scale, 3). Raises ValueError if nothing is left."""
    height, width = (size - size % scale for size in pixels.shape[:2])
    if not height or not width:
        raise ValueError(f"{pixels.shape[1]} x {pixels.shape[0]} px cannot be reduced {scale} times")
    return pixels[:height, :width]


def downscale(pixels: Pixels, scale: int) -> Pixels:
    """Reduces (H, W, 3) uint8 to (H / scale, W / scale, 3). Raises ValueError if H or W is no multiple of scale."""
    height, width = pixels.shape[:2]
    if height % scale or width % scale:
        raise ValueError(f"{width} x {height} px is no multiple of {scale}")
    picture = PIL.Image.fromarray(np.ascontiguousarray(pixels))
    size = width // scale, height // scale
    return np.asarray(picture.resize(size, PIL.Image.Resampling.BICUBIC))
