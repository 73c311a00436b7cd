"""The samples of a step, and how a system gets their pictures and pixels.

Every sample is a function of (seed, step, index) alone, so it does not depend on which process or part computes it.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from trainer.data import pictures as picture_loading
from trainer.data import sampler
from trainer.data.pictures import Pictures
from trainer.data.sampler import Batch
from trainer.data.store import Budget
from trainer.recipe import Data

PIXEL_STREAM = 1
"""Appended to the seed of the random numbers that choose pixels. Those that choose crops have no such number."""


@dataclass(frozen=True)
class SampleRange:
    """Samples first … first + count - 1 of step `step`."""

    seed: int
    step: int
    first: int
    count: int

    @property
    def indices(self) -> range:
        """The indices of the samples in their step's batch."""
        return range(self.first, self.first + self.count)

    def part(self, first: int, last: int) -> "SampleRange":
        """Returns samples [first, last) of this range, counted from its beginning."""
        return SampleRange(self.seed, self.step, self.first + first, last - first)


def load(net: object, data: Data, budget: Budget) -> Pictures:
    """Loads the pictures of a folder, for any network that takes all scales."""
    del net
    return picture_loading.load(data, budget)


def batch(pictures: Pictures, data: Data, samples: SampleRange, device: torch.device) -> Batch:
    """Returns the inputs and ground truths of `samples`, on `device`."""
    return sampler.batch(pictures, data, samples.seed, samples.step, samples.count, device, samples.first)


def pixel_indices(samples: SampleRange, index: int, count: int, total: int) -> NDArray[np.int64]:
    """Returns (count,) distinct integers in [0, total) for sample `index` of the range. count 0 returns all."""
    if not count:
        return np.arange(total)
    random = np.random.default_rng((samples.seed, samples.step, samples.first + index, PIXEL_STREAM))
    return random.choice(total, count, replace=False, shuffle=False)
