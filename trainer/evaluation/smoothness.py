"""How much of the grid of latents is left in a continuous image: the jump of its first derivative at their centres.

The local ensemble (paper, section 3.1) blends the latents around a query, so the image is continuous. In the centre
line of a latent, along either axis, one of those that are blended is changed for another: its share is 0 there, the
slope of its share is not, and so the first derivative jumps by as much as the two disagree. Bicubic has no such jump.
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
"""Of the differences, source px. A quarter of it changes the means of polynomials by 0.5 % at most, and those of LIIF,
whose network bends everywhere, by 3 %; where there is no jump, float32 makes one of 0.01 levels a px."""
LINES = 2
"""On which a boundary is looked at, to each latent."""

Crop = tuple[int, int, int, int]
"""x, y, width, height in source px."""


@dataclass(frozen=True)
class Smoothness:
    """Levels of 255 per source px, colours alike; along y, along x.

    jump: the mean of |derivative after a boundary - derivative before it|. slope: that of |derivative| at both sides.
    """

    jump: tuple[float, float]
    slope: tuple[float, float]


def measure(latents: Latents, crop: Crop, cell: Fraction, step: Fraction = STEP) -> Smoothness:
    """Of the boundaries inside `crop`; each query is asked for with `cell`, source px.

    Raises ModelError where the model is not continuous, and the jump of its derivative says nothing.
    """
    net = latents.model.net
    if not isinstance(net, Ensemble) or not net.local_ensemble:
        remedy = message("give a model with a local ensemble")
        raise ModelError(latents.model.info.name, message("blends no latents"), remedy)
    x, y, width, height = crop
    down = [_sides(latents, at, _lines(x, width, cell), cell, step, 0) for at in _centres(latents, y, height)]
    across = [
        _sides(latents, at, _lines(y, height, cell), cell, step, 1) for at in _centres(latents, x, width)
    ]
    found = [_means(torch.stack(each)) for each in (down, across)]
    return Smoothness(jump=(found[0][0], found[1][0]), slope=(found[0][1], found[1][1]))


def _centres(latents: Latents, start: int, extent: int) -> Iterator[Fraction]:
    """Of the latents along an axis of a crop, source px."""
    factor = latents.model.net.upsampling
    for index in range(start * factor, (start + extent) * factor):
        yield Fraction(2 * index + 1, 2 * factor)


def _lines(start: int, extent: int, cell: Fraction) -> Axis:
    return Axis(Fraction(start), Fraction(1, LINES), LINES * extent, cell)


def _sides(latents: Latents, at: Fraction, lines: Axis, cell: Fraction, step: Fraction, along: int) -> Tensor:
    """The derivatives along y (0) or x (1) just before and just after `at`, (2, lines, 3), levels per source px."""
    axis = Axis(at - 3 * step, step, 6, cell)  # three samples on each side, none on the boundary
    values = latents.decode(*((lines, axis) if along else (axis, lines))).double()
    before, after = values.movedim(along, 0).mul_(127.5).chunk(2)
    return torch.stack([-_slope(before.flip(0)), _slope(after)]) / float(step)


def _slope(samples: Tensor) -> Tensor:
    """At 0 of the parabola through samples (3, ...) at 0.5, 1.5, 2.5."""
    return -2.0 * samples[0] + 3.0 * samples[1] - samples[2]


def _means(sides: Tensor) -> tuple[float, float]:
    """(boundaries, 2, lines, 3) -> the mean jump, and the mean slope."""
    return float((sides[:, 1] - sides[:, 0]).abs().mean()), float(sides.abs().mean())
