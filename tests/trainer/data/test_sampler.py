"""Training samples: functions of (seed, step, index), with the distribution of the paper."""

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter

from tests.trainer.folders import saved
from trainer.data import pictures, sampler
from trainer.data.sampler import choose
from trainer.data.store import Budget, Location, Store
from trainer.recipe import Data

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("photos")
    for name, width, height in (("a.png", 230, 220), ("b.png", 270, 260), ("c.png", 200, 300)):
        saved(root / name, width, height)
    return root


def loaded(root, **keys):
    data = Data(root=str(root), **keys)
    return pictures.load(data, Budget(CPU, 0, 1 << 30, 0, root / "cache")), data


def reduced(pixels, side):
    return np.asarray(Image.fromarray(pixels).resize((side, side), Image.Resampling.BICUBIC)).astype(int)


def pixels(picture):
    """(3, K, K) in [-1, 1] -> (K, K, 3) uint8; a batch holds whole levels of 8 bits."""
    levels = (picture.permute(1, 2, 0).numpy() + 1) * 127.5
    assert np.abs(levels - levels.round()).max() < 1e-3
    return levels.round().astype(np.uint8)


def test_a_sample_depends_only_on_seed_step_and_index(folder):
    found, data = loaded(folder)
    whole = sampler.batch(found, data, 1, 5, 6, CPU)
    part = sampler.batch(found, data, 1, 5, 2, CPU, first=3)
    assert torch.equal(whole.low[3:5], part.low)
    assert all(torch.equal(a, b) for a, b in zip(whole.high[3:5], part.high, strict=True))
    assert not torch.equal(whole.low, sampler.batch(found, data, 2, 5, 6, CPU).low)
    assert not torch.equal(whole.low, sampler.batch(found, data, 1, 6, 6, CPU).low)


def test_a_batch_holds_crops_of_the_files_and_their_reductions(folder):
    found, data = loaded(folder)
    batch = sampler.batch(found, data, 1, 0, 8, CPU)
    assert (batch.low.shape, batch.low.dtype) == ((8, 3, 48, 48), torch.float32)
    files = [np.asarray(Image.open(folder / name)) for name in ("a.png", "b.png", "c.png")]
    for index in range(8):
        sample = choose(found, data, 1, 0, index)
        box, augmentation = sample.high, sample.augmentation
        crop = files[box.picture][box.top : box.top + box.size, box.left : box.left + box.size]
        crop = crop[::-1] if augmentation.flip_y else crop
        crop = crop[:, ::-1] if augmentation.flip_x else crop
        crop = crop.transpose(1, 0, 2) if augmentation.transpose else crop
        np.testing.assert_array_equal(pixels(batch.high[index]), crop)
        low = pixels(batch.low[index]).astype(int)
        assert np.abs(low - reduced(np.ascontiguousarray(crop), 48)).max() <= 1


def test_pictures_are_chosen_by_area_as_numpys_choice_does(folder):
    found, data = loaded(folder)
    area = np.array([230 * 220, 270 * 260, 200 * 300])
    expected = [np.random.default_rng((7, 0, i)).choice(3, p=area / area.sum()) for i in range(200)]
    assert [choose(found, data, 7, 0, i).high.picture for i in range(200)] == expected


@pytest.mark.parametrize(("scales", "middle"), [("uniform", 2.5), ("log", 2.0)])
def test_scales_follow_their_distribution(folder, scales, middle):
    found, data = loaded(folder, scales=scales)
    samples = [choose(found, data, 0, 0, index) for index in range(1000)]
    drawn = np.array([sample.high.target / sample.low.target for sample in samples])
    assert drawn.min() >= 1
    assert drawn.max() <= 4
    # the median of the distribution, within four standard errors of 1000 samples
    assert abs((drawn < middle).mean() - 0.5) < 4 * 0.5 / 1000**0.5
    steps = np.geomspace(1, 4, 5) if scales == "log" else np.linspace(1, 4, 5)
    assert (np.histogram(drawn, bins=steps)[0] > 190).all()


def test_crops_cover_the_picture_and_have_all_eight_augmentations(folder):
    found, data = loaded(folder)
    samples = [choose(found, data, 0, 0, index) for index in range(300)]
    assert len({sample.augmentation for sample in samples}) == 8
    for box in (sample.high for sample in samples):
        height, width = found.store.spans[box.picture, 1:]
        assert 0 <= box.top <= height - box.size
        assert 0 <= box.left <= width - box.size
    assert max(sample.high.top for sample in samples) > 150


def test_a_fixed_scale(folder):
    found, data = loaded(folder, min_scale=3.0, max_scale=3.0)
    assert {choose(found, data, 0, 0, index).high.size for index in range(50)} == {144}


def test_a_pair_is_the_same_part_of_both_files(tmp_path):
    high = saved(tmp_path / "HR" / "a.png", 122, 141)
    smooth = Image.open(high).filter(ImageFilter.GaussianBlur(2))
    smooth.save(high)
    smooth.crop((0, 0, 120, 140)).resize((60, 70)).save(saved(tmp_path / "LR" / "a.png", 60, 70))
    found, data = loaded(tmp_path, patch=24, max_scale=2.0, paired=True)
    for index, low in enumerate(sampler.batch(found, data, 0, 0, 6, CPU).low):
        sample = choose(found, data, 0, 0, index)
        assert (sample.high.top, sample.high.left) == (2 * sample.low.top, 2 * sample.low.left)
        high = sampler.batch(found, data, 0, 0, 1, CPU, first=index).high[0]
        assert high.shape == (3, 48, 48)
        # at the crop's edge the reduction of the whole picture uses pixels outside the crop
        inner = np.abs(reduced(pixels(high), 24) - pixels(low).astype(int))[3:-3, 3:-3]
        assert inner.max() <= 2


def test_ground_truths_of_whole_pictures_have_evenly_spread_sizes(tmp_path):
    for index in range(3):
        for side in (16, 32):
            saved(tmp_path / str(side) / f"{index}.png", side, side, seed=index)
    found, data = loaded(tmp_path, patch=16, max_scale=2.0, whole=True)
    sides = {}
    for index in range(200):
        sample = choose(found, data, 0, 0, index)
        sides.setdefault(sample.high.picture, set()).add(sample.high.target)
        assert (sample.low.size, sample.low.target, sample.high.size) == (16, 16, 32)
    assert [sides[picture] for picture in found.high] == [{16}, {24}, {32}]
    batch = sampler.batch(found, data, 0, 0, 5, CPU)
    for index, (low, high) in enumerate(zip(batch.low, batch.high, strict=True)):
        sample = choose(found, data, 0, 0, index)
        name = f"{found.high.index(sample.high.picture)}.png"
        small, large = (np.asarray(Image.open(tmp_path / side / name)) for side in ("16", "32"))
        if sample.augmentation.flip_x:
            small, large = small[:, ::-1], np.ascontiguousarray(large[:, ::-1])
        np.testing.assert_array_equal(pixels(low), small)
        assert np.abs(pixels(high).astype(int) - reduced(large, sample.high.target)).max() <= 1


def test_whole_pictures_without_inputs_are_reduced_middle_squares(tmp_path):
    saved(tmp_path / "a.png", 70, 50)
    found, data = loaded(tmp_path, patch=16, max_scale=3.0, whole=True)
    batch = sampler.batch(found, data, 0, 0, 4, CPU)
    square = np.asarray(Image.open(tmp_path / "a.png").crop((10, 0, 60, 50)))
    for index in range(4):
        flip = choose(found, data, 0, 0, index).augmentation.flip_x
        flipped = square[:, ::-1] if flip else square
        for picture in (batch.low[index], batch.high[index]):
            expected = reduced(np.ascontiguousarray(flipped), picture.shape[-1])
            assert np.abs(pixels(picture).astype(int) - expected).max() <= 1


@pytest.mark.parametrize("location", [Location.DEVICE, Location.MEMORY])
@pytest.mark.parametrize("task", ["crops", "fixed", "whole"])
def test_gpu_and_cpu_batches_are_equal(folder, tmp_path, task, location):
    if task == "whole":
        saved(tmp_path / "a.png", 200, 200)
        saved(tmp_path / "b.png", 150, 150)
        found, data = loaded(tmp_path, whole=True, max_scale=3.0)
    else:
        found, data = loaded(folder, **({"min_scale": 2.0, "max_scale": 2.0} if task == "fixed" else {}))
    store = Store(location, found.store.flat, found.store.spans)
    samples = [choose(found, data, 3, 0, index) for index in range(12)]
    on_cpu, on_gpu = sampler.batch_on_cpu(found.store, samples), sampler.batch_on_gpu(store, samples, CPU)
    for a, b in zip((*on_cpu.low, *on_cpu.high), (*on_gpu.low, *on_gpu.high), strict=True):
        assert a.shape == b.shape
        assert (a - b).abs().max() <= 1.01 / 127.5  # one level: sums in another order may round differently
    if task != "whole":
        assert all(torch.equal(a, b) for a, b in zip(on_cpu.high, on_gpu.high, strict=True))
