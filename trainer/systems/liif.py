"""LIIF: some pixels of each ground truth, through the factorised decoder (engine/models/liif.py).

The same function as the official procedure (engine/decoding/official.py), and so the same gradients; its first layer runs once
per latent and not once per query and neighbour.
"""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from engine.geometry import axis
from engine.models.ensemble import members
from engine.models.liif import Liif
from trainer.data.pictures import Pictures
from trainer.recipe import Data
from trainer.systems.draw import Draw, batch, places

CPU = torch.device("cpu")


def inputs(net: Liif, pictures: Pictures, data: Data, draw: Draw, device: torch.device) -> tuple[Tensor, ...]:
    """Of B pictures, Q pixels of each and the m latents (1 or 4) around each:

    low (B, 3, p, p), index (B, Q, m) int64 of the latent in the batch's map (B p p), relative (B, Q, m, 2) in half
    latents, cell (B, 2) official times p, weight (B, Q, m), truth (B, Q, 3).
    """
    drawn = batch(pictures, data, draw, device)
    patch = drawn.low.shape[-1]
    index, relative, weight, truth = [], [], [], []
    for number, high in enumerate(drawn.high):
        size = high.shape[-1]
        place = places(draw, number, data.pixels, size * size)
        line = members(axis.whole(patch, size), patch, net.local_ensemble, CPU)
        near = line.index.numpy(), line.distance.numpy(), line.weight.numpy()  # (k, K) each
        (iy, dy, wy), (ix, dx, wx) = ([each[:, at].T for each in near] for at in np.divmod(place, size))
        offset = number * patch * patch
        index.append((offset + iy[:, :, None] * patch + ix[:, None, :]).reshape(len(place), -1))
        pairs = np.stack(np.broadcast_arrays(dy[:, :, None], dx[:, None, :]), axis=-1)
        relative.append(pairs.reshape(len(place), -1, 2))
        weight.append((wy[:, :, None] * wx[:, None, :]).reshape(len(place), -1))
        truth.append(high.flatten(1).T[torch.from_numpy(place).to(device)])
    cell = torch.tensor([[2.0 * patch / high.shape[-1]] * 2 for high in drawn.high], device=device)
    gathered = (torch.from_numpy(np.stack(each)).to(device) for each in (index, relative, weight))
    at, near_by, share = gathered
    return drawn.low, at, near_by, cell, share, torch.stack(truth)


def losses(
    net: Liif, low: Tensor, index: Tensor, relative: Tensor, cell: Tensor, weight: Tensor, truth: Tensor
) -> Tensor:
    """L1 over the pixels of each picture."""
    return (colours(net, low, index, relative, cell, weight) - truth).abs().mean((1, 2))


def colours(net: Liif, low: Tensor, index: Tensor, relative: Tensor, cell: Tensor, weight: Tensor) -> Tensor:
    """The network's answers (B, Q, 3), of inputs as `inputs` gives them."""
    first, *rest = net.imnet.linears()
    codes = net.project_latents(net.encode(low))  # (B, width, p, p), channels last
    lines = codes.permute(0, 2, 3, 1).reshape(-1, codes.shape[1])
    places = relative
    if net.cell_decode:
        places = torch.cat([relative, cell[:, None, None].expand_as(relative)], dim=-1)
    x = F.embedding(index, lines) + F.linear(places, first.weight[:, net.features :])  # (B, Q, m, width)
    for layer in rest:
        x = layer(F.relu(x))
    return (x.float() * weight[..., None]).sum(2)
