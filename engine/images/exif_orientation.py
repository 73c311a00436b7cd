"""Applies the EXIF orientation to a decoded picture."""

from collections.abc import Callable

import numpy as np
import PIL.Image

from engine.base.messages import Message, message
from engine.images.bit_depth import DeepPixels
from engine.images.image_file import ImageFile

ORIENTATION_TAG = 0x0112
EXIF_TRANSPOSES = {
    2: PIL.Image.Transpose.FLIP_LEFT_RIGHT,
    3: PIL.Image.Transpose.ROTATE_180,
    4: PIL.Image.Transpose.FLIP_TOP_BOTTOM,
    5: PIL.Image.Transpose.TRANSPOSE,
    6: PIL.Image.Transpose.ROTATE_270,
    7: PIL.Image.Transpose.TRANSVERSE,
    8: PIL.Image.Transpose.ROTATE_90,
}
"""The operation that makes a picture upright, by the value of the tag."""
DEEP_TRANSPOSES: dict[PIL.Image.Transpose | None, Callable[[DeepPixels], DeepPixels]] = {
    None: lambda samples: samples,
    PIL.Image.Transpose.FLIP_LEFT_RIGHT: lambda samples: samples[:, ::-1],
    PIL.Image.Transpose.FLIP_TOP_BOTTOM: lambda samples: samples[::-1],
    PIL.Image.Transpose.ROTATE_90: np.rot90,
    PIL.Image.Transpose.ROTATE_180: lambda samples: samples[::-1, ::-1],
    PIL.Image.Transpose.ROTATE_270: lambda samples: np.rot90(samples, -1),
    PIL.Image.Transpose.TRANSPOSE: lambda samples: samples.swapaxes(0, 1),
    PIL.Image.Transpose.TRANSVERSE: lambda samples: samples[::-1, ::-1].swapaxes(0, 1),
}
"""The same operations for arrays (H, W, …); the results are views."""


def upright(file: ImageFile, notices: list[Message]) -> PIL.Image.Image:
    """Returns Pillow's picture upright. Call it after decoding: Pillow rotates a TIFF itself and removes its tag."""
    transpose = _transpose(file, notices)
    return file.picture if transpose is None else file.picture.transpose(transpose)


def array_transpose(file: ImageFile, notices: list[Message]) -> Callable[[DeepPixels], DeepPixels]:
    """Returns the function that makes arrays (H, W, ...) of the file's samples upright."""
    return DEEP_TRANSPOSES[_transpose(file, notices)]


def _transpose(file: ImageFile, notices: list[Message]) -> PIL.Image.Transpose | None:
    """Returns the operation that makes the picture upright; None if it is upright already."""
    if file.head.decoder_orients:
        return None
    try:
        orientation = file.picture.getexif().get(ORIENTATION_TAG)
    except (SyntaxError, ValueError, KeyError, TypeError, OSError, EOFError) as error:
        notices.append(message("unreadable EXIF data ignored ({why})", why=error))
        return None
    return EXIF_TRANSPOSES.get(orientation) if isinstance(orientation, int) else None
