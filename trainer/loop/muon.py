"""Muon (Jordan and others, 2024): an optimizer that orthogonalises the momentum of each weight matrix.

The gradient of a layer is dominated by a few directions, and Adam follows only those for a long time. Muon moves a
layer's weights by the matrix nearest to their momentum whose singular values are all about 1, computed with five
Newton-Schulz iterations. The update is scaled to the size of Adam's (Liu and others, arXiv 2502.16982, section 2.2), so
that learning rates mean the same for both.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

MOMENTUM = 0.95
NEWTON_SCHULZ_STEPS = 5
QUINTIC = 3.4445, -4.7750, 2.0315
"""Coefficients of s, s^3 and s^5. Five iterations bring singular values from 0.01 to 1 to within 0.3 of 1."""
UPDATE_RMS = 0.2
"""Root mean square of an Adam update, in units of the learning rate."""


class Muon(torch.optim.Adam):
    """Muon for the weights between a network's first and last layer, Adam for every other trainable parameter."""

    def __init__(self, net: nn.Module, rate: float) -> None:
        weights = [parameter for parameter in net.parameters() if parameter.dim() >= 2]
        self._inner = [weight for weight in weights[1:-1] if weight.requires_grad]
        # Not fused: fused Adam skips a step by itself when half floats overflow, and Muon's part would not know.
        super().__init__([parameter for parameter in net.parameters() if parameter.requires_grad], rate)

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> Any:
        """Takes one step. The gradients of the inner weights are None afterwards."""
        momenta = {
            weight: self._nesterov(weight, weight.grad) for weight in self._inner if weight.grad is not None
        }
        for weight in momenta:
            weight.grad = None  # Adam skips it
        result = super().step(closure)
        # Weights of one shape are stacked: the products are so small that each call costs more than its arithmetic.
        for shape in {momentum.shape for momentum in momenta.values()}:
            same_shape = {weight: momentum for weight, momentum in momenta.items() if momentum.shape == shape}
            scale = self.param_groups[0]["lr"] * UPDATE_RMS * max(shape) ** 0.5
            updates = orthogonalise(torch.stack([*same_shape.values()]))
            for weight, update in zip(same_shape, updates, strict=True):
                weight.sub_(update.view_as(weight), alpha=scale)
        return result

    def _nesterov(self, weight: Tensor, gradient: Tensor) -> Tensor:
        """Returns the Nesterov momentum of a weight, as a matrix (outputs, everything else)."""
        state = self.state[weight]
        if not state:  # Adam expects `step` in every state that is not empty
            state |= {"step": torch.zeros(()), "momentum": torch.zeros_like(gradient)}
        mean: Tensor = state["momentum"].lerp_(gradient, 1.0 - MOMENTUM)
        return gradient.lerp(mean, MOMENTUM).flatten(1)


def orthogonalise(matrices: Tensor) -> Tensor:
    """(..., m, n) -> (..., m, n) float32: the same singular vectors, with singular values of about 1.

    Singular values below 0.01 of the Frobenius norm stay smaller.
    """
    height, width = matrices.shape[-2:]
    wide = matrices.float() if height <= width else matrices.float().mT
    out: Tensor = wide / (wide.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    linear, cubic, quintic = QUINTIC
    for _ in range(NEWTON_SCHULZ_STEPS):
        square = out @ out.mT
        out = linear * out + (cubic * square + quintic * square @ square) @ out
    return out if height <= width else out.mT.contiguous()
