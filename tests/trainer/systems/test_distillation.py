"""Lessons: what a teacher says of crops, however they are turned; made once, and anew when others are asked for."""

from dataclasses import replace

import pytest
import torch

from engine.base.errors import ModelError, RecipeError
from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from tests.trainer.conftest import small
from trainer import recipe
from trainer.data import pictures as held
from trainer.data import sampler, store
from trainer.loop import run_folder, train
from trainer.loop.step import begin
from trainer.systems import distillation, distilled
from trainer.systems.draw import Draw

CPU = torch.device("cpu")


@pytest.fixture
def teacher(photos, tmp_path):
    """A Live network that has learnt nothing: bicubic, which turned pictures are turned by."""
    recipe_ = small("live", photos, tmp_path / "teacher", "train.precision=fp32")
    return run_folder.deliver(tmp_path / "teacher.safetensors", begin(recipe_, CPU).net, recipe_, 0)


def asked(photos, out, teacher, *overrides):
    course = [f"train.teacher={teacher}", "train.lessons=12", "train.precision=fp32", "data.patch=12"]
    return small("live", photos, out, *course, *overrides)


def made(wanted):
    pictures = held.load(wanted.data, store.budget(CPU))
    (wanted_out := distillation.Path(wanted.run.out)).mkdir(exist_ok=True)
    told = []
    path = distillation.path(wanted, pictures, CPU, told.append, lambda: True)
    assert path.parent == wanted_out
    return distillation.load_targets(path), told


def even(low):
    """(N, 3, h, w) -> (N,): whether each is of one colour."""
    return (low.amax((2, 3)) == low.amin((2, 3))).all(1)


def test_a_lesson_is_what_the_teacher_says_of_a_crop(photos, tmp_path, teacher):
    found, told = made(asked(photos, tmp_path / "run", teacher))
    assert found.low.shape == (12, 3, 12, 12) and found.answers.shape == (12, 16, 16, 3)
    assert "12 crops of 12" in str(told[-1])
    for number in (0, 5, 11):
        pixels = found.low[number].permute(1, 2, 0).numpy().copy()
        y, x, size = found.where[number].tolist()
        rows, cols = distillation.question(12, y, size), distillation.question(12, x, size)
        assert rows.cell == distillation.Fraction(12, size) <= 1
        said = Latents(checkpoint.load(teacher), pixels, Compute(CPU, torch.float32)).decode(rows, cols)
        torch.testing.assert_close(found.answers[number].float(), said, atol=1e-3, rtol=0)
    assert (
        len({tuple(each) for each in found.where.tolist()}) == 12
    )  # elsewhere, and of another size, each time


def test_where_a_crop_is_asked_has_nothing_to_do_with_which_crop_it_is(photos, tmp_path, teacher):
    found, _ = made(asked(photos, tmp_path / "run", teacher, "train.lessons=60"))
    pictures = held.load(asked(photos, tmp_path / "other", teacher).data, store.budget(CPU))
    drawn = [sampler.draw(pictures, recipe.Data(patch=12), 1, number, 0).high.picture for number in range(60)]
    assert 10 < sum(drawn) < 50  # of two pictures
    for moved in found.where[:, :2].double().T:
        means = [moved[torch.tensor(drawn) == each].mean() for each in (0, 1)]
        assert (
            abs(means[0] - means[1]) < 0.5 * distillation.MOVES / 2
        )  # four standard deviations; were it one, half of MOVES


def test_a_turned_lesson_asks_what_the_teacher_would_say_of_the_turned_crop(photos, tmp_path, teacher):
    """A student that knows as much as its teacher has nothing to learn, whichever way up; a moved answer would show."""
    found, _ = made(asked(photos, tmp_path / "run", teacher))
    net = checkpoint.load(teacher).net
    inputs = distilled.inputs(found, net, Draw(1, 0, 0, 64), CPU)
    varied = ~even(inputs[0])
    with torch.no_grad():
        lost = distilled.losses(net, *inputs)
        wrong = replace(found, where=found.where + torch.tensor([200, 0, 0]))
        moved = distilled.losses(net, *distilled.inputs(wrong, net, Draw(1, 0, 0, 64), CPU))
    assert lost.shape == (64,) and lost.max() < 1.5 * distilled.LEAST
    assert varied.sum() > 48 and moved[varied].min() > 3 * distilled.LEAST


def test_a_lesson_seldom_comes_up_as_one_even_colour(photos, tmp_path, teacher):
    """Nothing but that colour is then right, whatever the teacher had said; and it is another each time."""
    found, _ = made(asked(photos, tmp_path / "run", teacher))
    net = checkpoint.load(teacher).net
    low, *rest = distilled.inputs(found, net, Draw(1, 0, 0, 640), CPU)
    plain = even(low)
    assert 2 < plain.sum() < 38  # 20 of 640, and less than four standard deviations beside them
    truths = rest[2 * len(low) :]
    colours = low[plain][:, :, 0, 0]
    assert colours.abs().max() <= 1 and len(colours.unique(dim=0)) == len(colours)
    for index in plain.nonzero().flatten().tolist():
        assert torch.equal(truths[index], low[index, :, :1, :1].expand(3, 16, 16))


def test_a_student_comes_nearer_to_its_teacher(photos, tmp_path, teacher):
    course = ["train.steps=80", "train.rate=5e-3", "train.ema=0.5", "train.batch=8", "train.warmup=0"]
    learnt = train.train(small("live", photos, tmp_path / "t", "data.patch=16", *course), lambda _: None)
    model = train.train(asked(photos, tmp_path / "run", learnt, *course), lambda _: None)
    found = distillation.load_targets(tmp_path / "run" / distillation.FILE)
    student, fresh = checkpoint.load(model).net, checkpoint.load(teacher).net
    with torch.no_grad():
        before, after = (
            distilled.losses(net, *distilled.inputs(found, net, Draw(1, 0, 0, 32), CPU)).mean()
            for net in (fresh, student)
        )
    assert after < 0.8 * before


def test_lessons_are_kept_for_a_run_that_goes_on_and_made_anew_for_another_question(
    photos, tmp_path, teacher
):
    out = tmp_path / "run"
    train.train(asked(photos, out, teacher), lambda _: None)
    first = (out / distillation.FILE).read_bytes()
    notices = []
    again = recipe.resumed(run_folder.recipe_of(out), out, "live", ["train.steps=8"])
    train.train(again, notices.append, resume=True)
    assert (out / distillation.FILE).read_bytes() == first
    assert not any("crops of" in line.get("notice", "") for line in notices)
    (out / distillation.FILE).write_bytes(first[:1000])  # cut short
    more = recipe.resumed(run_folder.recipe_of(out), out, "live", ["train.steps=9"])
    train.train(more, notices.append, resume=True)
    assert (out / distillation.FILE).read_bytes() == first
    other = recipe.resumed(run_folder.recipe_of(out), out, "live", ["train.steps=10", "train.lessons=5"])
    train.train(other, notices.append, resume=True)
    assert len(distillation.load_targets(out / distillation.FILE).low) == 5


def test_a_run_that_is_stopped_while_lessons_are_made_goes_on(photos, tmp_path, teacher):
    out = tmp_path / "run"

    def stop(line):
        if "crops of" in line.get("notice", ""):
            (out / "stop").touch()

    assert train.train(asked(photos, out, teacher), stop) is None
    assert not (out / distillation.FILE).exists()
    again = recipe.resumed(run_folder.recipe_of(out), out, "live", [])
    assert train.train(again, lambda _: None, resume=True) == out / "model.safetensors"


def test_a_disk_without_room_for_lessons_is_told_and_the_run_can_go_on(photos, tmp_path, teacher):
    resource = pytest.importorskip("resource", reason="only Unix bounds the size of files")
    out = tmp_path / "run"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(line):
        if "12 crops of" in line.get("notice", ""):
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 12, hard))

    try:
        with pytest.raises(RecipeError, match=r"cannot be written to any more.*--resume"):
            train.train(asked(photos, out, teacher), fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not (out / distillation.FILE).exists()
    again = recipe.resumed(run_folder.recipe_of(out), out, None, [])
    assert train.train(again, lambda _: None, resume=True) == out / "model.safetensors"


def test_what_cannot_be_taught_is_refused(photos, tmp_path, teacher):
    with pytest.raises(RecipeError, match="liif is not taught"):
        small("liif-edsr", photos, tmp_path / "a", f"train.teacher={teacher}")
    with pytest.raises(ModelError, match="nobody"):
        train.train(asked(photos, tmp_path / "b", tmp_path / "nobody.pth"), lambda _: None)
    assert not (tmp_path / "b").exists()
