"""Trains Live on every pixel of each ground truth.

Because its basis is separable, this is cheaper than evaluating a few scattered pixels. Samples have grids of queries of
different sizes. A CPU decodes them one by one, in the nonzero band of each matrix. Another device decodes the whole
batch in two products, padded to the largest grid: there the number of operations counts, not their size.
"""

from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.geometry import axis
from engine.models.polynomial_net import PolynomialNet
from trainer.data.pictures import Pictures
from trainer.recipe import Data
from trainer.systems import banded
from trainer.systems.dense_operators import dense_operators, grid_of, numbers_for
from trainer.systems.sample_range import SampleRange, batch

Function = Callable[[Tensor], Tensor]


def inputs(
    net: PolynomialNet, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
) -> tuple[Tensor, ...]:
    """Returns low (B, 3, p, p), B grids (2, 4) and B ground truths (3, K, K).

    K is the side of a ground truth, px. It differs between samples. Colours are float32 in [-1, 1]. The grids are the
    numbers of `grid_of`, on the CPU.
    """
    del net
    crops = batch(pictures, data, samples, device)
    patch = crops.low.shape[-1]
    pixels = [axis.whole(patch, high.shape[-1]) for high in crops.high]
    return crops.low, *(grid_of(each, each) for each in pixels), *crops.high


def losses(net: PolynomialNet, low: Tensor, *rest: Tensor) -> Tensor:
    """Returns the L1 loss over all pixels of each sample, (B,) float32."""
    return means(torch.abs, net, low, *rest)


def means(function: Function, net: PolynomialNet, low: Tensor, *rest: Tensor) -> Tensor:
    """Returns each sample's mean of `function` of the network's colours minus the ground truth, (B,) float32.

    low: (B, 3, p, p). rest: B grids and B ground truths, as `inputs` returns them. function: of each element; 0 for 0.
    """
    grids, truths = torch.stack(rest[: len(low)]), rest[len(low) :]
    coefficients = net.polynomials(low)  # (B, n, 3, n, p, p), n the number of basis functions along an axis
    lines = lines_of(coefficients)
    largest = max(side for truth in truths for side in truth.shape[1:])
    with torch.autocast(low.device.type, enabled=False):
        operators = matrices_of(grids, largest, low, net.order)
        if low.device.type == "cpu":
            return means_one_by_one(function, lines, operators, truths, low.shape[-1])
        return means_at_once(function, lines, operators, truths)


def lines_of(coefficients: Tensor) -> Tensor:
    """Returns coefficients (B, n, 3, n, p, p), as PolynomialNet.polynomials makes them, as matrices (B, p n, 3 p n)."""
    return coefficients.permute(0, 4, 1, 2, 5, 3).flatten(1, 2).flatten(2)


def matrices_of(grids: Tensor, largest: int, low: Tensor, order: int) -> Tensor:
    """Returns the matrices along y and x of all samples, (B, 2, K, p n), on the device of `low`.

    grids: (B, 2, 4), as `grid_of` returns them. largest: K, the largest count of a grid. low: (B, 3, p, p).
    """
    numbers = numbers_for(grids.flatten(0, 1), low.device)
    made = dense_operators(numbers, largest, low.shape[-1], order)
    return made.view(len(grids), 2, largest, -1).to(low.device)


def colours_at_once(lines: Tensor, operators: Tensor) -> Tensor:
    """Returns the colours (B, 3, K, K) of the grids, in two products. What is past a grid is 0.

    lines: (B, p n, 3 p n). operators: those of `matrices_of`.
    """
    along_y, along_x = operators.unbind(1)
    count, largest, length = along_y.shape
    columns = (along_y @ lines).view(count, largest * 3, length)
    return (columns @ along_x.mT).view(count, largest, 3, largest).transpose(1, 2)


def means_one_by_one(
    function: Function, lines: Tensor, operators: Tensor, truths: Sequence[Tensor], patch: int
) -> Tensor:
    """Returns the result of `means`. lines: (B, p n, 3 p n). operators: those of `matrices_of`. patch: p."""
    found = []
    for sample, (along_y, along_x), truth in zip(lines, operators, truths, strict=True):
        height, width = truth.shape[1:]
        columns = banded.product(along_y[:height], sample, patch)  # (K, 3 p n)
        rows = columns.view(height * 3, -1).T
        colours = banded.product(along_x[:width], rows, patch)  # (K, K 3)
        difference = colours.view(width, height, 3) - truth.permute(2, 1, 0)
        found.append(function(difference).mean())
    return torch.stack(found)


def means_at_once(function: Function, lines: Tensor, operators: Tensor, truths: Sequence[Tensor]) -> Tensor:
    """Returns the result of `means_one_by_one`. What is padded is 0 in the colours and in the truths."""
    colours, largest = colours_at_once(lines, operators), operators.shape[2]
    padded = [F.pad(each, (0, largest - each.shape[2], 0, largest - each.shape[1])) for each in truths]
    values = torch.tensor([float(each.numel()) for each in truths]).to(lines.device, non_blocking=True)
    return function(colours - torch.stack(padded)).sum((1, 2, 3)) / values
