"""Which samples a step is made of; each is a function of (seed, step, index) alone, whoever computes it."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from trainer.data import pictures, sampler
from trainer.data.pictures import Pictures
from trainer.data.sampler import Batch
from trainer.data.store import Budget
from trainer.recipe import Data

PIXELS = 1
"""Tells the random numbers that choose pixels from those that choose crops."""


@dataclass(frozen=True)
class Draw:
    """Samples first … first + count - 1 of step `step`."""

    seed: int
    step: int
    first: int
    count: int

    def part(self, first: int, last: int) -> "Draw":
        """Those [first, last) of these."""
        return Draw(self.seed, self.step, self.first + first, last - first)


def load(net: object, asked: Data, within: Budget) -> Pictures:
    """The pictures of a folder, for any network that takes all scales."""
    del net
    return pictures.load(asked, within)


def batch(held: Pictures, asked: Data, draw: Draw, device: torch.device) -> Batch:
    """The pictures of a draw."""
    return sampler.batch(held, asked, draw.seed, draw.step, draw.count, device, draw.first)


def places(draw: Draw, index: int, count: int, total: int) -> NDArray[np.int64]:
    """(count,) of the numbers below `total`, none twice, for sample `index` of a draw; 0: all of them."""
    if not count:
        return np.arange(total)
    random = np.random.default_rng((draw.seed, draw.step, draw.first + index, PIXELS))
    return random.choice(total, count, replace=False, shuffle=False)
