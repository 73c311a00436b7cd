"""The state of a training run, folded from the lines of its log. No widgets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from engine.base.messages import mark
from engine.base.printable import file_name
from engine.training_log import (
    BicubicBaseline,
    Finished,
    Line,
    Notice,
    Paused,
    Progress,
    Resumed,
    RunStarted,
    Sample,
    Stopped,
    Validation,
)
from viewer.base.language import tr, translated, translated_failure

Curve = tuple[tuple[int, float], ...]
"""(step, value), in the order of steps."""
Points = dict[str, list[tuple[int, float]]]
"""Curves by name, while they are being extended."""

MAX_KEPT = 100
"""Notices and sample pictures that are remembered, the latest; the window shows the last."""
CURVES = ("loss", "rate", "images_per_s", "memory_mb")
"""The fields of Progress that are plotted."""
LARGEST, SMALLEST = 1e30, 1e-30
"""Range of the values that are plotted; the axes of a plot divide by zero far beyond it."""
MAX_SECONDS = 1e9
"""Longest remaining time that is shown: thirty years."""


class Phase(Enum):
    """What a run is doing. The value is the word that a user reads."""

    STARTING = mark("Starting")
    RUNNING = mark("Running")
    PAUSED = mark("Paused")
    STOPPED = mark("Stopped")
    FINISHED = mark("Finished")
    FAILED = mark("Ended early")


PHASES: Mapping[type[Line], Phase] = {
    RunStarted: Phase.RUNNING,
    Progress: Phase.RUNNING,
    Paused: Phase.PAUSED,
    Resumed: Phase.RUNNING,
    Stopped: Phase.STOPPED,
    Finished: Phase.FINISHED,
}
"""The phase that a line of the log begins; other lines change none."""
ACTIVE_PHASES = (Phase.STARTING, Phase.RUNNING, Phase.PAUSED)
"""The phases in which the run has a process."""


@dataclass(frozen=True)
class Run:
    """What is known of a run. Its mappings are never changed.

    batch: images per step; 0 until the log has its first line. pid, process_started: of the trainer's process; 0 until
    then. curves: by the names of CURVES. psnr, bicubic: dB, by scale. samples: (step, picture).
    message: why the run failed.
    """

    out: Path
    phase: Phase = Phase.STARTING
    batch: int = 0
    pid: int = 0
    process_started: float = 0.0
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
    def active(self) -> bool:
        """Whether the run has a process."""
        return self.phase in ACTIVE_PHASES

    @property
    def seconds_left(self) -> float | None:
        """Time to the last step at the latest speed; None if that is unknown, or the run is not running."""
        speed = self.curves.get("images_per_s", ())
        if self.phase is not Phase.RUNNING or not (self.batch and speed and speed[-1][1] > 0):
            return None
        return min(float(self.steps - self.step) * self.batch / speed[-1][1], MAX_SECONDS)


def fold(run: Run, lines: Iterable[Line]) -> Run:
    """Returns the run after further lines of its log."""
    curves: Points = {name: list(curve) for name, curve in run.curves.items()}
    psnr: Points = {scale: list(curve) for scale, curve in run.psnr.items()}
    for line in lines:
        run = _after(run, line)
        _extend(curves, psnr, line)
    return replace(run, curves=_frozen(curves), psnr=_frozen(psnr))


def mean_gain(run: Run) -> Curve:
    """Returns the PSNR over bicubic's, dB: the mean of the scales at each step that all of them were validated at.

    Empty if bicubic's is unknown.
    """
    scales = [scale for scale in run.psnr if scale in run.bicubic]
    gains = [{step: value - run.bicubic[scale] for step, value in run.psnr[scale]} for scale in scales]
    steps = sorted(set.intersection(*map(set, gains))) if gains else []
    return tuple((step, sum(gain[step] for gain in gains) / len(gains)) for step in steps)


def _after(run: Run, line: Line) -> Run:
    """Returns the run after one line, except for its curves."""
    run = replace(run, step=line.step)
    if type(line) in PHASES:
        run = replace(run, phase=PHASES[type(line)], message="")
    match line:
        case RunStarted():
            run = _started(run, line)
        case Progress():
            run = replace(run, steps=line.steps)
        case BicubicBaseline():
            run = replace(run, bicubic=line.psnr)
        case Notice():
            run = replace(run, notices=(*run.notices, translated(line.message))[-MAX_KEPT:])
        case Sample():
            # The path is the trainer's. The folder may have been moved since.
            picture = run.out / "samples" / Path(line.path).name
            run = replace(run, samples=(*run.samples, (line.step, picture))[-MAX_KEPT:])
    return run


def _started(run: Run, line: RunStarted) -> Run:
    return replace(
        run,
        batch=line.batch,
        pid=line.pid,
        process_started=line.process_started,
        recipe=line.recipe,
        steps=line.steps,
        notices=(),
    )


def _extend(curves: Points, psnr: Points, line: Line) -> None:
    """Adds a line's values to the curves."""
    match line:
        case RunStarted():
            # A resumed run repeats the steps after its checkpoint.
            for points in (*curves.values(), *psnr.values()):
                points[:] = [point for point in points if point[0] <= line.step]
        case Progress():
            for name in CURVES:
                value = getattr(line, name)
                if value is not None and abs(value) <= LARGEST:
                    curves.setdefault(name, []).append((line.step, _plotted(value)))
        case Validation():
            for scale, value in line.psnr.items():
                if abs(value) <= LARGEST:
                    psnr.setdefault(scale, []).append((line.step, _plotted(value)))


def _plotted(value: float) -> float:
    """Returns the value, or 0 where it is too small for an axis."""
    return value if abs(value) >= SMALLEST else 0.0


def _frozen(curves: Points) -> dict[str, Curve]:
    return {name: tuple(points) for name, points in curves.items()}


def ended(run: Run, exit_code: int | None, last_error: str) -> Run:
    """Returns the run after its process has ended.

    exit_code: negative for a signal, None if the process was not started by this window. last_error: the last line of
    its stderr.
    """
    if not run.active:
        return run
    if exit_code == 0 or (exit_code is None and 0 < run.steps <= run.step):
        return replace(run, phase=Phase.FINISHED if run.step >= run.steps else Phase.STOPPED)
    return replace(run, phase=Phase.FAILED, message=_failure(run, exit_code, last_error))


def _failure(run: Run, exit_code: int | None, last_error: str) -> str:
    """Returns one line: why the run failed, and what to do."""
    last_error = translated_failure(last_error)
    if exit_code is None:
        why = tr("the training ended without a message")
    elif exit_code == -9:
        why = tr("the system killed the training (signal 9, often out of memory)")
    elif exit_code < 0:
        why = tr("the system killed the training (signal {signal})").format(signal=-exit_code)
    elif exit_code == 1 and last_error:
        return last_error  # the trainer's own line has subject, reason and remedy
    else:
        why = tr("the training ended with exit code {code}").format(code=exit_code)
    detail = f" ({last_error})" if last_error else ""
    resume = tr("choose Resume to continue from the last checkpoint")
    restart = tr("start it again")
    return f"{file_name(run.out.name)}: {why}{detail}; {resume if run.batch else restart}"
