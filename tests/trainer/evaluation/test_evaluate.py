"""Known scores come out, and a measurement goes on where it stopped."""

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
    """The (image, scale) that were measured, not taken from a file."""
    found, score = [], evaluate._score

    def watched(of, path, scale, *rest):
        found.append((path.name, scale))
        return score(of, path, scale, *rest)

    monkeypatch.setattr(evaluate, "_score", watched)
    return found


def run(data, weights, scales, protocol=None, kept=None):
    return evaluate.run(data, str(weights), scales, protocol, "cpu", "fp32", kept)


def test_bicubic_is_measured_beside(images, weights):
    subject, found = run(images, weights, [2, 3])
    _, plain = run(images, "bicubic", [2, 3])
    assert (subject.model, subject.set, subject.protocol) == ("live", "images", "benchmark")
    assert [(each.image, each.scale) for each in found] == [(f"{n}.png", s) for s in (2, 3) for n in "abc"]
    for ours, theirs in zip(found, plain, strict=True):
        assert ours.bicubic_psnr == theirs.psnr == theirs.bicubic_psnr
        assert ours.psnr != ours.bicubic_psnr


def test_bicubic_is_what_others_call_it(images):
    _, found = run(images, "bicubic", [2], "mmediting")
    truth = np.asarray(Image.open(images / "b.png"))
    enlarged = Image.fromarray(lowres.downscale(truth, 2)).resize((30, 24), Image.Resampling.BICUBIC)
    pictures = np.asarray(enlarged) / 255, truth / 255
    assert found[1].psnr == pytest.approx(metrics.psnr(*pictures, "mmediting", 2), abs=0.02)
    assert found[1].ssim == pytest.approx(metrics.ssim(*pictures, "mmediting", 2), abs=1e-3)


def test_a_measurement_goes_on_where_it_stopped(images, weights, tmp_path, measured, monkeypatch):
    kept, expected = tmp_path / "scores.json", run(images, weights, [2, 3])
    measured.clear()
    watched = evaluate._score

    def stopped(of, path, scale, *rest):
        if (path.name, scale) == ("b.png", 3):
            raise KeyboardInterrupt
        return watched(of, path, scale, *rest)

    monkeypatch.setattr(evaluate, "_score", stopped)
    with pytest.raises(KeyboardInterrupt):
        run(images, weights, [2, 3], kept=kept)
    assert [row["images"] for row in json.loads(kept.read_text())["rows"]] == [3, 1]
    monkeypatch.setattr(evaluate, "_score", watched)
    measured.clear()
    assert run(images, weights, [2, 3], kept=kept) == expected
    assert measured == [("b.png", 3), ("c.png", 3)]
    measured.clear()
    assert run(images, weights, [3, 4], kept=kept)[1][:3] == expected[1][3:]
    assert measured == [("a.png", 4), ("b.png", 4), ("c.png", 4)]
    assert [row["scale"] for row in json.loads(kept.read_text())["rows"]] == [2, 3, 4]


def test_a_changed_model_or_protocol_starts_anew(images, weights, tmp_path, measured):
    kept = tmp_path / "scores.json"
    run(images, weights, [2], kept=kept)
    run(images, weights, [2], "div2k", kept)
    assert len(measured) == 6
    other = model("live")
    other.net.coefficients.weight.mul_(0.5)
    checkpoint.save_safetensors(weights, other)
    _, found = run(images, weights, [2], "div2k", kept)
    assert len(measured) == 9
    assert [each.psnr for each in found] == [each["psnr"] for each in json.loads(kept.read_text())["scores"]]


def test_a_changed_image_alone_is_measured_again(images, weights, tmp_path, measured):
    kept = tmp_path / "scores.json"
    run(images, weights, [2], kept=kept)
    Image.fromarray(RANDOM.integers(0, 256, (26, 30, 3), dtype=np.uint8)).save(images / "b.png")
    (images / "c.png").unlink()
    measured.clear()
    _, found = run(images, weights, [2], kept=kept)
    assert measured == [("b.png", 2)] and len(found) == 2
    assert len(json.loads(kept.read_text())["scores"]) == 2


def test_a_file_that_cannot_be_written_is_told(images, tmp_path):
    with pytest.raises(ExportError, match="another file"):
        run(images, "bicubic", [2], kept=tmp_path / "no" / "scores.json")


def test_pictures_too_small_are_told(images):
    with pytest.raises(DataError, match="too small to score"):
        run(images, "bicubic", [12])


def test_every_scale_of_the_paper_can_be_measured(tmp_path):
    Image.fromarray(RANDOM.integers(0, 256, (96, 93, 3), dtype=np.uint8)).save(tmp_path / "a.png")
    _, found = run(tmp_path, "bicubic", list(range(2, 31)))
    assert [row["scale"] for row in scores.rows(found)] == list(range(2, 31))
    assert all(5 < each.psnr < 30 for each in found)


def test_the_authors_weights_score_what_the_paper_says(shared, tmp_path):
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


def test_the_starter_is_ahead_of_bicubic_by_two_decibels(shared):
    _, found = evaluate.run(shared / "benchmark" / "Set5", "live", [2, 3, 4], None, "cpu", "fp32")
    for row, least in zip(scores.rows(found), (37.0, 33.0, 30.7), strict=True):
        assert row["psnr"] >= max(least, row["bicubic_psnr"] + 2)
    assert scores.worst(found).gain > 0
