"""The training log: every line survives JSON, and no junk is taken for a line."""

import json
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import training_log
from engine.base.messages import Message
from engine.base.printable import one_line
from engine.training_log import KINDS, BicubicBaseline, Notice, Progress, RunStarted, Stopped, Validation

INTEGERS = st.integers(0, (1 << 63) - 1)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
ONE_LINE = st.text().map(one_line)  # as `message` makes of the values of a sentence
VALUES = ONE_LINE | st.integers(-(1 << 63), (1 << 63) - 1) | NUMBERS
MESSAGES = st.builds(Message, st.text(), st.dictionaries(st.text(), VALUES))
NESTED_MESSAGES = st.builds(Message, st.text(), st.dictionaries(st.text(), VALUES | MESSAGES))
FIELDS = {
    int: INTEGERS,
    float: NUMBERS,
    float | None: st.none() | NUMBERS,
    str: st.text(),
    training_log.Scores: st.dictionaries(st.text(), NUMBERS),
    Message: NESTED_MESSAGES,
}
LINES = st.one_of(
    *(
        st.builds(kind, **{name: FIELDS[hint] for name, hint in training_log.HINTS[kind].items()})
        for kind in KINDS.values()
    )
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(LINES)
def test_every_kind_of_line_survives_json(line):
    text = json.dumps(training_log.to_json(line), allow_nan=False)
    assert "\n" not in text
    assert training_log.parse(text) == line
    assert training_log.parse(text.encode()) == line


@given(LINES, st.dictionaries(st.text(), JSON))
def test_unknown_keys_are_ignored(line, more):
    assert training_log.from_json(more | training_log.to_json(line)) == line


@given(JSON)
def test_invalid_json_values_are_no_line(value):
    assert training_log.from_json(value) is None


@given(LINES, st.data())
def test_a_line_with_a_missing_or_mistyped_key_is_no_line(line, data):
    plain = training_log.to_json(line)
    key = data.draw(st.sampled_from(sorted(plain.keys() - {"notice"})))
    assert training_log.from_json({name: value for name, value in plain.items() if name != key}) is None
    assert (
        training_log.from_json(plain | {key: data.draw(st.sampled_from([[], True, {"a": "b"}, inf, nan]))})
        is None
    )


@pytest.mark.parametrize("text", ["", "{", "[1]", "Traceback", "[" * 100_000, '{"kind": "stopped"', b"\xff"])
def test_a_text_that_is_no_json_object_is_no_line(text):
    assert training_log.parse(text) is None


@pytest.mark.parametrize("step", [-1, 1.5, 1 << 63, "3", True, None, nan])
def test_a_step_is_a_whole_number_from_0(step):
    assert training_log.from_json({"kind": "stopped", "step": step}) is None
    assert training_log.from_json({"kind": "stopped", "step": 3}) == Stopped(3)


def test_numbers_that_are_not_finite_are_written_as_null():
    diverged = training_log.to_json(Progress(3, 9, nan, 1e-3, 20.0, 0.1, 300))
    assert diverged["loss"] is None
    assert training_log.from_json(diverged) == Progress(3, 9, None, 1e-3, 20.0, 0.1, 300)
    exact = training_log.to_json(BicubicBaseline(0, {"2": inf, "3": 30.0}))
    assert training_log.from_json(exact) == BicubicBaseline(0, {"3": 30.0})
    assert training_log.from_json({"kind": "validation", "step": 1, "psnr": {"2": 10**400}}) is None


def test_a_whole_number_serves_as_a_float():
    assert training_log.from_json({"kind": "validation", "step": 1, "psnr": {"2": 28}}) == Validation(
        1, {"2": 28.0}
    )


def test_the_first_line_has_the_version_and_a_notice_its_english_text():
    started = training_log.to_json(RunStarted(0, "live", 9, 16, "runs/mine", 77, 1.5))
    assert (started["kind"], started["version"]) == ("run_started", training_log.VERSION)
    notice = training_log.to_json(Notice(2, Message("{count} left out", {"count": 3})))
    assert notice["notice"] == "3 left out"
    assert notice["message"] == {"text": "{count} left out", "values": {"count": 3}}
