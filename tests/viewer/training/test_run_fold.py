"""A run is what its log says, whichever part of it has come so far."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import RecipeError
from engine.base.messages import message
from viewer.base.language import tr
from viewer.training.run import Phase, Run, ended, fold

OUT = Path("runs") / "mine"
LINES = [
    {"begin": True, "recipe": "live", "pid": 77, "step": 0},
    {"notice": "a.png: damaged; it is left out"},
    {"psnr_bicubic": {"2": 30.0, "3": 27.5}, "step": 0},
    {"step": 10, "steps": 40, "loss": 0.5, "rate": 1e-3, "images_per_s": 20.0, "memory_mb": 300},
    {"step": 20, "steps": 40, "loss": 0.25, "rate": 5e-4, "images_per_s": 40.0, "psnr": {"2": 31.0, "3": 28}},
    {"sample": "/elsewhere/mine/samples/step-20.png"},
]


def run(*lines):
    return fold(Run(OUT, batch=16), lines)


def test_curves_progress_and_what_was_told():
    seen = run(*LINES)
    assert (seen.phase, seen.pid, seen.recipe, seen.step, seen.steps) == (Phase.RUNNING, 77, "live", 20, 40)
    assert seen.curves["loss"] == ((10, 0.5), (20, 0.25))
    assert seen.curves["memory_mb"] == ((10, 300),)
    assert seen.psnr == {"2": ((20, 31.0),), "3": ((20, 28),)}
    assert seen.bicubic == {"2": 30.0, "3": 27.5}
    assert seen.notices == ("a.png: damaged; it is left out",)
    assert seen.samples == ((20, OUT / "samples" / "step-20.png"),)


@given(st.lists(st.integers(0, len(LINES)), max_size=4).map(sorted))
def test_it_does_not_matter_how_the_lines_come(cuts):
    seen, begin = Run(OUT, batch=16), 0
    for end in [*cuts, len(LINES)]:
        seen, begin = fold(seen, LINES[begin:end]), end
    assert seen == run(*LINES)


def test_the_time_left_is_that_of_the_latest_speed():
    assert run(*LINES).seconds_left == 20 * 16 / 40.0
    assert fold(Run(OUT), LINES).seconds_left is None  # without the batch nobody knows
    assert run(*LINES, {"paused": True, "step": 20}).seconds_left is None


@pytest.mark.parametrize(
    ("line", "phase"),
    [
        ({"paused": True, "step": 20}, Phase.PAUSED),
        ({"stopped": True, "step": 20}, Phase.STOPPED),
        ({"model": "m.safetensors"}, Phase.FINISHED),
    ],
)
def test_what_a_line_makes_of_a_run(line, phase):
    assert run(*LINES, line).phase is phase
    assert run(*LINES, line, {"resumed": True}).phase is Phase.RUNNING


def test_a_run_that_goes_on_does_its_last_steps_again():
    again = {"begin": True, "recipe": "live", "pid": 78, "step": 10}
    seen = run(*LINES, {"stopped": True, "step": 20}, again)
    assert (seen.phase, seen.pid, seen.step) == (Phase.RUNNING, 78, 10)
    assert seen.curves["loss"] == ((10, 0.5),)
    assert seen.psnr["2"] == ()
    assert seen.bicubic == {"2": 30.0, "3": 27.5}


ODD = st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.integers()) | st.just({"2": "x"})
KEYS = ("begin", "step", "steps", "loss", "psnr", "psnr_bicubic", "pid", "notice", "sample", "recipe", "new")


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), ODD)))
def test_no_line_is_too_odd(lines):
    seen = fold(Run(OUT), json.loads(json.dumps(lines)))
    assert all(isinstance(value, int | float) for _, value in seen.curves.get("loss", ()))


def test_an_end_that_was_told_is_no_failure():
    for line, phase in (({"stopped": True}, Phase.STOPPED), ({"model": "m"}, Phase.FINISHED)):
        assert ended(run(*LINES, line), 0, "").phase is phase
    assert ended(run(*LINES), 0, "").phase is Phase.STOPPED


def test_a_killed_run_says_by_what_and_how_to_go_on():
    seen = ended(run(*LINES), -9, "")
    assert seen.phase is Phase.FAILED
    assert seen.message.startswith("mine: ") and "signal 9" in seen.message and "Resume" in seen.message


def test_a_reason_that_the_trainer_gave_is_told_as_it_is():
    reason = "photos: no image to train on; give a folder with images of at least 96 px a side"
    assert ended(run(), 1, reason).message == reason
    crashed = ended(run(*LINES), 3, "RuntimeError: boom").message
    assert "exit code 3" in crashed and "RuntimeError: boom" in crashed


def test_a_run_whose_end_nobody_saw():
    assert ended(run(*LINES), None, "").phase is Phase.FAILED
    complete = {"step": 40, "steps": 40, "loss": 0.1}
    assert ended(run(*LINES, complete), None, "").phase is Phase.FINISHED


def test_what_the_trainer_told_is_in_the_language_that_is_spoken(spoken):
    notice = message("no better after {count} validations: the run ends", count=3)
    seen = run({"notice": str(notice), "said": notice.to_json()}, {"notice": "as an older trainer wrote it"})
    translated, as_it_was = seen.notices
    assert translated == tr(notice.text).format(count=3) != str(notice)
    assert as_it_was == "as an older trainer wrote it"
    error = RecipeError("mine", message("unknown key {key}", key="train.x"), message("mend the value"))
    told = ended(run(), 1, json.dumps(error.to_json())).message
    assert tr("mend the value") in told and "train.x" in told and "{" not in told
    found_later = ended(run(), None, json.dumps(error.to_json())).message
    assert told in found_later
