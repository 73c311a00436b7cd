"""Live: every pixel of each ground truth; a separable basis makes all of them cheaper than gathering a few."""

import torch
from torch import Tensor

from engine.geometry import axis
from engine.models import separable
from engine.models.live import Live
from trainer.data.pictures import Pictures
from trainer.recipe import Data
from trainer.systems import banded
from trainer.systems.draw import Draw, batch


def inputs(net: Live, pictures: Pictures, data: Data, draw: Draw, device: torch.device) -> tuple[Tensor, ...]:
    """low (B, 3, p, p), B operators (K, p * order) along y, the same along x, B ground truths (3, K, K)."""
    drawn = batch(pictures, data, draw, device)
    patch = drawn.low.shape[-1]
    operators = [
        separable.dense_operator(axis.whole(patch, high.shape[-1]), patch, net.order).to(device)
        for high in drawn.high
    ]
    return drawn.low, *operators, *operators, *drawn.high


def losses(net: Live, low: Tensor, *rest: Tensor) -> Tensor:
    """L1 between every pixel of each ground truth and the model's answer."""
    return torch.stack([each.abs().mean() for each in differences(net, low, *rest)])


def differences(net: Live, low: Tensor, *rest: Tensor) -> list[Tensor]:
    """Of each sample the model's answers less the truths, (K, K, 3): along x, along y, colours."""
    count, patch = len(low), low.shape[-1]
    downs, across, truths = (rest[first : first + count] for first in (0, count, 2 * count))
    coefficients = net.polynomials(low)  # (B, n, 3, n, p, p)
    lines = coefficients.permute(0, 4, 1, 2, 5, 3).flatten(1, 2).flatten(2)  # (B, p n, 3 p n)
    found = []
    with torch.autocast(low.device.type, enabled=False):
        for picture, by_y, by_x, truth in zip(lines, downs, across, truths, strict=True):
            down = banded.product(by_y, picture, patch)  # (K, 3 p n)
            answer = banded.product(by_x, down.view(-1, patch * net.order).T, patch)  # (K, K 3)
            found.append(answer.view(len(by_x), len(by_y), 3) - truth.permute(2, 1, 0))
    return found
