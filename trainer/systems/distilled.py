"""Live, learning what another model says (trainer/systems/distillation.py)."""

import numpy as np
import torch
from torch import Tensor

from engine.models import separable
from engine.models.live import Live
from trainer.systems import live
from trainer.systems.distillation import TeacherTargets, question
from trainer.systems.draw import Draw

LESSONS = 2
"""Tells the random numbers that choose lessons from those that choose crops and pixels."""
EVEN = 1 / 32
"""Of lessons, how many come up as one even colour: beside a texture's differences those of even parts count little,
and would be left to drift.
"""
LEAST = 2.5e-4
"""Of a difference, beside which smaller ones are alike: 1/32 of a level of 255."""


def inputs(lessons: TeacherTargets, net: Live, draw: Draw, device: torch.device) -> tuple[Tensor, ...]:
    """As live.inputs gives them: low (B, 3, p, p), B operators (S, p * order) each along y and x, B answers (3, S, S).

    A lesson comes up in any of the square's eight symmetries. Seldom it comes up as one even colour, which lies between
    that of one of its pixels and any.
    """
    patch = lessons.low.shape[-1]
    lows: list[Tensor] = []
    downs: list[Tensor] = []
    across: list[Tensor] = []
    truths: list[Tensor] = []
    for index in range(draw.first, draw.first + draw.count):
        random = np.random.default_rng((draw.seed, draw.step, index, LESSONS))
        number = int(random.integers(len(lessons.low)))
        low, truth = lessons.low[number], lessons.answers[number].permute(2, 0, 1)
        y, x, size = lessons.where[number].tolist()
        if random.random() < 0.5:
            low, truth, y = low.flip(1), truth.flip(1), -y
        if random.random() < 0.5:
            low, truth, x = low.flip(2), truth.flip(2), -x
        if random.random() < 0.5:
            low, truth, y, x = low.mT, truth.mT, x, y
        low = low.float() / 127.5 - 1.0
        if random.random() < EVEN:
            own = low[:, random.integers(patch), random.integers(patch)]
            other = torch.from_numpy(random.uniform(-1.0, 1.0, 3)).float()
            colour = own.lerp(other, random.random())[:, None, None]
            low, truth = colour.expand_as(low), colour.expand_as(truth)
        lows.append(low)
        for moved, operators in ((y, downs), (x, across)):
            asked = question(patch, moved, size)
            operators.append(separable.dense_operator(asked, patch, net.order).to(device))
        truths.append(truth.float().to(device))
    return torch.stack(lows).to(device), *downs, *across, *truths


def losses(net: Live, low: Tensor, *rest: Tensor) -> Tensor:
    """The root of the mean square difference to each lesson's answers, which hold no noise to be robust to."""
    found = live.differences(net, low, *rest)
    return torch.stack([(each.square().mean() + LEAST**2).sqrt() for each in found])
