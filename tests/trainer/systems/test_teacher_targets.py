"""Teacher targets: what they contain, and when they are computed again."""

from fractions import Fraction

import pytest
import torch

from engine.base.errors import ModelError, RecipeError
from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from tests.trainer.conftest import notice_text, small
from tests.trainer.runs import recipe_to_resume
from tests.trainer.systems.students import CPU, prepared, student_recipe
from trainer.data import pictures as picture_loading
from trainer.data import sampler, store
from trainer.loop import train
from trainer.recipe import Data
from trainer.systems import teacher_targets
from trainer.systems.teacher_queries import JITTER_UNITS, query_axis


def test_a_target_holds_the_teachers_colours_for_a_crop(photos, tmp_path, teacher):
    targets, notices = prepared(student_recipe(photos, tmp_path / "run", teacher))
    assert targets.low.shape == (12, 3, 12, 12) and targets.colours.shape == (12, 16, 16, 3)
    assert "for 12 of 12 crops" in str(notices[-1])
    compute = Compute(CPU, torch.float32)
    for number in (0, 5, 11):
        pixels = targets.low[number].permute(1, 2, 0).numpy().copy()
        size = int(targets.size[number])
        rows, cols = (query_axis(12, jitter, size) for jitter in targets.jitter[number].tolist())
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
        assert abs(means[0] - means[1]) < 0.5 * JITTER_UNITS / 2


def test_resuming_reuses_the_targets_unless_they_are_damaged_or_other_ones_are_needed(
    photos, tmp_path, teacher
):
    out = tmp_path / "run"
    file = out / teacher_targets.FILE
    lines = []

    def resume(*overrides):
        lines.clear()
        recipe = recipe_to_resume(out, *overrides)
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
    assert len(teacher_targets.load_targets(file, CPU).low) == 5 and computed()


def test_a_run_that_was_stopped_while_targets_were_computed_can_be_resumed(photos, tmp_path, teacher):
    out = tmp_path / "run"

    def stop(line):
        if "teacher targets of" in notice_text(line):
            (out / "stop").touch()

    assert train.train(student_recipe(photos, out, teacher), stop) is None
    assert not (out / teacher_targets.FILE).exists()
    recipe = recipe_to_resume(out)
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
    assert not (out / teacher_targets.FILE).exists()
    recipe = recipe_to_resume(out)
    assert train.train(recipe, lambda _: None, resume=True) == out / "model.safetensors"


def test_unsupported_students_and_missing_teachers_are_refused(photos, tmp_path, teacher):
    with pytest.raises(RecipeError, match="liif does not support distillation"):
        small("liif-edsr", photos, tmp_path / "a", f"train.teacher={teacher}")
    with pytest.raises(ModelError, match="nobody"):
        train.train(student_recipe(photos, tmp_path / "b", tmp_path / "nobody.pth"), lambda _: None)
    assert not (tmp_path / "b").exists()
