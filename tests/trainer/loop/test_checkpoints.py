"""Checkpoints of a run: a damaged one is never loaded silently wrong, and the newest one that verifies is taken."""

import os
import shutil

import numpy as np
import pytest
import torch

from engine.base.errors import ModelError, RecipeError
from engine.checkpoints import checkpoint
from tests.trainer.conftest import notice_text, sharp_photos
from tests.trainer.runs import assert_same_run, log_of, newest, recipe_to_resume, stored, tiny
from trainer.loop import checkpoints, run_folder, sealed_json, train

STEPS = (2, 4, 6)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A completed run with checkpoints after 2, 4 and 6 steps. Never changed."""
    return _trained(tmp_path_factory.mktemp("run"), "train.seed=1")


@pytest.fixture(scope="module")
def other_run(tmp_path_factory):
    """A completed run that differs in its seed only."""
    return _trained(tmp_path_factory.mktemp("other"), "train.seed=2")


def _trained(folder, *overrides):
    torch.set_num_threads(1)
    course = ["train.precision=fp32", "run.save=2", "run.log=1", *overrides]
    train.train(tiny(sharp_photos(folder), folder / "run", *course), lambda _: None)
    return folder / "run"


@pytest.fixture
def out(run, tmp_path):
    """A copy of the run."""
    return shutil.copytree(run, tmp_path / "run")


def files(out, step):
    """Returns the state and the manifest of a step."""
    return [checkpoints.folder(out) / f"step-{step:08d}{suffix}" for suffix in (".state", ".json")]


def remove(out, step):
    for path in files(out, step):
        path.unlink()


def flip(path, random, count=1):
    data = bytearray(path.read_bytes())
    for _ in range(count):
        data[random.integers(len(data))] ^= 1 << random.integers(8)
    path.write_bytes(data)


def truncate(path, random):
    path.write_bytes(path.read_bytes()[: random.integers(path.stat().st_size)])


def lengthen(path):
    path.write_bytes(path.read_bytes() + b"\0")


def swap(one, other):
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)


CORRUPTIONS = {
    "a flipped bit of the state": lambda out, other, random: flip(files(out, 6)[0], random),
    "flipped bits of the state": lambda out, other, random: flip(files(out, 6)[0], random, 20),
    "a flipped bit of the manifest": lambda out, other, random: flip(files(out, 6)[1], random),
    "a truncated state": lambda out, other, random: truncate(files(out, 6)[0], random),
    "a truncated manifest": lambda out, other, random: truncate(files(out, 6)[1], random),
    "an empty state": lambda out, other, random: files(out, 6)[0].write_bytes(b""),
    "an empty manifest": lambda out, other, random: files(out, 6)[1].write_bytes(b""),
    "a longer state": lambda out, other, random: lengthen(files(out, 6)[0]),
    "no manifest": lambda out, other, random: files(out, 6)[1].unlink(),
    "no state": lambda out, other, random: files(out, 6)[0].unlink(),
    "swapped states": lambda out, other, random: swap(files(out, 6)[0], files(out, 4)[0]),
    "swapped manifests": lambda out, other, random: swap(files(out, 6)[1], files(out, 4)[1]),
    "the checkpoint of another step": lambda out, other, random: [
        shutil.copy(source, target) for source, target in zip(files(out, 4), files(out, 6), strict=True)
    ],
    "a state of another run": lambda out, other, random: shutil.copy(files(other, 6)[0], files(out, 6)[0]),
    "a checkpoint of another run": lambda out, other, random: [
        shutil.copy(source, target) for source, target in zip(files(other, 6), files(out, 6), strict=True)
    ],
    "deep JSON as its manifest": lambda out, other, random: files(out, 6)[1].write_text("[" * 500_000),
    "a huge manifest": lambda out, other, random: files(out, 6)[1].write_bytes(
        b" " * (sealed_json.MAX_BYTES + 1)
    ),
    "another object as its manifest": lambda out, other, random: sealed_json.write(
        files(out, 6)[1], {"format": 1}
    ),
}


@pytest.mark.parametrize("kind", sorted(CORRUPTIONS))
def test_the_newest_checkpoint_that_verifies_is_taken_and_it_is_said(out, run, other_run, kind):
    CORRUPTIONS[kind](out, other_run, np.random.default_rng(1))
    found = checkpoints.newest(out, stored(out))
    assert found.saved.step == (2 if "swapped" in kind else 4)
    assert same(found.saved, run)
    assert found.skipped[0].name == "step-00000006" and str(found.skipped[0].reason)
    lines = []
    train.train(recipe_to_resume(out), lines.append, resume=True)
    said = [notice_text(line) for line in lines]
    assert any(text.startswith("step-00000006 is not used (") and found.name in text for text in said)
    assert log_of(out)[-1] == lines[-1]
    assert_same_run(run, out)


@pytest.mark.parametrize("kind", sorted(CORRUPTIONS))
def test_without_another_checkpoint_a_damaged_one_is_an_error(out, other_run, kind):
    if "swapped" not in kind and "another step" not in kind:
        remove(out, 4)
    remove(out, 2)
    CORRUPTIONS[kind](out, other_run, np.random.default_rng(2))
    if "another step" in kind:
        remove(out, 4)
    with pytest.raises(RecipeError, match=r"verifies|missing") as caught:
        checkpoints.newest(out, stored(out))
    assert caught.value.remedy and "\n" not in str(caught.value)


def same(saved, run):
    """Returns whether a state is bit-equal to what the run saved at its step."""
    original = checkpoints.saved_state.from_bytes(files(run, saved.step)[0].read_bytes())
    return saved._replace(tensors={}) == original._replace(tensors={}) and all(
        torch.equal(tensor, original.tensors[key]) for key, tensor in saved.tensors.items()
    )


@pytest.mark.parametrize("older", [True, False])
def test_random_damage_is_never_loaded(out, run, older, damages=200):
    """damages: more of them in the long tier."""
    if not older:
        remove(out, 2), remove(out, 4)
    good = {path: path.read_bytes() for path in [*files(out, 6), out / "recipe.json"]}
    for seed in range(damages):
        random = np.random.default_rng(seed)
        path = list(good)[random.integers(len(good))]
        (truncate if random.random() < 0.2 else flip)(path, random)
        try:
            table = stored(out)
            assert table == stored(run)
            assert same(checkpoints.newest(out, table).saved, run)
        except RecipeError:
            assert not older
        path.write_bytes(good[path])


@pytest.mark.parametrize(
    "name", ["model.safetensors", "best.safetensors", "checkpoints/step-00000004.safetensors"]
)
def test_a_damaged_model_of_a_run_is_never_loaded(out, name, damages=100):
    path = out / name
    good, expected = path.read_bytes(), checkpoint.load(path)
    weights = expected.net.state_dict()
    for seed in range(damages):
        random = np.random.default_rng(seed)
        (truncate if random.random() < 0.2 else flip)(path, random)
        try:
            loaded = checkpoint.load(path)
        except ModelError as error:
            assert error.subject == str(path)
        else:
            assert loaded.info == expected.info
            assert all(torch.equal(value, weights[key]) for key, value in loaded.net.state_dict().items())
        path.write_bytes(good)


def test_the_last_three_and_the_best_are_kept(held_out, tmp_path):
    out = tmp_path / "run"
    course = ["train.steps=9", "run.validate=2", "train.rate=1e-30", "run.save=1"]
    train.train(tiny(held_out, out, *course), lambda _: None)
    # At such a rate nothing becomes better than the first validation.
    kept = sorted(path.stem for path in checkpoints.folder(out).glob("*.json"))
    assert [int(name.removeprefix("step-")) for name in kept] == [3, 7, 8, 9]
    assert kept == sorted(path.stem for path in checkpoints.folder(out).glob("*.state"))


def test_a_run_killed_before_its_first_save_is_resumed_at_step_0(photos, run, tmp_path):
    out = tmp_path / "run"

    class Killed(Exception):
        pass

    def die(line):
        if line.step == 1:
            raise Killed

    course = ["train.precision=fp32", "run.save=2", "run.log=1"]
    with pytest.raises(Killed):
        train.train(tiny(photos, out, *course), die)
    files(out, 2)[0].write_bytes(b"a save that was not completed")
    with pytest.raises(RecipeError, match="--resume"):
        train.train(tiny(photos, out, *course), die)
    lines = []
    train.train(recipe_to_resume(out), lines.append, resume=True)
    assert any("starts at step 0" in notice_text(line) for line in lines)
    assert_same_run(run, out)


def test_deleted_checkpoints_are_no_unstarted_run(out):
    for step in STEPS:
        remove(out, step)
    with pytest.raises(RecipeError, match="missing"):
        checkpoints.newest(out, stored(out))


def test_a_changed_recipe_is_replaced_by_its_copy_and_it_is_said(out, run):
    table = sealed_json.read(out / "recipe.json")
    text = (out / "recipe.json").read_text()
    rate = f'"rate": {table["train"]["rate"]}'
    assert rate in text
    (out / "recipe.json").write_text(text.replace(rate, '"rate": 0.5'))
    assert run_folder.stored_recipe(out).table == table
    lines = []
    train.train(recipe_to_resume(out, "train.steps=7"), lines.append, resume=True)
    assert any("recipe.json" in notice_text(line) for line in lines)


def test_a_damaged_recipe_without_a_checkpoint_is_an_error(out):
    shutil.rmtree(checkpoints.folder(out))
    (out / "recipe.json").write_text("{}")
    with pytest.raises(RecipeError, match=r"another run\.out"):
        stored(out)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_does_not_block_the_reader(out, run):
    for path in (files(out, 6)[0], files(out, 4)[1]):
        path.unlink()
        os.mkfifo(path)
    assert newest(out).step == 2
