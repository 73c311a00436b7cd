"""A picture with its smaller copies: the source of views at scales of 1 and below, and of the preview. No torch."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

import numpy as np
import PIL.Image

from engine.geometry.axis import Axis
from engine.geometry.viewport import Region
from engine.images import mip
from engine.images.area import Area
from engine.images.bit_depth import Pixels, Raster, read_only, to_8_bits
from engine.images.image import Image
from engine.images.large.raster import LargeArea
from engine.images.strips import strips

PREVIEW_PIXELS = 1 << 24
"""Most pixels of a preview: more than any screen shows at once."""


@dataclass(frozen=True, eq=False)
class Picture:
    """An image and its smaller copies, all read-only.

    The copies are made at first use. For 24 megapixels the pyramids take a second, in addition to the preview.
    """

    image: Image

    @property
    def size(self) -> tuple[int, int]:
        """(width, height), source px."""
        return self.image.width, self.image.height

    @cached_property
    def colour_levels(self) -> mip.Pyramid:
        """The pyramid of its pixels."""
        return _levels(self.image.pixels)

    @cached_property
    def alpha_levels(self) -> mip.Pyramid | None:
        """The pyramid of its alpha, if it has any."""
        return None if self.image.alpha is None else _levels(self.image.alpha)

    @cached_property
    def preview(self) -> Pixels:
        """The whole picture in the format of `to_screen`.

        A picture larger than PREVIEW_PIXELS is reduced by a power of two, with box averages; of a large picture it is
        the copy in memory.
        """
        pixels, alpha = self.image.pixels, self.image.alpha
        if isinstance(pixels, LargeArea):
            return to_screen(pixels.coarse, alpha.coarse if isinstance(alpha, LargeArea) else None)
        factor = _preview_reduction(self.size)
        height, width = pixels.shape[:2]
        out = np.empty((-(-height // factor), -(-width // factor), 4), np.uint8)
        for rows in strips(height, width, multiple=factor):
            colours = pixels[rows, :]
            reduced_alpha = None if alpha is None else _box_reduced(alpha[rows, :], factor)
            part = slice(rows.start // factor, -(-rows.stop // factor))
            _write_screen(_box_reduced(colours, factor), reduced_alpha, out[part])
        return read_only(out)

    def make_ready(self) -> None:
        """Makes all copies now."""
        _ = self.preview, self.colour_levels, self.alpha_levels

    @property
    def nbytes(self) -> int:
        """Bytes of its pixels and of the copies made so far."""
        made = vars(self)  # the values of cached properties, without making them
        arrays = [self.image.pixels, self.image.alpha, self.image.values, made.get("preview")]
        levels = [made.get("colour_levels", ()), made.get("alpha_levels") or ()]
        arrays += [level for pyramid in levels for level in pyramid[1:] if isinstance(level, np.ndarray)]
        return sum(array.nbytes for array in arrays if array is not None)


def _levels(pixels: Area) -> mip.Pyramid:
    return pixels.levels if isinstance(pixels, LargeArea) else mip.pyramid(pixels[:, :])


def reduced(picture: Picture, rows: Axis, cols: Axis) -> tuple[Raster, Raster | None]:
    """Returns colours (R, C, 3) and alpha (R, C) or None, of the picture's type.

    Steps are 1 source px and above (see `mip.reduce`).
    """
    colours, alpha = picture.colour_levels, picture.alpha_levels
    return mip.reduce(colours, rows, cols), None if alpha is None else mip.reduce(alpha, rows, cols)


def region_pixels(image: Image, region: Region) -> Pixels:
    """Returns the px that a region touches: (h, w, 4) red, green, blue, alpha, not premultiplied, read-only."""
    x, y, width, height = region
    part = slice(max(floor(y), 0), ceil(y + height)), slice(max(floor(x), 0), ceil(x + width))
    colours = to_8_bits(image.pixels[part])
    alpha = np.full(colours.shape[:2], 255, np.uint8) if image.alpha is None else to_8_bits(image.alpha[part])
    return read_only(np.dstack([colours, alpha]))


def to_screen(colours: Raster, alpha: Raster | None) -> Pixels:
    """Converts sRGB (h, w, 3) and alpha (h, w) or None to the pixel format of screens, read-only.

    The result is (h, w, 4) uint8: blue, green, red, alpha, premultiplied.
    """
    out = np.empty((*colours.shape[:2], 4), dtype=np.uint8)
    _write_screen(colours, alpha, out)
    return read_only(out)


def _write_screen(colours: Raster, alpha: Raster | None, out: Pixels) -> None:
    colours, alpha = to_8_bits(colours), None if alpha is None else to_8_bits(alpha)
    out[..., 3] = 255 if alpha is None else alpha
    # numpy crashes if memory for the buffers of a product of two types runs out
    weight = None if alpha is None else alpha.astype(np.uint16)
    for channel in range(3):
        plane = colours[..., 2 - channel]
        out[..., channel] = plane if weight is None else (plane.astype(np.uint16) * weight + 127) // 255


def estimated_bytes(size: tuple[int, int]) -> int:
    """Returns the bytes of a Picture of (width, height) px, 8 bits, without alpha: pixels, pyramid and preview."""
    pixels = size[0] * size[1]
    return 3 * pixels * 4 // 3 + 4 * pixels // _preview_reduction(size) ** 2


def _preview_reduction(size: tuple[int, int]) -> int:
    """Returns by which power of two the preview is smaller, along a side."""
    factor = 1
    while -(-size[0] // factor) * -(-size[1] // factor) > PREVIEW_PIXELS:
        factor *= 2
    return factor


def _box_reduced(pixels: Raster, factor: int) -> Raster:
    return pixels if factor == 1 else np.asarray(PIL.Image.fromarray(to_8_bits(pixels)).reduce(factor))
