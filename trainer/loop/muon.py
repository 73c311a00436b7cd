"""Muon (Jordan and others, 2024): of a weight's momentum only the directions count, all of them alike.

A gradient of a layer is mostly a few directions, and Adam goes along them alone for long. Here what a layer's weights
move by is the matrix nearest to their momentum whose singular values are all about 1, found by five Newton-Schulz
steps. As large as Adam's steps are (Liu and others, arXiv 2502.16982, section 2.2), so that rates mean the same.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

MOMENTUM = 0.95
STEPS = 5
QUINTIC = 3.4445, -4.7750, 2.0315
"""Of s, s^3 and s^5: singular values from 0.01 to 1 come within 0.3 of 1 in five steps."""
SIZE = 0.2
"""Root mean square of a step of Adam, in rates."""


class Muon(torch.optim.Adam):
    """Muon for the weights between a network's first and last layer, Adam for all else that learns."""

    def __init__(self, net: nn.Module, rate: float) -> None:
        weights = [each for each in net.parameters() if each.dim() >= 2]
        self._inner = [each for each in weights[1:-1] if each.requires_grad]
        # not fused: that one skips by itself a step whose half floats ran over, and Muon's part would not know
        super().__init__([each for each in net.parameters() if each.requires_grad], rate)

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> Any:
        """One step along the gradients, which those of inner weights are used up by."""
        ahead = {each: self._ahead(each, each.grad) for each in self._inner if each.grad is not None}
        for each in ahead:
            each.grad = None  # Adam passes over it
        found = super().step(closure)
        # a network has few shapes, and so small a product is mostly its call
        for shape in {matrix.shape for matrix in ahead.values()}:
            alike = {each: matrix for each, matrix in ahead.items() if matrix.shape == shape}
            size = self.param_groups[0]["lr"] * SIZE * max(shape) ** 0.5
            for each, direction in zip(alike, orthogonal(torch.stack([*alike.values()])), strict=True):
                each.sub_(direction.view_as(each), alpha=size)
        return found

    def _ahead(self, weight: Tensor, gradient: Tensor) -> Tensor:
        """Nesterov's momentum of a weight, as a matrix (outputs, all else)."""
        kept = self.state[weight]
        if not kept:  # Adam looks for a step wherever something is kept
            kept |= {"step": torch.zeros(()), "momentum": torch.zeros_like(gradient)}
        mean: Tensor = kept["momentum"].lerp_(gradient, 1.0 - MOMENTUM)
        return gradient.lerp(mean, MOMENTUM).flatten(1)


def orthogonal(matrices: Tensor) -> Tensor:
    """(..., m, n) -> the same, float32, of the same directions, with singular values of about 1, but for tiny ones."""
    high, across = matrices.shape[-2:]
    wide = matrices.float() if high <= across else matrices.float().mT
    out: Tensor = wide / (wide.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    one, three, five = QUINTIC
    for _ in range(STEPS):
        square = out @ out.mT
        out = one * out + (three * square + five * square @ square) @ out
    return out if high <= across else out.mT.contiguous()
