"""Rotates and flips an Image into an orientation (engine/geometry/orientation.py)."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.geometry.orientation import UPRIGHT
from engine.images.image import Image


def rotated(image: Image, orientation: int) -> Image:
    """Returns the image in `orientation`, relative to its present one. The pixels are copied, except for UPRIGHT."""
    if orientation == UPRIGHT:
        return image
    alpha = None if image.alpha is None else _rotated_raster(image.alpha, orientation)
    values = None if image.values is None else _rotated_raster(image.values, orientation)
    return replace(image, pixels=_rotated_raster(image.pixels, orientation), alpha=alpha, values=values)


def _rotated_raster(pixels: NDArray[Any], orientation: int) -> NDArray[Any]:
    flipped = pixels[:, ::-1] if orientation >= 4 else pixels
    return np.ascontiguousarray(np.rot90(flipped, -orientation % 4))
