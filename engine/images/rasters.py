"""Turns decoded samples into the final arrays, strip by strip: upright, in sRGB, alpha apart.

Beside the decoder's own picture and the final arrays it holds only a strip.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images import exif_orientation
from engine.images.bit_depth import Raster, white
from engine.images.colour import deep_lab_to_srgb, deep_srgb_converter, srgb_converter, without_profile
from engine.images.exif_orientation import Turn
from engine.images.head import Head, Model
from engine.images.samples import Samples, Values
from engine.images.strips import strips

Allocate = Callable[[tuple[int, ...], type], NDArray[Any]]
"""Makes an uninitialized array of a shape and a type, such as `np.empty`."""
LAB_ZERO = np.array([0, 128, 128], np.uint8)


@dataclass(frozen=True)
class Rasters:
    """Upright arrays, all contiguous. pixels: (H, W, 3) sRGB. alpha: (H, W); None if opaque.

    values: the file's own numbers, (H, W) or (H, W, 3) float32; None where samples of 16 bits hold them.
    """

    pixels: Raster
    alpha: Raster | None
    values: Values | None

    @property
    def planes(self) -> tuple[Raster, Raster | None]:
        """Pixels and alpha."""
        return self.pixels, self.alpha

    @property
    def all(self) -> list[NDArray[Any]]:
        """The arrays that there are."""
        return [each for each in (self.pixels, self.alpha, self.values) if each is not None]


def upright(head: Head, samples: Samples, profile: bytes | None, allocate: Allocate = np.empty) -> Rasters:
    """Converts samples to the final arrays. Invisible pixels keep the colours that the file stores.

    profile: of the samples; None for sRGB. Alpha that is opaque everywhere becomes None.
    """
    turn, to_srgb = exif_orientation.turn(head), _converter(head, samples, profile)
    shape = turn.shape(samples.height, samples.width)
    pixels: Raster = allocate((*shape, 3), samples.kind)
    alpha: Raster | None = None
    for rows in strips(samples.height, 3 * samples.width):
        colour, mask = samples.read(rows)
        place = turn.place(rows, samples.height)
        pixels[place] = turn.array(to_srgb(colour))
        if mask is None:
            continue
        if alpha is None and mask.min() < white(mask):
            alpha = allocate(shape, samples.kind)
            alpha[...] = white(mask)
        if alpha is not None:
            alpha[place] = turn.array(mask)
    return Rasters(pixels, alpha, _upright_values(samples.values, turn, allocate))


def _upright_values(values: Values | None, turn: Turn, allocate: Allocate) -> Values | None:
    if values is None:
        return None
    height, width = values.shape[:2]
    out: Values = allocate((*turn.shape(height, width), *values.shape[2:]), np.float32)
    for rows in strips(height, values[:1].size):
        out[turn.place(rows, height)] = turn.array(values[rows])
    return out


def _converter(head: Head, samples: Samples, profile: bytes | None) -> Callable[[Any], Raster]:
    """Returns a function that converts rows (h, W, channels) to sRGB, (h, W, 3)."""
    if samples.kind is np.uint16 and head.model is Model.LAB:
        return deep_lab_to_srgb
    if samples.kind is np.uint16:
        return deep_srgb_converter(samples.channels, profile)
    mode = head.model.pillow_mode
    convert = srgb_converter(mode, profile)
    if mode == "RGB" and convert is without_profile:
        return lambda rows: rows
    return lambda rows: np.asarray(convert(_picture(rows, mode)))


def _picture(rows: Raster, mode: str) -> PIL.Image.Image:
    """Returns rows of 8 bits as Pillow's picture."""
    if mode == "LAB":  # Pillow's a and b are signed
        rows = rows ^ LAB_ZERO
    data = np.ascontiguousarray(rows)
    return PIL.Image.frombuffer(mode, (rows.shape[1], rows.shape[0]), data, "raw", mode, 0, 1)
