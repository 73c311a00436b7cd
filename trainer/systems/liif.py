"""Trains LIIF on a random subset of pixels of each ground truth, with the factorised decoder (engine/models/liif.py).

It computes the same function as the official procedure (engine/decoding/official.py), so the gradients are the same.
The first layer runs once per latent instead of once per query and neighbour.
"""

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from engine.geometry import axis
from engine.models.ensemble import members
from engine.models.liif import Liif
from trainer.data.pictures import Pictures
from trainer.recipe import Data
from trainer.systems.sample_range import SampleRange, batch, pixel_indices

CPU = torch.device("cpu")


def inputs(
    net: Liif, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
) -> tuple[Tensor, ...]:
    """Returns the tensors of B pictures, Q pixels of each and the m (1 or 4) ensemble members of each pixel.

    low (B, 3, p, p) in [-1, 1]
    index (B, Q, m) int64: position of the latent among the B * p * p latents of the batch
    relative (B, Q, m, 2): pixel's offset from the latent's centre along y and x, in half latents
    cell (B, 2): the official cell times p, as cell decoding takes it
    weight (B, Q, m): ensemble weights, which sum to 1
    truth (B, Q, 3) in [-1, 1]
    """
    crops = batch(pictures, data, samples, device)
    patch = crops.low.shape[-1]
    indices, relatives, weights, truths = [], [], [], []
    for number, high in enumerate(crops.high):
        size = high.shape[-1]
        pixels = pixel_indices(samples, number, data.pixels, size * size)
        index, relative, weight = _ensemble(net, patch, size, pixels)
        indices.append(number * patch * patch + index)
        relatives.append(relative)
        weights.append(weight)
        truths.append(high.flatten(1).T[torch.from_numpy(pixels).to(device)])
    cell = torch.tensor([[2.0 * patch / high.shape[-1]] * 2 for high in crops.high], device=device)
    tensors = (torch.from_numpy(np.stack(each)).to(device) for each in (indices, relatives, weights))
    stacked_index, stacked_relative, stacked_weight = tensors
    return crops.low, stacked_index, stacked_relative, cell, stacked_weight, torch.stack(truths)


def _ensemble(
    net: Liif, patch: int, size: int, pixels: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
    """Returns the ensemble of some pixels of a (size, size) px ground truth of patch * patch latents.

    pixels: (Q,) row-major indices. The results are index (Q, m), relative (Q, m, 2) and weight (Q, m).
    """
    line = members(axis.whole(patch, size), patch, net.local_ensemble, CPU)
    per_axis = line.index.numpy(), line.distance.numpy(), line.weight.numpy()  # (k, size) each, m = k * k
    (iy, dy, wy), (ix, dx, wx) = ([each[:, at].T for each in per_axis] for at in np.divmod(pixels, size))
    count = len(pixels)
    index = (iy[:, :, None] * patch + ix[:, None, :]).reshape(count, -1)
    offsets = np.stack(np.broadcast_arrays(dy[:, :, None], dx[:, None, :]), axis=-1)
    weight = (wy[:, :, None] * wx[:, None, :]).reshape(count, -1)
    return index, offsets.reshape(count, -1, 2), weight


def losses(
    net: Liif, low: Tensor, index: Tensor, relative: Tensor, cell: Tensor, weight: Tensor, truth: Tensor
) -> Tensor:
    """Returns the L1 loss over the pixels of each picture, (B,) float32."""
    return (colours(net, low, index, relative, cell, weight) - truth).abs().mean((1, 2))


def colours(net: Liif, low: Tensor, index: Tensor, relative: Tensor, cell: Tensor, weight: Tensor) -> Tensor:
    """Returns the network's colours (B, Q, 3) float32 for tensors as `inputs` returns them."""
    first, *rest = net.imnet.linears()
    codes = net.project_latents(net.encode(low))  # (B, width, p, p), channels last
    lines = codes.permute(0, 2, 3, 1).reshape(-1, codes.shape[1])
    positions = relative
    if net.cell_decode:
        positions = torch.cat([relative, cell[:, None, None].expand_as(relative)], dim=-1)
    x = F.embedding(index, lines) + F.linear(positions, first.weight[:, net.features :])  # (B, Q, m, width)
    for layer in rest:
        x = layer(F.relu(x))
    return (x.float() * weight[..., None]).sum(2)
