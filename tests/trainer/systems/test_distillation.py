"""Teacher targets: what they contain, how they are augmented, and when they are computed again."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.base.errors import ModelError, RecipeError
from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from tests.trainer.conftest import notice_text, small
from trainer import recipe_loading
from trainer.data import pictures as picture_loading
from trainer.data import sampler, store
from trainer.loop import run_folder, train
from trainer.loop.step import initial_state
from trainer.recipe import Data
from trainer.systems import distillation, distilled
from trainer.systems.sample_range import SampleRange

CPU = torch.device("cpu")


@pytest.fixture
def teacher(photos, tmp_path):
    """An untrained Live network. It computes bicubic interpolation, which commutes with flips and transposes."""
    recipe = small("live", photos, tmp_path / "teacher", "train.precision=fp32")
    return run_folder.write_model(tmp_path / "teacher.safetensors", initial_state(recipe, CPU).net, recipe, 0)


def student_recipe(photos, out, teacher, *overrides):
    course = [f"train.teacher={teacher}", "train.teacher_crops=12", "train.precision=fp32", "data.patch=12"]
    return small("live", photos, out, *course, *overrides)


def prepared(recipe):
    """The teacher targets of a recipe, and the notices that were sent while they were computed."""
    pictures = picture_loading.load(recipe.data, store.budget(CPU))
    out = Path(recipe.run.out)
    out.mkdir(exist_ok=True)
    notices = []
    file = distillation.prepare_targets(recipe, pictures, CPU, notices.append, lambda: True)
    assert file.parent == out
    return distillation.load_targets(file), notices


def inputs_of(targets, net, recipe, samples):
    """The tensors of some samples of a recipe whose teacher targets are given."""
    pictures = picture_loading.load(recipe.data, store.budget(CPU))
    return distilled.inputs(targets, net, pictures, recipe.data, samples, CPU)


def is_uniform(low):
    """(N, 3, h, w) -> (N,) bool: whether each picture has one colour only."""
    return (low.amax((2, 3)) == low.amin((2, 3))).all(1)


def test_a_target_holds_the_teachers_colours_for_a_crop(photos, tmp_path, teacher):
    targets, notices = prepared(student_recipe(photos, tmp_path / "run", teacher))
    assert targets.low.shape == (12, 3, 12, 12) and targets.colours.shape == (12, 16, 16, 3)
    assert "for 12 of 12 crops" in str(notices[-1])
    compute = Compute(CPU, torch.float32)
    for number in (0, 5, 11):
        pixels = targets.low[number].permute(1, 2, 0).numpy().copy()
        size = int(targets.size[number])
        rows, cols = (distillation.query_axis(12, jitter, size) for jitter in targets.jitter[number].tolist())
        assert rows.cell == Fraction(12, size) <= 1
        expected = Latents(checkpoint.load(teacher), pixels, compute).decode(rows, cols)
        torch.testing.assert_close(targets.colours[number].float(), expected, atol=1e-3, rtol=0)
    # the positions and the size of the crop differ in every target
    assert len({(*j, s) for j, s in zip(targets.jitter.tolist(), targets.size.tolist(), strict=True)}) == 12


def test_the_jitter_is_independent_of_the_crop(photos, tmp_path, teacher):
    targets, _ = prepared(student_recipe(photos, tmp_path / "run", teacher, "train.teacher_crops=60"))
    recipe = student_recipe(photos, tmp_path / "other", teacher)
    pictures = picture_loading.load(recipe.data, store.budget(CPU))
    chosen = torch.tensor(
        [sampler.choose(pictures, Data(patch=12), 1, number, 0).high.picture for number in range(60)]
    )
    assert 10 < chosen.sum() < 50  # of two pictures
    for jitter in targets.jitter.double().T:
        means = [jitter[chosen == picture].mean() for picture in (0, 1)]
        # four standard deviations; if one random number decided both, the means would be half a unit range apart
        assert abs(means[0] - means[1]) < 0.5 * distillation.JITTER_UNITS / 2


def test_augmented_targets_match_the_teachers_output_for_the_augmented_crop(photos, tmp_path, teacher):
    """A student with the teacher's own weights has no loss in any orientation. A wrong jitter would cause one."""
    recipe = student_recipe(photos, tmp_path / "run", teacher)
    targets, _ = prepared(recipe)
    net = checkpoint.load(teacher).net
    samples = SampleRange(1, 0, 0, 64)
    inputs = inputs_of(targets, net, recipe, samples)
    textured = ~is_uniform(inputs[0])
    shifted = replace(targets, jitter=targets.jitter + torch.tensor([200, 0]))
    with torch.no_grad():
        right = distilled.losses(net, *inputs)
        wrong = distilled.losses(net, *inputs_of(shifted, net, recipe, samples))
    assert right.shape == (64,) and right.max() < 1.5 * distilled.LOSS_FLOOR
    assert textured.sum() > 48 and wrong[textured].min() > 3 * distilled.LOSS_FLOOR


def test_some_samples_are_replaced_by_one_uniform_colour(photos, tmp_path, teacher):
    """Their target is that colour everywhere, whatever the teacher's output was, and the colours differ."""
    recipe = student_recipe(photos, tmp_path / "run", teacher)
    targets, _ = prepared(recipe)
    net = checkpoint.load(teacher).net
    low, *rest = inputs_of(targets, net, recipe, SampleRange(1, 0, 0, 640))
    uniform = is_uniform(low)
    assert 2 < uniform.sum() < 38  # 20 of 640 are expected; the bounds are four standard deviations away
    truths = rest[2 * len(low) :]
    colours = low[uniform][:, :, 0, 0]
    assert colours.abs().max() <= 1 and len(colours.unique(dim=0)) == len(colours)
    for index in uniform.nonzero().flatten().tolist():
        assert torch.equal(truths[index], low[index, :, :1, :1].expand(3, 16, 16))


def test_degraded_inputs_keep_the_teachers_answers_for_clean_ones(photos, tmp_path, teacher):
    recipe = student_recipe(photos, tmp_path / "run", teacher)
    targets, _ = prepared(recipe)
    net, samples = checkpoint.load(teacher).net, SampleRange(1, 0, 0, 16)
    clean_low, *clean = inputs_of(targets, net, recipe, samples)
    degraded = replace(recipe, data=replace(recipe.data, degraded=1.0))
    degraded_low, *rest = inputs_of(targets, net, degraded, samples)
    assert not torch.equal(clean_low, degraded_low)
    assert all(torch.equal(a, b) for a, b in zip(clean, rest, strict=True))
    assert prepared(degraded)[1] == []  # the same targets serve both


def test_drawn_pages_are_learnt_from_their_own_pixels(photos, tmp_path, teacher, monkeypatch):
    monkeypatch.setattr(picture_loading, "PAGES", 2)
    recipe = student_recipe(photos, tmp_path / "run", teacher)
    targets, _ = prepared(recipe)
    drawn = replace(recipe, data=replace(recipe.data, drawn=1.0))
    net, samples = checkpoint.load(teacher).net, SampleRange(1, 0, 0, 4)
    low, *rest = inputs_of(targets, net, drawn, samples)
    pages = picture_loading.load(drawn.data, store.budget(CPU)).pages
    for index, truth in enumerate(rest[2 * len(low) :]):
        side = truth.shape[-1]
        levels = ((truth + 1) * 127.5).round().byte()
        windows = (pages.view(page) for page in range(2))
        assert any(_contains(window, levels.numpy()) for window in windows), (index, side)


def _contains(page, crop):
    """Whether a crop (3, K, K) lies somewhere in a page (3, H, W), in one of the square's eight symmetries."""
    side = crop.shape[-1]
    rows = np.lib.stride_tricks.sliding_window_view(page[0], side, axis=1)  # (H, W - K + 1, K)
    for turned in (np.rot90(crop, turns, (1, 2)) for turns in range(4)):
        for each in (turned, turned[:, ::-1]):
            first, last = ((rows == each[0, row]).all(-1) for row in (0, -1))
            for y, x in np.argwhere(first[: -side + 1] & last[side - 1 :]):
                if np.array_equal(page[:, y : y + side, x : x + side], each):
                    return True
    return False


def test_training_brings_a_student_closer_to_its_teacher(photos, tmp_path, teacher):
    course = ["train.steps=80", "train.rate=5e-3", "train.ema=0.5", "train.batch=8", "train.warmup=0"]
    recipe = small("live", photos, tmp_path / "t", "data.patch=16", *course)
    trained_teacher = train.train(recipe, lambda _: None)
    model = train.train(student_recipe(photos, tmp_path / "run", trained_teacher, *course), lambda _: None)
    targets = distillation.load_targets(tmp_path / "run" / distillation.FILE)
    with torch.no_grad():
        before, after = (
            distilled.losses(net, *inputs_of(targets, net, recipe, SampleRange(1, 0, 0, 32))).mean()
            for net in (checkpoint.load(teacher).net, checkpoint.load(model).net)
        )
    assert after < 0.8 * before


def test_resuming_reuses_the_targets_unless_they_are_damaged_or_other_ones_are_needed(
    photos, tmp_path, teacher
):
    out = tmp_path / "run"
    file = out / distillation.FILE
    lines = []

    def resume(*overrides):
        lines.clear()
        recipe = recipe_loading.resumed(run_folder.read_recipe(out), out, "live", list(overrides))
        train.train(recipe, lines.append, resume=True)

    def computed():
        return any("teacher targets of" in notice_text(line) for line in lines)

    train.train(student_recipe(photos, out, teacher), lambda _: None)
    first = file.read_bytes()
    resume("train.steps=8")
    assert file.read_bytes() == first and not computed()
    file.write_bytes(first[:1000])
    resume("train.steps=9")
    assert file.read_bytes() == first and computed()
    resume("train.steps=10", "train.teacher_crops=5")
    assert len(distillation.load_targets(file).low) == 5 and computed()


def test_a_run_that_was_stopped_while_targets_were_computed_can_be_resumed(photos, tmp_path, teacher):
    out = tmp_path / "run"

    def stop(line):
        if "teacher targets of" in notice_text(line):
            (out / "stop").touch()

    assert train.train(student_recipe(photos, out, teacher), stop) is None
    assert not (out / distillation.FILE).exists()
    recipe = recipe_loading.resumed(run_folder.read_recipe(out), out, "live", [])
    assert train.train(recipe, lambda _: None, resume=True) == out / "model.safetensors"


def test_a_full_disk_is_reported_and_the_run_can_be_resumed(photos, tmp_path, teacher):
    resource = pytest.importorskip("resource", reason="only Unix limits the size of files")
    out = tmp_path / "run"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(line):
        if "12 of 12 crops" in notice_text(line):
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 12, hard))

    try:
        with pytest.raises(RecipeError, match=r"can no longer be written.*--resume"):
            train.train(student_recipe(photos, out, teacher), fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not (out / distillation.FILE).exists()
    recipe = recipe_loading.resumed(run_folder.read_recipe(out), out, None, [])
    assert train.train(recipe, lambda _: None, resume=True) == out / "model.safetensors"


def test_unsupported_students_and_missing_teachers_are_refused(photos, tmp_path, teacher):
    with pytest.raises(RecipeError, match="liif does not support distillation"):
        small("liif-edsr", photos, tmp_path / "a", f"train.teacher={teacher}")
    with pytest.raises(ModelError, match="nobody"):
        train.train(student_recipe(photos, tmp_path / "b", tmp_path / "nobody.pth"), lambda _: None)
    assert not (tmp_path / "b").exists()
