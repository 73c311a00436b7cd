"""What the drawn files of several formats share."""

import io

import numpy as np
import PIL.Image

from tests.engine.images.drawn.case import plain

SWAPPED = plain()[..., [1, 0, 2]]
"""`plain` in the profile whose red and green primaries are exchanged."""
TURNS = {
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.swapaxes(0, 1),
    6: lambda a: np.rot90(a, 1),
    7: lambda a: a[::-1, ::-1].swapaxes(0, 1),
    8: lambda a: np.rot90(a, -1),
}
"""What the camera stored of an upright picture, by the EXIF orientation."""


def saved(samples, form, mode=None, **options):
    """Returns a file of Pillow."""
    buffer = io.BytesIO()
    picture = PIL.Image.fromarray(samples)
    (picture.convert(mode) if mode else picture).save(buffer, form, **options)
    return buffer.getvalue()


def palette_picture(samples):
    """Returns Pillow's picture of 16 colours, and the colours of its pixels."""
    picture = PIL.Image.fromarray(samples).quantize(16)
    return picture, np.asarray(picture.convert("RGB"))


def bits_of(samples):
    return (samples > 127).astype(np.uint8)


def exif(orientation):
    out = PIL.Image.Exif()
    out[0x0112] = orientation
    return out


def sideways(orientation, samples=None):
    """Returns the stored samples of an upright picture."""
    return np.ascontiguousarray(TURNS[orientation](plain() if samples is None else samples))


def frames(form, **options):
    pictures = [PIL.Image.fromarray(plain())] + [PIL.Image.fromarray(255 - plain())] * 2
    buffer = io.BytesIO()
    pictures[0].save(buffer, form, save_all=True, append_images=pictures[1:], **options)
    return buffer.getvalue()
