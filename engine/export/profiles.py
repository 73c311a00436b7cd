"""Colour profiles of exported files, and the conversion of sRGB bands into them."""

import struct
from collections.abc import Callable
from functools import cache

import imagecodecs
import numpy as np
from PIL import ImageCms

from engine.images.bit_depth import DeepPixels
from engine.images.cicp import Coding

DATE = slice(24, 36)
"""Bytes of a profile that hold its date."""
FIXED_DATE = bytes((0x07, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
"""1 January 2024: the same picture gives the same file at any time."""
UNNAMED = struct.pack(">II", 24, 28) + "RGB built-in".encode("utf-16-be")
NAMED_P3 = struct.pack(">II", 20, 28) + "Display P3\0\0".encode("utf-16-be")
"""Length, place and text of the name that lcms gives, and of the name that other programs show."""
EXACT = imagecodecs.CMS.FLAGS.NOOPTIMIZE
"""Without it, lcms interpolates in a table of 33 colours a side: dark saturated ones are off by 5 %."""
SPACE = slice(16, 20)
DISPLAY_P3 = Coding(12, 13)


@cache
def srgb() -> bytes:
    """Returns the profile of sRGB."""
    return _dated(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


@cache
def display_p3() -> bytes:
    """Returns the profile of Display P3."""
    return _dated(DISPLAY_P3.profile().replace(UNNAMED, NAMED_P3))


def is_rgb(profile: bytes) -> bool:
    """Returns whether a profile is of an RGB space, so that any colour of a picture can be converted into it."""
    return profile[SPACE] == b"RGB "


def converter(profile: bytes) -> Callable[[DeepPixels], DeepPixels]:
    """Returns a function that converts (rows, W, 3 or 4) uint16 from sRGB. Alpha stays as it is.

    Raises imagecodecs.CmsError for a profile that cannot be used.
    """

    def convert(band: DeepPixels) -> DeepPixels:
        converted: DeepPixels = imagecodecs.cms_transform(
            np.ascontiguousarray(band[..., :3]),
            srgb(),
            profile,
            colorspace="rgb",
            outcolorspace="rgb",
            intent=imagecodecs.CMS.INTENT.RELATIVE_COLORIMETRIC,
            flags=imagecodecs.CMS.FLAGS.BLACKPOINTCOMPENSATION | EXACT,
        )
        return converted if band.shape[2] == 3 else np.dstack([converted, band[..., 3]])

    convert(np.zeros((1, 1, 3), np.uint16))
    return convert


def _dated(profile: bytes) -> bytes:
    return profile[: DATE.start] + FIXED_DATE + profile[DATE.stop :]
