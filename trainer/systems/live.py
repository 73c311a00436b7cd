"""Trains Live on every pixel of each ground truth.

Because its basis is separable, this is cheaper than evaluating a few scattered pixels.
"""

import torch
from torch import Tensor

from engine.geometry import axis
from engine.models import separable
from engine.models.polynomial_net import PolynomialNet
from trainer.data.pictures import Pictures
from trainer.recipe import Data
from trainer.systems import banded
from trainer.systems.sample_range import SampleRange, batch


def inputs(
    net: PolynomialNet, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
) -> tuple[Tensor, ...]:
    """Returns low (B, 3, p, p), B operators (K, p * order) along y, the same along x, B ground truths (3, K, K).

    K is the side of a ground truth, px. It differs between samples. All are float32, colours in [-1, 1].
    """
    crops = batch(pictures, data, samples, device)
    patch = crops.low.shape[-1]
    operators = [
        separable.dense_operator(axis.whole(patch, high.shape[-1]), patch, net.order).to(device)
        for high in crops.high
    ]
    return crops.low, *operators, *operators, *crops.high


def losses(net: PolynomialNet, low: Tensor, *rest: Tensor) -> Tensor:
    """Returns the L1 loss over all pixels of each sample, (B,) float32."""
    return torch.stack([each.abs().mean() for each in differences(net, low, *rest)])


def differences(net: PolynomialNet, low: Tensor, *rest: Tensor) -> list[Tensor]:
    """Returns the network's colours minus the ground truth for each sample, (K, K, 3) float32: x, y, colour.

    low: (B, 3, p, p). rest: what `inputs` returns after it, B operators along y, B along x and B ground truths.
    n in the shapes below is net.order, the number of basis functions along an axis.
    """
    count, patch = len(low), low.shape[-1]
    operators_y, operators_x, truths = (rest[first : first + count] for first in (0, count, 2 * count))
    coefficients = net.polynomials(low)  # (B, n, 3, n, p, p)
    lines = coefficients.permute(0, 4, 1, 2, 5, 3).flatten(1, 2).flatten(2)  # (B, p n, 3 p n)
    found = []
    with torch.autocast(low.device.type, enabled=False):
        for sample, operator_y, operator_x, truth in zip(
            lines, operators_y, operators_x, truths, strict=True
        ):
            along_y = banded.product(operator_y, sample, patch)  # (K, 3 p n)
            colours = banded.product(operator_x, along_y.view(-1, patch * net.order).T, patch)  # (K, K 3)
            found.append(colours.view(len(operator_x), len(operator_y), 3) - truth.permute(2, 1, 0))
    return found
