"""Scores match known values, and an interrupted measurement is continued."""

import json
from shutil import copy

import numpy as np
import pytest
from PIL import Image

from engine.base.errors import DataError, ExportError
from engine.checkpoints import checkpoint
from engine.images import lowres
from tests.engine.networks import model
from trainer.evaluation import evaluate, metrics, scores

RANDOM = np.random.default_rng(6)


@pytest.fixture
def images(tmp_path):
    """Three noisy pictures."""
    folder = tmp_path / "images"
    folder.mkdir()
    for name in "abc":
        pixels = RANDOM.integers(0, 256, (24, 30, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"{name}.png")
    return folder


@pytest.fixture
def weights(tmp_path):
    path = tmp_path / "small.safetensors"
    checkpoint.save_safetensors(path, model("live"))
    return path


@pytest.fixture
def measured(monkeypatch):
    """The (image, scale) pairs that were measured, not read from the cache."""
    found, score = [], evaluate._score

    def watched(dataset, path, scale, *rest):
        found.append((path.name, scale))
        return score(dataset, path, scale, *rest)

    monkeypatch.setattr(evaluate, "_score", watched)
    return found


def run(data, weights, scales, protocol=None, cache=None):
    return evaluate.run(data, str(weights), scales, protocol, "cpu", "fp32", cache)


def test_bicubic_is_measured_with_every_model(images, weights):
    subject, found = run(images, weights, [2, 3])
    _, baseline = run(images, "bicubic", [2, 3])
    assert (subject.model, subject.set, subject.protocol) == ("live", "images", "benchmark")
    assert [(each.image, each.scale) for each in found] == [(f"{n}.png", s) for s in (2, 3) for n in "abc"]
    for own, bicubic in zip(found, baseline, strict=True):
        assert own.bicubic_psnr == bicubic.psnr == bicubic.bicubic_psnr
        assert own.psnr != own.bicubic_psnr


def test_the_bicubic_scores_are_those_of_pillow(images):
    _, found = run(images, "bicubic", [2], "mmediting")
    truth = np.asarray(Image.open(images / "b.png"))
    enlarged = Image.fromarray(lowres.downscale(truth, 2)).resize((30, 24), Image.Resampling.BICUBIC)
    pictures = np.asarray(enlarged) / 255, truth / 255
    assert found[1].psnr == pytest.approx(metrics.psnr(*pictures, "mmediting", 2), abs=0.02)
    assert found[1].ssim == pytest.approx(metrics.ssim(*pictures, "mmediting", 2), abs=1e-3)


def test_an_interrupted_measurement_is_continued(images, weights, tmp_path, measured, monkeypatch):
    cache, expected = tmp_path / "scores.json", run(images, weights, [2, 3])
    measured.clear()
    watched = evaluate._score

    def interrupted(dataset, path, scale, *rest):
        if (path.name, scale) == ("b.png", 3):
            raise KeyboardInterrupt
        return watched(dataset, path, scale, *rest)

    monkeypatch.setattr(evaluate, "_score", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(images, weights, [2, 3], cache=cache)
    assert [row["images"] for row in json.loads(cache.read_text())["rows"]] == [3, 1]
    monkeypatch.setattr(evaluate, "_score", watched)
    measured.clear()
    assert run(images, weights, [2, 3], cache=cache) == expected
    assert measured == [("b.png", 3), ("c.png", 3)]
    measured.clear()
    assert run(images, weights, [3, 4], cache=cache)[1][:3] == expected[1][3:]
    assert measured == [("a.png", 4), ("b.png", 4), ("c.png", 4)]
    assert [row["scale"] for row in json.loads(cache.read_text())["rows"]] == [2, 3, 4]


def test_a_changed_model_or_protocol_is_measured_again(images, weights, tmp_path, measured):
    cache = tmp_path / "scores.json"
    run(images, weights, [2], cache=cache)
    run(images, weights, [2], "div2k", cache)
    assert len(measured) == 6
    other = model("live")
    other.net.coefficients.weight.mul_(0.5)
    checkpoint.save_safetensors(weights, other)
    _, found = run(images, weights, [2], "div2k", cache)
    assert len(measured) == 9
    assert [each.psnr for each in found] == [each["psnr"] for each in json.loads(cache.read_text())["scores"]]


def test_only_a_changed_image_is_measured_again(images, weights, tmp_path, measured):
    cache = tmp_path / "scores.json"
    run(images, weights, [2], cache=cache)
    Image.fromarray(RANDOM.integers(0, 256, (26, 30, 3), dtype=np.uint8)).save(images / "b.png")
    (images / "c.png").unlink()
    measured.clear()
    _, found = run(images, weights, [2], cache=cache)
    assert measured == [("b.png", 2)] and len(found) == 2
    assert len(json.loads(cache.read_text())["scores"]) == 2


def test_a_file_that_cannot_be_written_is_reported(images, tmp_path):
    with pytest.raises(ExportError, match="there is no folder"):
        run(images, "bicubic", [2], cache=tmp_path / "no" / "scores.json")


def test_pictures_too_small_are_refused(images):
    with pytest.raises(DataError, match="too small to measure"):
        run(images, "bicubic", [12])


def test_every_scale_of_the_paper_can_be_measured(tmp_path):
    Image.fromarray(RANDOM.integers(0, 256, (96, 93, 3), dtype=np.uint8)).save(tmp_path / "a.png")
    _, found = run(tmp_path, "bicubic", list(range(2, 31)))
    assert [row["scale"] for row in scores.rows(found)] == list(range(2, 31))
    assert all(5 < each.psnr < 30 for each in found)


@pytest.mark.long
def test_the_authors_weights_reach_the_score_of_the_paper(shared, tmp_path):
    weights, whole = str(shared / "models" / "edsr-baseline-liif.pth"), shared / "benchmark" / "Set5"
    _, found = run(whole, weights, [4])
    (row,) = scores.rows(found)
    assert row["psnr"] == pytest.approx(32.24, abs=0.01)
    assert row["images"] == 5
    for name in ("HR/img_003.png", "LR_bicubic/X4/img_003x4.png"):
        (tmp_path / name).parent.mkdir(parents=True)
        copy(whole / name, tmp_path / name)
    _, (half,) = evaluate.run(tmp_path, weights, [4], None, "cpu", "bf16")
    (exact,) = [each for each in found if each.image == half.image]
    assert half.psnr != exact.psnr and half.psnr == pytest.approx(exact.psnr, abs=0.03)


def test_the_shipped_model_is_two_decibels_above_bicubic(shared):
    _, found = evaluate.run(shared / "benchmark" / "Set5", "live", [2, 3, 4], None, "cpu", "fp32")
    for row, minimum in zip(scores.rows(found), (37.0, 33.0, 30.7), strict=True):
        assert row["psnr"] >= max(minimum, row["bicubic_psnr"] + 2)
    assert scores.worst(found).gain > 0
