"""A small copy of a picture, for lists of pictures and file managers. No model."""

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.bit_depth import to_8_bits
from engine.images.image import Image

GAP = 3.0
"""Pillow first averages blocks of pixels, to this many times the size: of 24 megapixels in a tenth of the time."""


def small_copy(image: Image, side: int) -> NDArray[np.uint8]:
    """Returns (h, w, 3) or, with alpha, (h, w, 4) uint8 of at most `side` px a side. A smaller picture stays."""
    longest = max(image.width, image.height)
    size = tuple(max(length * min(side, longest) // longest, 1) for length in (image.width, image.height))
    planes = [image.eight_bits]
    if image.alpha is not None:
        planes.append(to_8_bits(image.alpha[:, :]))
    return np.dstack([_resized(plane, size) for plane in planes])


def _resized(plane: NDArray[np.uint8], size: tuple[int, ...]) -> NDArray[np.uint8]:
    resized = PIL.Image.fromarray(plane).resize(
        (size[0], size[1]), PIL.Image.Resampling.LANCZOS, reducing_gap=GAP
    )
    return np.asarray(resized)
