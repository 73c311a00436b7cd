"""The banded product equals the dense product, forward and backward, for every axis that training uses."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.geometry import axis
from trainer.systems import banded
from trainer.systems.dense_operators import dense_operators, grid_of


def whole(latents, samples, order):
    """The matrix of all samples of all latents, (samples, latents * order)."""
    line = axis.whole(latents, samples)
    return dense_operators(grid_of(line, line)[:1], samples, latents, order)[0]


@settings(deadline=None, max_examples=60)
@given(st.integers(8, 70), st.floats(1.0, 9.0), st.integers(1, 6))
def test_it_equals_the_dense_product_forward_and_backward(latents, scale, order):
    samples = round(latents * scale)
    operator = whole(latents, samples, order)
    random = torch.Generator().manual_seed(samples)
    lines = torch.randn(latents * order, 5, generator=random).requires_grad_()
    dense_lines = lines.detach().clone().requires_grad_()
    gradient = torch.randn(samples, 5, generator=random)
    found, expected = banded.product(operator, lines, latents), operator @ dense_lines
    for result in (found, expected):
        (result * gradient).sum().backward()
    torch.testing.assert_close(found, expected, atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(lines.grad, dense_lines.grad, atol=1e-5, rtol=1e-5)


def test_lines_may_be_a_transposed_view():
    operator = whole(32, 80, 3)
    lines = torch.randn(7, 96, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(banded.product(operator, lines.T, 32), operator @ lines.T)
