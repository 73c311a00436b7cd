"""The report of `train --check` in a few lines for the form, and all of its lines."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.base import messages
from engine.base.messages import mark
from viewer.base import formatting
from viewer.base.language import tr, translated

PROBLEMS = (
    ("unreadable", mark("Cannot be read: {count}")),
    ("unfit", mark("Too small or of another form: {count}")),
    ("equal", mark("Pictures that are there twice: {count}")),
    ("leaked", mark("Both trained on and held back: {count}")),
)
"""Keys of the report whose lists are kinds of problems, and how many of them are named."""


def summary(report: Mapping[str, Any]) -> list[str]:
    """Returns how many pictures there are, how long the run takes, and how many files have which problem.

    Empty if the report has no such values.
    """
    training, held_back = _count(report, "training"), _count(report, "validation")
    if not training:
        return []
    return [_pictures(training, held_back), *_length(report), *_problems(report)]


def lines(report: Mapping[str, Any]) -> list[str]:
    """Returns the lines of a report: its messages, translated; if it has none, its plain values."""
    found = report.get("messages")
    if isinstance(found, list):
        return [translated(line).strip() for line in map(messages.from_json, found) if line is not None]
    plain = {key: value for key, value in report.items() if isinstance(value, str | int | float)}
    return [f"{key.replace('_', ' ')}: {value}" for key, value in plain.items() if key != "ok"]


def _pictures(training: int, held_back: int) -> str:
    if held_back:
        text = tr("Pictures to train on: {training}. Held back to measure the result: {held_back}.")
    else:
        text = tr("Pictures to train on: {training}. None is held back.")
    return text.format(training=formatting.count(training), held_back=formatting.count(held_back))


def _length(report: Mapping[str, Any]) -> Iterator[str]:
    """Yields the expected length. It is measured with a few steps, beside everything else that runs."""
    steps, seconds = _count(report, "steps"), report.get("seconds")
    if steps and isinstance(seconds, int | float):
        text = tr("About {time} here, or {steps} steps.")
        yield text.format(time=formatting.span(seconds), steps=formatting.count(steps))


def _problems(report: Mapping[str, Any]) -> Iterator[str]:
    for key, text in PROBLEMS:
        found = report.get(key)
        if isinstance(found, list) and found:
            yield tr(text).format(count=formatting.count(len(found)))


def _count(report: Mapping[str, Any], key: str) -> int:
    value = report.get(key)
    return value if isinstance(value, int) and 0 <= value < 2**31 else 0
