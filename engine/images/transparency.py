"""Colour of invisible pixels: they take the colour of their visible neighbours.

Files store any colour under full transparency, mostly black. Interpolation or a network would mix it into the edge,
as a dark fringe.
"""

import numpy as np
import PIL.Image

from engine.images.bit_depth import DeepPixels, to_8_bits, to_16_bits


def bleed(colour: PIL.Image.Image, alpha: PIL.Image.Image) -> PIL.Image.Image:
    """Returns RGB in which the pixels under alpha 0 are filled from the others by push and pull; others stay.

    Push: halve the picture, averaging visible pixels only, until no pixel is empty. Pull: fill the empty pixels of
    each size from the next smaller size.
    """
    picture = colour.copy()
    picture.putalpha(_visible(alpha))
    return _filled(picture).convert("RGB")


def bleed_deep(pixels: DeepPixels, alpha: DeepPixels) -> DeepPixels:
    """`bleed` for (H, W, 3) and (H, W). Invisible pixels are filled at 8 bits; visible ones keep their 16 bits."""
    visible = np.where(alpha > 0, np.uint8(255), np.uint8(0))
    filled = np.asarray(bleed(PIL.Image.fromarray(to_8_bits(pixels)), PIL.Image.fromarray(visible)))
    return np.where(visible[..., None] > 0, pixels, to_16_bits(filled))


def _filled(picture: PIL.Image.Image) -> PIL.Image.Image:
    """Fills RGBA whose alpha is 0 or 255; the size stays."""
    alpha = picture.getchannel("A")
    if alpha.getextrema()[0] == 255 or max(picture.size) == 1:
        return picture
    smaller = picture.reduce(2)  # weighs by alpha
    smaller.putalpha(_visible(smaller.getchannel("A")))
    below = _filled(smaller).resize(picture.size, PIL.Image.Resampling.BILINEAR)
    return PIL.Image.composite(picture, below, alpha)


def _visible(alpha: PIL.Image.Image) -> PIL.Image.Image:
    """255 where alpha is above 0. If alpha itself were averaged, 8 bits would lose a lone pixel after a few sizes."""
    return alpha.point([0] + [255] * 255)
