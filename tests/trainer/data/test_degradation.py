"""Degraded inputs: functions of (seed, step, index) that stay near the clean input."""

import numpy as np
import pytest
import torch

from tests.trainer.folders import saved
from trainer.data import degradation, pictures, sampler
from trainer.data.store import Budget
from trainer.recipe import Data

CPU = torch.device("cpu")


def smooth_inputs(count, side=32):
    """(count, 3, side, side) in steps of 8 bits: gradients with a bright square."""
    ramp = torch.linspace(-0.6, 0.6, side)
    low = (ramp[:, None] + 0.3 * ramp).expand(count, 3, side, side).clone()
    low[:, :, 8:16, 8:16] += 0.2
    return ((low + 1) * 127.5).round() / 127.5 - 1


def test_without_a_share_inputs_stay_as_they_are():
    low = smooth_inputs(4)
    assert degradation.degrade(low, 0.0, 1, 0) is low


def test_degradation_depends_on_seed_step_and_index_only():
    low = smooth_inputs(12)
    whole = degradation.degrade(low, 1.0, 1, 7)
    assert torch.equal(whole[5:9], degradation.degrade(low[5:9], 1.0, 1, 7, first=5))
    assert not torch.equal(whole, degradation.degrade(low, 1.0, 2, 7))
    assert not torch.equal(whole, degradation.degrade(low, 1.0, 1, 8))


def test_only_the_given_share_is_degraded_and_colours_stay_in_8_bits():
    low = smooth_inputs(400)
    out = degradation.degrade(low, 0.3, 1, 0)
    changed = (out != low).flatten(1).any(1)
    assert 80 < changed.sum() < 160  # 120 are drawn, a few of which come out equal
    levels = (out + 1) * 127.5
    assert (levels - levels.round()).abs().max() < 1e-3 and levels.min() >= 0 and levels.max() <= 255


def test_degraded_inputs_keep_their_content_and_mean_colour():
    low = smooth_inputs(200)
    difference = (degradation.degrade(low, 1.0, 4, 0) - low) * 127.5
    assert difference.square().mean((1, 2, 3)).sqrt().max() < 16
    assert difference.mean((1, 2, 3)).abs().max() < 3  # an offset of one px would move the square's edges


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_saved_crop_is_not_shifted(kind):
    """A shift by the offset of the blocks would be far from the crop, and near a shifted one."""
    crop = np.zeros((48, 48, 3), np.uint8)
    crop[20:28, 9:30] = 255
    for seed in range(20):
        saved_crop = degradation._saved(crop, kind, np.random.default_rng(seed)).astype(int)
        assert saved_crop.shape == crop.shape
        own = np.abs(saved_crop - crop).mean()
        assert own < 12 and own < np.abs(saved_crop - np.roll(crop, 1, 0)).mean()


def test_only_inputs_are_degraded(tmp_path):
    saved(tmp_path / "a.png", 230, 220)
    clean = Data(root=str(tmp_path), patch=16)
    found = pictures.load(clean, Budget(CPU, 0, 1 << 30, 0, tmp_path))
    degraded = Data(root=str(tmp_path), patch=16, degraded=1.0)
    before, after = (sampler.batch(found, data, 1, 0, 8, CPU) for data in (clean, degraded))
    assert not torch.equal(before.low, after.low)
    assert all(torch.equal(a, b) for a, b in zip(before.high, after.high, strict=True))
