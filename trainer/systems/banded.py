"""The product with an axis's operator (`separable.dense_operator`), of which all but a band is zeros.

A sample is of the two latents around it. Taken some latents at a time, the product passes over the zeros beyond those
and their neighbours: of 64 latents over seven tenths of all there is, on the way back too.
"""

from itertools import pairwise
from typing import Any

import torch
from torch import Tensor

LATENTS = 16
"""At a time, about. Fewer spare more zeros, and take more products."""


def product(operator: Tensor, lines: Tensor, latents: int) -> Tensor:
    """(samples, latents * order) @ (latents * order, columns), differentiable in `lines`.

    The operator's samples lie evenly over all of `latents`, at least one on each.
    """
    bands = _bands(len(operator), latents, operator.shape[1] // latents)
    out: Tensor = _Banded.apply(operator, lines, bands)  # type: ignore[no-untyped-call]
    return out


class _Banded(torch.autograd.Function):
    """The same, `bands` as `_bands` gives them."""

    @staticmethod
    def forward(ctx: Any, operator: Tensor, lines: Tensor, bands: list[tuple[slice, slice]]) -> Tensor:
        ctx.save_for_backward(operator)
        ctx.bands = bands
        out = lines.new_empty(len(operator), lines.shape[1])
        for samples, rows in bands:
            torch.mm(operator[samples, rows], lines[rows], out=out[samples])
        return out

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, Tensor, None]:
        (operator,), (grad,) = ctx.saved_tensors, grads
        back = grad.new_zeros(operator.shape[1], grad.shape[1])
        for samples, rows in ctx.bands:
            back[rows].addmm_(operator[samples, rows].T, grad[samples])
        return None, back, None


def _bands(samples: int, latents: int, order: int) -> list[tuple[slice, slice]]:
    """Which samples are of which of the operator's columns, beyond which those samples have zeros."""
    parts = max(1, latents // LATENTS)
    edges = [samples * part // parts for part in range(parts + 1)]
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
