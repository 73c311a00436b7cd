"""The training loop: learning, precision, memory, validation, saved models, refused input."""

from itertools import pairwise
from pathlib import Path

import pytest
import torch

from engine.base.errors import DataError, DeviceError, OutOfMemoryError, RecipeError
from engine.checkpoints import checkpoint
from engine.compute import device as devices
from engine.models.edsr import Edsr
from engine.models.live import Live
from engine.training_log import BicubicBaseline, Finished, Progress, Sample, Validation
from tests.trainer.conftest import notice_text, small
from tests.trainer.runs import assert_same_run, is_weight, log_of, losses, newest, only, stored, tiny
from trainer.loop import run_folder, train


def test_the_loss_falls_and_the_model_it_leaves_opens(photos, tmp_path):
    out = tmp_path / "run"
    course = [
        "train.steps=80",
        "train.batch=8",
        "run.log=40",
        "train.rate=5e-3",
        "train.ema=0.5",
        "run.save=40",
    ]
    model = train.train(tiny(photos, out, *course), lambda _: None)
    (first, loss), (last, later) = losses(out)
    assert (first, last) == (40, 80)
    assert later < 0.97 * loss
    assert all(0 < line.data_share < 1 for line in only(Progress, log_of(out)))
    loaded = checkpoint.load(model)
    assert isinstance(loaded.net, Live)
    assert loaded.info.max_scale == 8.0
    # pictures of less than 96 px have nothing to validate on, so the newest is the best
    assert (out / "best.safetensors").read_bytes() == model.read_bytes()


@pytest.mark.parametrize(("has", "found"), [(True, "bf16"), (False, "fp32")])
def test_precision_auto_is_resolved_by_the_processor_and_recorded(photos, tmp_path, monkeypatch, has, found):
    monkeypatch.setattr(devices, "_has_bf16", lambda kind: has)
    train.train(tiny(photos, tmp_path / "run", "train.precision=auto"), lambda _: None)
    assert stored(tmp_path / "run")["train"]["precision"] == found


@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_out_of_memory_halves_the_micro_batch_and_the_run_ends_as_with_that(photos, tmp_path, device):
    def hook(module, inputs):
        if isinstance(module, Edsr) and len(inputs[0]) > limit:
            if device == "cpu":
                torch.empty(1 << 60)  # the allocator's own error
            raise torch.OutOfMemoryError("no room")

    reported, limit = [], 2
    first, second = tmp_path / "first", tmp_path / "second"
    handle = torch.nn.modules.module.register_module_forward_pre_hook(hook)
    try:
        train.train(small("liif-edsr", photos, first, "train.batch=7"), reported.append)
        limit = 0
        with pytest.raises(DeviceError, match="one sample"):
            train.train(small("liif-edsr", photos, tmp_path / "third"), lambda _: None)
    finally:
        handle.remove()
    notices = [text for text in map(notice_text, reported) if "out of memory" in text]
    assert notices == ["out of memory: 2 samples at a time from step 1 on"]
    train.train(small("liif-edsr", photos, second, "train.batch=7", "train.micro=2"), lambda _: None)
    assert_same_run(first, second)


@pytest.mark.parametrize("place", ["__init__", "step"])
def test_out_of_memory_at_the_start_or_in_the_optimizer_is_one_line(photos, tmp_path, monkeypatch, place):
    monkeypatch.setattr(
        torch.optim.Adam, place, lambda *_, **__: torch.empty(1 << 60)
    )  # the allocator's own error
    with pytest.raises(OutOfMemoryError, match="not enough memory; close other programs") as raised:
        train.train(tiny(photos, tmp_path / "run", "train.precision=fp32"), lambda _: None)
    assert "\n" not in str(raised.value)


def test_accumulated_gradients_are_those_of_the_batch(photos, tmp_path):
    course = ["train.precision=fp32", "train.steps=2", "train.rate=1e-4"]
    for name, micro in (("whole", 0), ("parts", 3)):
        train.train(
            small("liif-edsr", photos, tmp_path / name, *course, f"train.micro={micro}"), lambda _: None
        )
    one, other = (newest(tmp_path / name).tensors for name in ("whole", "parts"))
    for key in filter(is_weight, one):
        torch.testing.assert_close(one[key], other[key], atol=1e-5, rtol=0)


def test_validation_keeps_the_best_and_draws_samples(held_out, tmp_path):
    out = tmp_path / "run"
    reported = []
    course = ["train.steps=9", "run.validate=2", "train.patience=2", "train.rate=1e-30", "run.save=100"]
    train.train(tiny(held_out, out, *course), reported.append)
    (baseline,) = only(BicubicBaseline, reported)
    assert set(baseline.psnr) == {"2", "3", "4", "6", "8"}
    validated = [(line.step, sum(line.psnr.values())) for line in only(Validation, reported)]
    # At such a rate nothing becomes better: the first validation stays the best, and two more end the run.
    assert [step for step, _ in validated] == [2, 4, 6]
    assert any("no improvement in 2" in notice_text(line) for line in reported)
    assert "for 2 steps" in checkpoint.load(out / "best.safetensors").info.description
    assert "for 6 steps" in checkpoint.load(out / "model.safetensors").info.description
    drawn = only(Sample, reported)
    assert [line.step for line in drawn] == [2, 4, 6]
    assert all(Path(line.path).read_bytes().startswith(b"\x89PNG") for line in drawn)
    assert newest(out).best == pytest.approx(validated[0][1] / 5)


def test_models_of_the_whole_run_are_kept_but_not_too_many(photos, tmp_path, monkeypatch):
    monkeypatch.setattr(run_folder, "MAX_MODELS", 4)
    out = tmp_path / "run"
    train.train(tiny(photos, out, "train.steps=11", "run.save=1"), lambda _: None)
    states = sorted(path.stem for path in (out / "checkpoints").glob("*.state"))
    assert states == ["step-00000009", "step-00000010", "step-00000011"]
    models = sorted(int(path.stem[-8:]) for path in (out / "checkpoints").glob("*.safetensors"))
    assert len(models) <= 4
    assert models[-1] == 11
    assert max(b - a for a, b in pairwise([0, *models])) <= 4  # from the whole run


def test_a_run_does_not_overwrite_another(photos, tmp_path):
    out = tmp_path / "run"
    train.train(tiny(photos, out), lambda _: None)
    with pytest.raises(RecipeError, match="already contains a run"):
        train.train(tiny(photos, out), lambda _: None)


def test_a_folder_without_images_is_refused_before_anything_is_written(tmp_path):
    (tmp_path / "photos").mkdir()
    with pytest.raises(DataError, match="no image to train on"):
        train.train(tiny(tmp_path / "photos", tmp_path / "run"), lambda _: None)
    assert not (tmp_path / "run").exists()


def test_a_bad_file_is_named_once_and_left_out(photos, tmp_path):
    (photos / "bad.png").write_bytes(b"no picture")
    reported = []
    train.train(tiny(photos, tmp_path / "run"), reported.append)
    assert sum("bad.png" in notice_text(line) for line in reported) == 1
    assert reported[-1] == Finished(6, str(tmp_path / "run" / "model.safetensors"))


def test_the_first_step_is_logged_at_once_and_slow_steps_by_time(photos, tmp_path, monkeypatch):
    course = ["train.steps=8", "run.log=4"]
    train.train(tiny(photos, tmp_path / "quick", *course), lambda _: None)
    monkeypatch.setattr(train, "LOG_SECONDS", 0.0)
    train.train(tiny(photos, tmp_path / "slow", *course), lambda _: None)
    quick, slow = (only(Progress, log_of(tmp_path / name)) for name in ("quick", "slow"))
    assert quick[0].step == 1 and quick[0].images_per_s > 0 and quick[0].loss is not None
    assert [line.step for line in slow] == list(range(1, 9))
    assert losses(tmp_path / "quick") == losses(tmp_path / "slow")
