"""The jump of the first derivative: 0 for bicubic, a known value for bilinear, and independent of the step."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.base.errors import ModelError
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.geometry.local_basis import EnsembleWeights
from engine.models import polynomial
from engine.models.bicubic import Bicubic
from tests.engine.networks import model
from trainer.evaluation import smoothness

RANDOM = np.random.default_rng(8)
NOISE = RANDOM.integers(60, 200, (24, 30, 3), dtype=np.uint8)
CELL = Fraction(1, 30)
CROP = (6, 5, 16, 12)


class Bilinear(Bicubic):
    """Bilinear interpolation: the local ensemble of constant latents."""

    def prepare(self, latents):
        return polynomial.layout(latents, 1)

    def decode(self, prepared, rows, cols, dtype, check=lambda: None):
        return polynomial.decode(prepared, rows, cols, 1, EnsembleWeights.LINEAR, check)


def latents(net_model, pixels):
    return Latents(net_model, pixels, Compute(torch.device("cpu"), torch.float32))


def measured(net_model, pixels=NOISE, **options):
    return smoothness.measure(latents(net_model, pixels), CROP, CELL, **options)


@pytest.mark.parametrize("name", ["bicubic", "live"])
def test_smooth_models_have_no_jump(name):
    found = measured(model(name))
    assert min(found.slope) > 10
    assert max(found.jump) < 0.01 * min(found.slope)


def test_the_jump_of_bilinear_interpolation_is_the_second_difference():
    found = measured(replace(model("bicubic"), net=Bilinear()))
    pixels = NOISE.astype(float)
    x, y, width, height = CROP
    for axis, jump, slope in zip((0, 1), found.jump, found.slope, strict=True):
        (start, extent), (other, lines) = ((y, height), (x, width))[:: 1 - 2 * axis]
        oriented = pixels.swapaxes(0, axis)
        # the lines are at 1/4 and 3/4 of a source px: a quarter px from its centre, on both sides
        centres = np.arange(other, other + lines)
        along = [0.75 * oriented[:, centres] + 0.25 * oriented[:, centres + side] for side in (-1, 1)]
        steps = np.diff(np.concatenate(along, axis=1), axis=0)  # steps[i]: from px i to the next
        before, after = steps[start - 1 : start - 1 + extent], steps[start : start + extent]
        assert jump == pytest.approx(np.abs(after - before).mean(), rel=1e-3)
        assert slope == pytest.approx((np.abs(after) + np.abs(before)).mean() / 2, rel=1e-3)


def test_the_step_does_not_change_the_result():
    coarse, fine = (measured(model("liif"), step=smoothness.STEP / part) for part in (1, 2))
    assert min(fine.jump) > 0.1
    np.testing.assert_allclose(coarse.jump, fine.jump, rtol=0.02)
    np.testing.assert_allclose(coarse.slope, fine.slope, rtol=0.02)


def test_a_flat_picture_has_neither_slope_nor_jump_under_bicubic():
    found = measured(model("bicubic"), np.full_like(NOISE, 77))
    assert max(*found.jump, *found.slope) < 1e-2


def test_a_model_without_a_local_ensemble_is_refused():
    with pytest.raises(ModelError, match="does not blend latents"):
        measured(model("liif -e"))
