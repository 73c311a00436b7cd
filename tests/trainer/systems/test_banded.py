"""The banded product is the whole one, forwards and backwards, for any axis that training has."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.geometry import axis
from engine.models import separable
from trainer.systems import banded


@settings(deadline=None, max_examples=60)
@given(st.integers(8, 70), st.floats(1.0, 9.0), st.integers(1, 6))
def test_it_is_the_whole_product_there_and_back(latents, scale, order):
    samples = round(latents * scale)
    operator = separable.dense_operator(axis.whole(latents, samples), latents, order)
    random = torch.Generator().manual_seed(samples)
    ours = torch.randn(latents * order, 5, generator=random).requires_grad_()
    theirs = ours.detach().clone().requires_grad_()
    wanted = torch.randn(samples, 5, generator=random)
    found, expected = banded.product(operator, ours, latents), operator @ theirs
    for each in (found, expected):
        (each * wanted).sum().backward()
    torch.testing.assert_close(found, expected, atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(ours.grad, theirs.grad, atol=1e-5, rtol=1e-5)


def test_lines_that_lie_the_other_way_are_taken_as_they_are():
    operator = separable.dense_operator(axis.whole(32, 80), 32, 3)
    lines = torch.randn(7, 96, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(banded.product(operator, lines.T, 32), operator @ lines.T)
