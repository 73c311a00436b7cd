"""Multiplies a decoding matrix (trainer/systems/dense_operators.py) by coefficients, in its nonzero band only.

A row of this matrix, the operator, belongs to one sample. Its nonzero columns belong to the two latents around that
sample. The samples are therefore processed in groups that span about BAND_LATENTS latents, and each group is multiplied
with its own latents and their neighbours only. For 64 latents this skips more than 70 % of the operator, in the
backward pass too.
"""

from itertools import pairwise
from typing import Any

import torch
from torch import Tensor

BAND_LATENTS = 16
"""Approximate number of latents in a group. Fewer skip more zeros and need more products."""


def product(operator: Tensor, lines: Tensor, latents: int) -> Tensor:
    """Returns operator @ lines, differentiable in `lines`.

    operator: (samples, latents * order). Its samples must be spread evenly over all latents, at least one on each.
    lines: (latents * order, columns). The result is (samples, columns).
    """
    bands = _bands(len(operator), latents, operator.shape[1] // latents)
    out: Tensor = _Banded.apply(operator, lines, bands)  # type: ignore[no-untyped-call]
    return out


class _Banded(torch.autograd.Function):
    """The product and its gradient for `lines`, with the bands of `_bands`."""

    @staticmethod
    def forward(ctx: Any, operator: Tensor, lines: Tensor, bands: list[tuple[slice, slice]]) -> Tensor:
        ctx.save_for_backward(operator)
        ctx.bands = bands
        out = lines.new_empty(len(operator), lines.shape[1])
        for samples, columns in bands:
            torch.mm(operator[samples, columns], lines[columns], out=out[samples])
        return out

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor, None]:
        (operator,), (grad,) = ctx.saved_tensors, grads
        lines_grad = grad.new_zeros(operator.shape[1], grad.shape[1])
        for samples, columns in ctx.bands:
            lines_grad[columns].addmm_(operator[samples, columns].T, grad[samples])
        return None, lines_grad, None


def _bands(samples: int, latents: int, order: int) -> list[tuple[slice, slice]]:
    """Returns groups of the operator's rows, each with the range of columns outside which these rows are zero."""
    groups = max(1, latents // BAND_LATENTS)
    edges = [samples * group // groups for group in range(groups + 1)]
    return [
        (
            slice(first, last),
            slice(
                order * max(0, first * latents // samples - 1),
                order * min(latents, (last * latents - 1) // samples + 2),
            ),
        )
        for first, last in pairwise(edges)
    ]
