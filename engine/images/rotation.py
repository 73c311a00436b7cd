"""Rotates and flips an Image into an orientation (engine/geometry/orientation.py)."""

from dataclasses import replace

from engine.geometry.orientation import UPRIGHT
from engine.images.area import Area, turned
from engine.images.image import Image
from engine.images.large.raster import LargeArea


def rotated(image: Image, orientation: int) -> Image:
    """Returns the image in `orientation`, relative to its present one.

    The pixels are copied, except for UPRIGHT and those of large pictures.
    """
    if orientation == UPRIGHT:
        return image
    alpha = None if image.alpha is None else _rotated(image.alpha, orientation)
    values = None if image.values is None else _rotated(image.values, orientation)
    return replace(image, pixels=_rotated(image.pixels, orientation), alpha=alpha, values=values)


def _rotated(pixels: Area, orientation: int) -> Area:
    if isinstance(pixels, LargeArea):
        return pixels.rotated(orientation)
    return turned(pixels[:, :], orientation)
