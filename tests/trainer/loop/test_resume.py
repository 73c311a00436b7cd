"""A run that was killed, failed, stopped or paused is resumed, and ends bit-equal to an uninterrupted one."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from engine import training_log
from engine.base.errors import DataError, RecipeError
from engine.training_log import Paused, Progress, Resumed, RunStarted, Stopped
from tests.trainer.runs import assert_same_run, log_of, newest, only, recipe_to_resume, tiny
from trainer.loop import sealed_json, train

ROOT = Path(__file__).resolve().parents[3]


class Killed(Exception):
    """Ends the training like the death of its process."""


@pytest.mark.parametrize("precision", ["fp32", "bf16", "fp16"])
def test_a_run_that_failed_and_was_resumed_ends_bit_equal(photos, tmp_path, precision):
    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    train.train(tiny(photos, whole, f"train.precision={precision}"), lambda _: None)

    def die(line):
        if line.step == 4:
            raise Killed

    with pytest.raises(Killed):
        train.train(tiny(photos, resumed, f"train.precision={precision}"), die)
    assert newest(resumed).step == 3
    again = recipe_to_resume(resumed)
    train.train(again, lambda _: None, resume=True)
    assert newest(whole).step == 6
    assert_same_run(whole, resumed)


def started(*arguments):
    command = [sys.executable, str(ROOT / "main.py"), "train", *map(str, arguments)]
    # two of them share the cores, so idle threads sleep
    environment = {**os.environ, "OMP_WAIT_POLICY": "PASSIVE"}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )


def test_a_process_that_is_killed_and_resumed_ends_bit_equal(photos, tmp_path):
    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    file = tmp_path / "mine.toml"
    file.write_text(
        'base = "live"\n[data]\npatch = 16\n[model.args]\nwidth = 8\nblocks = 1\nhidden = 16\norder = 4\n'
        "[train]\nsteps = 40\nbatch = 2\n[run]\nlog = 1\nsave = 7\n"
    )
    uninterrupted = started(file, f"data.root={photos}", f"run.out={whole}")
    interrupted = started(file, f"data.root={photos}", f"run.out={resumed}")
    with interrupted:
        for text in interrupted.stdout:
            if training_log.parse(text).step >= 16:
                interrupted.kill()
    assert interrupted.returncode == -signal.SIGKILL
    assert 14 <= newest(resumed).step < 40
    again = started("--resume", resumed)
    with again:
        reported = [training_log.parse(text) for text in again.stdout]
    assert again.returncode == 0
    assert isinstance(reported[0], RunStarted)
    assert (reported[0].pid, reported[0].recipe) == (again.pid, "mine")
    assert reported[-1].model == str(resumed / "model.safetensors")
    uninterrupted.communicate()
    assert uninterrupted.returncode == 0
    assert_same_run(whole, resumed)


@pytest.mark.parametrize("how", ["signal", "file"])
def test_a_run_that_is_stopped_saves_and_can_be_resumed(photos, tmp_path, how):
    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    train.train(tiny(photos, whole, "run.log=1"), lambda _: None)
    reported = []

    def stop(line):
        reported.append(line)
        if line.step == 4 and isinstance(line, Progress):
            os.kill(os.getpid(), signal.SIGTERM) if how == "signal" else (resumed / "stop").touch()

    before = signal.getsignal(signal.SIGTERM)
    assert train.train(tiny(photos, resumed, "run.log=1"), stop) is None
    assert signal.getsignal(signal.SIGTERM) == before
    assert reported[-1] == Stopped(4)
    assert newest(resumed).step == 4
    assert not (resumed / "stop").exists()
    train.train(recipe_to_resume(resumed), lambda _: None, resume=True)
    assert_same_run(whole, resumed)


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
    assert newest(out).step == 6


def test_a_damaged_state_is_skipped_for_the_one_before(photos, tmp_path):
    out = tmp_path / "run"
    train.train(tiny(photos, out), lambda _: None)
    state = out / "checkpoints" / "step-00000006.state"
    state.write_bytes(state.read_bytes()[:1000])
    assert newest(out).step == 3


def test_a_full_disk_is_reported_and_the_run_can_be_resumed(photos, tmp_path):
    resource = pytest.importorskip("resource", reason="only Unix bounds the size of files")
    out = tmp_path / "run"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(line):
        if line.step == 4:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 13, hard))

    try:
        with pytest.raises(RecipeError, match=r"can no longer be written.*--resume"):
            train.train(tiny(photos, out), fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert newest(out).step == 3
    again = recipe_to_resume(out)
    assert train.train(again, lambda _: None, resume=True) == out / "model.safetensors"


def test_a_state_of_another_version_is_refused(photos, tmp_path):
    out = tmp_path / "run"
    train.train(tiny(photos, out), lambda _: None)
    for manifest in (out / "checkpoints").glob("*.json"):
        sealed_json.write(manifest, sealed_json.read(manifest) | {"format": 2})
    again = recipe_to_resume(out, "train.steps=9")
    with pytest.raises(RecipeError, match="another version"):
        train.train(again, lambda _: None, resume=True)


def test_a_run_is_not_resumed_with_other_pictures(photos, tmp_path):
    out = tmp_path / "run"
    train.train(tiny(photos, out), lambda _: None)
    (photos / "0.png").unlink()
    again = recipe_to_resume(out, "train.steps=9")
    with pytest.raises(DataError, match="other images"):
        train.train(again, lambda _: None, resume=True)
