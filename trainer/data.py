"""A folder of images becomes a tuple of pictures in memory, uint8, and each training sample a pure function of them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine import folder, image
from engine.errors import DataError, ImageError
from trainer import resize
from trainer.recipe import Data


@dataclass(frozen=True)
class Sample:
    """low (3, patch, patch) and high (3, K, K), float32 in [-1, 1]; K is round(patch * scale)."""

    low: Tensor
    high: Tensor


@dataclass(frozen=True)
class Pictures:
    """Training pictures (3, H, W) uint8; chance: of each to be drawn, by area; fingerprint: of their files."""

    pixels: tuple[Tensor, ...]
    chance: np.ndarray
    fingerprint: str
    skipped: tuple[str, ...]


def tree(root: Path) -> list[Path]:
    """Every image file under `root`, sorted."""
    return sorted(path for path in root.rglob("*") if path.suffix.lower() in folder.suffixes())


def training_files(root: Path) -> list[Path]:
    """Every image under `root`, but for DIV2K's validation set and the reduced copies."""
    chosen = []
    for path in tree(root):
        parts = path.relative_to(root).parts[:-1]
        if not any("valid" in part.lower() or "_lr" in part.lower() for part in parts):
            chosen.append(path)
    return chosen


def validation_files(root: Path) -> list[Path]:
    """DIV2K's validation pictures beside or under `root`, where there are any."""
    for place in (root / "DIV2K_valid_HR", root.parent / "DIV2K_valid_HR"):
        if place.is_dir():
            return tree(place)
    return []


def load(data: Data) -> Pictures:
    """Reads all training pictures. Raises DataError where fewer than one is large enough for a patch."""
    root = Path(data.root)
    if not root.is_dir():
        raise DataError(root, "no such folder", "give a folder of images as data.root")
    pixels, skipped, digest = [], [], hashlib.sha256()
    for path in training_files(root):
        try:
            picture = image.load(path).pixels
        except ImageError as error:
            skipped.append(str(error))
            continue
        if min(picture.shape[:2]) < 2 * data.patch:
            skipped.append(f"{path}: {picture.shape[1]}x{picture.shape[0]} is too small; it is left out")
            continue
        pixels.append(torch.from_numpy(picture).permute(2, 0, 1).contiguous())
        digest.update(f"{path.relative_to(root).as_posix()} {picture.shape}".encode())
    if not pixels:
        remedy = f"give a folder with images of at least {2 * data.patch} px a side"
        raise DataError(root, "no image to train on", remedy)
    area = np.array([p.shape[1] * p.shape[2] for p in pixels], dtype=np.float64)
    return Pictures(tuple(pixels), area / area.sum(), digest.hexdigest(), tuple(skipped))


def sample(pictures: Pictures, data: Data, seed: int, step: int, index: int) -> Sample:
    """Sample `index` of batch `step`: a function of (seed, step, index) alone, so that a resumed run goes on exactly.

    Scale r ~ U(1, max_scale), a crop of round(patch * r) px reduced to patch (paper, section 4.1); flips, transpose.
    """
    random = np.random.default_rng((seed, step, index))
    picture = pictures.pixels[random.choice(len(pictures.pixels), p=pictures.chance)]
    height, width = picture.shape[1:]
    largest = min(data.max_scale, height / data.patch, width / data.patch)
    size = round(data.patch * random.uniform(1.0, largest))
    top, left = random.integers(height - size + 1), random.integers(width - size + 1)
    crop = picture[:, top : top + size, left : left + size].float()
    axes = [axis for axis in (1, 2) if random.random() < 0.5]
    crop = crop.flip(axes) if axes else crop
    if random.random() < 0.5:
        crop = crop.transpose(1, 2)
    return Sample(resize.lower(crop, data.patch) / 127.5 - 1.0, crop / 127.5 - 1.0)


def batch(pictures: Pictures, data: Data, seed: int, step: int, size: int) -> Sequence[Sample]:
    """The samples of one step."""
    return [sample(pictures, data, seed, step, index) for index in range(size)]
