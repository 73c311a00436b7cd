"""A picture with its smaller copies: all that scales of 1 and below need, and what a view starts from. No torch."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

import numpy as np
import PIL.Image

from engine.geometry.axis import Axis
from engine.images import mip
from engine.images.depth import Raster, to_8_bits
from engine.images.image import Image, Pixels

PREVIEW = 1 << 24
"""Pixels that a preview may have: more than any screen shows at once."""


@dataclass(frozen=True, eq=False)
class Picture:
    """The pyramids are made when they are first looked at: a second for 24 megapixels, after the preview."""

    image: Image

    @property
    def size(self) -> tuple[int, int]:
        """(width, height), source px."""
        return self.image.width, self.image.height

    @cached_property
    def colours(self) -> mip.Pyramid:
        """Of its pixels."""
        return mip.pyramid(self.image.pixels)

    @cached_property
    def alpha(self) -> mip.Pyramid | None:
        """Of its alpha, if it has any."""
        return None if self.image.alpha is None else mip.pyramid(self.image.alpha)

    @cached_property
    def preview(self) -> Pixels:
        """All of it as `screen` has it, by box averages a power of two smaller where it is larger than PREVIEW."""
        factor = _reduction(self.size)
        colours, alpha = self.image.pixels, self.image.alpha
        return to_screen(_box(colours, factor), None if alpha is None else _box(alpha, factor))

    def make_ready(self) -> None:
        """Makes all that is made when it is first looked at."""
        _ = self.preview, self.colours, self.alpha

    @property
    def nbytes(self) -> int:
        """Of its pixels and of what has been made of them."""
        there = vars(self)  # what a cached property holds, without making it
        arrays = [self.image.pixels, self.image.alpha, there.get("preview")]
        arrays += [*there.get("colours", ())[1:], *(there.get("alpha") or ())[1:]]
        return sum(array.nbytes for array in arrays if array is not None)


def reduced(of: Picture, rows: Axis, cols: Axis) -> tuple[Raster, Raster | None]:
    """Colours (R, C, 3) and alpha (R, C) or None, of its type, at steps of 1 source px and above (see `mip.reduce`)."""
    return mip.reduce(of.colours, rows, cols), None if of.alpha is None else mip.reduce(of.alpha, rows, cols)


def region_pixels(image: Image, region: tuple[Fraction, Fraction, Fraction, Fraction]) -> Pixels:
    """The px that x, y, width, height, source px, touch: (h, w, 4) red, green, blue, alpha, not premultiplied."""
    x, y, width, height = region
    part = slice(max(floor(y), 0), ceil(y + height)), slice(max(floor(x), 0), ceil(x + width))
    colours = to_8_bits(image.pixels[part])
    alpha = np.full(colours.shape[:2], 255, np.uint8) if image.alpha is None else to_8_bits(image.alpha[part])
    return np.dstack([colours, alpha])


def estimated_bytes(size: tuple[int, int]) -> int:
    """What a picture of (width, height) px of 8 bits without alpha takes: its pixels, their halves, the preview."""
    pixels = size[0] * size[1]
    return 3 * pixels * 4 // 3 + 4 * pixels // _reduction(size) ** 2


def _reduction(size: tuple[int, int]) -> int:
    """How many times smaller the preview is, along a side."""
    factor = 1
    while -(-size[0] // factor) * -(-size[1] // factor) > PREVIEW:
        factor *= 2
    return factor


def _box(pixels: Raster, factor: int) -> Raster:
    return pixels if factor == 1 else np.asarray(PIL.Image.fromarray(to_8_bits(pixels)).reduce(factor))


def to_screen(colours: Raster, alpha: Raster | None) -> Pixels:
    """(h, w, 3) sRGB, (h, w) alpha or None -> (h, w, 4) blue, green, red, alpha, premultiplied: as screens have it."""
    out = np.empty((*colours.shape[:2], 4), dtype=np.uint8)
    colours, alpha = to_8_bits(colours), None if alpha is None else to_8_bits(alpha)
    out[..., 3] = 255 if alpha is None else alpha
    for channel in range(3):
        plane = colours[..., 2 - channel]
        out[..., channel] = plane if alpha is None else (plane.astype(np.uint16) * alpha + 127) // 255
    return out
