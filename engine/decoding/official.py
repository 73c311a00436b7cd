"""LIIF by the official procedure, written anew: slow, unfactorised, differentiable.

The tests and benchmarks compare the factorised decoder with it. Coordinate space: the official one, float32 (y, x) in
[-1, 1] over the picture, cells in the same units. It runs out of digits in deep zooms (docs/deep-zoom.md).
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.geometry.axis import Axis
from engine.models.liif import Liif

MAX_COORDINATE = 1.0 - 1e-6
"""Coordinates are clamped to ± this value before the latent is looked up, as in the official code."""
SHIFT = 1e-6
"""Added to each neighbour's position, as in the official code, so that no query falls on the border of two latents."""


def query(net: Liif, latents: Tensor, coords: Tensor, cells: Tensor) -> Tensor:
    """Decodes queries: latents (N, C, h, w), coords and cells (N, Q, 2) -> colours (N, Q, 3) (paper, 3.1 to 3.3)."""
    codes = _unfolded(latents) if net.feat_unfold else latents
    size = coords.new_tensor(latents.shape[-2:])
    centres = torch.stack(torch.meshgrid(*(_centres(n, coords) for n in latents.shape[-2:]), indexing="ij"))
    centres = centres.expand(len(latents), -1, -1, -1)
    steps, shift = ((-1, 1), SHIFT) if net.local_ensemble else ((0,), 0.0)
    colours, areas = [], []
    for direction in [(y, x) for y in steps for x in steps]:
        moved = coords + coords.new_tensor(direction) / size + shift
        neighbour = moved.clamp(-MAX_COORDINATE, MAX_COORDINATE)
        relative = (coords - _nearest(centres, neighbour)) * size
        inputs = [_nearest(codes, neighbour), relative]
        if net.cell_decode:
            inputs.append(cells * size)
        colours.append(net.imnet(torch.cat(inputs, dim=-1)))
        areas.append((relative[..., 0] * relative[..., 1]).abs() + 1e-9)
    if net.local_ensemble:
        areas.reverse()  # each colour is weighted by the area diagonally opposite its latent
    total = torch.stack(areas).sum(0)
    return torch.stack(
        [colour * (area / total)[..., None] for colour, area in zip(colours, areas, strict=True)]
    ).sum(0)


def decode(net: Liif, latents: Tensor, rows: Axis, cols: Axis, chunk: int = 30_000) -> Tensor:
    """Decodes the grid rows x cols (source px) -> (R, C, 3), `chunk` queries at a time."""
    height, width = latents.shape[-2:]
    grid = torch.meshgrid(
        _coordinates(rows, height, latents), _coordinates(cols, width, latents), indexing="ij"
    )
    coords = torch.stack(grid, dim=-1).view(1, -1, 2)
    cell = latents.new_tensor([2 * float(rows.cell) / height, 2 * float(cols.cell) / width])
    with torch.no_grad():
        pieces = [
            query(net, latents, part, cell.expand_as(part)) for part in torch.split(coords, chunk, dim=1)
        ]
    return torch.cat(pieces, dim=1).view(rows.count, cols.count, 3)


def _unfolded(latents: Tensor) -> Tensor:
    """Concatenates each latent with its eight neighbours: (N, C, h, w) -> (N, 9 C, h, w) (paper, section 3.2)."""
    return F.unfold(latents, 3, padding=1).view(len(latents), -1, *latents.shape[-2:])


def _coordinates(axis: Axis, size: int, like: Tensor) -> Tensor:
    """Converts the samples of an axis (source px) to [-1, 1], (count,)."""
    index, fraction = axis.positions()
    return torch.from_numpy(2.0 * (index + fraction) / size - 1.0).to(like)


def _centres(size: int, like: Tensor) -> Tensor:
    """Returns the centres of `size` latents in [-1, 1], (size,)."""
    return (2.0 * torch.arange(size, device=like.device, dtype=like.dtype) + 1.0) / size - 1.0


def _nearest(values: Tensor, coords: Tensor) -> Tensor:
    """Looks up values (N, C, h, w) at the latents nearest to coords (N, Q, 2) -> (N, Q, C)."""
    found = F.grid_sample(values, coords.flip(-1)[:, None], mode="nearest", align_corners=False)
    return found[:, :, 0].transpose(1, 2)
