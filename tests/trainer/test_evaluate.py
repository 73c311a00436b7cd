"""Benchmarks are understood as they lie on the disk, and known scores come out."""

import numpy as np
import pytest
from PIL import Image

from engine import image, lowres
from engine.errors import DataError
from trainer import evaluate

RANDOM = np.random.default_rng(6)


def saved(path, height, width):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(RANDOM.integers(0, 256, (height, width, 3), dtype=np.uint8)).save(path)


@pytest.mark.parametrize(
    ("high", "low"), [("HR", "LR_bicubic"), ("DIV2K_valid_HR", "DIV2K_valid_LR_bicubic")]
)
def test_copies_that_a_set_brings_are_used(tmp_path, high, low):
    saved(tmp_path / high / "a.png", 41, 50)
    saved(tmp_path / low / "X2" / "ax2.png", 20, 25)
    found = evaluate.find(tmp_path)
    small, large = evaluate.pair(found, found.high[0], 2)
    np.testing.assert_array_equal(small, image.load(tmp_path / low / "X2" / "ax2.png").pixels)
    assert large.shape == (40, 50, 3)


def test_copies_that_are_not_there_are_made(tmp_path):
    saved(tmp_path / "HR" / "a.png", 41, 50)
    (tmp_path / "LR_bicubic" / "X2").mkdir(parents=True)
    found = evaluate.find(tmp_path)
    small, large = evaluate.pair(found, found.high[0], 3)
    assert small.shape == (13, 16, 3)
    np.testing.assert_array_equal(small, lowres.lower(large, 3))
    with pytest.raises(DataError, match=r"has 0 copies ax2"):
        evaluate.pair(found, found.high[0], 2)


def test_div2ks_pictures_find_their_copies_beside_them(tmp_path):
    saved(tmp_path / "DIV2K_valid_HR" / "0801.png", 24, 24)
    (tmp_path / "DIV2K_valid_LR_bicubic").mkdir()
    assert evaluate.find(tmp_path / "DIV2K_valid_HR").low == tmp_path / "DIV2K_valid_LR_bicubic"


def test_a_copy_too_large_for_its_original_is_told(tmp_path):
    saved(tmp_path / "HR" / "a.png", 20, 20)
    saved(tmp_path / "LR_bicubic" / "X2" / "ax2.png", 11, 10)
    found = evaluate.find(tmp_path)
    with pytest.raises(DataError, match="smaller than 2 times its copy"):
        evaluate.pair(found, found.high[0], 2)


@pytest.mark.parametrize(("precision", "tolerance"), [("fp32", 0.01), ("bf16", 0.03)])
def test_the_authors_weights_score_what_the_paper_says(shared, precision, tolerance):
    weights = str(shared / "models" / "edsr-baseline-liif.pth")
    result = evaluate.run(shared / "benchmark" / "Set5", weights, [4], "benchmark", "cpu", precision)
    assert result["rows"][0]["psnr"] == pytest.approx(32.24, abs=tolerance)
    assert result["rows"][0]["images"] == 5


def test_the_starter_is_ahead_of_bicubic_by_two_decibels(shared):
    for scale, least in ((2, 37.0), (3, 33.0), (4, 30.7)):
        scores = [
            evaluate.run(shared / "benchmark" / "Set5", model, [scale], "benchmark", "cpu", "fp32")["rows"][
                0
            ]["psnr"]
            for model in ("live", "bicubic")
        ]
        assert scores[0] >= max(least, scores[1] + 2)
