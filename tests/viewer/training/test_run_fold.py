"""A run is folded from its log, in whichever portions the log is read."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import training_log
from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.training_log import (
    BicubicBaseline,
    Finished,
    Notice,
    Paused,
    Progress,
    Resumed,
    RunStarted,
    Sample,
    Stopped,
    Validation,
)
from viewer.base.language import tr
from viewer.training.run import Phase, Run, ended, fold

OUT = Path("runs") / "mine"
STARTED = RunStarted(0, recipe="live", steps=40, batch=16, out="/elsewhere/mine", pid=77, process_started=1.5)
LINES = (
    STARTED,
    Notice(0, message("{file}: damaged; it is skipped", file="a.png")),
    BicubicBaseline(0, {"2": 30.0, "3": 27.5}),
    Progress(10, steps=40, loss=0.5, rate=1e-3, images_per_s=20.0, data_share=0.1, memory_mb=300),
    Progress(20, steps=40, loss=0.25, rate=5e-4, images_per_s=40.0, data_share=0.1, memory_mb=310),
    Validation(20, {"2": 31.0, "3": 28.0}),
    Sample(20, "/elsewhere/mine/samples/step-20.png"),
)


def run(*lines):
    return fold(Run(OUT), lines)


def test_a_log_becomes_curves_progress_and_notices():
    folded = run(*LINES)
    assert (folded.phase, folded.pid, folded.process_started) == (Phase.RUNNING, 77, 1.5)
    assert (folded.recipe, folded.batch, folded.step, folded.steps) == ("live", 16, 20, 40)
    assert folded.curves["loss"] == ((10, 0.5), (20, 0.25))
    assert folded.curves["memory_mb"] == ((10, 300), (20, 310))
    assert folded.psnr == {"2": ((20, 31.0),), "3": ((20, 28.0),)}
    assert folded.bicubic == {"2": 30.0, "3": 27.5}
    assert folded.notices == ("a.png: damaged; it is skipped",)
    assert folded.samples == ((20, OUT / "samples" / "step-20.png"),)


@given(st.lists(st.integers(0, len(LINES)), max_size=4).map(sorted))
def test_folding_in_portions_gives_the_same_run(cuts):
    folded, begin = Run(OUT), 0
    for end in [*cuts, len(LINES)]:
        folded, begin = fold(folded, LINES[begin:end]), end
    assert folded == run(*LINES)


def test_a_log_of_the_real_trainer(finished):
    texts = (finished / "metrics.jsonl").read_text().splitlines()
    lines = [training_log.parse(text) for text in texts]
    assert None not in lines
    assert isinstance(lines[0], RunStarted) and isinstance(lines[-1], Finished)
    folded = fold(Run(finished), lines)
    assert (folded.phase, folded.recipe, folded.batch, folded.step, folded.steps) == (
        Phase.FINISHED,
        "live",
        2,
        4,
        4,
    )
    assert [step for step, _ in folded.curves["loss"]] == [1, 2, 3, 4]
    assert all(set(folded.curves) == {"loss", "rate", "images_per_s", "memory_mb"} for _ in folded.curves)
    assert set(folded.bicubic) == set(folded.psnr) == {"2", "3", "4", "6", "8"}
    assert [step for step, _ in folded.psnr["2"]] == [4]
    ((step, picture),) = folded.samples
    assert step == 4 and picture.is_file()


def test_the_time_left_is_by_the_latest_speed():
    assert run(*LINES).seconds_left == 20 * 16 / 40.0
    assert run(*LINES[1:]).seconds_left is None  # the first line has the batch
    assert run(*LINES, Paused(20)).seconds_left is None


def test_a_loss_that_is_not_finite_has_no_point():
    diverged = Progress(30, steps=40, loss=None, rate=1e-4, images_per_s=40.0, data_share=0.1, memory_mb=310)
    folded = run(*LINES, diverged)
    assert folded.step == 30
    assert len(folded.curves["loss"]) == 2 and len(folded.curves["rate"]) == 3


@pytest.mark.parametrize(
    ("line", "phase"),
    [
        (Paused(20), Phase.PAUSED),
        (Stopped(20), Phase.STOPPED),
        (Finished(40, "m.safetensors"), Phase.FINISHED),
    ],
)
def test_the_phase_that_a_line_begins(line, phase):
    assert run(*LINES, line).phase is phase
    assert run(*LINES, line, Resumed(20)).phase is Phase.RUNNING


def test_a_resumed_run_repeats_its_last_steps():
    again = RunStarted(10, recipe="live", steps=40, batch=16, out="mine", pid=78, process_started=9.5)
    folded = run(*LINES, Stopped(20), again)
    assert (folded.phase, folded.pid, folded.process_started, folded.step) == (Phase.RUNNING, 78, 9.5, 10)
    assert folded.curves["loss"] == ((10, 0.5),)
    assert folded.psnr["2"] == ()
    assert folded.bicubic == {"2": 30.0, "3": 27.5}


def test_an_end_that_was_logged_is_no_failure():
    for line, phase in ((Stopped(20), Phase.STOPPED), (Finished(40, "m"), Phase.FINISHED)):
        assert ended(run(*LINES, line), 0, "").phase is phase
    assert ended(run(*LINES), 0, "").phase is Phase.STOPPED


def test_a_killed_run_says_by_what_and_how_to_go_on():
    folded = ended(run(*LINES), -9, "")
    assert folded.phase is Phase.FAILED
    assert folded.message.startswith("mine: ") and "signal 9" in folded.message and "Resume" in folded.message


def test_a_reason_that_the_trainer_gave_is_shown_unchanged():
    reason = "photos: no image to train on; use a folder with images of at least 96 px per side"
    assert ended(run(), 1, reason).message == reason
    crashed = ended(run(*LINES), 3, "RuntimeError: boom").message
    assert "exit code 3" in crashed and "RuntimeError: boom" in crashed


def test_a_run_whose_exit_code_is_unknown():
    assert ended(run(*LINES), None, "").phase is Phase.FAILED
    complete = Progress(40, steps=40, loss=0.1, rate=0.0, images_per_s=40.0, data_share=0.1, memory_mb=310)
    assert ended(run(*LINES, complete), None, "").phase is Phase.FINISHED


def test_notices_and_failures_are_translated(language_code):
    notice = message("no improvement in {count} validations, the run ends", count=3)
    (translated,) = run(Notice(3, notice)).notices
    assert translated == tr(notice.text).format(count=3) != str(notice)
    error = RecipeError("mine", message("unknown key {key}", key="train.x"), message("correct the value"))
    failure = ended(run(), 1, json.dumps(error.to_json())).message
    assert tr("correct the value") in failure and "train.x" in failure and "{" not in failure
    found_later = ended(run(), None, json.dumps(error.to_json())).message
    assert failure in found_later
