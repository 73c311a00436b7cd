"""Training samples: each a pure function of the pictures, the seed, the step and its place in the batch."""

from dataclasses import dataclass
from math import exp, log

import numpy as np
import torch
from torch import Tensor

from trainer.data import crops
from trainer.data.crops import Take, Turn
from trainer.data.pictures import Pictures
from trainer.data.store import Store
from trainer.recipe import Data


@dataclass(frozen=True)
class Batch:
    """low (B, 3, p, p); high: B times (3, K, K), K = round(p * scale). float32 in [-1, 1], steps of 8 bits."""

    low: Tensor
    high: tuple[Tensor, ...]


@dataclass(frozen=True)
class Draw:
    """What a sample is made of: where its input and its ground truth are taken from, and how both are turned."""

    low: Take
    high: Take
    turn: Turn


def draw(pictures: Pictures, data: Data, seed: int, step: int, index: int) -> Draw:
    """Sample `index` of batch `step`: a function of (seed, step, index), so that a resumed run goes on exactly."""
    random = np.random.default_rng((seed, step, index))
    item = int(pictures.reach.searchsorted(random.random(), side="right"))
    if data.whole:
        return _whole(pictures, data, item, random)
    return _pair(pictures, data, item, random) if data.paired else _crop(pictures, data, item, random)


def batch(
    pictures: Pictures,
    data: Data,
    seed: int,
    step: int,
    size: int,
    device: torch.device,
    first: int = 0,
) -> Batch:
    """Samples first … first + size - 1 of a step, on `device`."""
    draws = [draw(pictures, data, seed, step, index) for index in range(first, first + size)]
    if device.type == "cpu":
        return one_by_one(pictures.store, draws)
    return together(pictures.store, draws, device)


def _crop(pictures: Pictures, data: Data, item: int, random: np.random.Generator) -> Draw:
    """A crop of round(patch * r) px, r ~ U(min_scale, max_scale), reduced to patch (paper, section 4.1).

    With data.scales = "log", log r is uniform: as many samples from ×1 to ×2 as from ×2 to ×4.
    """
    place = pictures.high[item]
    height, width = pictures.store.spans[place, 1:].tolist()
    largest = min(data.max_scale, height / data.patch, width / data.patch)
    if data.scales == "log":
        scale = exp(random.uniform(log(data.min_scale), log(largest)))
    else:
        scale = random.uniform(data.min_scale, largest)
    size = round(data.patch * scale)
    top, left = int(random.integers(height - size + 1)), int(random.integers(width - size + 1))
    low, high = (Take(place, top, left, size, target) for target in (data.patch, size))
    return Draw(low, high, _turn(random))


def _pair(pictures: Pictures, data: Data, item: int, random: np.random.Generator) -> Draw:
    """A crop of patch px of the input as the folder has it, and the same part of its ground truth."""
    place, patch, scale = pictures.low[item], data.patch, round(data.max_scale)
    height, width = pictures.store.spans[place, 1:].tolist()
    top, left = int(random.integers(height - patch + 1)), int(random.integers(width - patch + 1))
    size = patch * scale
    low = Take(place, top, left, patch, patch)
    return Draw(low, Take(pictures.high[item], top * scale, left * scale, size, size), _turn(random))


def _whole(pictures: Pictures, data: Data, item: int, random: np.random.Generator) -> Draw:
    """The whole picture, or the middle square of it, at patch px, and at the one size that its ground truth has;
    flipped left to right or not, since a whole picture has a way up.

    Sizes are the training set's, spread evenly over its pictures from patch * min_scale to patch * max_scale: no
    picture is ever seen at two of them (paper, section 5.3).
    """
    place = pictures.high[item]
    share = item / max(1, len(pictures.high) - 1)
    target = round(data.patch * (data.min_scale + (data.max_scale - data.min_scale) * share))
    source = pictures.low[item] if pictures.low else place
    low, high = _middle(pictures, source, data.patch), _middle(pictures, place, target)
    return Draw(low, high, Turn(False, random.random() < 0.5, False))


def _middle(pictures: Pictures, place: int, target: int) -> Take:
    """The largest square in the middle of a picture."""
    height, width = pictures.store.spans[place, 1:].tolist()
    size = min(height, width)
    return Take(place, (height - size) // 2, (width - size) // 2, size, target)


def _turn(random: np.random.Generator) -> Turn:
    y, x, transposed = (random.random() < 0.5 for _ in range(3))
    return Turn(y, x, transposed)


def one_by_one(store: Store, draws: list[Draw]) -> Batch:
    """On a CPU: padding to the largest crop costs more than the calls that it saves."""
    patch = draws[0].low.target
    low, high = torch.empty(len(draws), 3, patch, patch), []
    for index, one in enumerate(draws):
        truth = crops.alone(store, one.high, one.turn)
        source = truth if _same(one) else crops.alone(store, one.low, one.turn)
        low[index] = crops.resized(source, patch)
        high.append(_centred(crops.resized(truth, one.high.target)))
    return Batch(_centred(low), tuple(high))


def together(store: Store, draws: list[Draw], device: torch.device) -> Batch:
    """On a GPU: a few large operations, whatever the size of the batch."""
    lows, highs, turns = [d.low for d in draws], [d.high for d in draws], [d.turn for d in draws]
    truth = crops.together(store, highs, turns, device)
    source = truth if all(map(_same, draws)) else crops.together(store, lows, turns, device)
    low = _centred(crops.resized_together(source, lows))
    high = _centred(crops.resized_together(truth, highs))
    return Batch(low, tuple(h[:, : t.target, : t.target] for h, t in zip(high, highs, strict=True)))


def _same(one: Draw) -> bool:
    """Whether the input is a reduction of what the ground truth is taken from."""
    return one.low.picture == one.high.picture


def _centred(crop: Tensor) -> Tensor:
    """0…255 -> [-1, 1]."""
    return (crop / 127.5).sub_(1.0)
