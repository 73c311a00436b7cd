"""Small pictures for file managers, which call `unpixel thumbnail IMAGE OUT SIDE`. No torch, no model."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import PIL.Image

from engine.base import write_failure
from engine.base.atomic_file import replacing
from engine.base.errors import ExportError
from engine.geometry.axis import Axis
from engine.images import image
from engine.images.bit_depth import to_8_bits
from engine.images.picture import Picture, reduced


def write(source: Path, out: Path, side: int) -> tuple[int, int]:
    """Writes a PNG of at most `side` px a side, whatever the name of `out` ends in. Returns (width, height).

    A smaller picture keeps its size. Raises ImageError and ExportError.
    """
    picture = Picture(image.load(source))
    rows, cols = (_axis(length, max(picture.size), side) for length in reversed(picture.size))
    colours, alpha = reduced(picture, rows, cols)
    samples = colours if alpha is None else np.dstack([colours, alpha])
    drawn = PIL.Image.fromarray(to_8_bits(samples))
    try:
        with replacing(out) as temporary:
            drawn.save(temporary, "PNG")
    except OSError as error:
        raise ExportError(out, *write_failure.explained(error, out)) from error
    return drawn.size


def _axis(length: int, longest: int, side: int) -> Axis:
    """Returns samples over `length` source px, where `longest` px become at most `side`."""
    count = max(length * min(side, longest) // longest, 1)
    return Axis(Fraction(0), Fraction(length, count), count)
