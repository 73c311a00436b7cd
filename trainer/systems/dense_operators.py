"""The decoding matrices of training, for all samples of a batch at once, on the device that trains.

The row of a query has entries at the two latents around it: their smooth ensemble weights times the means of the basis
functions over the query's cell. engine/geometry/local_basis.py computes the same for one axis of a view, in numpy.
"""

import torch
from torch import Tensor

from engine.geometry.axis import Axis
from engine.geometry.local_basis import quadrature


def grid_of(rows: Axis, cols: Axis) -> Tensor:
    """Returns the numbers of a grid of queries, (2, 4) float64: y, x; start, step and cell in latents, and count."""
    axes = [
        [float(each.start), float(each.step), float(each.cell), float(each.count)] for each in (rows, cols)
    ]
    return torch.tensor(axes, dtype=torch.float64)


def numbers_for(axes: Tensor, device: torch.device) -> Tensor:
    """Returns axes (B, 4) float64 where they are computed with: on the device, or on the CPU if it has no float64."""
    return axes if device.type == "mps" else axes.to(device, non_blocking=True)


def neighbours(axes: Tensor, samples: int, size: int) -> tuple[Tensor, Tensor]:
    """Returns the two latents around each query of B axes, as Axis.neighbours does for one.

    axes, samples, size: as for `dense_operators`. The results are (B, samples) float64: the lower latent, a whole
    number in [0, size - 2], and the query's distance from its centre, in latents.
    """
    start, step, _, _ = (column[:, None] for column in axes.unbind(1))
    number = torch.arange(samples, dtype=axes.dtype, device=axes.device)
    centre = start + (number + 0.5) * step - 0.5  # distance from the centre of latent 0
    first = centre.floor().clamp(0, size - 2)
    return first, torch.clamp(centre, -0.5, size - 0.5) - first


def dense_operators(axes: Tensor, samples: int, size: int, order: int) -> Tensor:
    """Returns the matrices of B axes in dense form, (B, samples, size * order) float32, on the device of `axes`.

    axes: (B, 4) float64, start, step and cell in latents, and count. samples: the largest count; the rows past an
    axis's own count are 0. size: latents along the axis, at least 2. order: number of basis functions.
    """
    cell, count = axes[:, 2, None], axes[:, 3, None]
    first, offset = neighbours(axes, samples, size)  # (B, samples)
    number = torch.arange(samples, device=axes.device)
    linear = offset.clamp(0.0, 1.0)
    upper = linear * linear * (3.0 - 2.0 * linear)
    weights = torch.stack([1.0 - upper, upper], -1) * (number < count)[..., None]  # (B, samples, 2)
    distances = torch.stack([offset, offset - 1.0], -1).clamp(-1.0, 1.0)
    entries = weights[..., None] * _mean_functions(distances, cell.clamp(max=1.0), order)
    operators: Tensor = entries.new_zeros(len(axes), samples, size, order, dtype=torch.float32)
    pair = torch.stack([first, first + 1.0], -1).long()[..., None].expand(-1, -1, -1, order)
    operators.scatter_(2, pair, entries.float())
    return operators.flatten(2)


def _mean_functions(distances: Tensor, width: Tensor, order: int) -> Tensor:
    """Returns the means of T_0 … T_{order-1} over intervals around each distance: (B, samples, 2, order).

    distances: (B, samples, 2). width: of the intervals, (B, 1).
    """
    nodes, weights = (
        torch.as_tensor(each, dtype=width.dtype).to(width.device) for each in quadrature((order + 1) // 2)
    )
    points = distances[..., None] + nodes * (width[..., None, None] / 2)  # (B, samples, 2, nodes)
    functions = [torch.ones_like(points), points]
    while len(functions) < order:
        functions.append(2 * points * functions[-1] - functions[-2])
    return torch.stack([function @ weights for function in functions[:order]], -1) / 2
