"""The colour of what cannot be seen: invisible pixels take their visible neighbours' colour.

Files store anything under full transparency, mostly black. An interpolating or learned enlargement mixes it
into the edge, as a dark fringe.
"""

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.depth import to_8_bits, to_16_bits

Deep = NDArray[np.uint16]


def bleed(colour: PIL.Image.Image, alpha: PIL.Image.Image) -> PIL.Image.Image:
    """RGB whose pixels under alpha 0 are filled from the others, by push and pull; all others stay.

    Push: halve the picture, averaging visible pixels only, until none is empty. Pull: fill each size's empty
    pixels from the next smaller one.
    """
    picture = colour.copy()
    picture.putalpha(_visible(alpha))
    return _filled(picture).convert("RGB")


def bleed_deep(pixels: Deep, alpha: Deep) -> Deep:
    """The same of (H, W, 3) and (H, W): what nobody sees is filled at 8 bits, what is seen keeps its 16."""
    seen = np.where(alpha > 0, np.uint8(255), np.uint8(0))
    filled = np.asarray(bleed(PIL.Image.fromarray(to_8_bits(pixels)), PIL.Image.fromarray(seen)))
    return np.where(seen[..., None] > 0, pixels, to_16_bits(filled))


def _filled(picture: PIL.Image.Image) -> PIL.Image.Image:
    """RGBA with alpha 0 or 255 -> the same size, filled."""
    alpha = picture.getchannel("A")
    if alpha.getextrema()[0] == 255 or max(picture.size) == 1:
        return picture
    smaller = picture.reduce(2)  # weighs by alpha
    smaller.putalpha(_visible(smaller.getchannel("A")))
    below = _filled(smaller).resize(picture.size, PIL.Image.Resampling.BILINEAR)
    return PIL.Image.composite(picture, below, alpha)


def _visible(alpha: PIL.Image.Image) -> PIL.Image.Image:
    # Were alpha itself averaged, eight bits would lose a lone pixel after a few sizes.
    return alpha.point([0] + [255] * 255)
