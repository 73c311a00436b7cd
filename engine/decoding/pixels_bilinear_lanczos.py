"""Classical interpolation on any grid: the source's pixels, bilinear and Lanczos, as references beside a model.

Bicubic is not among them: it is a model without a network (engine/models/bicubic.py).
"""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import torch
from numpy.typing import NDArray

from engine.geometry.axis import Axis, Indices, Offsets
from engine.images.area import Area
from engine.images.bit_depth import Pixels, Raster, to_8_bits
from engine.images.picture import Picture, reduced
from engine.models.implicit import Check, never_cancel

PIXELS, BILINEAR, LANCZOS = "pixels", "bilinear", "lanczos"
NAMES = (PIXELS, BILINEAR, LANCZOS)
LANCZOS_RADIUS = 3
"""Radius of Lanczos' kernel, source px."""
BLOCK = 128
"""Side of the block of samples that is computed at once. A block is a dense product with all pixels under it, most of
which have a weight of 0."""

Taps = tuple[Indices, Offsets]
"""Along one axis, the pixels that each sample is a sum of: index and weight, each (count, taps)."""


@dataclass(frozen=True)
class InterpolatedImage:
    """A picture interpolated by one of NAMES, with the interface of a ContinuousImage."""

    picture: Picture
    name: str

    def grid(
        self, rows: Axis, cols: Axis, check: Check = never_cancel, sampled: bool = False
    ) -> tuple[Raster, Raster | None]:
        """Interpolates the grid rows x cols (source px): uint8 sRGB (R, C, 3), and uint8 alpha (R, C) if there is one.

        Cells of one source px or more average the source pixels. sampled: part of the interface, ignored here.
        Raises what `check` raises.
        """
        del sampled
        if rows.step >= 1 and cols.step >= 1:
            return reduced(self.picture, rows, cols)
        image = self.picture.image
        colours = _interpolated(image.pixels, rows, cols, self.name, check)
        if image.alpha is None:
            return colours, None
        return colours, _interpolated(image.alpha, rows, cols, self.name, check)[..., 0]


def _interpolated(area: Area, rows: Axis, cols: Axis, name: str, check: Check) -> Pixels:
    """`interpolate` of the part of an area under the grid: not more of it is read."""
    down, across = (_span(axis, side) for axis, side in zip((rows, cols), area.shape[:2], strict=True))
    part = to_8_bits(area[slice(*down), slice(*across)])
    rows, cols = _moved(rows, down[0]), _moved(cols, across[0])
    return interpolate(part if part.ndim == 3 else part[..., None], rows, cols, name, check)


def _moved(axis: Axis, first: int) -> Axis:
    """Returns the same samples, counted from the pixel `first` on."""
    return Axis(axis.start - first, axis.step, axis.count, axis.cell)


def _span(axis: Axis, size: int) -> tuple[int, int]:
    """Returns the pixels [first, last) that any interpolation of an axis reads, along `size` pixels.

    `first` is even: of two pixels as near as each other, `Axis.nearest` takes the even one.
    """
    first = min(max(floor(axis.start) - LANCZOS_RADIUS, 0), size - 1) & ~1
    return first, max(min(ceil(axis.end) + LANCZOS_RADIUS, size), first + 1)


def interpolate(pixels: Pixels, rows: Axis, cols: Axis, name: str, check: Check = never_cancel) -> Pixels:
    """Interpolates (H, W, n) uint8 at the middles of a grid's cells -> (R, C, n) uint8. The border is repeated."""
    height, width = pixels.shape[:2]
    if name == PIXELS:
        return pixels[np.ix_(rows.nearest(height)[0], cols.nearest(width)[0])]
    down, across = _taps(rows, height, name), _taps(cols, width, name)
    out = np.empty((rows.count, cols.count, pixels.shape[2]), dtype=np.uint8)
    for top in range(0, rows.count, BLOCK):
        for left in range(0, cols.count, BLOCK):
            check()
            block = slice(top, top + BLOCK), slice(left, left + BLOCK)
            out[block] = _block(pixels, _part(down, block[0]), _part(across, block[1]))
    return out


def _taps(axis: Axis, size: int, name: str) -> Taps:
    """Returns the taps of each sample, along an axis of `size` pixels."""
    index, fraction = axis.positions()
    first = index - (fraction < 0.5)
    offset = (index - first) + (fraction - 0.5)  # from the centre of pixel `first`, source px, in [0, 1)
    if name == BILINEAR:
        taps = np.arange(2)
        weights = 1.0 - np.abs(offset[:, None] - taps)
    else:
        taps = np.arange(1 - LANCZOS_RADIUS, 1 + LANCZOS_RADIUS)
        distance = np.abs(offset[:, None] - taps)
        weights = np.sinc(distance) * np.sinc(distance / LANCZOS_RADIUS)
        weights /= weights.sum(axis=1, keepdims=True)
    return np.clip(first[:, None] + taps, 0, size - 1), weights


def _part(taps: Taps, samples: slice) -> Taps:
    return taps[0][samples], taps[1][samples]


def _block(pixels: Pixels, down: Taps, across: Taps) -> Pixels:
    """Interpolates one block of samples, (R, C, n), as two dense products with the pixels under it."""
    (top, rows), (left, cols) = _dense(*down), _dense(*across)
    part = pixels[top : top + rows.shape[1], left : left + cols.shape[1]]
    with torch.inference_mode():
        planes = torch.from_numpy(np.array(part.transpose(2, 0, 1), order="C")).float()
        values = torch.from_numpy(rows) @ planes @ torch.from_numpy(cols).T  # (n, R, C)
        eight_bits: Pixels = values.round_().clamp_(0.0, 255.0).byte().permute(1, 2, 0).numpy()
    return eight_bits


def _dense(index: Indices, weights: Offsets) -> tuple[int, NDArray[np.float32]]:
    """Returns the first pixel that has a weight, and the weights as a matrix (samples, pixels from the first on)."""
    first = int(index.min())
    matrix = np.zeros((len(index), int(index.max()) - first + 1), dtype=np.float32)
    np.add.at(matrix, (np.arange(len(index))[:, None], index - first), weights.astype(np.float32))
    return first, matrix
