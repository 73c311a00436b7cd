"""Live trained by distillation, on the stored teacher targets of trainer/systems/teacher_targets.py.

Drawn pages have no teacher: their own pixels are the targets. A teacher trained on photos knows less of them.
"""

import numpy as np
import torch
from torch import Tensor

from engine.geometry import axis
from engine.geometry.axis import Axis
from engine.models.polynomial_net import PolynomialNet
from trainer.data import degradation, sampler
from trainer.data.pictures import Pictures
from trainer.recipe import Data
from trainer.systems import live
from trainer.systems.dense_operators import grid_of
from trainer.systems.sample_range import SampleRange
from trainer.systems.teacher_queries import query_axis
from trainer.systems.teacher_targets import TeacherTargets

TARGET_STREAM = 2
"""Appended to the seed of the random numbers that choose targets. Other numbers choose crops and pixels."""
UNIFORM_SHARE = 1 / 16
"""Share of the samples that are replaced by one uniform colour. The root mean square of a crop is dominated by its
texture, so without these samples the colours of uniform areas drift.
"""
LOSS_FLOOR = 2.5e-4
"""Added to the loss in quadrature, so that smaller differences hardly count: 1/32 of a level of 255."""


def inputs(
    targets: TeacherTargets,
    net: PolynomialNet,
    pictures: Pictures,
    data: Data,
    samples: SampleRange,
    device: torch.device,
) -> tuple[Tensor, ...]:
    """Returns the tensors of `live.inputs` for randomly chosen teacher targets and drawn pages.

    They are low (B, 3, p, p), B grids and B truths (3, S, S), which are the teacher's colours, or the page's. Each
    target is flipped and transposed at random. Inputs are degraded as the recipe says; the teacher saw them clean.
    """
    del net
    lows: list[Tensor] = []
    grids: list[Tensor] = []
    truths: list[Tensor] = []
    for index in samples.indices:
        random = np.random.default_rng((samples.seed, samples.step, index, TARGET_STREAM))
        if data.drawn and random.random() < data.drawn:
            low, truth, rows, cols = _from_page(pictures, data, random)
        else:
            low, truth, rows, cols = _from_targets(targets, random)
        lows.append(low.to(device))
        grids.append(grid_of(rows, cols))
        truths.append(truth.to(device))
    batch = degradation.degrade(torch.stack(lows), data.degraded, samples.seed, samples.step, samples.first)
    return batch, *grids, *truths


def _from_page(
    pictures: Pictures, data: Data, random: np.random.Generator
) -> tuple[Tensor, Tensor, Axis, Axis]:
    """Returns a crop of a drawn page: low (3, p, p), its truth (3, K, K), and the truth's px in latents, rows first."""
    page = sampler.batch_of(pictures, [sampler.choose_drawn(pictures, data, random)], torch.device("cpu"))
    pixels = axis.whole(page.low.shape[-1], page.high[0].shape[-1])
    return page.low[0], page.high[0], pixels, pixels


def _from_targets(targets: TeacherTargets, random: np.random.Generator) -> tuple[Tensor, Tensor, Axis, Axis]:
    """Returns a random target as `_from_page` does: the truth is the teacher's colours (3, S, S)."""
    number = int(random.integers(len(targets.low)))
    low, truth, jitter_y, jitter_x = _augmented(targets, number, random)
    if random.random() < UNIFORM_SHARE:
        colour = uniform_colour(low, random)
        low, truth = colour.expand_as(low), colour.expand_as(truth)
    patch, size = low.shape[-1], int(targets.size[number])
    rows, cols = (query_axis(patch, jitter, size) for jitter in (jitter_y, jitter_x))
    return low, truth.float(), rows, cols


def _augmented(
    targets: TeacherTargets, number: int, random: np.random.Generator
) -> tuple[Tensor, Tensor, int, int]:
    """Returns a target in one of the square's eight symmetries, with its jitter changed to match.

    They are low (3, p, p) float32 in [-1, 1], the colours (3, S, S) float16, and the jitter along y and x.
    """
    low, truth = targets.low[number], targets.colours[number].permute(2, 0, 1)
    y, x = targets.jitter[number].tolist()
    if random.random() < 0.5:
        low, truth, y = low.flip(1), truth.flip(1), -y
    if random.random() < 0.5:
        low, truth, x = low.flip(2), truth.flip(2), -x
    if random.random() < 0.5:
        low, truth, y, x = low.mT, truth.mT, x, y
    return low.float() / 127.5 - 1.0, truth, y, x


def uniform_colour(low: Tensor, random: np.random.Generator) -> Tensor:
    """Returns a colour (3, 1, 1) between that of a random pixel of `low` and any colour of the cube.

    Photos have few saturated colours, so the pixels alone would not reach them.
    """
    patch = low.shape[-1]
    pixel = low[:, random.integers(patch), random.integers(patch)]
    other = torch.from_numpy(random.uniform(-1.0, 1.0, 3)).float().to(low.device, non_blocking=True)
    return pixel.lerp(other, random.random())[:, None, None]


def losses(net: PolynomialNet, low: Tensor, *rest: Tensor) -> Tensor:
    """Returns each sample's root mean square difference to the teacher's colours, (B,) float32.

    Teacher targets hold no noise, so there is no need for the more robust L1.
    """
    return (live.means(torch.square, net, low, *rest) + LOSS_FLOOR**2).sqrt()
