"""Degrades network inputs as cameras, programs and web sites do: noise, blur, resampling, JPEG and WebP.

Only the input of a sample is degraded. Its ground truth, or the teacher's answer for the clean input, stays clean.
"""

import io
from math import exp, log

import numpy as np
import PIL.Image
import PIL.ImageFilter
import torch
from numpy.typing import NDArray
from torch import Tensor

STREAM = 4
"""Appended to the seed of the random numbers that degrade. Other numbers choose crops, pixels and targets."""
QUALITIES = (40, 98)
"""Lowest and highest quality of a JPEG or WebP."""
JPEG_SHARE, WEBP_SHARE, TWICE_SHARE = 0.7, 0.1, 0.2
"""Shares of the degraded inputs that are saved as JPEG, as WebP, and as JPEG for a second time."""
NOISE_SHARE, BLUR_SHARE, RESAMPLING_SHARE = 0.3, 0.15, 0.1
NOISE_LEVELS = (0.5, 8.0)
"""Smallest and largest standard deviation of the noise in mid-grey, in levels of 255."""
BLUR_RADII = (0.2, 0.7)
"""Smallest and largest standard deviation of the blur, px."""
RESAMPLING_FACTORS = (0.7, 1.4)
"""Smallest and largest factor by which an input is resized, and then back."""

Crop = NDArray[np.uint8]
"""(p, p, 3) sRGB."""


def degrade(low: Tensor, share: float, seed: int, step: int, first: int = 0) -> Tensor:
    """Degrades a share of the inputs of samples first, first + 1, … of a step.

    low: (B, 3, p, p) float32 in [-1, 1], in steps of 8 bits; so is the result. What happens to a sample depends on the
    seed, the step and its index only.
    """
    if not share:
        return low
    out = low.clone()
    for index in range(len(low)):
        random = np.random.default_rng((seed, step, first + index, STREAM))
        if random.random() < share:
            crop = ((low[index] + 1.0) * 127.5).round().byte().permute(1, 2, 0).cpu().numpy()
            degraded = torch.from_numpy(_degraded(crop, random).astype(np.float32)).permute(2, 0, 1)
            out[index] = (degraded / 127.5 - 1.0).to(low.device)
    return out


def _degraded(crop: Crop, random: np.random.Generator) -> Crop:
    """Returns a crop after one chain of degradations, in the order in which they happen to a photo."""
    if random.random() < BLUR_SHARE:
        blur = PIL.ImageFilter.GaussianBlur(random.uniform(*BLUR_RADII))
        crop = np.asarray(PIL.Image.fromarray(crop).filter(blur))
    if random.random() < NOISE_SHARE:
        crop = _noisy(crop, random)
    if random.random() < RESAMPLING_SHARE:
        crop = _resampled(crop, random)
    if random.random() < JPEG_SHARE:
        crop = _saved(crop, "JPEG", random)
        if random.random() < TWICE_SHARE:
            crop = _saved(crop, "JPEG", random)
    elif random.random() < WEBP_SHARE / (1 - JPEG_SHARE):
        crop = _saved(crop, "WEBP", random)
    return crop


def _noisy(crop: Crop, random: np.random.Generator) -> Crop:
    """Adds noise whose variance has a constant part and a part in proportion to the light, as of a sensor."""
    smallest, largest = NOISE_LEVELS
    deviation = exp(random.uniform(log(smallest), log(largest)))
    variance = deviation**2 * (0.4 + 1.2 * crop / 255.0)
    noise = random.standard_normal(crop.shape if random.random() < 0.7 else (*crop.shape[:2], 1))
    noisy: Crop = np.clip(np.rint(crop + np.sqrt(variance) * noise), 0, 255).astype(np.uint8)
    return noisy


def _resampled(crop: Crop, random: np.random.Generator) -> Crop:
    """Resizes the crop by a random factor and back, by Pillow's bilinear or bicubic."""
    side, picture = len(crop), PIL.Image.fromarray(crop)
    filters = (PIL.Image.Resampling.BILINEAR, PIL.Image.Resampling.BICUBIC)
    other = round(side * random.uniform(*RESAMPLING_FACTORS))
    there, back = (filters[random.integers(2)] for _ in range(2))
    return np.asarray(picture.resize((other, other), there).resize((side, side), back))


def _saved(crop: Crop, kind: str, random: np.random.Generator) -> Crop:
    """Returns the crop as it is after it was saved with loss. The blocks of a JPEG begin anywhere, as after a crop."""
    options: dict[str, int] = {"quality": int(random.integers(QUALITIES[0], QUALITIES[1] + 1))}
    top, left = random.integers(0, 16, 2).tolist()
    if kind == "JPEG":
        options["subsampling"] = int(random.integers(2)) * 2  # 4:4:4 or 4:2:0
    padded = np.pad(crop, ((top, 0), (left, 0), (0, 0)), mode="reflect")
    file = io.BytesIO()
    PIL.Image.fromarray(padded).save(file, kind, **options)
    with PIL.Image.open(file) as saved:
        return np.asarray(saved.convert("RGB"))[top:, left:]
