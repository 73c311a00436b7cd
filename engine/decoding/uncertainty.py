"""How far a view is to be trusted: two heuristics, each one number a place. Importing this loads no torch.

SPREAD: the local ensemble blends four predictions of each colour (paper, section 3.1); where they differ, the model is
less sure. SOURCE: what was decoded, reduced again, should be the picture it came from; where it is not, something was
added or lost.
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
from engine.geometry.viewport import Viewport
from engine.images import lowres
from engine.images.depth import to_8_bits

if TYPE_CHECKING:
    from engine.decoding.continuous_image import ContinuousImage

COARSE = 8
"""Device px along a side of a value of the spread, at most, once a source px has room for two of them."""
FINER = 2
"""Cells that a source px is decoded in, along a side, to be reduced again: a scale that every model has seen."""
MARGIN = 2
"""Source px that Pillow's bicubic looks at beyond the one it makes, on each side."""
TOGETHER = 128
"""Source px along a side of what is decoded and reduced at once."""


class UncertaintyKind(Enum):
    """What is told of a view."""

    SPREAD = "spread"
    SOURCE = "source"


@dataclass(frozen=True)
class UncertaintyMap:
    """A grid of squares over the picture, `step` source px a side, from source px (left, top) on.

    values: (h, w) float32, levels of 255; 0 is no doubt.
    """

    left: Fraction
    top: Fraction
    step: Fraction
    values: NDArray[np.float32]


def ensemble_deviation(
    of: "ContinuousImage", view: Viewport, check: Callable[[], None]
) -> UncertaintyMap | None:
    """How far the four predictions lie apart, in what the view shows. None where the model makes one only.

    In even parts of a source px, never in its middle, where one latent is all there is. Where there is no room for
    that, at the source px' corners, where all four have the same say. Raises what `check` raises.
    """
    parts = 2 * floor(view.scale / COARSE)
    past = Fraction(0) if parts else Fraction(1, 2)
    step = Fraction(1, max(parts, 1))
    axes = [
        Axis((first - past) * step, step, last - first, _cell(view))
        for first, last in _seen(view, of.picture.size, step)
    ]
    values = of.deviation(axes[1], axes[0], check)
    return None if values is None else UncertaintyMap(axes[0].start, axes[1].start, step, values)


def source_error(of: "ContinuousImage", view: Viewport, check: Callable[[], None]) -> UncertaintyMap:
    """How far each source px in view is from what it is decoded to and reduced: the mean over the colours.

    Raises what `check` raises.
    """
    (left, right), (top, bottom) = _seen(view, of.picture.size, Fraction(1))
    values = np.empty((bottom - top, right - left), dtype=np.float32)
    for y in range(top, bottom, TOGETHER):
        for x in range(left, right, TOGETHER):
            check()
            low, far = min(y + TOGETHER, bottom), min(x + TOGETHER, right)
            values[y - top : low - top, x - left : far - left] = _difference(
                of, (y, low), (x, far), Fraction(view.cell) / FINER, check
            )
    return UncertaintyMap(Fraction(left), Fraction(top), Fraction(1), values)


def _difference(
    of: "ContinuousImage",
    down: tuple[int, int],
    across: tuple[int, int],
    cell: Fraction,
    check: Callable[[], None],
) -> NDArray[np.float32]:
    """`source` of the source px in the ranges [first, last). cell: source px."""
    (y, low), (x, far) = _wider(down, of.picture.size[1]), _wider(across, of.picture.size[0])
    step = Fraction(1, FINER)
    rows, cols = (
        Axis(Fraction(first), step, (last - first) * FINER, cell) for first, last in ((y, low), (x, far))
    )
    again = lowres.downscale(to_8_bits(of.grid(rows, cols, check)[0]), FINER)
    inner = again[down[0] - y : down[1] - y, across[0] - x : across[1] - x].astype(np.float32)
    pixels = to_8_bits(of.picture.image.pixels[slice(*down), slice(*across)])
    found: NDArray[np.float32] = np.abs(inner - pixels).mean(-1)
    return found


def _wider(span: tuple[int, int], size: int) -> tuple[int, int]:
    """With what reducing looks at; beyond the border there is nothing, as in training."""
    return max(span[0] - MARGIN, 0), min(span[1] + MARGIN, size)


def _cell(view: Viewport) -> Fraction:
    """What the screen's px ask for, source px."""
    return Fraction(view.cell) / Fraction(view.scale)


def _seen(view: Viewport, size: tuple[int, int], step: Fraction) -> list[tuple[int, int]]:
    """Along x and y, the squares [first, last) of `step` source px that the view shows of a picture."""
    spans = []
    for corner, window, length in ((view.left, view.width, size[0]), (view.top, view.height, size[1])):
        first = min(max(floor(corner / step), 0), ceil(length / step) - 1)
        last = min(ceil((corner + window / Fraction(view.scale)) / step), ceil(length / step))
        spans.append((first, max(last, first + 1)))
    return spans
