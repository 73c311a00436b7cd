"""A teacher's colours for crops, on the device that trains.

LIIF and Live answer for a whole batch: its crops pass through the encoder at once, then all queries through the
decoder, and no crop waits for the device. LIIF without the local ensemble and the other kinds of networks have no such
form. They are decoded crop by crop, as the engine decodes pictures.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute import cores
from engine.compute.device import DTYPES, Compute
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from engine.models.ensemble import spans
from engine.models.liif import CPU_CHUNK, GPU_CHUNK, Liif, Tail
from engine.models.polynomial_net import PolynomialNet
from trainer.recipe import Train
from trainer.systems import live
from trainer.systems.dense_operators import grid_of, neighbours, numbers_for

Grid = tuple[Axis, Axis]
"""Query positions along y and x, in latents of a crop."""


@dataclass(frozen=True)
class Teacher:
    """A model on the device that trains. compute: that device, and the dtype of the model's large products."""

    model: Model
    compute: Compute

    @staticmethod
    def of_recipe(train: Train, device: torch.device) -> "Teacher":
        """Loads the teacher of a recipe whose precision is resolved. Raises ModelError if it cannot be loaded."""
        return Teacher(library.load(train.teacher, device), Compute(device, DTYPES[train.precision]))


@torch.no_grad()
def answers(teacher: Teacher, low: Tensor, grids: Sequence[Grid]) -> Tensor:
    """Returns the teacher's colours (N, 3, S, S) float32 for N crops, not clipped, on the teacher's device.

    low: (N, 3, p, p) float32 in [-1, 1], in steps of 8 bits, there too. grids: of N crops, S queries along each axis.
    """
    net = teacher.model.net
    if isinstance(net, PolynomialNet):
        return _of_polynomials(net, low, grids, teacher.compute)
    if isinstance(net, Liif) and net.local_ensemble:
        return _of_liif(net, low, grids, teacher.compute)
    found = [answer_for_one(teacher, in_8_bits(crop), *grid) for crop, grid in zip(low, grids, strict=True)]
    return torch.stack(found).permute(0, 3, 1, 2)


def in_8_bits(low: Tensor) -> Tensor:
    """Returns a crop (3, p, p) float32 in [-1, 1] as uint8 on the CPU."""
    return ((low + 1.0) * 127.5).round().cpu().byte()


def answer_for_one(teacher: Teacher, pixels: Tensor, rows: Axis, cols: Axis) -> Tensor:
    """Returns the teacher's colours (R, C, 3) float32 for a crop, not clipped, on the teacher's device.

    pixels: (3, p, p) uint8 on the CPU. rows, cols: in px of the crop.
    """
    picture = pixels.permute(1, 2, 0).numpy().copy()
    return Latents(teacher.model, picture, teacher.compute).decode(rows, cols)


def _numbers_of(grids: Sequence[Grid]) -> Tensor:
    """Returns the numbers of `grid_of` for all grids, (N, 2, 4)."""
    return torch.stack([grid_of(rows, cols) for rows, cols in grids])


def _autocast(compute: Compute) -> torch.autocast:
    return torch.autocast(compute.device.type, compute.dtype, enabled=compute.dtype != torch.float32)


def _of_polynomials(net: PolynomialNet, low: Tensor, grids: Sequence[Grid], compute: Compute) -> Tensor:
    """Returns the result of `answers` for Live."""
    with _autocast(compute):
        lines = live.lines_of(net.polynomials(low))
    operators = live.matrices_of(_numbers_of(grids), grids[0][0].count, low, net.order)
    return live.colours_at_once(lines, operators)


def _of_liif(net: Liif, low: Tensor, grids: Sequence[Grid], compute: Compute) -> Tensor:
    """Returns the result of `answers` for LIIF with the local ensemble, in the precision of Liif.decode.

    The rows of all grids follow each other. As many are decoded at once as have the queries of a chunk of Liif.decode.
    """
    count, side, patch, numbers = len(low), grids[0][0].count, low.shape[-1], _numbers_of(grids)
    with _autocast(compute):
        codes = net.encode(low.contiguous(memory_format=torch.channels_last))
    lines = net.project_latents(codes.float()).permute(0, 2, 3, 1).flatten(0, 2)  # (N p p, width)
    index, distance, weight = _members(numbers, side, patch, low.device)
    crop = torch.arange(count * side, device=low.device) // side  # (N S,), the crop of each row
    row_index, row_weight = index[:, 0].flatten(0, 1) + crop[:, None] * patch, weight[:, 0].flatten(0, 1)
    row_terms, col_terms = _first_terms(net, distance, numbers)
    row_terms = row_terms.flatten(0, 1)[:, :, None, None]  # (N S, 2, 1, 1, width)
    out = low.new_empty(count * side, side, 3)
    chunk = max(1, (CPU_CHUNK if low.is_cpu else GPU_CHUNK) // (4 * side))

    def decode(first: int, last: int) -> None:
        tail = Tail(net.imnet.linears()[1:], compute.dtype, min(chunk, last - first) * 4 * side)
        for top, bottom in spans(first, last, chunk):
            rows, of = slice(top, bottom), crop[top:bottom]
            latents = row_index[rows, :, None, None] * patch + index[of, None, 1]  # (r, 2, S, 2)
            base = lines[latents].add_(col_terms[of, None])
            colours = tail.colours(base, row_terms[rows])  # (r, 2, S, 2, 3)
            out[rows] = torch.einsum("riskd,ri,rsk->rsd", colours, row_weight[rows], weight[of, 1])

    cores.parallel_rows(decode, out)
    return out.view(count, side, side, 3).permute(0, 3, 1, 2)


def _members(numbers: Tensor, side: int, patch: int, device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Returns the local ensemble along both axes of all grids, as engine/models/ensemble.py has it for one axis.

    numbers: of the grids, (N, 2, 4). index: (N, 2, S, 2) int64; y and x, queries, the two latents. distance, weight:
    the same in float32.
    """
    lower, offset = neighbours(numbers_for(numbers.flatten(0, 1), device), side, patch)
    upper = offset.clamp(0.0, 1.0)
    index = torch.stack([lower, lower + 1.0], -1).long()
    distance = torch.stack([2.0 * offset, 2.0 * (offset - 1.0)], -1).float()
    weight = torch.stack([1.0 - upper, upper], -1).float()
    shape = len(numbers), 2, side, 2
    return index.to(device).view(shape), distance.to(device).view(shape), weight.to(device).view(shape)


def _first_terms(net: Liif, distance: Tensor, numbers: Tensor) -> tuple[Tensor, Tensor]:
    """Returns the first layer's products with y, and with x and the cell: (N, S, 2, width) each.

    distance: (N, 2, S, 2), as `_members` returns it.
    """
    weights = net.imnet.linears()[0].weight[:, net.features :].T
    row_terms, col_terms = distance[:, 0, ..., None] * weights[0], distance[:, 1, ..., None] * weights[1]
    if net.cell_decode:
        cells = 2.0 * numbers[:, :, 2].float()  # (N, 2), in half latents
        col_terms += (cells.to(distance.device, non_blocking=True) @ weights[2:])[:, None, None]
    return row_terms, col_terms
