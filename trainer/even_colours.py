"""Keeps uniform colours as they are: corrects the last layer of a trained Live network, without training.

On a uniform picture the network should add nothing to its bicubic skip connection. Let A hold the inputs of the last
layer on uniform pictures, one row for each colour, P those of latents of drawn pages, and W the weights and biases of
that layer. The correction D makes this smallest:

    mean |A (W + D)ᵀ|² + PAGES_WEIGHT * mean |P Dᵀ|²

So uniform pictures come out nearer to their colours, while what the layer makes of other latents hardly changes.
"""

from itertools import product

import numpy as np
import torch
from torch import Tensor

from engine.models.live import Live, LiveOnEncoder
from trainer.data.drawn import page

COLOUR_STEPS, GREYS = 6, 26
"""Steps of each channel of the colours, and further greys."""
COLOURS_AT_ONCE = 16
SEEN = 32
"""Px around a latent that are taken for what it sees, where an encoder sees the whole picture."""
PAGES, PAGE_SIDE, PAGE_SEED = 8, 96, 500
"""Drawn pages, the side of what is used of each, px, and their seed: no training uses it."""
PAGES_WEIGHT = 3e-3
"""Smaller values change other latents more. At this one their coefficients change by 0.2 of 255 (root mean square)."""


@torch.inference_mode()
def correct(net: Live | LiveOnEncoder) -> None:
    """Corrects the last layer of a network on the CPU, in place."""
    layer, bias = net.coefficients, net.coefficients.bias
    assert bias is not None
    even, pages = _inputs_of_colours(net), _inputs_of_pages(net)
    weights = torch.cat([layer.weight.flatten(1), bias[:, None]], 1).double()
    added = even @ weights.T
    both = even.T @ even / len(even) + PAGES_WEIGHT * pages.T @ pages / len(pages)
    # a channel that is 0 everywhere has no weight to correct
    correction = -torch.linalg.pinv(both, hermitian=True) @ (even.T @ added) / len(even)
    layer.weight += correction[:-1].T.to(layer.weight.dtype)[..., None, None]
    bias += correction[-1].to(bias.dtype)


def _inputs_of_colours(net: Live | LiveOnEncoder) -> Tensor:
    """Returns the last layer's inputs on uniform pictures, (colours, hidden + 1) float64: the last one is 1."""
    steps, greys = np.linspace(-1.0, 1.0, COLOUR_STEPS), np.linspace(-1.0, 1.0, GREYS)
    colours = torch.tensor([*product(steps, repeat=3), *zip(greys, greys, greys, strict=True)]).float()
    side = 2 * (SEEN if net.halo is None else net.halo) + 3  # the middle is as in any larger picture
    parts = [
        net.mlp_hidden(net.latents(part[..., None, None].expand(-1, -1, side, side)))[
            ..., side // 2, side // 2
        ]
        for part in torch.split(colours, COLOURS_AT_ONCE)
    ]
    return _with_bias(torch.cat(parts))


def _inputs_of_pages(net: Live | LiveOnEncoder) -> Tensor:
    """Returns the last layer's inputs on drawn pages, (latents, hidden + 1) float64: the last one is 1."""
    parts = []
    for number in range(PAGES):
        pixels = torch.from_numpy(page.page(PAGE_SEED, number)[:, :PAGE_SIDE, :PAGE_SIDE].copy())
        latents = net.latents(pixels[None].float() / 127.5 - 1.0)
        parts.append(net.mlp_hidden(latents)[0].flatten(1).T)
    return _with_bias(torch.cat(parts))


def _with_bias(inputs: Tensor) -> Tensor:
    return torch.cat([inputs, inputs.new_ones(len(inputs), 1)], 1).double()
