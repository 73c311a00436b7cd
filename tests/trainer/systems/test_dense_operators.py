"""The matrices of a batch equal those that the engine decodes with; a batch at once equals its samples one by one."""

from fractions import Fraction

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.geometry import axis
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights, basis
from engine.models import polynomial
from engine.models.implicit import PreparedMap
from engine.models.live import Live
from trainer.systems import live
from trainer.systems.dense_operators import dense_operators, grid_of
from trainer.systems.teacher_queries import query_axis


def by_the_engine(line, size, order):
    """The matrix (count, size, order) of engine/geometry/local_basis.py, whose rows hold the entries of two latents."""
    first, entries = basis(line, (0, size), size, order, EnsembleWeights.SMOOTH)
    matrix = np.zeros((line.count, size, order))
    for sample, latent in enumerate(first):
        matrix[sample, latent : latent + 2] += entries[sample]
    return torch.from_numpy(matrix)


AXES = st.one_of(
    st.builds(axis.whole, st.just(12), st.integers(12, 100)),
    st.builds(query_axis, st.just(12), st.integers(-500, 499), st.integers(12, 100)),
    st.builds(lambda start: Axis(Fraction(start, 7), Fraction(3, 5), 9), st.integers(-30, 90)),
)


@settings(max_examples=60)
@given(st.lists(AXES, min_size=1, max_size=4), st.integers(1, 7))
def test_a_batch_of_matrices_equals_those_of_the_engine(lines, order):
    largest = max(line.count for line in lines)
    grids = torch.cat([grid_of(line, line)[:1] for line in lines])
    found = dense_operators(grids, largest, 12, order).view(len(lines), largest, 12, order)
    for matrix, line in zip(found, lines, strict=True):
        torch.testing.assert_close(
            matrix[: line.count].double(), by_the_engine(line, 12, order), atol=1e-6, rtol=0
        )
        assert not matrix[line.count :].any()


@settings(max_examples=20)
@given(st.lists(st.integers(12, 60), min_size=1, max_size=4), st.sampled_from([torch.abs, torch.square]))
def test_a_batch_at_once_equals_its_samples_one_by_one_forward_and_backward(sizes, function):
    torch.manual_seed(2)
    count, order = len(sizes), 3
    lines = torch.randn(count, 12 * order, 3 * 12 * order, requires_grad=True)
    other = lines.detach().clone().requires_grad_()
    grids = torch.cat([grid_of(*[axis.whole(12, size)] * 2) for size in sizes])
    operators = dense_operators(grids, max(sizes), 12, order).unflatten(0, (count, 2))
    truths = [torch.randn(3, size, size) for size in sizes]
    expected = live.means_one_by_one(function, lines, operators, truths, 12)
    found = live.means_at_once(function, other, operators, truths)
    torch.testing.assert_close(found, expected, atol=1e-5, rtol=1e-5)
    for result in (expected, found):
        result.sum().backward()
    torch.testing.assert_close(other.grad, lines.grad, atol=1e-6, rtol=1e-4)


def test_training_compares_with_what_the_engine_decodes():
    torch.manual_seed(3)
    net = Live(width=8, blocks=2, hidden=16, order=6).eval().requires_grad_(False)
    torch.nn.init.normal_(net.coefficients.weight, std=0.05)
    low = torch.rand(1, 3, 14, 14) * 2 - 1
    rows, cols = axis.whole(14, 23), axis.whole(14, 31)
    prepared = PreparedMap(polynomial.layout(net.polynomials(low).flatten(1, 3), net.order), 0, 0, 14, 14)
    decoded = net.decode(prepared, rows, cols, torch.float32)
    truth = decoded.permute(2, 0, 1)
    difference = live.means(torch.abs, net, low, grid_of(rows, cols), truth)
    assert difference.max() < 1e-5 and live.means(torch.abs, net, low, grid_of(rows, cols), truth + 1) > 0.9
