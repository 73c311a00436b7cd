"""Rotates and flips an Image into an orientation (engine/geometry/orientation.py)."""

from dataclasses import replace

import numpy as np

from engine.geometry.orientation import UPRIGHT
from engine.images.depth import Raster
from engine.images.image import Image


def rotated(image: Image, orientation: int) -> Image:
    """The picture in an orientation relative to the one it has: the same pixels elsewhere, in memory of their own."""
    if orientation == UPRIGHT:
        return image
    alpha = None if image.alpha is None else _laid(image.alpha, orientation)
    return replace(image, pixels=_laid(image.pixels, orientation), alpha=alpha)


def _laid(pixels: Raster, orientation: int) -> Raster:
    flipped = pixels[:, ::-1] if orientation >= 4 else pixels
    return np.ascontiguousarray(np.rot90(flipped, -orientation % 4))
