"""Reads a run's folder: its log, its checkpoints, its errors. Writes the files that pause or stop the run. No widgets.

recipe.json    the recipe; a folder with it is a run
metrics.jsonl  the log (engine/training_log.py)
pause, stop    exist while the run is requested to wait, or to save and end
errors.txt     stderr of the trainer's process
"""

from pathlib import Path

from engine import training_log
from engine.base import user_data
from engine.training_log import Line, RunStarted
from viewer.base import child_process, formatting
from viewer.base.language import tr

STDERR_TAIL = 1 << 16
"""Bytes of stderr that are searched for its last line."""


def is_run(folder: Path) -> bool:
    """Returns whether a folder has a run."""
    return (folder / "recipe.json").is_file()


def checkpoints(out: Path) -> list[tuple[int, Path]]:
    """Returns (step, model) of each checkpoint, in the order of steps."""
    found = []
    for path in (out / "checkpoints").glob("step-*.safetensors"):
        step = path.stem.removeprefix("step-")
        if step.isdecimal():
            found.append((int(step), path))
    return sorted(found)


def best(out: Path) -> Path | None:
    """Returns the model with the best validation, else the one that was saved last."""
    for path in (out / "best.safetensors", out / "model.safetensors"):
        if path.is_file():
            return path
    return checkpoints(out)[-1][1] if checkpoints(out) else None


def stops(out: Path) -> tuple[tuple[str, Path], ...]:
    """Returns (name, model) of each stop of the time slider: the checkpoints in the order of steps, then the best."""
    found = [(tr("step {step}").format(step=formatting.count(step)), path) for step, path in checkpoints(out)]
    best_model = best(out)
    return (*found, *(((tr("best"), best_model),) if best_model is not None else ()))


def active_run() -> Path | None:
    """Returns the run in the user's data folder that has a live process; the latest if there are several."""
    logs = sorted((user_data.folder() / "runs").glob("*/metrics.jsonl"), key=_modified, reverse=True)
    return next((log.parent for log in logs if _has_process(log)), None)


def _modified(path: Path) -> float:
    return path.stat().st_mtime


def _has_process(log: Path) -> bool:
    """Returns whether the process that started or resumed the run last is alive."""
    kind = RunStarted.kind.encode()  # most lines are not parsed
    texts = (text for text in reversed(log.read_bytes().splitlines()) if kind in text)
    started = (line for text in texts if isinstance(line := training_log.parse(text), RunStarted))
    last = next(started, None)
    return last is not None and child_process.alive(last.pid, last.process_started)


def last_error(out: Path) -> str:
    """Returns the last line of the trainer's stderr that is not blank, or ""."""
    try:
        text = (out / "errors.txt").read_bytes()[-STDERR_TAIL:].decode("utf-8", errors="replace")
    except OSError:
        return ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def request(out: Path, what: str) -> None:
    """Requests the run to `pause` or to `stop`. Raises OSError."""
    (out / what).touch()


def withdraw(out: Path, what: str) -> None:
    """Withdraws a request. Raises OSError."""
    (out / what).unlink(missing_ok=True)


def requested(out: Path, what: str) -> bool:
    """Returns whether the run is requested to `pause` or to `stop`."""
    return (out / what).exists()


class Log:
    """Reads metrics.jsonl while it grows. `read` is cheap if nothing is new."""

    def __init__(self, out: Path) -> None:
        self._path = out / "metrics.jsonl"
        self._offset = 0
        self._inode = 0  # a resumed run replaces its log by another file

    def read(self) -> tuple[bool, list[Line]]:
        """Returns whether the log was replaced, and its new lines; all of them if it was replaced.

        A line that is not complete yet is returned by a later call. Anything that is no log line is skipped.
        """
        try:
            with self._path.open("rb") as file:
                inode = self._path.stat().st_ino
                size = file.seek(0, 2)
                replaced = self._offset > 0 and (inode != self._inode or size < self._offset)
                self._inode = inode
                if replaced:
                    self._offset = 0
                file.seek(self._offset)
                new = file.read(size - self._offset)
        except OSError:
            return False, []  # not there yet, or being replaced: the next call finds it
        complete = new[: new.rfind(b"\n") + 1]
        self._offset += len(complete)
        lines = (training_log.parse(text) for text in complete.splitlines())
        return replaced, [line for line in lines if line is not None]
