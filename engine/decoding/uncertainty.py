"""Uncertainty of a view: two heuristics, each with one number per place. Importing this loads no torch.

SPREAD, the ensemble deviation: the local ensemble blends four predictions of each colour (paper, section 3.1). Where
they differ, the model is less sure.
SOURCE, the source error: a decoded image, reduced to the source's size, should equal the source. Where it does not,
the model added or lost something.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.geometry.axis import Axis
from engine.geometry.tile_index import Span
from engine.geometry.viewport import Viewport
from engine.images import lowres
from engine.images.bit_depth import to_8_bits

if TYPE_CHECKING:
    from engine.decoding.continuous_image import ContinuousImage

SPREAD_SIDE = 8
"""Side of one value of the ensemble deviation, device px, at most, once a source px has room for two of them."""
OVERSAMPLING = 2
"""Decoded cells per source px, along one axis, for the source error: a scale that every model was trained with."""
BICUBIC_MARGIN = 2
"""Source px beyond each side of a source px that Pillow's bicubic reads to compute it."""
BLOCK = 128
"""Side of the block that is decoded and reduced at once, source px."""


class UncertaintyKind(Enum):
    """Heuristic that an uncertainty map was computed by."""

    SPREAD = "spread"
    SOURCE = "source"


@dataclass(frozen=True)
class UncertaintyMap:
    """Grid of square values over the picture, `step` source px a side, starting at source px (left, top).

    values: (h, w) float32 >= 0, levels of 255; 0 is certain.
    """

    left: Fraction
    top: Fraction
    step: Fraction
    values: NDArray[np.float32]


def ensemble_deviation(
    image: "ContinuousImage", view: Viewport, check: Callable[[], None]
) -> UncertaintyMap | None:
    """Computes the deviation of the four predictions in the view. Returns None if the model has no local ensemble.

    A source px is divided into an even number of parts, so that no value falls on its centre, where one latent decides
    alone. If it has no room for two parts, the values are taken at the source px' corners, where all four latents have
    the same weight. check: cancellation check. Raises what it raises.
    """
    parts = 2 * floor(view.scale / SPREAD_SIDE)
    step = Fraction(1, max(parts, 1))
    shift = Fraction(0) if parts else Fraction(1, 2)  # in steps: from a source px' centre to its corner
    cell = _cell(view)
    cols, rows = (
        Axis((first - shift) * step, step, last - first, cell)
        for first, last in _visible_squares(view, image.picture.size, step)
    )
    values = image.deviation(rows, cols, check)
    return None if values is None else UncertaintyMap(cols.start, rows.start, step, values)


def source_error(image: "ContinuousImage", view: Viewport, check: Callable[[], None]) -> UncertaintyMap:
    """Computes the error of each visible source px, decoded and reduced again: the mean over the three colours.

    check: cancellation check. Raises what it raises.
    """
    (left, right), (top, bottom) = _visible_squares(view, image.picture.size, Fraction(1))
    cell = Fraction(view.cell) / OVERSAMPLING
    values = np.empty((bottom - top, right - left), dtype=np.float32)
    for y in range(top, bottom, BLOCK):
        for x in range(left, right, BLOCK):
            check()
            down, across = (y, min(y + BLOCK, bottom)), (x, min(x + BLOCK, right))
            block = slice(y - top, down[1] - top), slice(x - left, across[1] - left)
            values[block] = _block_error(image, down, across, cell, check)
    return UncertaintyMap(Fraction(left), Fraction(top), Fraction(1), values)


def _block_error(
    image: "ContinuousImage", down: Span, across: Span, cell: Fraction, check: Callable[[], None]
) -> NDArray[np.float32]:
    """Computes the error of the source px `down` x `across`, (h, w). cell: source px."""
    width, height = image.picture.size
    (top, bottom), (left, right) = _with_margin(down, height), _with_margin(across, width)
    step = Fraction(1, OVERSAMPLING)
    rows = Axis(Fraction(top), step, (bottom - top) * OVERSAMPLING, cell)
    cols = Axis(Fraction(left), step, (right - left) * OVERSAMPLING, cell)
    reduced = lowres.downscale(to_8_bits(image.grid(rows, cols, check)[0]), OVERSAMPLING)
    inner = reduced[down[0] - top : down[1] - top, across[0] - left : across[1] - left].astype(np.float32)
    source = to_8_bits(image.picture.image.pixels[slice(*down), slice(*across)])
    error: NDArray[np.float32] = np.abs(inner - source).mean(-1)
    return error


def _with_margin(span: Span, size: int) -> Span:
    """Extends the span by BICUBIC_MARGIN, within the picture. Beyond its border there is nothing, as in training."""
    return max(span[0] - BICUBIC_MARGIN, 0), min(span[1] + BICUBIC_MARGIN, size)


def _cell(view: Viewport) -> Fraction:
    """Query footprint of the view's device px, source px."""
    return Fraction(view.cell) / Fraction(view.scale)


def _visible_squares(view: Viewport, size: tuple[int, int], step: Fraction) -> list[Span]:
    """Returns the squares of `step` source px, [first, last) along x and along y, that the view shows of a picture."""
    spans = []
    for corner, window, length in ((view.left, view.width, size[0]), (view.top, view.height, size[1])):
        first = min(max(floor(corner / step), 0), ceil(length / step) - 1)
        last = min(ceil((corner + window / Fraction(view.scale)) / step), ceil(length / step))
        spans.append((first, max(last, first + 1)))
    return spans
