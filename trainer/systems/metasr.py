"""Trains MetaSR on a random subset of pixels of each ground truth.

It uses the factorised decoder of engine/models/metasr.py.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.geometry import axis
from engine.models.metasr import HIDDEN, MetaSR, corners
from trainer.data.pictures import Pictures
from trainer.recipe import Data
from trainer.systems.sample_range import SampleRange, batch, pixel_indices


def inputs(
    net: MetaSR, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
) -> tuple[Tensor, ...]:
    """Returns the tensors of B pictures and Q pixels of each.

    low (B, 3, p, p) in [-1, 1]
    index (B, Q) int64: position of the latent among the B * p * p latents of the batch
    query (B, Q, 3): offset from the latent's top left corner along y and x, and the cell, in latents
    truth (B, Q, 3) in [-1, 1]
    """
    del net
    crops = batch(pictures, data, samples, device)
    patch = crops.low.shape[-1]
    indices, queries, truths = [], [], []
    for number, high in enumerate(crops.high):
        size = high.shape[-1]
        pixels = torch.from_numpy(pixel_indices(samples, number, data.pixels, size * size)).to(device)
        latent, offset = corners(axis.whole(patch, size), patch, crops.low)
        y, x = pixels // size, pixels % size
        indices.append((number * patch + latent[y]) * patch + latent[x])
        cell = torch.full_like(offset[y], patch / size)
        queries.append(torch.stack([offset[y], offset[x], cell], dim=-1))
        truths.append(high.flatten(1).T[pixels])
    return crops.low, torch.stack(indices), torch.stack(queries), torch.stack(truths)


def losses(net: MetaSR, low: Tensor, index: Tensor, query: Tensor, truth: Tensor) -> Tensor:
    """Returns the L1 loss over the pixels of each picture, (B,) float32."""
    return (colours(net, low, index, query) - truth).abs().mean((1, 2))


def colours(net: MetaSR, low: Tensor, index: Tensor, query: Tensor) -> Tensor:
    """Returns the network's colours (B, Q, 3) float32 for tensors as `inputs` returns them."""
    codes = net.project_latents(net.encode(low))
    lines = codes.permute(0, 2, 3, 1).reshape(-1, codes.shape[1])
    terms = F.embedding(index, lines)  # (B, Q, 3 + 3 HIDDEN): bias, then a (3, HIDDEN) matrix
    units = F.relu(net.imnet.linears()[0](query))
    matrices = terms[..., 3:].view(*index.shape, 3, HIDDEN)
    answer: Tensor = terms[..., :3] + (matrices * units[..., None, :]).sum(-1)
    return answer.float()
