"""Decodes an open image file into its final arrays, strip by strip: upright, in sRGB, alpha apart.

Beside the decoder's own picture and the final arrays it holds only a strip.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import PIL.Image

from engine.base.messages import Message, message
from engine.images import deep_samples, exif_orientation
from engine.images.bit_depth import DeepPixels, Raster, white
from engine.images.colour import deep_srgb_converter, srgb_converter
from engine.images.exif_orientation import Turn
from engine.images.image_file import ImageFile
from engine.images.strips import strips

Rasters = tuple[Raster, Raster | None]
"""Upright sRGB pixels (H, W, 3) and alpha (H, W), if not opaque. Both are contiguous."""
Allocate = Callable[[tuple[int, ...], type], Raster]
"""Makes an uninitialized array of a shape and a type, such as `np.empty`."""


@dataclass(frozen=True)
class _Strips:
    """A decoded picture as stored, read in strips. height, width: px. kind: uint8 or uint16.

    read: returns rows in sRGB, (h, W, 3), and their alpha.
    """

    height: int
    width: int
    kind: type
    read: Callable[[slice], Rasters]


def decode(file: ImageFile, notices: list[Message], allocate: Allocate = np.empty) -> Rasters:
    """Decodes the page of a file that is open. Invisible pixels keep the colours that the file stores.

    Raises whatever the decoders raise.
    """
    planes = _deep_planes(file, notices)
    turn = exif_orientation.turn(file, notices)
    if planes is None:
        return _upright(_pillow_strips(file, notices), turn, allocate)
    return _upright(_deep_strips(file, *planes, notices), turn, allocate)


def _upright(source: _Strips, turn: Turn, allocate: Allocate) -> Rasters:
    """Fills the final arrays. Alpha that is opaque everywhere becomes None."""
    shape = turn.shape(source.height, source.width)
    pixels = allocate((*shape, 3), source.kind)
    alpha: Raster | None = None
    for rows in strips(source.height, 3 * source.width):
        colour, mask = source.read(rows)
        place = turn.place(rows, source.height)
        pixels[place] = turn.array(colour)
        if mask is None:
            continue
        if alpha is None and mask.min() < white(mask):
            alpha = allocate(shape, source.kind)
            alpha[...] = white(mask)
        if alpha is not None:
            alpha[place] = turn.array(mask)
    return pixels, alpha


def _deep_planes(file: ImageFile, notices: list[Message]) -> deep_samples.Planes | None:
    """Returns (colour, alpha) with 16 bits per sample if the file has more than 8.

    Otherwise decodes file.picture in place and returns None.
    """
    picture, planes = file.picture, None
    if file.head.deep_bits is not None:
        planes = deep_samples.read_samples(file, file.head.deep_bits, notices)
    else:
        picture.load()
    if planes is None and (picture.mode in ("I", "F") or picture.mode.startswith("I;16")):
        return _gray(picture, notices), None
    return planes


def _profile(file: ImageFile, notices: list[Message]) -> bytes | None:
    """Returns the file's ICC profile, or one made from its code numbers; None for sRGB."""
    return file.coding.profile(notices) if file.coding else file.profile


def _pillow_strips(file: ImageFile, notices: list[Message]) -> _Strips:
    """Strips of Pillow's loaded picture, which has 8 bits."""
    picture = file.picture
    colour, _ = _split(picture.crop((0, 0, picture.width, 1)))
    to_srgb = srgb_converter(colour.mode, _profile(file, notices), notices)

    def read(rows: slice) -> Rasters:
        colour, alpha = _split(picture.crop((0, rows.start, picture.width, rows.stop)))
        return np.asarray(to_srgb(colour)), None if alpha is None else np.asarray(alpha)

    return _Strips(picture.height, picture.width, np.uint8, read)


def _split(picture: PIL.Image.Image) -> tuple[PIL.Image.Image, PIL.Image.Image | None]:
    """Splits into colour in L, RGB, CMYK or LAB, still in the file's colour space, and alpha in L."""
    if picture.mode in ("LA", "La"):
        gray, alpha = picture.convert("LA").split()
        return gray, alpha
    if picture.has_transparency_data:
        straight = picture.convert("RGBA")
        return straight.convert("RGB"), straight.getchannel("A")
    if picture.mode in ("L", "RGB", "CMYK", "LAB"):
        return picture, None
    return picture.convert("L" if picture.mode == "1" else "RGB"), None


def _deep_strips(
    file: ImageFile, colour: DeepPixels, alpha: DeepPixels | None, notices: list[Message]
) -> _Strips:
    """Strips of samples of 16 bits."""
    to_srgb = deep_srgb_converter(colour.shape[2], _profile(file, notices), notices)

    def read(rows: slice) -> Rasters:
        return to_srgb(colour[rows]), None if alpha is None else alpha[rows]

    return _Strips(colour.shape[0], colour.shape[1], np.uint16, read)


def _gray(picture: PIL.Image.Image, notices: list[Message]) -> DeepPixels:
    """Converts gray of 16 bits, 32 bits or float to (H, W, 1).

    16-bit values and floats in [0, 1] have a known white. Any other range is stretched to black and white.
    """
    low, high = 0.0, 1.0 if picture.mode == "F" else 65535.0
    least, most = _range(picture, notices)
    if least < low or most > high:
        low, high = least, most
        notices.append(
            message("values from {low:g} to {high:g} scaled to black and white", low=low, high=high)
        )
    gray: DeepPixels = np.empty((picture.height, picture.width, 1), np.uint16)
    # White may be 0 in a TIFF, which Pillow respects at 8 bits only.
    tags: Any = getattr(picture, "tag_v2", {})
    inverted = tags.get(262) == 0
    for rows, values, _ in _gray_strips(picture):
        scaled = np.rint((values - low) * (65535 / (high - low or 1.0))).astype(np.uint16)
        gray[rows, :, 0] = 65535 - scaled if inverted else scaled
    return gray


def _range(picture: PIL.Image.Image, notices: list[Message]) -> tuple[float, float]:
    """Returns the least and the largest value."""
    extrema, finite = [], True
    for _, values, strip_finite in _gray_strips(picture):
        extrema += [float(values.min()), float(values.max())]
        finite = finite and strip_finite
    if not finite:
        notices.append(message("values that are not numbers are shown as black"))
    return min(extrema), max(extrema)


def _gray_strips(picture: PIL.Image.Image) -> Iterator[tuple[slice, Any, bool]]:
    """Yields rows, their values (h, W) float32 with 0 for what is no number, and whether all were numbers."""
    for rows in strips(picture.height, picture.width):
        values = np.asarray(picture.crop((0, rows.start, picture.width, rows.stop))).astype(np.float32)
        finite = bool(np.isfinite(values).all())
        yield rows, values if finite else np.nan_to_num(values, posinf=0, neginf=0), finite
