"""How well a model does on pictures held out from training: fixed crops, fixed scales."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine import axis, image, metrics
from engine.models.implicit import ImplicitNet, PreparedMap

SCALES = (2, 3, 4)
SIDE = 384
"""Of a crop, px: a multiple of every scale."""


@dataclass(frozen=True)
class Crop:
    """high (SIDE, SIDE, 3) uint8, the middle of a picture; low: for each scale, reduced by Pillow's bicubic."""

    high: NDArray[np.uint8]
    low: dict[int, NDArray[np.uint8]]


def crops(files: list[Path]) -> list[Crop]:
    """The middle of each file that is large enough."""
    found = []
    for path in files:
        pixels = image.load(path).pixels
        top, left = (pixels.shape[0] - SIDE) // 2, (pixels.shape[1] - SIDE) // 2
        if min(top, left) < 0:
            continue
        high = pixels[top : top + SIDE, left : left + SIDE]
        picture = Image.fromarray(high)
        low = {
            s: np.asarray(picture.resize((SIDE // s, SIDE // s), Image.Resampling.BICUBIC)) for s in SCALES
        }
        found.append(Crop(high, low))
    return found


def psnr(net: ImplicitNet, checks: list[Crop]) -> dict[str, float]:
    """The mean PSNR in dB at each scale, DIV2K's protocol."""
    means = {}
    for scale in SCALES:
        values = []
        for check in checks:
            answer = enlarge(net, check.low[scale], SIDE)
            values.append(metrics.psnr(answer, check.high / 255.0, "div2k", scale))
        means[str(scale)] = round(float(np.mean(values)), 4)
    return means


@torch.inference_mode()
def enlarge(net: ImplicitNet, pixels: NDArray[np.uint8], side: int) -> NDArray[np.float32]:
    """(h, h, 3) uint8 -> (side, side, 3) float32 in [0, 1], clipped."""
    height, width = pixels.shape[:2]
    grid = axis.whole(height, side)
    picture: Tensor = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None] / 127.5 - 1.0
    prepared = PreparedMap(net.prepare(net.encode(picture)), 0, 0, height, width)
    answer = net.decode(prepared, grid, axis.whole(width, side), torch.float32)
    return (answer.clamp(-1.0, 1.0) * 0.5 + 0.5).numpy()
