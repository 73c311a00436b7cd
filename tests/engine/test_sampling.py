"""Bounded sampling: near to the model's own answer by its own measuring, and the same whatever was seen before."""

from fractions import Fraction

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import checkpoint, image, mosaic, sampling
from engine.axis import Axis
from engine.device import Compute
from engine.latents import Latents
from engine.resources import Resources
from engine.sampling import Samples
from tests.engine.networks import model

EXACT = Compute(torch.device("cpu"), torch.float32)
PIXELS = np.random.default_rng(8).integers(0, 256, (30, 34, 3), dtype=np.uint8)


def view(scale, y=11, x=13, count=60):
    step = 1 / Fraction(scale)
    return Axis(Fraction(y), step, count), Axis(Fraction(x), step, count + 10)


def counted(monkeypatch, latents):
    """Counts the px that the model is asked for."""
    asked, inner = [], latents.decode

    def decode(rows, cols, check=None):
        asked.append(rows.count * cols.count)
        return inner(rows, cols) if check is None else inner(rows, cols, check)

    monkeypatch.setattr(latents, "decode", decode)
    return asked


def smooth():
    """A picture in which 4 samples a px are enough under any small network."""
    y, x = np.mgrid[:30, :34] / 30
    return np.stack([90 + 60 * y, 80 + 90 * x, 128 + 0 * x], axis=-1).astype(np.uint8)


@pytest.mark.parametrize("scale", [12, 17.3, 64, 1000, 1e9])
def test_a_deep_view_is_near_the_models_own(scale):
    latents = Latents(model("liif"), smooth(), EXACT)
    rows, cols = view(scale)
    error = (Samples(latents).decode(rows, cols) - latents.decode(rows, cols)).abs() * 127.5
    assert error.mean() <= 1 and error.max() <= 6


def test_it_asks_the_model_for_fewer_px_the_deeper_the_zoom(monkeypatch):
    latents = Latents(model("liif"), smooth(), EXACT)
    spent = []
    for scale in (16, 64, 256):
        asked = counted(monkeypatch, latents)
        Samples(latents).decode(*view(scale, count=300))
        spent.append(sum(asked))
        monkeypatch.undo()
    assert spent[0] < 300 * 310 / 4
    assert spent == sorted(spent, reverse=True)


def test_a_deeper_zoom_uses_the_samples_again(monkeypatch):
    latents = Latents(model("liif"), smooth(), EXACT)
    samples = Samples(latents)
    samples.decode(*view(600))
    asked = counted(monkeypatch, latents)
    samples.decode(*view(5000, count=40))
    assert asked == [sampling.PROBES**2]


def test_where_no_grid_is_dense_enough_the_model_answers_itself(monkeypatch):
    latents = Latents(model("liif"), PIXELS, EXACT)
    monkeypatch.setattr(sampling, "MOST", 0.0)
    rows, cols = view(20, count=20)
    torch.testing.assert_close(
        Samples(latents).decode(rows, cols), latents.decode(rows, cols), atol=0, rtol=0
    )


def test_too_coarse_a_grid_is_noticed(monkeypatch):
    """Where the look-up jumps (no local ensemble) bicubic samples are wrong, and a finer grid cannot help."""
    latents = Latents(model("liif -e"), PIXELS, EXACT)
    rows, cols = view(16, count=64)
    exact = latents.decode(rows, cols)
    assert ((Samples(latents)._interpolated(rows, cols, 4, lambda: None) - exact).abs() * 127.5).max() > 6
    torch.testing.assert_close(Samples(latents).decode(rows, cols), exact, atol=0, rtol=0)


def test_below_the_least_scale_nothing_is_sampled(monkeypatch):
    latents = Latents(model("liif"), smooth(), EXACT)
    rows, cols = view(8)
    torch.testing.assert_close(
        Samples(latents).decode(rows, cols), latents.decode(rows, cols), atol=0, rtol=0
    )


@settings(max_examples=15)
@given(data=st.data())
def test_what_was_kept_changes_nothing(data):
    """Whatever was looked at, and let go, before: the samples are those of a fresh start."""
    latents = Latents(model("liif"), smooth(), EXACT)
    kept = Samples(latents, Resources(samples=data.draw(st.sampled_from([1, 40_000, 1 << 30]))))
    for _ in range(3):
        scale = data.draw(st.sampled_from([12, 16, 40, 300]))
        y, x = data.draw(st.integers(0, 26)), data.draw(st.integers(0, 30))
        rows, cols = view(scale, y, x, count=min(40, scale * 3))
        torch.testing.assert_close(
            kept.decode(rows, cols), Samples(latents).decode(rows, cols), atol=2e-4, rtol=0
        )


def test_the_measured_px_lie_at_all_distances_from_samples():
    for scale in (12, 16, 32, 33, 100):
        axis = Axis(Fraction(7), Fraction(1, scale), 512)
        index, fraction = sampling._few(axis).positions()
        phases = ((index + fraction) * 4) % 1
        assert len(np.unique((phases * 4).astype(int))) == 4
        assert (index + fraction < float(axis.end)).all()


@pytest.mark.parametrize("scale", [12, 32, 256])
def test_the_stated_error_holds_on_the_authors_weights(shared, scale):
    """In the finest texture of a photo."""
    net = checkpoint.load(shared / "models" / "edsr-baseline-liif.pth")
    pixels = image.load(sorted((shared / "benchmark" / "Set14" / "HR").glob("*.png"))[0]).pixels
    busy = np.abs(np.diff(pixels.astype(int).sum(2), axis=1))[40:-40, 40:-40]
    y, x = np.unravel_index(busy.argmax(), busy.shape)
    crop = pixels[y : y + 90, x : x + 90]
    latents = Latents(net, crop, EXACT)
    rows, cols = view(scale, 38, 38, count=96)
    error = (Samples(latents).decode(rows, cols) - latents.decode(rows, cols)).abs() * 127.5
    assert error.mean() <= 1 and error.max() <= 6


def test_rectangles_cover_each_missing_tile_once():
    missing = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1), (4, 7)]
    found = [tile for rectangle in mosaic.rectangles(missing) for tile in rectangle]
    assert sorted(found) == missing
