"""The loop learns, and an interrupted run ends as if it had not been."""

import json
from itertools import pairwise

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter

from engine import checkpoint
from engine.errors import DataError, RecipeError
from engine.models.live import Live
from trainer import loop, recipe, run


@pytest.fixture
def photos(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    random = np.random.default_rng(9)
    for index in range(2):
        noise = Image.fromarray(random.integers(0, 256, (120, 120, 3), dtype=np.uint8))
        noise.filter(ImageFilter.GaussianBlur(3)).point(lambda v: 255 * (v > 127)).save(
            folder / f"{index}.png"
        )
    return folder


def tiny(photos, out, *overrides):
    shape = ["model.args.width=8", "model.args.blocks=1", "model.args.hidden=16", "model.args.order=4"]
    course = ["data.patch=16", "train.steps=6", "train.batch=2", "train.warmup=2", "run.save=3", "run.log=2"]
    places = [f"data.root={photos}", f"run.out={out}"]
    return recipe.read("live", [*shape, *course, *places, *overrides])


def lines(out):
    return [json.loads(line) for line in (out / "metrics.jsonl").read_text().splitlines()]


def test_the_loss_falls_and_the_model_it_leaves_opens(photos, tmp_path):
    out = tmp_path / "run"
    course = ["train.steps=80", "train.batch=8", "run.log=40", "train.rate=5e-3", "train.ema=0.5"]
    model = loop.train(tiny(photos, out, *course), lambda _: None)
    logged = lines(out)
    assert [line["step"] for line in logged] == [40, 80]
    assert logged[1]["loss"] < 0.97 * logged[0]["loss"]
    assert all(0 < line["data_share"] < 1 for line in logged)
    loaded = checkpoint.load(model)
    assert isinstance(loaded.net, Live)
    assert loaded.info.max_scale == 4.0
    assert sorted(path.name for path in (out / "checkpoints").iterdir()) == [
        "step-00000075.pt",
        "step-00000078.pt",
        "step-00000080.pt",
    ]


class Killed(Exception):
    """The process died here."""


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_a_run_that_died_and_went_on_ends_bit_equal(photos, tmp_path, precision):
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    loop.train(tiny(photos, whole, f"train.precision={precision}"), lambda _: None)

    def die(line):
        if line.get("step") == 4:
            raise Killed

    with pytest.raises(Killed):
        loop.train(tiny(photos, parted, f"train.precision={precision}"), die)
    assert run.newest(parted)["step"] == 3
    again = recipe.resumed(run.recipe_of(parted), parted, "live", [])
    loop.train(again, lambda _: None, resume=True)
    first, second = run.newest(whole), run.newest(parted)
    assert first["step"] == second["step"] == 6
    for kind in ("net", "ema"):
        assert all(torch.equal(first[kind][key], second[kind][key]) for key in first[kind])
    assert [(x["step"], x["loss"]) for x in lines(whole)] == [(x["step"], x["loss"]) for x in lines(parted)]


def test_a_damaged_checkpoint_gives_way_to_the_one_before(photos, tmp_path):
    out = tmp_path / "run"
    loop.train(tiny(photos, out), lambda _: None)
    newest = out / "checkpoints" / "step-00000006.pt"
    newest.write_bytes(newest.read_bytes()[:1000])
    assert run.newest(out)["step"] == 3


def test_a_run_does_not_write_over_another(photos, tmp_path):
    out = tmp_path / "run"
    loop.train(tiny(photos, out), lambda _: None)
    with pytest.raises(RecipeError, match="already there"):
        loop.train(tiny(photos, out), lambda _: None)


def test_nothing_starts_on_a_folder_that_cannot_work(tmp_path):
    (tmp_path / "photos").mkdir()
    with pytest.raises(DataError, match="no image to train on"):
        loop.train(tiny(tmp_path / "photos", tmp_path / "run"), lambda _: None)
    assert not (tmp_path / "run").exists()


def test_a_bad_file_is_named_once_and_trained_without(photos, tmp_path):
    (photos / "bad.png").write_bytes(b"no picture")
    told = []
    loop.train(tiny(photos, tmp_path / "run"), told.append)
    assert sum("bad.png" in line.get("notice", "") for line in told) == 1
    assert told[-1]["step"] == 6


def test_other_pictures_are_not_gone_on_with(photos, tmp_path):
    out = tmp_path / "run"
    loop.train(tiny(photos, out), lambda _: None)
    (photos / "0.png").unlink()
    again = recipe.resumed(run.recipe_of(out), out, None, ["train.steps=9"])
    with pytest.raises(DataError, match="other images"):
        loop.train(again, lambda _: None, resume=True)


def test_the_rate_warms_up_and_ends_at_zero():
    train = recipe.Train(steps=1000, warmup=100, rate=1.0)
    rates = [loop.rate(train, step) for step in range(1000)]
    assert rates[0] == pytest.approx(0.01)
    assert max(rates) == pytest.approx(1.0)
    assert rates[-1] < 1e-5
    assert all(a >= b for a, b in pairwise(rates[100:]))
