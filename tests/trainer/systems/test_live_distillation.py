"""Batches of teacher targets: their augmentation, uniform colours, degraded inputs and drawn pages; what is learnt."""

from dataclasses import replace

import numpy as np
import torch

from engine.checkpoints import checkpoint
from tests.trainer.conftest import small
from tests.trainer.systems.students import CPU, prepared, student_recipe
from trainer.data import pictures as picture_loading
from trainer.data import store
from trainer.loop import train
from trainer.systems import live_distillation, teacher_targets
from trainer.systems.sample_range import SampleRange


def inputs_of(targets, net, recipe, samples):
    """The tensors of some samples of a recipe whose teacher targets are given."""
    pictures = picture_loading.load(recipe.data, store.budget(CPU))
    return live_distillation.inputs(targets, net, pictures, recipe.data, samples, CPU)


def is_uniform(low):
    """(N, 3, h, w) -> (N,) bool: whether each picture has one colour only."""
    return (low.amax((2, 3)) == low.amin((2, 3))).all(1)


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
        right = live_distillation.losses(net, *inputs)
        wrong = live_distillation.losses(net, *inputs_of(shifted, net, recipe, samples))
    assert right.shape == (64,) and right.max() < 1.5 * live_distillation.LOSS_FLOOR
    assert textured.sum() > 48 and wrong[textured].min() > 3 * live_distillation.LOSS_FLOOR


def test_some_samples_are_replaced_by_one_uniform_colour(photos, tmp_path, teacher):
    """Their target is that colour everywhere, whatever the teacher's output was, and the colours differ."""
    recipe = student_recipe(photos, tmp_path / "run", teacher)
    targets, _ = prepared(recipe)
    net = checkpoint.load(teacher).net
    low, *rest = inputs_of(targets, net, recipe, SampleRange(1, 0, 0, 640))
    uniform = is_uniform(low)
    assert 15 < uniform.sum() < 65  # 40 of 640 are expected; the bounds are four standard deviations away
    truths = rest[len(low) :]
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
    for index, truth in enumerate(rest[len(low) :]):
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
    targets = teacher_targets.load_targets(tmp_path / "run" / teacher_targets.FILE, CPU)
    with torch.no_grad():
        before, after = (
            live_distillation.losses(net, *inputs_of(targets, net, recipe, SampleRange(1, 0, 0, 32))).mean()
            for net in (checkpoint.load(teacher).net, checkpoint.load(model).net)
        )
    assert after < 0.8 * before
