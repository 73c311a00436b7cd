"""A teacher that answers amid the steps: what is asked and learnt, and runs that are repeated and resumed."""

from dataclasses import replace

import pytest
import torch

from engine.base.errors import ModelError, RecipeError
from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.geometry import axis
from tests.engine import networks
from tests.trainer.conftest import small
from tests.trainer.runs import assert_same_run, log_of, newest, recipe_to_resume
from tests.trainer.systems.students import CPU, student_recipe
from trainer.data import pictures as picture_loading
from trainer.data import sampler, store
from trainer.loop import train
from trainer.loop.trial import trial
from trainer.systems import live_distillation, live_teacher, teacher_targets
from trainer.systems.dense_operators import grid_of
from trainer.systems.sample_range import SampleRange
from trainer.systems.teacher_answers import Teacher
from trainer.systems.teacher_queries import draw_jitter, query_axis

LIIF = Teacher(networks.model("liif"), Compute(CPU, torch.float32))
SAMPLES = SampleRange(1, 4, 2, 6)


class Killed(Exception):
    """Ends the training like the death of its process."""


@pytest.fixture(autouse=True)
def few_pages(monkeypatch):
    monkeypatch.setattr(picture_loading, "PAGES", 2)


@pytest.fixture
def plain(monkeypatch):
    """No sample is replaced by a uniform colour."""
    monkeypatch.setattr(live_teacher, "UNIFORM_SHARE", 0.0)


def amid_the_steps(photos, out, teacher, *overrides):
    """A recipe without stored targets."""
    return student_recipe(photos, out, teacher, "train.teacher_crops=0", *overrides)


def asked(photos, samples, teacher=LIIF, **data):
    """The low (B, 3, 12, 12), grids and truths of some samples, and those of a batch of the sampler's."""
    settings = replace(amid_the_steps(photos, photos / "run", "live").data, **data)
    pictures = picture_loading.load(settings, store.budget(CPU))
    low, *rest = live_teacher.inputs(teacher, pictures, settings, samples, CPU)
    clean = replace(settings, degraded=0.0)
    crops = sampler.batch(pictures, clean, samples.seed, samples.step, samples.count, CPU, samples.first)
    return low, rest[: len(low)], rest[len(low) :], crops


def test_the_truths_are_the_teachers_colours_for_the_crops(photos, plain):
    low, grids, truths, crops = asked(photos, SAMPLES)
    assert torch.equal(low, crops.low)
    for number, (crop, high) in enumerate(zip(crops.low, crops.high, strict=True)):
        jitter = draw_jitter(1, 4, 2 + number).tolist()
        rows, cols = (query_axis(12, offset, high.shape[-1]) for offset in jitter)
        assert torch.equal(grids[number], grid_of(rows, cols))
        pixels = ((crop + 1.0) * 127.5).round().byte().permute(1, 2, 0).numpy().copy()
        expected = Latents(LIIF.model, pixels, LIIF.compute).decode(rows, cols).permute(2, 0, 1)
        torch.testing.assert_close(truths[number], expected, atol=1e-5, rtol=0)


def test_a_student_with_the_teachers_weights_has_no_loss(photos):
    """A grid or a truth in another orientation would cause one."""
    live = networks.model("live")
    low, grids, truths, _ = asked(photos, SampleRange(1, 0, 0, 16), Teacher(live, LIIF.compute))
    with torch.no_grad():
        right = live_distillation.losses(live.net, low, *grids, *truths)
        wrong = live_distillation.losses(live.net, low, *grids, *(truth.mT for truth in truths))
    assert right.max() < 1.5 * live_distillation.LOSS_FLOOR < wrong.median() / 10


def test_a_step_is_the_same_whenever_it_is_made_and_no_other_is(photos):
    share = {"drawn": 0.4, "degraded": 0.4}
    low, grids, truths, _ = asked(photos, SAMPLES, **share)
    again = asked(photos, SAMPLES, **share)
    assert torch.equal(low, again[0])
    assert all(torch.equal(*pair) for pair in zip([*grids, *truths], [*again[1], *again[2]], strict=True))
    part = asked(photos, SAMPLES.part(2, 5), **share)
    assert torch.equal(low[2:5], part[0])
    for whole, piece in zip(truths[2:5], part[2], strict=True):
        torch.testing.assert_close(whole, piece, atol=1e-6, rtol=0)
    other_low, other_grids, *_ = asked(photos, replace(SAMPLES, step=5), **share)
    assert all(not torch.equal(*pair) for pair in zip(low, other_low, strict=True))
    assert all(not torch.equal(*pair) for pair in zip(grids, other_grids, strict=True))


def test_drawn_pages_keep_their_own_pixels(photos, plain):
    _, grids, truths, crops = asked(photos, SAMPLES, drawn=0.5)
    own = [torch.equal(*pair) for pair in zip(truths, crops.high, strict=True)]
    assert 0 < sum(own) < 6
    for is_page, grid, truth in zip(own, grids, truths, strict=True):
        pixels = axis.whole(12, truth.shape[-1])
        assert is_page == torch.equal(grid, grid_of(pixels, pixels))
        assert is_page or truth.shape == (3, 16, 16)


def test_degraded_inputs_keep_the_answers_for_clean_ones(photos, plain):
    low, _, truths, _ = asked(photos, SAMPLES)
    degraded, _, same, _ = asked(photos, SAMPLES, degraded=1.0)
    assert all(not torch.equal(*pair) for pair in zip(low, degraded, strict=True))
    assert all(torch.equal(*pair) for pair in zip(truths, same, strict=True))


def test_uniform_colours_replace_photos_alone(photos, monkeypatch):
    monkeypatch.setattr(live_teacher, "UNIFORM_SHARE", 0.5)
    samples = SampleRange(1, 0, 0, 24)
    low, _, truths, crops = asked(photos, samples, drawn=0.5)
    replaced = [not torch.equal(*pair) for pair in zip(low, crops.low, strict=True)]
    assert 2 < sum(replaced) < 12
    for each, uniform, truth, high in zip(low, replaced, truths, crops.high, strict=True):
        if uniform:
            assert torch.equal(each, each[:, :1, :1].expand_as(each)) and truth.shape == (3, 16, 16)
            assert torch.equal(truth, each[:, :1, :1].expand_as(truth)) and not torch.equal(truth, high)


def test_a_run_stores_no_targets_and_one_that_was_resumed_ends_bit_equal(photos, tmp_path, liif):
    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    mixed = ["data.drawn=0.3", "data.degraded=0.3", "train.warmup=0", "train.rate=5e-3"]
    model = train.train(amid_the_steps(photos, whole, liif, *mixed), lambda _: None)
    assert checkpoint.load(model).net.coefficients.weight.abs().max() > 0
    assert not [*whole.glob("teacher*")] and "teacher targets" not in str(log_of(whole))

    def die(line):
        if line.step == 4:
            raise Killed

    with pytest.raises(Killed):
        train.train(amid_the_steps(photos, resumed, liif, *mixed), die)
    assert newest(resumed).step == 3
    train.train(recipe_to_resume(resumed), lambda _: None, resume=True)
    assert newest(whole).step == 6
    assert_same_run(whole, resumed)


def test_a_run_goes_on_with_stored_targets(photos, tmp_path, liif):
    out = tmp_path / "run"
    train.train(amid_the_steps(photos, out, liif), lambda _: None)
    train.train(recipe_to_resume(out, "train.steps=8", "train.teacher_crops=5"), lambda _: None, resume=True)
    assert len(teacher_targets.load_targets(out / teacher_targets.FILE, CPU).low) == 5


def test_a_trial_asks_the_teacher_as_the_run_would(photos, tmp_path):
    recipe = amid_the_steps(photos, tmp_path / "run", tmp_path / "nobody.pth")
    pictures = picture_loading.load(recipe.data, store.budget(CPU))
    with pytest.raises(ModelError, match="nobody"):
        trial(recipe, pictures, CPU)
    stored = replace(recipe, train=replace(recipe.train, teacher_crops=5))
    assert trial(stored, pictures, CPU).step_s > 0


def test_stored_latents_need_stored_targets(photos, tmp_path):
    """Each step would ask the teacher again for samples whose latents were stored."""
    overrides = ["train.teacher=live", "train.teacher_crops=0"]
    with pytest.raises(RecipeError, match=r"train\.teacher_crops = 0; set train\.encoded_samples=0"):
        small("live-edsr", photos, tmp_path / "run", *overrides)
    assert small("live-edsr", photos, tmp_path / "run", *overrides, "train.encoded_samples=0")
