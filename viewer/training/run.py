"""What is known of a training run: folded from the lines that the trainer writes, one after another. No widgets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from math import isfinite
from pathlib import Path
from typing import Any

from engine.base import messages
from engine.base.messages import mark
from viewer.base.language import tr, translated, translated_failure

Curve = tuple[tuple[int, float], ...]
"""(step, value), by step."""
LogLine = Mapping[str, Any]
"""One JSON object of the log. Keys that are not known are let be, those that are missing are not missed."""

CURVES = ("loss", "rate", "images_per_s", "memory_mb")


class Phase(Enum):
    """Where a run stands, in the word that a user reads."""

    STARTING = mark("Starting")
    RUNNING = mark("Running")
    PAUSED = mark("Paused")
    STOPPED = mark("Stopped")
    FINISHED = mark("Finished")
    FAILED = mark("Ended early")


GOING = (Phase.STARTING, Phase.RUNNING, Phase.PAUSED)
"""Those in which a process is at work."""


@dataclass(frozen=True)
class Run:
    """A run, as far as its log tells. Values in it are never changed.

    batch: images a step, 0 where unknown. pid: of the process, 0 where unknown. curves: by the names of CURVES.
    psnr: dB, by the scale as the log has it; bicubic: the same of bicubic. samples: (step, picture).
    message: why it failed.
    """

    out: Path
    batch: int = 0
    phase: Phase = Phase.STARTING
    pid: int = 0
    recipe: str = ""
    step: int = 0
    steps: int = 0
    curves: Mapping[str, Curve] = field(default_factory=dict)
    psnr: Mapping[str, Curve] = field(default_factory=dict)
    bicubic: Mapping[str, float] = field(default_factory=dict)
    samples: tuple[tuple[int, Path], ...] = ()
    notices: tuple[str, ...] = ()
    message: str = ""

    @property
    def going(self) -> bool:
        """Whether a process is at work on it."""
        return self.phase in GOING

    @property
    def seconds_left(self) -> float | None:
        """At the latest speed; None where that is not known, or nothing goes on."""
        speed = self.curves.get("images_per_s", ())
        if self.phase is not Phase.RUNNING or not (self.batch and speed and speed[-1][1] > 0):
            return None
        return (self.steps - self.step) * self.batch / speed[-1][1]


def fold(run: Run, lines: Iterable[LogLine]) -> Run:
    """The run after further lines of its log."""
    curves = {name: list(points) for name, points in run.curves.items()}
    psnr = {scale: list(points) for scale, points in run.psnr.items()}
    for line in lines:
        run = _told(run, line)
        if "begin" in line:
            # Steps after the checkpoint that it went on from are done again.
            for points in (*curves.values(), *psnr.values()):
                points[:] = [point for point in points if point[0] <= run.step]
        for name in CURVES:
            _add(curves, name, run.step, line.get(name))
        for scale, value in _table(line, "psnr").items():
            _add(psnr, scale, run.step, value)
    return replace(run, curves=_frozen(curves), psnr=_frozen(psnr))


def ended(run: Run, exit_code: int | None, last_words: str) -> Run:
    """The run when its process is gone. exit_code: None where nobody could ask for it; below 0 it is a signal's.

    last_words: the last line of its stderr.
    """
    if not run.going:
        return run
    if exit_code == 0 or (exit_code is None and 0 < run.steps <= run.step):
        return replace(run, phase=Phase.FINISHED if run.step >= run.steps else Phase.STOPPED)
    return replace(run, phase=Phase.FAILED, message=_reason(run, exit_code, last_words))


def _told(run: Run, line: LogLine) -> Run:
    """What a line says beside its curves."""
    step, steps = _number(line.get("step")), _number(line.get("steps"))
    run = replace(
        run,
        step=run.step if step is None else int(step),
        steps=run.steps if steps is None else int(steps),
    )
    if "loss" in line:
        run = replace(run, phase=Phase.RUNNING)
    for key, phase in {
        "begin": Phase.RUNNING,
        "paused": Phase.PAUSED,
        "resumed": Phase.RUNNING,
        "stopped": Phase.STOPPED,
        "model": Phase.FINISHED,
    }.items():
        if line.get(key):
            run = replace(run, phase=phase, message="")
    if "begin" in line:
        pid = _number(line.get("pid"))
        name = line.get("recipe")
        recipe = name if isinstance(name, str) else run.recipe
        run = replace(run, pid=int(pid or 0), recipe=recipe, notices=())
    told = {scale: _number(value) for scale, value in _table(line, "psnr_bicubic").items()}
    if bicubic := {scale: value for scale, value in told.items() if value is not None}:
        run = replace(run, bicubic=bicubic)
    if (notice := messages.from_json(line.get("said", line.get("notice")))) is not None:
        run = replace(run, notices=(*run.notices, translated(notice)))
    if isinstance(line.get("sample"), str):
        # A path as the trainer had it: the folder may have moved since.
        run = replace(
            run, samples=(*run.samples, (run.step, run.out / "samples" / Path(line["sample"]).name))
        )
    return run


def _reason(run: Run, exit_code: int | None, last_words: str) -> str:
    """Why it ended, and what to do, in one line."""
    last_words = translated_failure(last_words)
    if exit_code is None:
        why = tr("the training is not running any more, and did not say why")
    elif exit_code == -9:
        why = tr("the system ended the training (signal 9, often for want of memory)")
    elif exit_code < 0:
        why = tr("the system ended the training (signal {signal})").format(signal=-exit_code)
    elif exit_code == 1 and last_words:
        return last_words  # the trainer's own line has subject, reason and remedy
    else:
        why = tr("the training ended with exit code {code}").format(code=exit_code)
    said = f" ({last_words})" if last_words else ""
    kept = tr("nothing that was saved is lost, Resume goes on from its last checkpoint")
    lost = tr("nothing that was saved is lost, start it again")
    return f"{run.out.name}: {why}{said}; {kept if run.step else lost}"


def _add(curves: dict[str, list[tuple[int, float]]], name: str, step: int, value: Any) -> None:
    number = _number(value)
    if number is not None:
        curves.setdefault(name, []).append((step, number))


def _frozen(curves: dict[str, list[tuple[int, float]]]) -> dict[str, Curve]:
    return {name: tuple(points) for name, points in curves.items()}


def _table(line: LogLine, key: str) -> dict[str, Any]:
    value = line.get(key)
    return value if isinstance(value, dict) else {}


def _number(value: Any) -> float | None:
    """A finite number, else None."""
    return value if isinstance(value, int | float) and isfinite(value) else None
