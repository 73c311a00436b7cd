"""Training samples: pure functions of (seed, step, index), as the paper draws them."""

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter

from tests.trainer.folders import saved
from trainer.data import pictures, sampler
from trainer.data.sampler import draw
from trainer.data.store import Budget, Store, Where
from trainer.recipe import Data

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("photos")
    for name, width, height in (("a.png", 230, 220), ("b.png", 270, 260), ("c.png", 200, 300)):
        saved(root / name, width, height)
    return root


def held(root, **asked):
    chosen = Data(root=str(root), **asked)
    return pictures.load(chosen, Budget(CPU, 0, 1 << 30, 0, root / "cache")), chosen


def scale(one):
    return one.high.target / one.low.target


def reduced(pixels, side):
    return np.asarray(Image.fromarray(pixels).resize((side, side), Image.Resampling.BICUBIC)).astype(int)


def pixels(picture):
    """(3, K, K) in [-1, 1] -> (K, K, 3) uint8; the batch holds whole steps of 8 bits."""
    levels = (picture.permute(1, 2, 0).numpy() + 1) * 127.5
    assert np.abs(levels - levels.round()).max() < 1e-3
    return levels.round().astype(np.uint8)


def test_a_sample_depends_on_its_numbers_alone(folder):
    found, asked = held(folder)
    whole = sampler.batch(found, asked, 1, 5, 6, CPU)
    part = sampler.batch(found, asked, 1, 5, 2, CPU, first=3)
    assert torch.equal(whole.low[3:5], part.low)
    assert all(torch.equal(a, b) for a, b in zip(whole.high[3:5], part.high, strict=True))
    assert not torch.equal(whole.low, sampler.batch(found, asked, 2, 5, 6, CPU).low)
    assert not torch.equal(whole.low, sampler.batch(found, asked, 1, 6, 6, CPU).low)


def test_a_batch_is_crops_of_the_files_and_their_reductions(folder):
    found, asked = held(folder)
    batch = sampler.batch(found, asked, 1, 0, 8, CPU)
    assert (batch.low.shape, batch.low.dtype) == ((8, 3, 48, 48), torch.float32)
    files = [np.asarray(Image.open(folder / name)) for name in ("a.png", "b.png", "c.png")]
    for index in range(8):
        one = draw(found, asked, 1, 0, index)
        take, turn = one.high, one.turn
        crop = files[take.picture][take.top : take.top + take.size, take.left : take.left + take.size]
        crop = crop[::-1] if turn.y else crop
        crop = crop[:, ::-1] if turn.x else crop
        crop = crop.transpose(1, 0, 2) if turn.transposed else crop
        np.testing.assert_array_equal(pixels(batch.high[index]), crop)
        low = pixels(batch.low[index]).astype(int)
        assert np.abs(low - reduced(np.ascontiguousarray(crop), 48)).max() <= 1


def test_pictures_are_drawn_by_area_and_the_stream_is_numpys(folder):
    found, asked = held(folder)
    area = np.array([230 * 220, 270 * 260, 200 * 300])
    expected = [np.random.default_rng((7, 0, i)).choice(3, p=area / area.sum()) for i in range(200)]
    assert [draw(found, asked, 7, 0, i).high.picture for i in range(200)] == expected


@pytest.mark.parametrize(("scales", "middle"), [("uniform", 2.5), ("log", 2.0)])
def test_scales_follow_their_law(folder, scales, middle):
    found, asked = held(folder, scales=scales)
    drawn = np.array([scale(draw(found, asked, 0, 0, index)) for index in range(1000)])
    assert drawn.min() >= 1
    assert drawn.max() <= 4
    # the median of either law, within four standard errors of 1000 draws
    assert abs((drawn < middle).mean() - 0.5) < 4 * 0.5 / 1000**0.5
    steps = np.geomspace(1, 4, 5) if scales == "log" else np.linspace(1, 4, 5)
    assert (np.histogram(drawn, bins=steps)[0] > 190).all()


def test_crops_lie_anywhere_and_are_turned_all_eight_ways(folder):
    found, asked = held(folder)
    draws = [draw(found, asked, 0, 0, index) for index in range(300)]
    assert len({(d.turn.y, d.turn.x, d.turn.transposed) for d in draws}) == 8
    for one in draws:
        height, width = found.store.spans[one.high.picture, 1:]
        assert 0 <= one.high.top <= height - one.high.size
        assert 0 <= one.high.left <= width - one.high.size
    assert max(d.high.top for d in draws) > 150


def test_one_scale_alone(folder):
    found, asked = held(folder, min_scale=3.0, max_scale=3.0)
    assert {draw(found, asked, 0, 0, index).high.size for index in range(50)} == {144}


def test_a_pair_is_the_same_place_of_both_files(tmp_path):
    high = saved(tmp_path / "HR" / "a.png", 122, 141)
    smooth = Image.open(high).filter(ImageFilter.GaussianBlur(2))
    smooth.save(high)
    smooth.crop((0, 0, 120, 140)).resize((60, 70)).save(saved(tmp_path / "LR" / "a.png", 60, 70))
    found, asked = held(tmp_path, patch=24, max_scale=2.0, paired=True)
    for index, low in enumerate(sampler.batch(found, asked, 0, 0, 6, CPU).low):
        one = draw(found, asked, 0, 0, index)
        assert (one.high.top, one.high.left) == (2 * one.low.top, 2 * one.low.left)
        high = sampler.batch(found, asked, 0, 0, 1, CPU, first=index).high[0]
        assert high.shape == (3, 48, 48)
        # but for the crop's edge, where less is seen than in the whole picture
        inner = np.abs(reduced(pixels(high), 24) - pixels(low).astype(int))[3:-3, 3:-3]
        assert inner.max() <= 2


def test_whole_pictures_have_ground_truths_of_sizes_spread_evenly(tmp_path):
    for index in range(9):
        for side in (16, 32):
            saved(tmp_path / str(side) / f"{index}.png", side, side, seed=index)
    found, asked = held(tmp_path, patch=16, max_scale=2.0, whole=True)
    sides = {}
    for index in range(200):
        one = draw(found, asked, 0, 0, index)
        sides.setdefault(one.high.picture, set()).add(one.high.target)
        assert (one.low.size, one.low.target, one.high.size) == (16, 16, 32)
    assert [sides[place] for place in found.high] == [{16 + 2 * i} for i in range(9)]
    batch = sampler.batch(found, asked, 0, 0, 5, CPU)
    for index, (low, high) in enumerate(zip(batch.low, batch.high, strict=True)):
        one = draw(found, asked, 0, 0, index)
        name = f"{found.high.index(one.high.picture)}.png"
        small, large = (np.asarray(Image.open(tmp_path / side / name)) for side in ("16", "32"))
        if one.turn.x:
            small, large = small[:, ::-1], np.ascontiguousarray(large[:, ::-1])
        np.testing.assert_array_equal(pixels(low), small)
        assert np.abs(pixels(high).astype(int) - reduced(large, one.high.target)).max() <= 1


def test_whole_pictures_without_inputs_are_middle_squares_reduced(tmp_path):
    saved(tmp_path / "a.png", 70, 50)
    found, asked = held(tmp_path, patch=16, max_scale=3.0, whole=True)
    batch = sampler.batch(found, asked, 0, 0, 4, CPU)
    square = np.asarray(Image.open(tmp_path / "a.png").crop((10, 0, 60, 50)))
    for index in range(4):
        turned = square[:, ::-1] if draw(found, asked, 0, 0, index).turn.x else square
        for picture in (batch.low[index], batch.high[index]):
            expected = reduced(np.ascontiguousarray(turned), picture.shape[-1])
            assert np.abs(pixels(picture).astype(int) - expected).max() <= 1


@pytest.mark.parametrize("where", [Where.DEVICE, Where.MEMORY])
@pytest.mark.parametrize("task", ["crops", "fixed", "whole"])
def test_the_batch_at_once_is_the_batch_one_by_one(folder, tmp_path, task, where):
    if task == "whole":
        saved(tmp_path / "a.png", 200, 200)
        saved(tmp_path / "b.png", 150, 150)
        found, asked = held(tmp_path, whole=True, max_scale=3.0)
    else:
        found, asked = held(folder, **({"min_scale": 2.0, "max_scale": 2.0} if task == "fixed" else {}))
    store = Store(where, found.store.flat, found.store.spans)
    draws = [draw(found, asked, 3, 0, index) for index in range(12)]
    one_by_one, together = sampler.one_by_one(found.store, draws), sampler.together(store, draws, CPU)
    for a, b in zip((*one_by_one.low, *one_by_one.high), (*together.low, *together.high), strict=True):
        assert a.shape == b.shape
        assert (a - b).abs().max() <= 1.01 / 127.5  # a level: sums in another order round otherwise
    if task != "whole":
        assert all(torch.equal(a, b) for a, b in zip(one_by_one.high, together.high, strict=True))
