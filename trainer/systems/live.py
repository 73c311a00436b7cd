"""Live: every pixel of each ground truth; a separable basis makes all of them cheaper than gathering a few."""

import torch
import torch.nn.functional as F
from torch import Tensor

from engine import axis, separable
from engine.models.live import Live
from trainer.pictures import Pictures
from trainer.recipe import Data
from trainer.systems.draw import Draw, batch


def inputs(net: Live, pictures: Pictures, data: Data, draw: Draw, device: torch.device) -> tuple[Tensor, ...]:
    """low (B, 3, p, p), B operators (K, p * order), B ground truths (3, K, K)."""
    drawn = batch(pictures, data, draw, device)
    patch = drawn.low.shape[-1]
    operators = [
        separable.dense_operator(axis.whole(patch, high.shape[-1]), patch, net.order).to(device)
        for high in drawn.high
    ]
    return drawn.low, *operators, *drawn.high


def losses(net: Live, low: Tensor, *rest: Tensor) -> Tensor:
    """L1 between every pixel of each ground truth and the model's answer."""
    count = len(low)
    coefficients = net.polynomials(low)  # (B, n, 3, n, p, p)
    lines = coefficients.permute(0, 4, 1, 2, 5, 3).flatten(1, 2).flatten(2)  # (B, p n, 3 p n)
    found = []
    with torch.autocast(low.device.type, enabled=False):
        for picture, operator, high in zip(lines, rest[:count], rest[count:], strict=True):
            size = high.shape[-1]
            answer = (operator @ picture).view(size * 3, -1) @ operator.T  # (K 3, K)
            found.append(F.l1_loss(answer.view(size, 3, size), high.transpose(0, 1)))
    return torch.stack(found)
