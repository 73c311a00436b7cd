"""Sampled decoding: close to the model's own decoding, and independent of what was cached before."""

from fractions import Fraction

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.resources import Resources
from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.decoding import polynomial_fit, sampling
from engine.decoding.latents import Latents
from engine.decoding.sampling import MIN_SCALE, SampledLatents
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.images import loading
from tests.engine.networks import model

EXACT = Compute(torch.device("cpu"), torch.float32)
PIXELS = np.random.default_rng(8).integers(0, 256, (30, 34, 3), dtype=np.uint8)
PER_LATENT = ["liif", "liif -u", "liif -c", "liif -e", "metasr", "siren"]
"""Models of tests/engine/networks.py that implement PerLatent."""


@pytest.fixture
def always(monkeypatch):
    """Latents are fitted even where the model itself would be quicker."""
    monkeypatch.setattr(sampling, "FIT_COST", 1e-9)


def view(scale, y=11, x=13, count=60):
    """A grid of count x (count + 10) device px, from source px (x, y) on."""
    step = 1 / Fraction(scale)
    return Axis(Fraction(y), step, count), Axis(Fraction(x), step, count + 10)


def record_queries(monkeypatch, latents):
    """Returns a list that receives the number of predictions of each call of the model."""
    queries, net, original = [], latents.model.net, latents.model.net.predict

    def predict(prepared, which, points, *rest):
        queries.append(len(which) * len(points))
        return original(prepared, which, points, *rest)

    monkeypatch.setattr(net, "predict", predict)
    return queries


def smooth():
    """A picture for which nine predictions per latent suffice under any small network."""
    y, x = np.mgrid[:30, :34] / 30
    return np.stack([90 + 60 * y, 80 + 90 * x, 128 + 0 * x], axis=-1).astype(np.uint8)


def sampling_error(latents, rows, cols):
    """Absolute error of sampled decoding, levels of 255."""
    return (SampledLatents(latents).decode(rows, cols) - latents.decode(rows, cols)).abs() * 127.5


@pytest.mark.parametrize("name", PER_LATENT)
@pytest.mark.parametrize("scale", [4, 5.3, 17.3, 64, 1000, 1e9])
def test_a_sampled_view_is_close_to_the_decoded_one(name, scale, always):
    error = sampling_error(Latents(model(name), smooth(), EXACT), *view(scale))
    assert 0 < error.mean() <= 1 and error.max() <= 6


@pytest.mark.parametrize("name", PER_LATENT)
def test_a_whole_small_picture_is_close_up_to_its_borders(name, always):
    latents = Latents(model(name), smooth(), EXACT)
    height, width = latents.size
    step = Fraction(1, 7)
    error = sampling_error(latents, Axis(Fraction(0), step, height * 7), Axis(Fraction(0), step, width * 7))
    assert error.mean() <= 1 and error.max() <= 6


@pytest.mark.parametrize("name", PER_LATENT)
def test_a_single_latents_prediction_is_the_decoded_colour_in_the_pictures_corner(name):
    """In the outer corner of the picture even the local ensemble uses one latent only."""
    latents = Latents(model(name), PIXELS, EXACT)
    net = latents.model.net
    # the middles of the two cells are at 0.25 and 0.35 of the first source px
    axis = Axis(Fraction(1, 5), Fraction(1, 10), 2, Fraction(1, 10))
    # a CORNER net is queried where its cells begin
    shift = -0.05 if net.ensemble_weights is EnsembleWeights.CORNER else 0.0
    points = torch.tensor([[y, x] for y in (0.25, 0.35) for x in (0.25, 0.35)]) - 0.5 + shift
    prepared = latents.prepared((0, 2), (0, 2))
    with torch.inference_mode():
        predicted = net.predict(prepared, torch.tensor([0]), points, (0.1, 0.1), torch.float32)
    torch.testing.assert_close(predicted.view(2, 2, 3), latents.decode(axis, axis), atol=2e-5, rtol=0)


def test_a_wider_view_of_the_same_latents_needs_no_new_queries(monkeypatch):
    latents = Latents(model("liif"), smooth(), EXACT)
    samples, queries = SampledLatents(latents), record_queries(monkeypatch, latents)
    samples.decode(*view(16))
    height, width = latents.size
    assert 0 < sum(queries) <= height * width * 49
    queries.clear()
    samples.decode(*view(16, y=3, x=2, count=200))
    assert not queries


def test_a_deeper_zoom_reuses_the_samples(monkeypatch):
    latents = Latents(model("liif"), smooth(), EXACT)
    samples = SampledLatents(latents)
    samples.decode(*view(600))
    queries = record_queries(monkeypatch, latents)
    samples.decode(*view(5000, count=40))
    assert not queries


def test_the_model_itself_decodes_where_no_fit_is_close_enough(monkeypatch):
    latents = Latents(model("liif"), PIXELS, EXACT)
    for name in ("NEAR", "FAR", "TOO_FAR"):
        monkeypatch.setattr(polynomial_fit, name, 0.0)
    rows, cols = view(20, count=20)
    samples, queries = SampledLatents(latents), record_queries(monkeypatch, latents)
    torch.testing.assert_close(samples.decode(rows, cols), latents.decode(rows, cols), atol=0, rtol=0)
    assert queries
    queries.clear()
    torch.testing.assert_close(samples.decode(rows, cols), latents.decode(rows, cols), atol=0, rtol=0)
    assert not queries  # the failed fit is cached
    assert samples.cached_bytes == 0


def test_low_scales_and_quick_models_are_not_sampled():
    assert not sampling.can_sample(model("liif").net, MIN_SCALE - 0.1)
    assert not sampling.can_sample(model("live").net, 100)
    latents = Latents(model("liif"), smooth(), EXACT)
    rows, cols = view(3)
    torch.testing.assert_close(
        SampledLatents(latents).decode(rows, cols), latents.decode(rows, cols), atol=0, rtol=0
    )


@settings(max_examples=15)
@given(data=st.data())
def test_cached_and_evicted_samples_do_not_change_the_result(data):
    latents = Latents(model("liif"), smooth(), EXACT)
    budget = data.draw(st.sampled_from([1, 40_000, 1 << 30]))
    samples = SampledLatents(latents, Resources(samples=budget))
    for _ in range(3):
        scale = data.draw(st.sampled_from([4, 12, 16, 40, 300]))
        y, x = data.draw(st.integers(0, 26)), data.draw(st.integers(0, 30))
        rows, cols = view(scale, y, x, count=min(40, scale * 3))
        torch.testing.assert_close(
            samples.decode(rows, cols), SampledLatents(latents).decode(rows, cols), atol=2e-4, rtol=0
        )


@pytest.fixture(scope="module")
def finest_texture(shared):
    """The latents of a photo's finest texture, around (40, 40), under the authors' weights."""
    liif = checkpoint.load(shared / "models" / "edsr-baseline-liif.pth")
    pixels = loading.load(sorted((shared / "benchmark" / "Set14" / "HR").glob("*.png"))[0]).pixels
    contrast = np.abs(np.diff(pixels.astype(int).sum(2), axis=1))[40:-40, 40:-40]
    y, x = np.unravel_index(contrast.argmax(), contrast.shape)
    return Latents(liif, pixels[y : y + 56, x : x + 56], EXACT)


@pytest.mark.parametrize("scale", [4, 6.5, 32, 256])
def test_the_documented_error_holds_for_the_authors_weights(finest_texture, scale, always):
    error = sampling_error(finest_texture, *view(scale, 38, 38, count=48))
    assert 0 < error.mean() <= 1 and error.max() <= 6


@pytest.mark.parametrize(("scale", "sampled"), [(4, False), (64, True)])
def test_the_model_itself_decodes_where_that_takes_fewer_queries(scale, sampled, monkeypatch):
    """Noise needs more samples for each latent than the 64 queries that decoding makes for it at x4."""
    latents = Latents(model("liif"), PIXELS[:12, :12], EXACT)
    monkeypatch.setattr(polynomial_fit, "NEAR", 0.0)
    monkeypatch.setattr(polynomial_fit, "FAR", 0.0)
    monkeypatch.setattr(polynomial_fit, "TOO_FAR", 255.0)
    rows, cols = view(scale, 2, 2, count=8 * scale)
    queries = record_queries(monkeypatch, latents)
    error = sampling_error(latents, rows, cols)
    assert (error.max() > 0) == sampled
    fitted = sum(queries) / (latents.size[0] * latents.size[1])
    assert fitted > 961 / 2 if sampled else fitted < 64 / 4  # the view shows most of the latents
