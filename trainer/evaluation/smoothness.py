"""Smoothness of a continuous image: the jump of its first derivative at the centres of the latents.

The local ensemble (paper, section 3.1) blends the latents around a query, so the image is continuous. At the centre
line of a latent, along either axis, one of the blended latents is replaced by another. Its ensemble weight is 0 there,
but the slope of the weight is not. The first derivative therefore jumps in proportion to the difference between the
two. A visible grid of latents is the result. Bicubic interpolation has no such jump.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import torch
from torch import Tensor

from engine.base.errors import ModelError
from engine.base.messages import message
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from engine.models.implicit import Ensemble

STEP = Fraction(1, 256)
"""Step of the finite differences, source px. A quarter of this step changes the means of polynomials by at most 0.5 %,
and those of LIIF by 3 %, because its network is curved everywhere. Where there is no jump, float32 rounding adds one
of 0.01 levels per px."""
LINES = 2
"""Sample lines across a boundary, per source px."""

Crop = tuple[int, int, int, int]
"""x, y, width, height in source px."""


@dataclass(frozen=True)
class Smoothness:
    """Means over boundaries and channels, (along y, along x), in levels of 255 per source px.

    jump: mean of |derivative after a boundary - derivative before it|. slope: mean of |derivative| on both sides.
    """

    jump: tuple[float, float]
    slope: tuple[float, float]


def measure(latents: Latents, crop: Crop, cell: Fraction, step: Fraction = STEP) -> Smoothness:
    """Measures the boundaries inside `crop`. cell: that of every query, source px. step: see STEP.

    Raises ModelError if the model has no local ensemble: it is not continuous, so its derivative is meaningless.
    """
    net = latents.model.net
    if not isinstance(net, Ensemble) or not net.local_ensemble:
        remedy = message("use a model with a local ensemble")
        raise ModelError(latents.model.info.name, message("does not blend latents"), remedy)
    x, y, width, height = crop
    columns, rows = _lines(x, width, cell), _lines(y, height, cell)
    along_y = [_sides(latents, centre, columns, cell, step, 0) for centre in _centres(latents, y, height)]
    along_x = [_sides(latents, centre, rows, cell, step, 1) for centre in _centres(latents, x, width)]
    (jump_y, slope_y), (jump_x, slope_x) = (_means(torch.stack(each)) for each in (along_y, along_x))
    return Smoothness(jump=(jump_y, jump_x), slope=(slope_y, slope_x))


def _centres(latents: Latents, start: int, extent: int) -> Iterator[Fraction]:
    """Yields the centres of the latents along an axis of a crop, source px."""
    factor = latents.model.net.upsampling
    for index in range(start * factor, (start + extent) * factor):
        yield Fraction(2 * index + 1, 2 * factor)


def _lines(start: int, extent: int, cell: Fraction) -> Axis:
    return Axis(Fraction(start), Fraction(1, LINES), LINES * extent, cell)


def _sides(
    latents: Latents, boundary: Fraction, lines: Axis, cell: Fraction, step: Fraction, dim: int
) -> Tensor:
    """Returns the derivatives along y (dim 0) or x (dim 1) just before and just after a boundary.

    boundary: source px. lines: sample positions along the boundary. Result: (2, lines, 3), levels per source px.
    """
    axis = Axis(boundary - 3 * step, step, 6, cell)  # three samples on each side, none on the boundary
    values = latents.decode(*((lines, axis) if dim else (axis, lines))).double()
    before, after = values.movedim(dim, 0).mul_(127.5).chunk(2)
    return torch.stack([-_slope(before.flip(0)), _slope(after)]) / float(step)


def _slope(samples: Tensor) -> Tensor:
    """Returns the slope at 0 of the parabola through samples (3, ...) at 0.5, 1.5 and 2.5."""
    return -2.0 * samples[0] + 3.0 * samples[1] - samples[2]


def _means(sides: Tensor) -> tuple[float, float]:
    """(boundaries, 2, lines, 3) -> the mean jump and the mean slope."""
    return float((sides[:, 1] - sides[:, 0]).abs().mean()), float(sides.abs().mean())
