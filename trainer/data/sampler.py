"""Chooses and cuts training samples.

A sample depends only on the pictures, the seed, the step and its index in the batch.
"""

from dataclasses import dataclass, replace
from math import exp, log

import numpy as np
import torch
from torch import Tensor

from trainer.data import crops, degradation
from trainer.data.crops import Augmentation, CropBox
from trainer.data.pictures import Pictures
from trainer.data.store import Store
from trainer.recipe import Data


@dataclass(frozen=True)
class Batch:
    """Network inputs and their ground truths, float32 in [-1, 1], in steps of 8 bits.

    low: (B, 3, p, p). high: B tensors (3, K, K), K = round(p * scale); the scale differs between samples.
    """

    low: Tensor
    high: tuple[Tensor, ...]


@dataclass(frozen=True)
class Sample:
    """Where a sample's input and ground truth are cut from, and how both are augmented. drawn: from a drawn page."""

    low: CropBox
    high: CropBox
    augmentation: Augmentation
    drawn: bool = False


def choose(pictures: Pictures, data: Data, seed: int, step: int, index: int) -> Sample:
    """Chooses sample `index` of batch `step`. It depends on these numbers only, so a resumed run continues exactly."""
    random = np.random.default_rng((seed, step, index))
    if data.drawn and random.random() < data.drawn:
        return choose_drawn(pictures, data, random)
    item = int(pictures.cumulative_area.searchsorted(random.random(), side="right"))
    if data.whole:
        return _whole_picture(pictures, data, item, random)
    if data.paired:
        return _paired_crop(pictures, data, item, random)
    return _reduced_crop(pictures.store, pictures.high[item], data, random)


def choose_drawn(pictures: Pictures, data: Data, random: np.random.Generator) -> Sample:
    """Chooses a sample from one of the drawn pages."""
    assert pictures.pages is not None, "data.drawn is above 0"
    page = int(random.integers(len(pictures.pages.spans)))
    return replace(_reduced_crop(pictures.pages, page, data, random), drawn=True)


def batch(
    pictures: Pictures,
    data: Data,
    seed: int,
    step: int,
    size: int,
    device: torch.device,
    first: int = 0,
) -> Batch:
    """Returns samples first … first + size - 1 of a step, on `device`."""
    samples = [choose(pictures, data, seed, step, index) for index in range(first, first + size)]
    made = batch_of(pictures, samples, device)
    return replace(made, low=degradation.degrade(made.low, data.degraded, seed, step, first))


def batch_of(pictures: Pictures, samples: list[Sample], device: torch.device) -> Batch:
    """Returns these samples on `device`, not degraded."""
    drawn = [sample for sample in samples if sample.drawn]
    if not drawn or pictures.pages is None:
        return _batch_of_one_store(pictures.store, samples, device)
    pages = _batch_of_one_store(pictures.pages, drawn, device)
    if len(drawn) == len(samples):
        return pages
    photos = _batch_of_one_store(pictures.store, [s for s in samples if not s.drawn], device)
    pairs = {kind: zip(made.low, made.high, strict=True) for kind, made in ((True, pages), (False, photos))}
    low, high = zip(*(next(pairs[sample.drawn]) for sample in samples), strict=True)
    return Batch(torch.stack(low), tuple(high))


def _batch_of_one_store(store: Store, samples: list[Sample], device: torch.device) -> Batch:
    return batch_on_cpu(store, samples) if device.type == "cpu" else batch_on_gpu(store, samples, device)


def _reduced_crop(store: Store, picture: int, data: Data, random: np.random.Generator) -> Sample:
    """A crop of round(patch * r) px, r ~ U(min_scale, max_scale), reduced to patch px (paper, section 4.1).

    With data.scales = "log", log r is uniform: ×1 to ×2 is then as frequent as ×2 to ×4.
    """
    height, width = store.spans[picture, 1:].tolist()
    largest = min(data.max_scale, height / data.patch, width / data.patch)
    if data.scales == "log":
        scale = exp(random.uniform(log(data.min_scale), log(largest)))
    else:
        scale = random.uniform(data.min_scale, largest)
    size = round(data.patch * scale)
    top, left = int(random.integers(height - size + 1)), int(random.integers(width - size + 1))
    low, high = (CropBox(picture, top, left, size, target) for target in (data.patch, size))
    return Sample(low, high, _random_augmentation(random))


def _paired_crop(pictures: Pictures, data: Data, item: int, random: np.random.Generator) -> Sample:
    """A crop of patch px of an input that the folder provides, and the same part of its ground truth."""
    picture, patch, scale = pictures.low[item], data.patch, round(data.max_scale)
    height, width = pictures.store.spans[picture, 1:].tolist()
    top, left = int(random.integers(height - patch + 1)), int(random.integers(width - patch + 1))
    low = CropBox(picture, top, left, patch, patch)
    high = CropBox(pictures.high[item], top * scale, left * scale, patch * scale, patch * scale)
    return Sample(low, high, _random_augmentation(random))


def _whole_picture(pictures: Pictures, data: Data, item: int, random: np.random.Generator) -> Sample:
    """The middle square of a picture, as large as possible, reduced to patch px and to its ground truth's size.

    It is flipped along x at random, but never along y or transposed: whole pictures have an upright orientation.
    The sizes of ground truths are spread evenly over the training set's pictures, from patch * min_scale to
    patch * max_scale. Every picture has one size during the whole run (paper, section 5.3).
    """
    picture = pictures.high[item]
    fraction = item / max(1, len(pictures.high) - 1)
    target = round(data.patch * (data.min_scale + (data.max_scale - data.min_scale) * fraction))
    source = pictures.low[item] if pictures.low else picture
    low, high = _middle_square(pictures, source, data.patch), _middle_square(pictures, picture, target)
    return Sample(low, high, Augmentation(False, random.random() < 0.5, False))


def _middle_square(pictures: Pictures, picture: int, target: int) -> CropBox:
    """The largest square in the middle of a picture, to be resized to `target` px."""
    height, width = pictures.store.spans[picture, 1:].tolist()
    size = min(height, width)
    return CropBox(picture, (height - size) // 2, (width - size) // 2, size, target)


def _random_augmentation(random: np.random.Generator) -> Augmentation:
    flip_y, flip_x, transpose = (random.random() < 0.5 for _ in range(3))
    return Augmentation(flip_y, flip_x, transpose)


def batch_on_cpu(store: Store, samples: list[Sample]) -> Batch:
    """Makes the samples one by one. On a CPU, padding to the largest crop costs more than the saved calls."""
    patch = samples[0].low.target
    low, high = torch.empty(len(samples), 3, patch, patch), []
    for index, sample in enumerate(samples):
        truth = crops.cut(store, sample.high, sample.augmentation)
        source = truth if _reduces_truth(sample) else crops.cut(store, sample.low, sample.augmentation)
        low[index] = crops.resized(source, patch)
        high.append(_normalized(crops.resized(truth, sample.high.target)))
    return Batch(_normalized(low), tuple(high))


def batch_on_gpu(store: Store, samples: list[Sample], device: torch.device) -> Batch:
    """Makes all samples in a few large operations, independent of the batch size."""
    lows, highs = [s.low for s in samples], [s.high for s in samples]
    augmentations = [s.augmentation for s in samples]
    truth = crops.cut_batch(store, highs, augmentations, device)
    shared = all(map(_reduces_truth, samples))
    source = truth if shared else crops.cut_batch(store, lows, augmentations, device)
    low = _normalized(crops.resized_batch(source, lows))
    high = _normalized(crops.resized_batch(truth, highs))
    return Batch(low, tuple(h[:, : box.target, : box.target] for h, box in zip(high, highs, strict=True)))


def _reduces_truth(sample: Sample) -> bool:
    """Whether the input is reduced from the picture that the ground truth is cut from."""
    return sample.low.picture == sample.high.picture


def _normalized(crop: Tensor) -> Tensor:
    """Maps 0…255 to [-1, 1]."""
    return (crop / 127.5).sub_(1.0)
