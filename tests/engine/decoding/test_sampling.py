"""Bounded sampling: near to the model's own answer by its own measuring, and the same whatever was seen before."""

from fractions import Fraction

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.polynomial import chebyshev

from engine.base.resources import Resources
from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.decoding import sampling
from engine.decoding.latents import Latents
from engine.decoding.sampling import LEVELS, MIN_SCALE, SampledLatents
from engine.geometry import tile_index
from engine.geometry.axis import Axis
from engine.images import image
from engine.models.separable import EnsembleWeights
from tests.engine.networks import model

EXACT = Compute(torch.device("cpu"), torch.float32)
CPU = torch.device("cpu")
PIXELS = np.random.default_rng(8).integers(0, 256, (30, 34, 3), dtype=np.uint8)
LOCAL = ["liif", "liif -u", "liif -c", "liif -e", "metasr", "siren"]
"""Of tests/engine/networks.py: those whose latents can be asked one by one."""


def view(scale, y=11, x=13, count=60):
    step = 1 / Fraction(scale)
    return Axis(Fraction(y), step, count), Axis(Fraction(x), step, count + 10)


def counted(monkeypatch, latents):
    """The numbers of predictions that the model is asked for."""
    asked, net, inner = [], latents.model.net, latents.model.net.predict

    def predict(prepared, which, points, *rest):
        asked.append(len(which) * len(points))
        return inner(prepared, which, points, *rest)

    monkeypatch.setattr(net, "predict", predict)
    return asked


def smooth():
    """A picture in which nine predictions a latent are enough under any small network."""
    y, x = np.mgrid[:30, :34] / 30
    return np.stack([90 + 60 * y, 80 + 90 * x, 128 + 0 * x], axis=-1).astype(np.uint8)


def off(latents, rows, cols):
    """By how much the samples are, of 255."""
    return (SampledLatents(latents).decode(rows, cols) - latents.decode(rows, cols)).abs() * 127.5


@pytest.mark.parametrize("name", LOCAL)
@pytest.mark.parametrize("scale", [4, 5.3, 17.3, 64, 1000, 1e9])
def test_a_view_is_near_the_models_own(name, scale):
    error = off(Latents(model(name), smooth(), EXACT), *view(scale))
    assert 0 < error.mean() <= 1 and error.max() <= 6


@pytest.mark.parametrize("name", LOCAL)
def test_all_of_a_small_picture_is_near_the_models_own_to_its_borders(name):
    latents = Latents(model(name), smooth(), EXACT)
    height, width = latents.size
    step = Fraction(1, 7)
    error = off(latents, Axis(Fraction(0), step, height * 7), Axis(Fraction(0), step, width * 7))
    assert error.mean() <= 1 and error.max() <= 6


@pytest.mark.parametrize("name", LOCAL)
def test_a_latent_predicts_what_the_model_says_where_it_is_alone(name):
    """In the outer corner of the picture even the local ensemble asks one latent only."""
    latents = Latents(model(name), PIXELS, EXACT)
    net = latents.model.net
    axis = Axis(
        Fraction(1, 5), Fraction(1, 10), 2, Fraction(1, 10)
    )  # its middles at 0.25 and 0.35 of the first px
    start = (
        0.0 if net.ensemble_weights is not EnsembleWeights.CORNER else -0.05
    )  # such a net is asked where the cells begin
    points = torch.tensor([[y, x] for y in (0.25, 0.35) for x in (0.25, 0.35)]) - 0.5 + start
    prepared = latents.prepared((0, 2), (0, 2))
    with torch.inference_mode():
        found = net.predict(prepared, torch.tensor([0]), points, (0.1, 0.1), torch.float32)
    torch.testing.assert_close(found.view(2, 2, 3), latents.decode(axis, axis), atol=2e-5, rtol=0)


def asked_and_fitted(degree, count=5):
    """How many points latents were asked that predict polynomials of a degree; what was found, and what was true."""
    true = np.random.default_rng(degree).normal(size=(count, degree + 1, degree + 1, 3))
    asked = []

    def predict(which, points):
        asked.append(len(which) * len(points))
        values = chebyshev.chebval2d(points[:, 0], points[:, 1], true[which].transpose(1, 2, 0, 3))
        return torch.from_numpy(values).permute(0, 2, 1).float()

    return asked, sampling.fit(predict, count, EnsembleWeights.LINEAR, CPU), true


@pytest.mark.parametrize(("degree", "level"), [(0, 0), (2, 0), (3, 1), (6, 1)])
def test_a_polynomial_is_found_by_the_first_level_that_can_hold_it(degree, level, monkeypatch):
    monkeypatch.setattr(sampling, "FAR", float("inf"))
    asked, found, true = asked_and_fitted(degree)
    beyond = 0, LEVELS[level] - degree - 1
    np.testing.assert_allclose(found, np.pad(true, ((0, 0), beyond, beyond, (0, 0))), atol=2e-4)
    assert asked == [5 * (9 + 4), 5 * (49 - 9)][: 1 + level]


@pytest.mark.parametrize("degree", [7, 14, 15, 24])
def test_what_the_levels_disagree_on_is_asked_at_the_finest(degree, monkeypatch):
    monkeypatch.setattr(sampling, "FAR", 1e-4)
    monkeypatch.setattr(sampling, "TOO_FAR", float("inf"))
    asked, found, true = asked_and_fitted(degree)
    beyond = 0, found.shape[1] - degree - 1
    np.testing.assert_allclose(found, np.pad(true, ((0, 0), beyond, beyond, (0, 0))), atol=2e-3)
    assert sum(asked) == 5 * (31 * 31 + 4)


def test_only_difficult_latents_are_asked_more():
    strength, asked = torch.zeros(203), []
    strength[200:] = 0.2

    def predict(which, points):
        asked.append(which.tolist())
        bend = torch.cos(3 * points[:, 0]) * torch.cos(3 * points[:, 1])
        return (strength[which, None] * bend)[..., None].expand(-1, -1, 3)

    found = sampling.fit(predict, 203, EnsembleWeights.LINEAR, CPU)
    assert asked == [list(range(203)), [200, 201, 202]]
    assert found.shape == (203, 7, 7, 3)
    assert not found[:200].any() and found[200:].any()


def test_a_wider_view_of_the_same_latents_asks_nothing_more(monkeypatch):
    latents = Latents(model("liif"), smooth(), EXACT)
    samples, asked = SampledLatents(latents), counted(monkeypatch, latents)
    samples.decode(*view(16))
    height, width = latents.size
    assert 0 < sum(asked) <= height * width * 49
    del asked[:]
    samples.decode(*view(16, y=3, x=2, count=200))
    assert not asked


def test_a_deeper_zoom_uses_the_samples_again(monkeypatch):
    latents = Latents(model("liif"), smooth(), EXACT)
    samples = SampledLatents(latents)
    samples.decode(*view(600))
    asked = counted(monkeypatch, latents)
    samples.decode(*view(5000, count=40))
    assert not asked


def test_where_no_points_are_enough_the_model_answers_itself(monkeypatch):
    latents = Latents(model("liif"), PIXELS, EXACT)
    for name in ("NEAR", "FAR", "TOO_FAR"):
        monkeypatch.setattr(sampling, name, 0.0)
    rows, cols = view(20, count=20)
    samples = SampledLatents(latents)
    for _ in range(2):  # that they were not is remembered
        torch.testing.assert_close(samples.decode(rows, cols), latents.decode(rows, cols), atol=0, rtol=0)
    assert samples.cached_bytes == 0


def test_below_the_least_scale_and_for_a_quick_model_nothing_is_sampled():
    assert not sampling.can_sample(model("liif").net, MIN_SCALE - 0.1)
    assert not sampling.can_sample(model("live").net, 100)
    latents = Latents(model("liif"), smooth(), EXACT)
    rows, cols = view(3)
    torch.testing.assert_close(
        SampledLatents(latents).decode(rows, cols), latents.decode(rows, cols), atol=0, rtol=0
    )


@settings(max_examples=15)
@given(data=st.data())
def test_what_was_kept_changes_nothing(data):
    """Whatever was looked at, and let go, before: the samples are those of a fresh start."""
    latents = Latents(model("liif"), smooth(), EXACT)
    kept = SampledLatents(latents, Resources(samples=data.draw(st.sampled_from([1, 40_000, 1 << 30]))))
    for _ in range(3):
        scale = data.draw(st.sampled_from([4, 12, 16, 40, 300]))
        y, x = data.draw(st.integers(0, 26)), data.draw(st.integers(0, 30))
        rows, cols = view(scale, y, x, count=min(40, scale * 3))
        torch.testing.assert_close(
            kept.decode(rows, cols), SampledLatents(latents).decode(rows, cols), atol=2e-4, rtol=0
        )


@pytest.mark.parametrize("scale", [4, 6.5, 12, 32, 256])
def test_the_stated_error_holds_on_the_authors_weights(shared, scale):
    """In the finest texture of a photo."""
    net = checkpoint.load(shared / "models" / "edsr-baseline-liif.pth")
    pixels = image.load(sorted((shared / "benchmark" / "Set14" / "HR").glob("*.png"))[0]).pixels
    busy = np.abs(np.diff(pixels.astype(int).sum(2), axis=1))[40:-40, 40:-40]
    y, x = np.unravel_index(busy.argmax(), busy.shape)
    crop = pixels[y : y + 90, x : x + 90]
    latents = Latents(net, crop, EXACT)
    error = off(latents, *view(scale, 38, 38, count=96))
    assert 0 < error.mean() <= 1 and error.max() <= 6


def test_rectangles_cover_each_missing_tile_once():
    missing = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1), (4, 7)]
    found = [tile for rectangle in tile_index.rectangles(missing) for tile in rectangle]
    assert sorted(found) == missing
