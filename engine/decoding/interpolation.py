"""A picture's own pixels on any grid, and what has always been made between them: the yardsticks beside a model.

Bicubic is not among them: it is a model without a network (engine/models/bicubic.py).
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from engine.geometry.axis import Axis, Indices, Offsets
from engine.images.depth import Raster, to_8_bits
from engine.images.image import Pixels
from engine.images.picture import Picture, reduced
from engine.models.implicit import Check, never_cancel

PIXELS, BILINEAR, LANCZOS = "pixels", "bilinear", "lanczos"
NAMES = (PIXELS, BILINEAR, LANCZOS)
REACH = 3
"""Of Lanczos' kernel, source px."""
BLOCK = 128
"""Samples along a side of what is computed at once: within it each weighs all pixels under it, most of them by 0."""


@dataclass(frozen=True)
class InterpolatedImage:
    """A picture under one of NAMES, asked as a ContinuousImage is."""

    picture: Picture
    name: str

    def grid(
        self, rows: Axis, cols: Axis, check: Check = never_cancel, sampled: bool = False
    ) -> tuple[Raster, Raster | None]:
        """rows x cols (source px) -> colours (R, C, 3) uint8 sRGB, and alpha (R, C) uint8 where the picture has it.

        Cells of a source px or more average the source's pixels. sampled: of no use here. Raises what `check` raises.
        """
        del sampled
        if rows.step >= 1 and cols.step >= 1:
            return reduced(self.picture, rows, cols)
        image = self.picture.image
        colours = interpolate(image.eight_bits, rows, cols, self.name, check)
        if image.alpha is None:
            return colours, None
        return colours, interpolate(to_8_bits(image.alpha)[..., None], rows, cols, self.name, check)[..., 0]


def interpolate(pixels: Pixels, rows: Axis, cols: Axis, name: str, check: Check = never_cancel) -> Pixels:
    """(H, W, n) uint8 at the middles of the cells of a grid -> (R, C, n) uint8. The border is repeated."""
    height, width = pixels.shape[:2]
    if name == PIXELS:
        return pixels[np.ix_(rows.nearest(height)[0], cols.nearest(width)[0])]
    down, across = _weights(rows, height, name), _weights(cols, width, name)
    out = np.empty((rows.count, cols.count, pixels.shape[2]), dtype=np.uint8)
    for top in range(0, rows.count, BLOCK):
        for left in range(0, cols.count, BLOCK):
            check()
            there = slice(top, top + BLOCK), slice(left, left + BLOCK)
            out[there] = _block(
                pixels, [part[there[0]] for part in down], [part[there[1]] for part in across]
            )
    return out


def _weights(axis: Axis, size: int, name: str) -> tuple[Indices, Offsets]:
    """The pixels, of `size`, that each sample takes from: index and weight, each (count, taps)."""
    index, fraction = axis.positions()
    first = index - (fraction < 0.5)
    past = (index - first) + (fraction - 0.5)  # how far past the centre of `first`, in [0, 1)
    taps = np.arange(2) if name == BILINEAR else np.arange(1 - REACH, 1 + REACH)
    distance = np.abs(past[:, None] - taps)
    if name == BILINEAR:
        weights = 1.0 - distance
    else:
        weights = np.sinc(distance) * np.sinc(distance / REACH)
        weights /= weights.sum(axis=1, keepdims=True)
    return np.clip(first[:, None] + taps, 0, size - 1), weights


def _block(pixels: Pixels, down: list[NDArray], across: list[NDArray]) -> Pixels:  # type: ignore[type-arg]
    """A few samples: two dense products, of the pixels under them."""
    (top, rows), (left, cols) = _dense(*down), _dense(*across)
    part = pixels[top : top + rows.shape[1], left : left + cols.shape[1]]
    with torch.inference_mode():
        planes = torch.from_numpy(np.ascontiguousarray(part.transpose(2, 0, 1))).float()
        values = torch.from_numpy(rows) @ planes @ torch.from_numpy(cols).T  # (n, R, C)
        eight: Pixels = values.round_().clamp_(0.0, 255.0).byte().permute(1, 2, 0).numpy()
    return eight


def _dense(index: Indices, weights: Offsets) -> tuple[int, NDArray[np.float32]]:
    """The first px that is taken from, and the weights as a matrix (samples, px from it on)."""
    first = int(index.min())
    matrix = np.zeros((len(index), int(index.max()) - first + 1), dtype=np.float32)
    np.add.at(matrix, (np.arange(len(index))[:, None], index - first), weights.astype(np.float32))
    return first, matrix
