"""Validation: fixed crops of pictures of any size, and the bicubic baseline."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.trainer.folders import saved
from trainer.evaluation import metrics, validation


@pytest.fixture(scope="module")
def blurred(tmp_path_factory):
    path = saved(tmp_path_factory.mktemp("valid") / "a.png", 420, 400)
    Image.open(path).filter(ImageFilter.GaussianBlur(1)).save(path)
    return path


def test_crops_are_the_middle_reduced_by_pillow_at_every_scale(blurred):
    (crop,), skipped = validation.crops([blurred])
    assert skipped == []
    middle = Image.open(blurred).crop((18, 8, 402, 392))
    np.testing.assert_array_equal(crop.high, np.asarray(middle))
    assert tuple(crop.low) == (2, 3, 4, 6, 8)
    for scale, low in crop.low.items():
        expected = middle.resize((384 // scale, 384 // scale), Image.Resampling.BICUBIC)
        np.testing.assert_array_equal(low, np.asarray(expected))


def test_a_small_picture_has_a_smaller_crop_and_a_bad_one_is_named(tmp_path):
    small, tiny = saved(tmp_path / "small.png", 130, 200), saved(tmp_path / "tiny.png", 95, 300)
    (tmp_path / "bad.png").write_bytes(b"no picture")
    (crop,), skipped = validation.crops([small, tiny, tmp_path / "bad.png"])
    assert crop.high.shape == (120, 120, 3)
    assert crop.low[8].shape == (15, 15, 3)
    assert ["tiny.png" in str(line) for line in skipped] == [True, False]
    assert ["bad.png" in str(line) for line in skipped] == [False, True]


def test_the_bicubic_baseline_equals_that_of_pillow(blurred):
    crops, _ = validation.crops([blurred])
    found = validation.bicubic(crops)
    for scale, low in crops[0].low.items():
        planes = [Image.fromarray(low[..., c].astype(np.float32)) for c in range(3)]
        large = [np.asarray(plane.resize((384, 384), Image.Resampling.BICUBIC)) for plane in planes]
        output = np.stack(large, axis=-1).clip(0, 255) / 255
        expected = metrics.psnr(output, crops[0].high / 255, "div2k", scale)
        assert found[str(scale)] == pytest.approx(expected, abs=0.01)
    assert list(found.values()) == sorted(found.values(), reverse=True)  # larger scales are harder
