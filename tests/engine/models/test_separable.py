"""The banded matrices of an axis."""

from fractions import Fraction

import numpy as np
import pytest

from engine.geometry import local_basis
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.models import separable

SAMPLE = Axis(Fraction(1, 2), Fraction(1, 2), 1)
"""One sample, at 0.75 source px."""


def test_the_worked_example_of_the_module():
    first, weights, functions = local_basis.ensemble_terms(SAMPLE, (0, 2), 2, 2, EnsembleWeights.LINEAR)
    assert first.tolist() == [0]
    np.testing.assert_allclose(weights, [[0.75, 0.25]], atol=1e-15)
    np.testing.assert_allclose(functions, [[[1, 0.25], [1, -0.75]]], atol=1e-15)
    _, entries = local_basis.basis(SAMPLE, (0, 2), 2, 2, EnsembleWeights.LINEAR)
    np.testing.assert_allclose(entries, [[[0.75, 0.1875], [0.25, -0.1875]]], atol=1e-15)
    assert entries.flatten() @ [10, 2, 20, -4] == pytest.approx(13.625, abs=1e-12)


def test_smooth_weights_and_means_over_the_cell():
    _, weights, functions = local_basis.ensemble_terms(SAMPLE, (0, 2), 2, 3, EnsembleWeights.SMOOTH)
    np.testing.assert_allclose(weights, [[0.84375, 0.15625]], atol=1e-15)  # 3 / 16 - 2 / 64 = 0.15625
    # the mean of T_2(t) = 2 t² - 1 over [0, 0.5] is 2 · 0.5² / 3 - 1
    np.testing.assert_allclose(functions[0, 0], [1, 0.25, 1 / 6 - 1], atol=1e-15)


@pytest.mark.parametrize(
    ("weighting", "distance"), [(EnsembleWeights.NEAREST, 0.25), (EnsembleWeights.CORNER, 0.0)]
)
def test_a_single_latent_has_all_the_weight(weighting, distance):
    _, weights, functions = local_basis.ensemble_terms(SAMPLE, (0, 2), 2, 2, weighting)
    assert weights.tolist() == [[1.0, 0.0]]
    np.testing.assert_allclose(functions[0, 0], [1, distance / 0.5], atol=1e-15)


def test_runs_of_equal_values():
    assert separable.runs(np.array([2, 2, 3, 5, 5])) == [(0, 2, 2), (2, 3, 3), (3, 5, 5)]
