"""The jump of the first derivative: none of bicubic, that of bilinear by hand, and no matter how small the step."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.base.errors import ModelError
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.models import polynomial
from engine.models.bicubic import Bicubic
from engine.models.separable import EnsembleWeights
from tests.engine.networks import model
from trainer.evaluation import smoothness

RANDOM = np.random.default_rng(8)
NOISE = RANDOM.integers(60, 200, (24, 30, 3), dtype=np.uint8)
CELL = Fraction(1, 30)
CROP = (6, 5, 16, 12)


class Bilinear(Bicubic):
    """The local ensemble of latents that are constants."""

    def prepare(self, latents):
        return polynomial.layout(latents, 1)

    def decode(self, prepared, rows, cols, dtype, check=lambda: None):
        return polynomial.decode(prepared, rows, cols, 1, EnsembleWeights.LINEAR, check)


def latents(of, pixels):
    return Latents(of, pixels, Compute(torch.device("cpu"), torch.float32))


def measured(of, pixels=NOISE, **options):
    return smoothness.measure(latents(of, pixels), CROP, CELL, **options)


@pytest.mark.parametrize("name", ["bicubic", "live"])
def test_where_shares_or_parabolas_meet_level_there_is_no_jump(name):
    found = measured(model(name))
    assert min(found.slope) > 10
    assert max(found.jump) < 0.01 * min(found.slope)


def test_of_bilinear_interpolation_it_is_the_second_difference():
    found = measured(replace(model("bicubic"), net=Bilinear()))
    pixels = NOISE.astype(float)
    x, y, width, height = CROP
    for axis, jump, slope in zip((0, 1), found.jump, found.slope, strict=True):
        (start, extent), (other, lines) = ((y, height), (x, width))[:: 1 - 2 * axis]
        turned = pixels.swapaxes(0, axis)
        # the lines lie 1/4 and 3/4 into a source px: a quarter from its centre, on either side
        centres = np.arange(other, other + lines)
        along = [0.75 * turned[:, centres] + 0.25 * turned[:, centres + side] for side in (-1, 1)]
        steps = np.diff(np.concatenate(along, axis=1), axis=0)  # steps[i]: from px i to the next
        before, after = steps[start - 1 : start - 1 + extent], steps[start : start + extent]
        assert jump == pytest.approx(np.abs(after - before).mean(), rel=1e-3)
        assert slope == pytest.approx((np.abs(after) + np.abs(before)).mean() / 2, rel=1e-3)


def test_the_step_has_no_say():
    coarse, fine = (measured(model("liif"), step=smoothness.STEP / part) for part in (1, 2))
    assert min(fine.jump) > 0.1
    np.testing.assert_allclose(coarse.jump, fine.jump, rtol=0.02)
    np.testing.assert_allclose(coarse.slope, fine.slope, rtol=0.02)


def test_a_flat_picture_has_neither_slope_nor_jump_under_bicubic():
    found = measured(model("bicubic"), np.full_like(NOISE, 77))
    assert max(*found.jump, *found.slope) < 1e-2


def test_a_model_that_jumps_itself_is_refused():
    with pytest.raises(ModelError, match="blends no latents"):
        measured(model("liif -e"))
