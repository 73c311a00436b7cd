"""MetaSR: some pixels of each ground truth, through the factorised decoder (engine/models/metasr.py)."""

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.geometry import axis
from engine.models.metasr import HIDDEN, MetaSR, corners
from trainer.data.pictures import Pictures
from trainer.recipe import Data
from trainer.systems.draw import Draw, batch, places


def inputs(
    net: MetaSR, pictures: Pictures, data: Data, draw: Draw, device: torch.device
) -> tuple[Tensor, ...]:
    """Of B pictures and Q pixels of each: low (B, 3, p, p), index (B, Q) int64 of the latent in the batch's map,
    place (B, Q, 3): y and x past the latent's start and the cell, in latents; truth (B, Q, 3).
    """
    del net
    drawn = batch(pictures, data, draw, device)
    patch = drawn.low.shape[-1]
    index, place, truth = [], [], []
    for number, high in enumerate(drawn.high):
        size = high.shape[-1]
        chosen = torch.from_numpy(places(draw, number, data.pixels, size * size)).to(device)
        line, beyond = corners(axis.whole(patch, size), patch, drawn.low)
        y, x = chosen // size, chosen % size
        index.append((number * patch + line[y]) * patch + line[x])
        cell = torch.full_like(beyond[y], patch / size)
        place.append(torch.stack([beyond[y], beyond[x], cell], dim=-1))
        truth.append(high.flatten(1).T[chosen])
    return drawn.low, torch.stack(index), torch.stack(place), torch.stack(truth)


def losses(net: MetaSR, low: Tensor, index: Tensor, place: Tensor, truth: Tensor) -> Tensor:
    """L1 over the pixels of each picture."""
    return (colours(net, low, index, place) - truth).abs().mean((1, 2))


def colours(net: MetaSR, low: Tensor, index: Tensor, place: Tensor) -> Tensor:
    """The network's answers (B, Q, 3), of inputs as `inputs` gives them."""
    codes = net.project_latents(net.encode(low))
    lines = codes.permute(0, 2, 3, 1).reshape(-1, codes.shape[1])
    found = F.embedding(index, lines)  # (B, Q, 3 + 3 HIDDEN)
    units = F.relu(net.imnet.linears()[0](place))
    matrices = found[..., 3:].view(*index.shape, 3, HIDDEN)
    answer: Tensor = found[..., :3] + (matrices * units[..., None, :]).sum(-1)
    return answer.float()
