"""A small copy of a picture, for lists of pictures and file managers. No model."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.geometry.axis import Axis
from engine.images.bit_depth import to_8_bits
from engine.images.image import Image
from engine.images.picture import Picture, reduced


def small_copy(image: Image, side: int) -> NDArray[np.uint8]:
    """Returns (h, w, 3) or, with alpha, (h, w, 4) uint8 of at most `side` px a side. A smaller picture stays."""
    picture = Picture(image)
    rows, cols = (_axis(length, max(picture.size), side) for length in reversed(picture.size))
    colours, alpha = reduced(picture, rows, cols)
    return to_8_bits(colours if alpha is None else np.dstack([colours, alpha]))


def _axis(length: int, longest: int, side: int) -> Axis:
    """Returns samples over `length` source px, where `longest` px become at most `side`."""
    count = max(length * min(side, longest) // longest, 1)
    return Axis(Fraction(0), Fraction(length, count), count)
