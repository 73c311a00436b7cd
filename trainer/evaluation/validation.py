"""Validation during training: PSNR on fixed crops of held-out pictures at fixed scales."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import lcm
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.base import errors
from engine.base.errors import ImageError
from engine.base.messages import Message, message
from engine.checkpoints import library
from engine.geometry import axis
from engine.images import loading, notices
from engine.models.fixed import Fixed
from engine.models.implicit import ImplicitNet, PreparedMap
from engine.models.registry import Net
from engine.models.siren import Siren
from trainer.data.pictures import Pictures
from trainer.evaluation import metrics
from trainer.recipe import Data

SCALES = (2, 3, 4, 6, 8)
SIDE = 384
"""Side of a crop, px: a multiple of every scale."""
MIN_SIDE = 96
"""Smallest side of a crop, px, for pictures smaller than SIDE. Enough remains inside the border of the protocol."""
MAX_TRAINED = 4
"""Crops of a run that holds out no picture."""


@dataclass(frozen=True)
class Crop:
    """high: the middle of a picture, (h, w, 3) uint8. low: for each scale, `high` downscaled by Pillow's bicubic."""

    high: NDArray[np.uint8]
    low: dict[int, NDArray[np.uint8]]


def crops_for_run(data: Data, net: Net, pictures: Pictures) -> tuple[list[Crop], list[Message]]:
    """Returns the validation crops of a run, and messages about files that were skipped or read in part.

    A Siren, which represents one picture, is validated on that picture at its own size. A run on whole pictures is
    validated on whole pictures, every other run on crops. A run that holds out no usable picture is validated on the
    pictures that it trains on: a PSNR that is too high still shows whether the model learns.
    """
    if isinstance(net, Siren):
        original = np.ascontiguousarray(pictures.store.view(pictures.high[0]).transpose(1, 2, 0))
        return [Crop(original, {1: original})], []
    scales, side = (net.upsampling,) if isinstance(net, Fixed) else SCALES, None
    if data.whole:
        scales, side = (round(data.max_scale),), round(data.patch * data.max_scale)
    if side is not None and side < MIN_SIDE:  # nothing would be left inside the border of the protocol
        return [], [_too_small()]
    found, told = crops(pictures.dataset.validation, scales, side)
    if found:
        return found, told
    found = _crops_of_training(pictures, scales, side)
    notice = (
        message("PSNR is measured on pictures that are trained on, because none could be held out")
        if found
        else _too_small()
    )
    return found, [*told, notice]


def _too_small() -> Message:
    return message("no picture is large enough to measure a PSNR; it takes {side} px per side", side=MIN_SIDE)


def _crops_of_training(pictures: Pictures, scales: tuple[int, ...], whole: int | None) -> list[Crop]:
    """Returns crops of at most MAX_TRAINED pictures that a run trains on, evenly spread over them."""
    found: list[Crop] = []
    every = -(-len(pictures.high) // MAX_TRAINED)
    for index in pictures.high[::every]:
        pixels = np.ascontiguousarray(pictures.store.view(index).transpose(1, 2, 0))
        crop = _middle(pixels, scales, whole)
        found += [] if crop is None else [crop]
    return found


def crops(
    files: Iterable[Path], scales: tuple[int, ...] = SCALES, whole: int | None = None
) -> tuple[list[Crop], list[Message]]:
    """Returns the middle of each file, SIDE px or less for a smaller picture, and messages about the files.

    whole: if given, the crop is instead the largest square of the picture, resized to this side in px.
    """
    found, skipped = [], []
    noticed: list[tuple[Path, Message]] = []
    for path in files:
        try:
            opened = loading.load(path)
        except ImageError as error:
            skipped.append(error.message)
            continue
        noticed += [(path, notice) for notice in opened.notices]
        crop = _middle(opened.eight_bits, scales, whole)
        if crop is None:
            reason = message("smaller than {side} px per side", side=whole or MIN_SIDE)
            skipped.append(errors.summary(path, reason, message("it is not used for validation")))
            continue
        found.append(crop)
    return found, [*skipped, *notices.summed_up(noticed)]


def _middle(pixels: NDArray[np.uint8], scales: tuple[int, ...], whole: int | None) -> Crop | None:
    """Returns the crop of a picture (h, w, 3); None if the picture is too small. whole: as in `crops`."""
    unit, smallest = lcm(*scales), min(pixels.shape[:2])
    side = smallest if whole else min(SIDE, smallest // unit * unit)
    if side < (whole or MIN_SIDE):
        return None
    top, left = (pixels.shape[0] - side) // 2, (pixels.shape[1] - side) // 2
    high = pixels[top : top + side, left : left + side].copy()  # so that the rest of the picture is freed
    return crop_of(_resized(high, whole) if whole else high, scales)


def crop_of(high: NDArray[np.uint8], scales: tuple[int, ...]) -> Crop:
    """Returns a square (h, h, 3) with its downscaled copies. Its side is a multiple of each scale."""
    return Crop(high, {scale: _resized(high, len(high) // scale) for scale in scales})


def psnr(net: ImplicitNet, crops: list[Crop], device: torch.device) -> dict[str, float]:
    """Returns the mean PSNR in dB at each scale, by the protocol of DIV2K. device: that of `net`."""
    means = {}
    for scale in crops[0].low:
        values = []
        for crop in crops:
            output = enlarge(net, crop.low[scale], crop.high.shape[:2], device)
            values.append(metrics.psnr(output, crop.high / 255.0, "div2k", scale))
        means[str(scale)] = round(float(np.mean(values)), 4)
    return means


def bicubic(crops: list[Crop]) -> dict[str, float]:
    """Returns the mean PSNR of bicubic interpolation at each scale: the baseline of every model."""
    return psnr(library.bicubic().net, crops, torch.device("cpu"))


@torch.inference_mode()
def enlarge(
    net: ImplicitNet, pixels: NDArray[np.uint8], size: tuple[int, ...], device: torch.device
) -> NDArray[np.float32]:
    """Enlarges (h, w, 3) uint8 to (*size, 3) float32, clipped to [0, 1]. device: that of `net`."""
    height, width = pixels.shape[:2]
    rows, cols = axis.whole(height, size[0]), axis.whole(width, size[1])
    picture = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].to(device) / 127.5 - 1.0
    factor = net.upsampling
    prepared = PreparedMap(net.prepare(net.encode(picture)), 0, 0, height * factor, width * factor)
    output = net.decode(prepared, rows, cols, torch.float32)
    colours: NDArray[np.float32] = (output.clamp(-1.0, 1.0) * 0.5 + 0.5).cpu().numpy()
    return colours


def _resized(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """(h, h, 3) -> (side, side, 3) by Pillow's antialiased bicubic."""
    return np.asarray(Image.fromarray(pixels).resize((side, side), Image.Resampling.BICUBIC))
