"""Live trained by distillation, with a teacher that answers amid the steps (trainer/systems/teacher_answers.py).

Each step has crops of its own, so no target repeats and none is stored. trainer/systems/live_distillation.py draws from
stored targets instead, and has the loss of both.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from engine.geometry import axis
from trainer.data import degradation, sampler
from trainer.data.pictures import Pictures
from trainer.data.sampler import Batch, Sample
from trainer.recipe import Data
from trainer.systems.dense_operators import grid_of
from trainer.systems.live_distillation import TARGET_STREAM, UNIFORM_SHARE, uniform_colour
from trainer.systems.sample_range import SampleRange
from trainer.systems.teacher_answers import Grid, Teacher, answers
from trainer.systems.teacher_queries import draw_jitter, query_axis


def inputs(
    teacher: Teacher, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
) -> tuple[Tensor, ...]:
    """Returns low (B, 3, p, p), B grids and B truths, as `live.inputs` does.

    The truth of a crop of a photo is (3, S, S), the teacher's answers to the clean input; that of a drawn page is the
    page. Inputs are degraded as the recipe says. The sampler has flipped and transposed the crops.
    """
    chosen = [sampler.choose(pictures, data, samples.seed, samples.step, index) for index in samples.indices]
    crops = sampler.batch_of(pictures, chosen, device)
    grids, colours = _grids(chosen, crops, samples), _uniform_colours(chosen, crops, samples)
    low = torch.stack([colours.get(n, each).expand_as(each) for n, each in enumerate(crops.low)])
    if data.degraded:
        low = low.cpu()  # before the teacher is asked: the device answers while the processor degrades
    truths = [
        colours.get(n, each).expand_as(each) for n, each in enumerate(_truths(teacher, chosen, crops, grids))
    ]
    degraded = degradation.degrade(low, data.degraded, samples.seed, samples.step, samples.first)
    return degraded.to(device, non_blocking=True), *(grid_of(*grid) for grid in grids), *truths


def _uniform_colours(chosen: Sequence[Sample], crops: Batch, samples: SampleRange) -> dict[int, Tensor]:
    """Returns the colours (3, 1, 1) that replace some crops of photos and their truths, by position in the batch."""
    colours = {}
    for number, index in enumerate(samples.indices):
        random = np.random.default_rng((samples.seed, samples.step, index, TARGET_STREAM))
        if not chosen[number].drawn and random.random() < UNIFORM_SHARE:
            colours[number] = uniform_colour(crops.low[number], random)
    return colours


def _grids(chosen: Sequence[Sample], crops: Batch, samples: SampleRange) -> list[Grid]:
    """Returns where the truth of each sample is: at its pixels for a drawn page, else where the teacher is asked."""
    patch, grids = crops.low.shape[-1], []
    for sample, high, index in zip(chosen, crops.high, samples.indices, strict=True):
        size = high.shape[-1]
        if sample.drawn:
            rows = cols = axis.whole(patch, size)
        else:
            jitter = draw_jitter(samples.seed, samples.step, index)
            rows, cols = (query_axis(patch, offset, size) for offset in jitter.tolist())
        grids.append((rows, cols))
    return grids


def _truths(teacher: Teacher, chosen: Sequence[Sample], crops: Batch, grids: Sequence[Grid]) -> list[Tensor]:
    """Returns the truth of each sample, (3, S, S) on the device. The teacher answers all crops of photos at once."""
    truths = list(crops.high)
    photos = [number for number, sample in enumerate(chosen) if not sample.drawn]
    if photos:
        low = torch.stack([crops.low[number] for number in photos])
        found = answers(teacher, low, [grids[number] for number in photos])
        for number, truth in zip(photos, found, strict=True):
            truths[number] = truth
    return truths
