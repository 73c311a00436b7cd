"""How well a model does on pictures held out from training: fixed crops, fixed scales."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import lcm
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine import axis, image, library, metrics
from engine.errors import ImageError
from engine.models.implicit import ImplicitNet, PreparedMap

SCALES = (2, 3, 4, 6, 8)
SIDE = 384
"""Of a crop, px: a multiple of every scale."""
LEAST = 96
"""Of a crop of a smaller picture: what the protocol's border leaves of it is still worth a score."""


@dataclass(frozen=True)
class Crop:
    """high (side, side, 3) uint8, the middle of a picture; low: for each scale, reduced by Pillow's bicubic."""

    high: NDArray[np.uint8]
    low: dict[int, NDArray[np.uint8]]


def crops(files: Iterable[Path]) -> tuple[list[Crop], list[str]]:
    """The middle of each file, SIDE px or what a smaller picture has; and which files are left out, and why."""
    unit = lcm(*SCALES)
    found, left_out = [], []
    for path in files:
        try:
            pixels = image.load(path).pixels
        except ImageError as error:
            left_out.append(str(error))
            continue
        side = min(SIDE, min(pixels.shape[:2]) // unit * unit)
        if side < LEAST:
            left_out.append(f"{path}: less than {LEAST} px a side; it is not validated with")
            continue
        top, left = (pixels.shape[0] - side) // 2, (pixels.shape[1] - side) // 2
        high = pixels[top : top + side, left : left + side].copy()  # so that the rest is let go of
        found.append(Crop(high, {scale: _resized(high, side // scale) for scale in SCALES}))
    return found, left_out


def psnr(net: ImplicitNet, checks: list[Crop], device: torch.device) -> dict[str, float]:
    """The mean PSNR in dB at each scale of `net`, which is on `device`; DIV2K's protocol."""
    means = {}
    for scale in checks[0].low:
        values = []
        for check in checks:
            answer = enlarge(net, check.low[scale], len(check.high), device)
            values.append(metrics.psnr(answer, check.high / 255.0, "div2k", scale))
        means[str(scale)] = round(float(np.mean(values)), 4)
    return means


def bicubic(checks: list[Crop]) -> dict[str, float]:
    """The same of bicubic interpolation, which every model is to beat."""
    return psnr(library.bicubic().net, checks, torch.device("cpu"))


@torch.inference_mode()
def enlarge(
    net: ImplicitNet, pixels: NDArray[np.uint8], side: int, device: torch.device
) -> NDArray[np.float32]:
    """(h, h, 3) uint8 -> (side, side, 3) float32 in [0, 1], clipped, by `net` on `device`."""
    height, width = pixels.shape[:2]
    grid = axis.whole(height, side)
    picture = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].to(device) / 127.5 - 1.0
    prepared = PreparedMap(net.prepare(net.encode(picture)), 0, 0, height, width)
    answer = net.decode(prepared, grid, axis.whole(width, side), torch.float32)
    colours: NDArray[np.float32] = (answer.clamp(-1.0, 1.0) * 0.5 + 0.5).cpu().numpy()
    return colours


def _resized(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """(h, h, 3) -> (side, side, 3), Pillow's antialiased bicubic."""
    return np.asarray(Image.fromarray(pixels).resize((side, side), Image.Resampling.BICUBIC))
