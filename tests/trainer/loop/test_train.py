"""The training loop learns, can be stopped and paused, and a resumed run ends bit-equal to an uninterrupted one."""

import os
import signal
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest
import torch

from engine import training_log
from engine.base.errors import DataError, DeviceError, RecipeError
from engine.checkpoints import checkpoint
from engine.compute import device as devices
from engine.models.edsr import Edsr
from engine.models.live import Live
from engine.training_log import (
    BicubicBaseline,
    Finished,
    Paused,
    Progress,
    Resumed,
    RunStarted,
    Sample,
    Stopped,
    Validation,
)
from tests.trainer.conftest import notice_text, small
from trainer import recipe_loading
from trainer.loop import initialization, run_folder, schedule, tensorboard, train
from trainer.recipe import Train

ROOT = Path(__file__).resolve().parents[3]


def tiny(photos, out, *overrides):
    return small("live", photos, out, "data.patch=16", "train.batch=2", "train.warmup=2", *overrides)


def log_of(out):
    return [training_log.parse(text) for text in (out / "metrics.jsonl").read_text().splitlines()]


def only(kind, lines):
    return [line for line in lines if isinstance(line, kind)]


def losses(out):
    return [(line.step, line.loss) for line in only(Progress, log_of(out))]


def assert_same_run(one, other):
    first, second = run_folder.newest_state(one), run_folder.newest_state(other)
    assert first["step"] == second["step"]
    for kind in ("net", "ema"):
        assert all(torch.equal(first[kind][key], second[kind][key]) for key in first[kind])
    assert losses(one) == losses(other)


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
    # without anything to validate on, the newest is the best
    assert (out / "best.safetensors").read_bytes() == model.read_bytes()


class Killed(Exception):
    """Ends the training like the death of its process."""


@pytest.mark.parametrize("precision", ["fp32", "bf16", "fp16"])
def test_a_run_that_failed_and_was_resumed_ends_bit_equal(photos, tmp_path, precision):
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    train.train(tiny(photos, whole, f"train.precision={precision}"), lambda _: None)

    def die(line):
        if line.step == 4:
            raise Killed

    with pytest.raises(Killed):
        train.train(tiny(photos, parted, f"train.precision={precision}"), die)
    assert run_folder.newest_state(parted)["step"] == 3
    again = recipe_loading.resumed(run_folder.read_recipe(parted), parted, "live", [])
    train.train(again, lambda _: None, resume=True)
    assert run_folder.newest_state(whole)["step"] == 6
    assert_same_run(whole, parted)


@pytest.mark.parametrize(("has", "found"), [(True, "bf16"), (False, "fp32")])
def test_precision_auto_is_resolved_by_the_processor_and_recorded(photos, tmp_path, monkeypatch, has, found):
    monkeypatch.setattr(devices, "_has_bf16", lambda kind: has)
    train.train(tiny(photos, tmp_path / "run", "train.precision=auto"), lambda _: None)
    assert run_folder.read_recipe(tmp_path / "run")["train"]["precision"] == found


def started(*arguments):
    command = [sys.executable, str(ROOT / "main.py"), "train", *map(str, arguments)]
    # two of them share the cores, so idle threads sleep
    environment = {**os.environ, "OMP_WAIT_POLICY": "PASSIVE"}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )


def test_a_process_that_is_killed_and_resumed_ends_bit_equal(photos, tmp_path):
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    file = tmp_path / "mine.toml"
    file.write_text(
        'base = "live"\n[data]\npatch = 16\n[model.args]\nwidth = 8\nblocks = 1\nhidden = 16\norder = 4\n'
        "[train]\nsteps = 40\nbatch = 2\n[run]\nlog = 1\nsave = 7\n"
    )
    one = started(file, f"data.root={photos}", f"run.out={whole}")
    other = started(file, f"data.root={photos}", f"run.out={parted}")
    with other:
        for text in other.stdout:
            if training_log.parse(text).step >= 16:
                other.kill()
    assert other.returncode == -signal.SIGKILL
    assert 14 <= run_folder.newest_state(parted)["step"] < 40
    again = started("--resume", parted)
    with again:
        reported = [training_log.parse(text) for text in again.stdout]
    assert again.returncode == 0
    assert isinstance(reported[0], RunStarted)
    assert (reported[0].pid, reported[0].recipe) == (again.pid, "mine")
    assert reported[-1].model == str(parted / "model.safetensors")
    one.communicate()
    assert one.returncode == 0
    assert_same_run(whole, parted)


@pytest.mark.parametrize("how", ["signal", "file"])
def test_a_run_that_is_stopped_saves_and_can_be_resumed(photos, tmp_path, how):
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    train.train(tiny(photos, whole, "run.log=1"), lambda _: None)
    reported = []

    def stop(line):
        reported.append(line)
        if line.step == 4 and isinstance(line, Progress):
            os.kill(os.getpid(), signal.SIGTERM) if how == "signal" else (parted / "stop").touch()

    before = signal.getsignal(signal.SIGTERM)
    assert train.train(tiny(photos, parted, "run.log=1"), stop) is None
    assert signal.getsignal(signal.SIGTERM) == before
    assert reported[-1] == Stopped(4)
    assert run_folder.newest_state(parted)["step"] == 4
    assert not (parted / "stop").exists()
    train.train(
        recipe_loading.resumed(run_folder.read_recipe(parted), parted, None, []), lambda _: None, resume=True
    )
    assert_same_run(whole, parted)


def test_a_paused_run_waits_without_working(photos, tmp_path):
    out, times = tmp_path / "run", {}

    def report(line):
        if line.step == 2 and isinstance(line, Progress):
            (out / "pause").touch()
        if isinstance(line, Paused | Resumed):
            times[type(line)] = time.monotonic(), time.process_time()
        if isinstance(line, Paused):
            threading.Timer(1.0, (out / "pause").unlink).start()

    train.train(tiny(photos, out), report)
    waited, worked = (b - a for a, b in zip(times[Paused], times[Resumed], strict=True))
    assert waited >= 1.0
    assert worked < 0.3 * waited
    assert only(Paused | Resumed, log_of(out)) == [Paused(2), Resumed(2)]
    assert run_folder.newest_state(out)["step"] == 6


def test_out_of_memory_halves_the_micro_batch_and_the_run_ends_as_with_that(photos, tmp_path):
    def hook(module, inputs):
        if isinstance(module, Edsr) and len(inputs[0]) > limit:
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
    notices = [text for text in map(notice_text, reported) if "memory ran out" in text]
    assert notices == ["memory ran out: 2 samples at a time from step 1 on"]
    train.train(small("liif-edsr", photos, second, "train.batch=7", "train.micro=2"), lambda _: None)
    assert_same_run(first, second)


def test_accumulated_gradients_are_those_of_the_batch(photos, tmp_path):
    course = ["train.precision=fp32", "train.steps=2", "train.rate=1e-4"]
    for name, micro in (("whole", 0), ("parts", 3)):
        train.train(
            small("liif-edsr", photos, tmp_path / name, *course, f"train.micro={micro}"), lambda _: None
        )
    one, other = (run_folder.newest_state(tmp_path / name)["net"] for name in ("whole", "parts"))
    for key, value in one.items():
        torch.testing.assert_close(value, other[key], atol=1e-5, rtol=0)


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
    assert any("no better after 2" in notice_text(line) for line in reported)
    assert "for 2 steps" in checkpoint.load(out / "best.safetensors").info.description
    assert "for 6 steps" in checkpoint.load(out / "model.safetensors").info.description
    drawn = only(Sample, reported)
    assert [line.step for line in drawn] == [2, 4, 6]
    assert all(Path(line.path).read_bytes().startswith(b"\x89PNG") for line in drawn)
    assert run_folder.newest_state(out)["best"] == pytest.approx(validated[0][1] / 5)


def test_models_of_the_whole_run_are_kept_but_not_too_many(photos, tmp_path, monkeypatch):
    monkeypatch.setattr(run_folder, "MAX_MODELS", 4)
    out = tmp_path / "run"
    train.train(tiny(photos, out, "train.steps=11", "run.save=1"), lambda _: None)
    states = sorted(path.stem for path in (out / "checkpoints").glob("*.pt"))
    assert states == ["step-00000009", "step-00000010", "step-00000011"]
    models = sorted(int(path.stem[-8:]) for path in (out / "checkpoints").glob("*.safetensors"))
    assert len(models) <= 4
    assert models[-1] == 11
    assert max(b - a for a, b in pairwise([0, *models])) <= 4  # from the whole run


def test_a_run_starts_from_a_model_and_keeps_a_frozen_encoder(photos, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    model = train.train(small("liif-edsr", photos, first), lambda _: None)
    # the start's own arguments override the recipe's
    overrides = [f"train.start={model}", "train.freeze_encoder=true", "model.args.cell_decode=false"]
    tuned = train.train(small("liif-edsr", photos, second, *overrides), lambda _: None)
    before, after = (checkpoint.load(path).net.state_dict() for path in (model, tuned))
    for key, value in before.items():
        assert torch.equal(value, after[key]) == key.startswith("encoder.")
    model.unlink()  # a resumed run does not need its start
    again = recipe_loading.resumed(run_folder.read_recipe(second), second, None, ["train.steps=8"])
    assert train.train(again, lambda _: None, resume=True) == tuned
    with pytest.raises(RecipeError, match="is liif, the recipe trains live"):
        train.train(tiny(photos, tmp_path / "x", f"train.start={tuned}"), lambda _: None)
    with pytest.raises(RecipeError, match="no decoder of its own"):
        train.train(small("rdn-x2", photos, tmp_path / "y", "train.freeze_encoder=true"), lambda _: None)


def test_a_deepened_start_has_the_same_output_as_before(photos, tmp_path):
    model = train.train(tiny(photos, tmp_path / "first"), lambda _: None)
    deepened = tiny(photos, tmp_path / "deep", f"train.start={model}", "train.deepen=2")
    resolved = initialization.resolve_model(deepened)
    before, deeper = checkpoint.load(model).net, initialization.build_network(resolved)
    assert len(deeper.body) == len(before.body) + 2 == resolved.model.args["blocks"]
    image = torch.rand(1, 3, 24, 20) * 2 - 1
    with torch.no_grad():
        torch.testing.assert_close(deeper.polynomials(image), before.polynomials(image), atol=0, rtol=0)
    trained = checkpoint.load(train.train(deepened, lambda _: None)).net
    assert all(block.second.weight.any() for block in trained.body)  # the new blocks learn, too
    with pytest.raises(RecipeError, match="the model to be deepened"):
        tiny(photos, tmp_path / "x", "train.deepen=2")
    other = train.train(small("liif-edsr", photos, tmp_path / "liif"), lambda _: None)
    with pytest.raises(RecipeError, match="liif is not deepened"):
        initialization.resolve_model(
            small("liif-edsr", photos, tmp_path / "y", f"train.start={other}", "train.deepen=1")
        )


def test_the_authors_checkpoint_is_a_start(photos, tmp_path, shared):
    official = shared / "models" / "edsr-baseline-liif.pth"
    course = ["train.steps=1", f"train.start={official}", "train.freeze_encoder=true"]
    model = train.train(small("liif-edsr", photos, tmp_path / "run", *course), lambda _: None)
    before, after = (checkpoint.load(path).net.state_dict() for path in (official, model))
    moved = [key for key in before if not torch.equal(before[key], after[key])]
    assert moved and all(key.startswith("imnet.") for key in moved)
    assert all((before[key] - after[key]).abs().max() < 2e-4 for key in moved)


def test_a_damaged_state_is_skipped_for_the_one_before(photos, tmp_path):
    out = tmp_path / "run"
    train.train(tiny(photos, out), lambda _: None)
    newest = out / "checkpoints" / "step-00000006.pt"
    newest.write_bytes(newest.read_bytes()[:1000])
    assert run_folder.newest_state(out)["step"] == 3


def test_a_full_disk_is_reported_and_the_run_can_be_resumed(photos, tmp_path):
    resource = pytest.importorskip("resource", reason="only Unix bounds the size of files")
    out = tmp_path / "run"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(line):
        if line.step == 4:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 13, hard))

    try:
        with pytest.raises(RecipeError, match=r"cannot be written to any more.*--resume"):
            train.train(tiny(photos, out), fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert run_folder.newest_state(out)["step"] == 3
    again = recipe_loading.resumed(run_folder.read_recipe(out), out, None, [])
    assert train.train(again, lambda _: None, resume=True) == out / "model.safetensors"


def test_a_state_of_another_version_is_refused(photos, tmp_path):
    out = tmp_path / "run"
    train.train(tiny(photos, out), lambda _: None)
    saved = run_folder.newest_state(out)
    del saved["micro"]
    run_folder.save_state(out, saved)
    again = recipe_loading.resumed(run_folder.read_recipe(out), out, None, ["train.steps=9"])
    with pytest.raises(RecipeError, match="lacks micro"):
        train.train(again, lambda _: None, resume=True)


def test_a_run_does_not_overwrite_another(photos, tmp_path):
    out = tmp_path / "run"
    train.train(tiny(photos, out), lambda _: None)
    with pytest.raises(RecipeError, match="already there"):
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


def test_a_run_is_not_resumed_with_other_pictures(photos, tmp_path):
    out = tmp_path / "run"
    train.train(tiny(photos, out), lambda _: None)
    (photos / "0.png").unlink()
    again = recipe_loading.resumed(run_folder.read_recipe(out), out, None, ["train.steps=9"])
    with pytest.raises(DataError, match="other images"):
        train.train(again, lambda _: None, resume=True)


def test_the_rate_warms_up_and_ends_at_zero():
    train = Train(steps=1000, warmup=100, rate=1.0)
    rates = [schedule.learning_rate(train, step) for step in range(1000)]
    assert rates[0] == pytest.approx(0.01)
    assert max(rates) == pytest.approx(1.0)
    assert rates[-1] < 1e-5
    assert all(a >= b for a, b in pairwise(rates[100:]))


def test_the_rate_decays_as_in_the_paper():
    train = recipe_loading.load_recipe("liif-edsr", ["data.root=x", "run.out=y"]).train
    for epoch, expected in ((0, 1e-4), (199, 1e-4), (200, 5e-5), (400, 2.5e-5), (999, 6.25e-6)):
        assert schedule.learning_rate(train, epoch * 1000) == pytest.approx(expected)


def test_the_log_s_numbers_are_tensorboard_s_scalars():
    line = Progress(3, 9, loss=0.5, rate=1e-3, images_per_s=20.0, data_share=0.1, memory_mb=300)
    assert tensorboard.scalars(line) == {
        "loss": 0.5,
        "rate": 1e-3,
        "images_per_s": 20.0,
        "data_share": 0.1,
        "memory_mb": 300,
    }
    assert tensorboard.scalars(Validation(3, {"2": 31.0, "3": 28.0})) == {"psnr/2": 31.0, "psnr/3": 28.0}
    assert tensorboard.scalars(Paused(3)) == {}


def test_events_are_written_if_tensorboard_is_installed(photos, tmp_path):
    pytest.importorskip("tensorboard")
    train.train(tiny(photos, tmp_path / "run", "run.tensorboard=true"), lambda _: None)
    assert any((tmp_path / "run" / "events").iterdir())


def test_without_tensorboard_the_error_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorboard", None)
    monkeypatch.delitem(sys.modules, "torch.utils.tensorboard", raising=False)
    with pytest.raises(RecipeError, match="pip install"):
        tensorboard.writer(tmp_path)
