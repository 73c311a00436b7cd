"""Colour of invisible pixels: they take the colour of their visible neighbours.

Files store any colour under full transparency, mostly black. Interpolation or a network would mix it into the edge,
as a dark fringe.
"""

import numpy as np
import PIL.Image

from engine.images.bit_depth import Raster, to_8_bits, to_bits
from engine.images.strips import strips


def fill_invisible(pixels: Raster, alpha: Raster) -> None:
    """Fills the pixels (H, W, 3) under alpha (H, W) 0 from the others by push and pull, in place; others stay.

    Push: halve the picture, averaging visible pixels only, until no pixel is empty. Pull: fill the empty pixels of
    each size from the next smaller size. Filled pixels have 8 bits of precision. Strips keep the memory below that of
    a few copies of a quarter of the picture.
    """
    if alpha.min() > 0 or max(alpha.shape) == 1:
        return
    below = _filled(_half(pixels, alpha)).convert("RGB")
    for rows in strips(*pixels.shape[:2]):
        invisible = alpha[rows] == 0
        if invisible.any():
            filled = np.asarray(_doubled(below, rows, alpha.shape))
            pixels[rows][invisible] = to_bits(filled[invisible], 8 * pixels.itemsize)


def _half(pixels: Raster, alpha: Raster) -> PIL.Image.Image:
    """Returns the picture at half its size, RGBA with alpha 0 or 255."""
    height, width = alpha.shape
    half = PIL.Image.new("RGBA", (-(-width // 2), -(-height // 2)))
    for rows in strips(height, width, multiple=2):
        strip = PIL.Image.fromarray(to_8_bits(pixels[rows]))
        strip.putalpha(PIL.Image.fromarray(np.where(alpha[rows] > 0, np.uint8(255), np.uint8(0))))
        half.paste(strip.reduce(2), (0, rows.start // 2))  # weighs by alpha
    half.putalpha(_visible(half.getchannel("A")))
    return half


def _doubled(below: PIL.Image.Image, rows: slice, shape: tuple[int, ...]) -> PIL.Image.Image:
    """Returns rows of `below` enlarged to a picture of `shape`."""
    height, width = shape
    scale = below.height / height
    box = (0, rows.start * scale, below.width, rows.stop * scale)
    return below.resize((width, rows.stop - rows.start), PIL.Image.Resampling.BILINEAR, box)


def _filled(picture: PIL.Image.Image) -> PIL.Image.Image:
    """Fills RGBA whose alpha is 0 or 255; the size stays."""
    alpha = picture.getchannel("A")
    if alpha.getextrema()[0] == 255 or max(picture.size) == 1:
        return picture
    smaller = picture.reduce(2)
    smaller.putalpha(_visible(smaller.getchannel("A")))
    below = _filled(smaller).resize(picture.size, PIL.Image.Resampling.BILINEAR)
    return PIL.Image.composite(picture, below, alpha)


def _visible(alpha: PIL.Image.Image) -> PIL.Image.Image:
    """255 where alpha is above 0. If alpha itself were averaged, 8 bits would lose a lone pixel after a few sizes."""
    return alpha.point([0] + [255] * 255)
