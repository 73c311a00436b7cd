"""How well a model does on pictures held out from training: fixed crops, fixed scales."""

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
from engine.images import image
from engine.models.fixed import Fixed
from engine.models.implicit import ImplicitNet, PreparedMap
from engine.models.registry import Net
from engine.models.siren import Siren
from trainer.data.pictures import Pictures
from trainer.evaluation import metrics
from trainer.recipe import Data

SCALES = (2, 3, 4, 6, 8)
SIDE = 384
"""Of a crop, px: a multiple of every scale."""
LEAST = 96
"""Of a crop of a smaller picture: what the protocol's border leaves of it is still worth a score."""


@dataclass(frozen=True)
class Crop:
    """high (h, w, 3) uint8, the middle of a picture; low: for each scale, reduced by Pillow's bicubic."""

    high: NDArray[np.uint8]
    low: dict[int, NDArray[np.uint8]]


def of(asked: Data, net: Net, held: Pictures) -> tuple[list[Crop], list[Message]]:
    """What a run is validated on: crops of the held-out pictures, whole ones for whole pictures, and for a network
    that knows one picture only that one, at its own size. And which files are left out, and why.
    """
    if isinstance(net, Siren):
        own = np.ascontiguousarray(held.store.view(held.high[0]).transpose(1, 2, 0))
        return [Crop(own, {1: own})], []
    if asked.whole:
        side = round(asked.patch * asked.max_scale)
        return crops(held.dataset.validation, (round(asked.max_scale),), side)
    scales = (net.upsampling,) if isinstance(net, Fixed) else SCALES
    return crops(held.dataset.validation, scales)


def crops(
    files: Iterable[Path], scales: tuple[int, ...] = SCALES, whole: int | None = None
) -> tuple[list[Crop], list[Message]]:
    """The middle of each file, SIDE px or what a smaller picture has; and which files are left out, and why.

    whole: instead the largest square of it, reduced to that side.
    """
    unit = lcm(*scales)
    found, left_out = [], []
    for path in files:
        try:
            pixels = image.load(path).eight_bits
        except ImageError as error:
            left_out.append(error.message)
            continue
        smallest = min(pixels.shape[:2])
        side = smallest if whole else min(SIDE, smallest // unit * unit)
        if side < (whole or LEAST):
            reason = message("less than {side} px a side", side=whole or LEAST)
            left_out.append(errors.summary(path, reason, message("it is not validated with")))
            continue
        top, left = (pixels.shape[0] - side) // 2, (pixels.shape[1] - side) // 2
        high = pixels[top : top + side, left : left + side].copy()  # so that the rest is let go of
        if whole:
            high, side = _resized(high, whole), whole
        found.append(Crop(high, {scale: _resized(high, side // scale) for scale in scales}))
    return found, left_out


def psnr(net: ImplicitNet, checks: list[Crop], device: torch.device) -> dict[str, float]:
    """The mean PSNR in dB at each scale of `net`, which is on `device`; DIV2K's protocol."""
    means = {}
    for scale in checks[0].low:
        values = []
        for check in checks:
            answer = enlarge(net, check.low[scale], check.high.shape[:2], device)
            values.append(metrics.psnr(answer, check.high / 255.0, "div2k", scale))
        means[str(scale)] = round(float(np.mean(values)), 4)
    return means


def bicubic(checks: list[Crop]) -> dict[str, float]:
    """The same of bicubic interpolation, which every model is to beat."""
    return psnr(library.bicubic().net, checks, torch.device("cpu"))


@torch.inference_mode()
def enlarge(
    net: ImplicitNet, pixels: NDArray[np.uint8], size: tuple[int, ...], device: torch.device
) -> NDArray[np.float32]:
    """(h, w, 3) uint8 -> (*size, 3) float32 in [0, 1], clipped, by `net` on `device`."""
    height, width = pixels.shape[:2]
    rows, cols = axis.whole(height, size[0]), axis.whole(width, size[1])
    picture = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].to(device) / 127.5 - 1.0
    factor = net.upsampling
    prepared = PreparedMap(net.prepare(net.encode(picture)), 0, 0, height * factor, width * factor)
    answer = net.decode(prepared, rows, cols, torch.float32)
    colours: NDArray[np.float32] = (answer.clamp(-1.0, 1.0) * 0.5 + 0.5).cpu().numpy()
    return colours


def _resized(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """(h, h, 3) -> (side, side, 3), Pillow's antialiased bicubic."""
    return np.asarray(Image.fromarray(pixels).resize((side, side), Image.Resampling.BICUBIC))
