"""A picture with its smaller copies: all that scales of 1 and below need, and what a view starts from. No torch."""

from dataclasses import dataclass

import numpy as np

from engine import mip
from engine.axis import Axis
from engine.image import Image, Pixels

PREVIEW = 1 << 24
"""Pixels that a preview may have: more than any screen shows at once."""


@dataclass(frozen=True, eq=False)
class Picture:
    """image, and the pyramids of its colours and of its alpha."""

    image: Image
    colours: mip.Pyramid
    alpha: mip.Pyramid | None

    @property
    def size(self) -> tuple[int, int]:
        """(width, height), source px."""
        return self.image.width, self.image.height


def picture(image: Image) -> Picture:
    """`image` with its pyramids: a third more memory."""
    return Picture(
        image, mip.pyramid(image.pixels), None if image.alpha is None else mip.pyramid(image.alpha)
    )


def reduced(of: Picture, rows: Axis, cols: Axis) -> tuple[Pixels, Pixels | None]:
    """Colours (R, C, 3) and alpha (R, C) or None, uint8, at steps of 1 source px and above (see `mip.reduce`)."""
    return mip.reduce(of.colours, rows, cols), None if of.alpha is None else mip.reduce(of.alpha, rows, cols)


def preview(of: Picture) -> Pixels:
    """The whole picture as `screen` has it, a power of two smaller where it is larger than PREVIEW."""
    level = next(k for k, colours in enumerate(of.colours) if colours.shape[0] * colours.shape[1] <= PREVIEW)
    return screen(of.colours[level], None if of.alpha is None else of.alpha[level])


def screen(colours: Pixels, alpha: Pixels | None) -> Pixels:
    """(h, w, 3) sRGB, (h, w) alpha or None -> (h, w, 4) blue, green, red, alpha, premultiplied: as screens have it."""
    out = np.empty((*colours.shape[:2], 4), dtype=np.uint8)
    out[..., 3] = 255 if alpha is None else alpha
    for channel in range(3):
        plane = colours[..., 2 - channel]
        out[..., channel] = plane if alpha is None else (plane.astype(np.uint16) * alpha + 127) // 255
    return out
