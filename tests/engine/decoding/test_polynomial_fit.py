"""Polynomial fits: as few queries as a latent allows, and the right polynomial from them."""

from math import sqrt

import numpy as np
import pytest
import torch
from numpy.polynomial import chebyshev

from engine.decoding import polynomial_fit
from engine.decoding.polynomial_fit import LEVELS
from engine.geometry.local_basis import EnsembleWeights

CPU = torch.device("cpu")


def fit_of_degree(degree, count=5):
    """Fits latents that predict random polynomials of a degree.

    Returns the number of queries of each call, the fitted coefficients and the true ones.
    """
    true = np.random.default_rng(degree).normal(size=(count, degree + 1, degree + 1, 3))
    queries = []

    def predict(latents, positions):
        queries.append(len(latents) * len(positions))
        values = chebyshev.chebval2d(positions[:, 0], positions[:, 1], true[latents].transpose(1, 2, 0, 3))
        return torch.from_numpy(values).permute(0, 2, 1).float()

    return queries, polynomial_fit.fit(predict, count, EnsembleWeights.LINEAR, CPU), true


def padded(true, order):
    """Coefficients with zeros up to `order` along both axes."""
    missing = 0, order - true.shape[1]
    return np.pad(true, ((0, 0), missing, missing, (0, 0)))


def test_the_example_of_the_docstring():
    values = torch.tensor([10.0, 20.0, 40.0])
    coefficients = polynomial_fit._to_coefficients(3) @ values
    np.testing.assert_allclose(coefficients, [25, 30 / sqrt(2), 5], rtol=1e-5)
    position = polynomial_fit._positions(7, (torch.tensor([4]), torch.tensor([4])))[0, 0]
    assert float(position) == pytest.approx(0.3827, abs=1e-4)
    assert float((polynomial_fit._to_values(3, 7) @ coefficients)[4]) == pytest.approx(29.58, abs=0.01)


@pytest.mark.parametrize(("level", "finer"), [(3, 7), (7, 15), (15, 31)])
def test_each_level_contains_the_points_of_the_level_before(level, finer):
    np.testing.assert_allclose(
        polynomial_fit._fejer_points(finer)[1::2], polynomial_fit._fejer_points(level), atol=1e-12
    )


@pytest.mark.parametrize(("degree", "level"), [(0, 0), (2, 0), (3, 1), (6, 1)])
def test_a_polynomial_is_found_at_the_first_level_of_a_sufficient_order(degree, level, monkeypatch):
    monkeypatch.setattr(polynomial_fit, "FAR", float("inf"))
    queries, fitted, true = fit_of_degree(degree)
    np.testing.assert_allclose(fitted, padded(true, LEVELS[level]), atol=2e-4)
    assert queries == [5 * (9 + 4), 5 * (49 - 9)][: 1 + level]


@pytest.mark.parametrize("degree", [7, 14, 15, 24])
def test_latents_on_which_the_levels_disagree_are_queried_at_the_finest(degree, monkeypatch):
    monkeypatch.setattr(polynomial_fit, "FAR", 1e-4)
    monkeypatch.setattr(polynomial_fit, "TOO_FAR", float("inf"))
    queries, fitted, true = fit_of_degree(degree)
    np.testing.assert_allclose(fitted, padded(true, fitted.shape[1]), atol=2e-3)
    assert sum(queries) == 5 * (31 * 31 + 4)


def test_only_difficult_latents_are_queried_again():
    strength, queried = torch.zeros(203), []
    strength[200:] = 0.2

    def predict(latents, positions):
        queried.append(latents.tolist())
        bend = torch.cos(3 * positions[:, 0]) * torch.cos(3 * positions[:, 1])
        return (strength[latents, None] * bend)[..., None].expand(-1, -1, 3)

    fitted = polynomial_fit.fit(predict, 203, EnsembleWeights.LINEAR, CPU)
    assert queried == [list(range(203)), [200, 201, 202]]
    assert fitted.shape == (203, 7, 7, 3)
    assert not fitted[:200].any() and fitted[200:].any()


def test_a_latent_beyond_the_finest_level_fails_the_fit():
    def predict(latents, positions):
        waves = torch.cos(60 * positions[:, 0])
        return waves[None, :, None].expand(len(latents), -1, 3)

    assert polynomial_fit.fit(predict, 2, EnsembleWeights.LINEAR, CPU) is None
