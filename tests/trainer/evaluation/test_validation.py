"""Validation: fixed crops of pictures of any size, and the bicubic baseline."""

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter

from engine.models import registry
from tests.trainer.conftest import small
from tests.trainer.folders import saved
from trainer import systems
from trainer.data import store
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


@pytest.mark.parametrize("count", [1, 4, 5, 12])
def test_every_run_measures_a_psnr_whatever_the_number_of_pictures(tmp_path, count):
    for index in range(count):
        saved(tmp_path / "photos" / f"{index}.png", 130, 120 + index)
    recipe = small("live", tmp_path / "photos", tmp_path / "run", "data.patch=16", "train.batch=2")
    net = registry.blueprint(recipe.model.name, recipe.model.args)
    pictures = systems.for_network(net).load(net, recipe.data, store.budget(torch.device("cpu")))
    crops, told = validation.crops_for_run(recipe.data, net, pictures)
    held_out = count - len(pictures.high)
    assert held_out == (1 if count >= 5 else 0)
    assert len(crops) == (held_out or min(count, validation.MAX_TRAINED))
    assert [str(notice) for notice in told if "trained on" in str(notice)] == (
        []
        if held_out
        else ["PSNR is measured on pictures that are trained on, because none could be held out"]
    )
    trained = [pictures.store.view(index).tobytes() for index in pictures.high]
    assert held_out == 0 or all(crop.high.transpose(2, 0, 1).tobytes() not in trained for crop in crops)


def test_pictures_that_are_too_small_to_validate_on_are_said_so(tmp_path):
    for index in range(6):
        saved(tmp_path / "photos" / f"{index}.png", 90, 90)
    recipe = small("live", tmp_path / "photos", tmp_path / "run", "data.patch=16", "train.batch=2")
    net = registry.blueprint(recipe.model.name, recipe.model.args)
    pictures = systems.for_network(net).load(net, recipe.data, store.budget(torch.device("cpu")))
    crops, told = validation.crops_for_run(recipe.data, net, pictures)
    assert crops == [] and "96 px per side" in str(told[-1])
