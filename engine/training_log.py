"""The lines of a training log: the protocol between the trainer, which writes it, and the window, which reads it.

A log is a JSON object per line, in the run's `metrics.jsonl` and on the trainer's stdout. Every object has a `kind` and
the `step` it was written after; the other keys are the fields of the kind's class below. `RunStarted` comes first, and
again each time the run is resumed.

A reader ignores kinds and keys that it does not know, so both may be added without another VERSION. VERSION is raised
when a key changes its meaning.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from math import isfinite
from typing import Any, ClassVar, TypeAlias, get_args, get_type_hints

from engine.base import bounded_json, messages
from engine.base.messages import Message

VERSION = 1
MAX_SCALES = 64
"""Scores of one line: each becomes a curve in the window."""

Scores: TypeAlias = Mapping[str, float]
"""Mean PSNR in dB, by scale: {"2": 37.1, "3": 33.4}. A PSNR that is not finite is left out."""


@dataclass(frozen=True)
class RunStarted:
    """A process begins the run, or resumes it after `step` steps.

    recipe: the recipe's name. steps: the last step of the run. batch: images per step. out: the run's folder.
    pid, process_started: identify the process; the start time is in seconds since the epoch, because the system reuses
    process ids.
    """

    kind: ClassVar[str] = "run_started"
    step: int
    recipe: str
    steps: int
    batch: int
    out: str
    pid: int
    process_started: float
    version: int = VERSION


@dataclass(frozen=True)
class Progress:
    """Measurements since the previous Progress line.

    A run writes one every `run.log` steps, after its first step, and at least every few seconds.

    steps: the last step of the run. loss: mean over the steps since the last line that was due by `run.log`; None if it
    was not finite. rate: learning rate of the last step. images_per_s: speed, without pauses, validation and saving.
    data_share: fraction of that time, 0 to 1, spent on preparing batches. memory_mb: peak memory of the GPU, or current
    memory of the process on a CPU.
    """

    kind: ClassVar[str] = "progress"
    step: int
    steps: int
    loss: float | None
    rate: float
    images_per_s: float
    data_share: float
    memory_mb: int


@dataclass(frozen=True)
class Validation:
    """Scores of the averaged weights on the held-out crops."""

    kind: ClassVar[str] = "validation"
    step: int
    psnr: Scores


@dataclass(frozen=True)
class BicubicBaseline:
    """Scores of bicubic interpolation on the same crops: what the model has to exceed."""

    kind: ClassVar[str] = "bicubic_baseline"
    step: int
    psnr: Scores


@dataclass(frozen=True)
class Notice:
    """Something a person should know. The JSON object also has the English text, as `notice`."""

    kind: ClassVar[str] = "notice"
    step: int
    message: Message


@dataclass(frozen=True)
class Sample:
    """A sample picture was written. path: where the trainer wrote it; the run's folder may have moved since."""

    kind: ClassVar[str] = "sample"
    step: int
    path: str


@dataclass(frozen=True)
class Paused:
    """The run waits."""

    kind: ClassVar[str] = "paused"
    step: int


@dataclass(frozen=True)
class Resumed:
    """The run continues after a pause, in the same process."""

    kind: ClassVar[str] = "resumed"
    step: int


@dataclass(frozen=True)
class Stopped:
    """The run was saved before its last step, and its process ends. It can be resumed."""

    kind: ClassVar[str] = "stopped"
    step: int


@dataclass(frozen=True)
class Finished:
    """The run is complete. model: the file of the trained model."""

    kind: ClassVar[str] = "finished"
    step: int
    model: str


Line: TypeAlias = (
    RunStarted
    | Progress
    | Validation
    | BicubicBaseline
    | Notice
    | Sample
    | Paused
    | Resumed
    | Stopped
    | Finished
)
KINDS: Mapping[str, type[Line]] = {each.kind: each for each in get_args(Line)}


def to_json(line: Line) -> dict[str, Any]:
    """Returns the line as a JSON object. A number that is not finite becomes null: JSON has no NaN."""
    found: dict[str, Any] = {"kind": line.kind}
    found |= {each.name: _to_plain(getattr(line, each.name)) for each in fields(line)}
    return found | ({"notice": str(line.message)} if isinstance(line, Notice) else {})


def from_json(value: object) -> Line | None:
    """Returns the line that a JSON value stands for; None for an unknown kind, a missing key or a wrong type.

    The inverse of `to_json`. Every number of the result is finite, and every integer from 0 to 2**63 - 1.
    """
    if not isinstance(value, dict):
        return None
    try:
        kind = KINDS[value["kind"]]
        return kind(**{name: READERS[hint](value[name]) for name, hint in HINTS[kind].items()})
    except (KeyError, TypeError, ValueError):
        return None


def parse(text: str | bytes) -> Line | None:
    """Returns the line of one line of a log file; None for what `from_json` refuses or is no JSON."""
    try:
        return from_json(bounded_json.parse(text if isinstance(text, str) else text.decode("utf-8")))
    except ValueError:
        return None


def _to_plain(value: Any) -> Any:
    if isinstance(value, Message):
        return value.to_json()
    if isinstance(value, Mapping):
        return {key: _to_plain(inner) for key, inner in value.items()}
    return value if not isinstance(value, float) or isfinite(value) else None


def _integer(value: object) -> int:
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise ValueError(value)
    return value


def _number(value: object) -> float:
    """JSON may write 28.0 as 28. Raises ValueError for a bool, NaN, and anything beyond the largest float."""
    if type(value) not in (int, float) or not abs(value) <= sys.float_info.max:  # type: ignore[arg-type]
        raise ValueError(value)
    return float(value)  # type: ignore[arg-type]


def _number_or_null(value: object) -> float | None:
    return None if value is None else _number(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _scores(value: object) -> Scores:
    if not isinstance(value, dict) or len(value) > MAX_SCALES:
        raise ValueError("no scores")
    return {scale: _number(score) for scale, score in value.items() if score is not None}


def _message(value: object) -> Message:
    found = messages.from_json(value)
    if found is None:
        raise ValueError(value)
    return found


READERS: Mapping[Any, Callable[[object], Any]] = {
    int: _integer,
    float: _number,
    float | None: _number_or_null,
    str: _text,
    Scores: _scores,
    Message: _message,
}
"""How a JSON value of each field type is checked. All raise ValueError."""


def _hints(kind: type[Line]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


HINTS: Mapping[type[Line], Mapping[str, Any]] = {kind: _hints(kind) for kind in KINDS.values()}
