"""Folder layouts of benchmarks are recognized, and inputs are paired with ground truths."""

import numpy as np
import pytest
from PIL import Image

from engine.base.errors import DataError
from engine.images import loading, lowres
from trainer.evaluation import benchmark

RANDOM = np.random.default_rng(6)


def saved(path, height, width):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(RANDOM.integers(0, 256, (height, width, 3), dtype=np.uint8)).save(path)


@pytest.mark.parametrize(
    ("high", "low"), [("HR", "LR_bicubic"), ("DIV2K_valid_HR", "DIV2K_valid_LR_bicubic")]
)
def test_the_copies_of_a_set_are_used(tmp_path, high, low):
    saved(tmp_path / high / "a.png", 41, 50)
    saved(tmp_path / low / "X2" / "ax2.png", 20, 25)
    found = benchmark.find(tmp_path)
    small, large, _ = benchmark.pair(found, found.high[0], 2)
    np.testing.assert_array_equal(small, loading.load(tmp_path / low / "X2" / "ax2.png").pixels)
    assert large.shape == (40, 50, 3)


def test_missing_copies_are_computed(tmp_path):
    saved(tmp_path / "HR" / "a.png", 41, 50)
    (tmp_path / "LR_bicubic" / "X2").mkdir(parents=True)
    found = benchmark.find(tmp_path)
    small, large, _ = benchmark.pair(found, found.high[0], 3)
    assert small.shape == (13, 16, 3)
    np.testing.assert_array_equal(small, lowres.downscale(large, 3))
    with pytest.raises(DataError, match=r"has 0 copies ax2"):
        benchmark.pair(found, found.high[0], 2)


def test_div2ks_pictures_find_their_copies_beside_them(tmp_path):
    saved(tmp_path / "DIV2K_valid_HR" / "0801.png", 24, 24)
    (tmp_path / "DIV2K_valid_LR_bicubic").mkdir()
    assert benchmark.find(tmp_path / "DIV2K_valid_HR").low == tmp_path / "DIV2K_valid_LR_bicubic"


def test_a_copy_too_large_for_its_original_is_refused(tmp_path):
    saved(tmp_path / "HR" / "a.png", 20, 20)
    saved(tmp_path / "LR_bicubic" / "X2" / "ax2.png", 11, 10)
    found = benchmark.find(tmp_path)
    with pytest.raises(DataError, match="smaller than 2 times its copy"):
        benchmark.pair(found, found.high[0], 2)


def test_folders_named_by_sizes_are_each_others_copies(tmp_path):
    saved(tmp_path / "CelebAHQ" / "64" / "7.png", 32, 32)
    saved(tmp_path / "CelebAHQ" / "32" / "7.png", 16, 16)
    found = benchmark.find(tmp_path / "CelebAHQ" / "64")
    assert (found.name, found.protocol) == ("CelebAHQ 64", "whole")
    small, _, _ = benchmark.pair(found, found.high[0], 2)
    np.testing.assert_array_equal(small, loading.load(tmp_path / "CelebAHQ" / "32" / "7.png").pixels)
    small, large, _ = benchmark.pair(found, found.high[0], 4)
    np.testing.assert_array_equal(small, lowres.downscale(large, 4))


@pytest.mark.parametrize(
    ("inner", "name", "protocol"),
    [("HR", "Set9", "benchmark"), ("DIV2K_valid_HR", "DIV2K", "div2k"), (".", "Set9", "benchmark")],
)
def test_a_set_has_its_name_and_protocol(tmp_path, inner, name, protocol):
    saved(tmp_path / "Set9" / inner / "a.png", 8, 8)
    found = benchmark.find(tmp_path / "Set9")
    assert (found.name, found.protocol) == (name, protocol)


def test_a_stamp_changes_with_either_file(tmp_path):
    saved(tmp_path / "HR" / "a.png", 16, 16)
    saved(tmp_path / "LR_bicubic" / "X2" / "ax2.png", 8, 8)
    found = benchmark.find(tmp_path)
    stamps = {(scale, benchmark.stamp(found, found.high[0], scale)) for scale in (2, 3)}
    assert stamps == {(scale, benchmark.stamp(found, found.high[0], scale)) for scale in (2, 3)}
    saved(tmp_path / "LR_bicubic" / "X2" / "ax2.png", 8, 7)
    assert len(stamps | {(2, benchmark.stamp(found, found.high[0], 2))}) == 3
    assert len(stamps | {(3, benchmark.stamp(found, found.high[0], 3))}) == 2
    saved(tmp_path / "HR" / "a.png", 16, 15)
    assert len(stamps | {(3, benchmark.stamp(found, found.high[0], 3))}) == 3
