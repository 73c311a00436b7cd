"""Reads a run's folder: its log, its checkpoints, its errors. Writes the files that pause or stop the run. No widgets.

recipe.json    the recipe; a folder with it is a run
metrics.jsonl  the log (engine/training_log.py)
pause, stop    exist while the run is requested to wait, or to save and end
errors.txt     stderr of the trainer's process
"""

import os
from pathlib import Path

from engine import training_log
from engine.base import own_file, paths, user_data
from engine.base.regular_file import open_regular
from engine.training_log import Line, RunStarted
from viewer.base import child_process, formatting
from viewer.base.language import tr

FATAL = "Fatal Python error"
"""Begins what faulthandler writes of a crash in native code, and the frames after it."""
STDERR_TAIL = 1 << 16
"""Bytes of stderr that are searched for its last line."""
CHUNK = 1 << 18
"""Bytes of a log that are read at once: a thousand lines, parsed within 50 ms. No line is longer."""
MAX_BACKLOG = 1 << 24
"""Bytes before a log's end from which on it is read: 100,000 lines."""
MAX_TRIES = 1000
"""Lines that are parsed to find the process of a run."""
MAX_DIGITS = 18
"""Of a step in a file's name."""


def is_run(folder: Path) -> bool:
    """Returns whether a folder has a run."""
    return paths.is_file(folder / "recipe.json")


def checkpoints(out: Path) -> list[tuple[int, Path]]:
    """Returns (step, model) of each checkpoint, in the order of steps."""
    found = []
    for path in (out / "checkpoints").glob("step-*.safetensors"):
        step = path.stem.removeprefix("step-")
        if step.isdecimal() and len(step) <= MAX_DIGITS:
            found.append((int(step), path))
    return sorted(found)


def best(out: Path) -> Path | None:
    """Returns the model with the best validation, else the one that was saved last."""
    for path in (out / "best.safetensors", out / "model.safetensors"):
        if paths.is_file(path):
            return path
    return checkpoints(out)[-1][1] if checkpoints(out) else None


def stops(out: Path) -> tuple[tuple[str, Path], ...]:
    """Returns (name, model) of each stop of the time slider: the checkpoints in the order of steps, then the best."""
    found = [(tr("step {step}").format(step=formatting.count(step)), path) for step, path in checkpoints(out)]
    best_model = best(out)
    return (*found, *(((tr("best"), best_model),) if best_model is not None else ()))


def active_run() -> Path | None:
    """Returns the run in the user's data folder that has a live process; the latest if there are several."""
    return next((out for out in every() if _has_process(out / "metrics.jsonl")), None)


def every() -> list[Path]:
    """Returns the runs in the user's data folder that have a log, the latest first."""
    logs = sorted((user_data.folder() / "runs").glob("*/metrics.jsonl"), key=_modified, reverse=True)
    return [log.parent for log in logs]


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # deleted meanwhile, or a link to nothing
        return 0.0


def _has_process(log: Path) -> bool:
    """Returns whether the process that started or resumed the run last is alive."""
    try:
        tail, head = own_file.read_end(log, MAX_BACKLOG), own_file.read_start(log, CHUNK)
    except (OSError, ValueError):
        return False
    last = _last_start(tail) or _last_start(head)
    return last is not None and child_process.alive(last.pid, last.process_started)


def _last_start(text: bytes) -> RunStarted | None:
    """Returns the last RunStarted in a part of a log; most lines are not parsed."""
    end = len(text)
    for _ in range(MAX_TRIES):
        end = text.rfind(RunStarted.kind.encode(), 0, end)
        if end < 0:
            return None
        first, after = text.rfind(b"\n", 0, end) + 1, text.find(b"\n", end)
        line = training_log.parse(text[first : after if after >= 0 else len(text)][:CHUNK])
        if isinstance(line, RunStarted):
            return line
    return None


def last_error(out: Path) -> str:
    """Returns the last line of the trainer's stderr that is not blank, or the first of a native crash, or ""."""
    try:
        text = own_file.read_end(out / "errors.txt", STDERR_TAIL).decode("utf-8", errors="replace")
    except (OSError, ValueError):
        return ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    fatal = (line for line in lines if line.startswith(FATAL))
    return next(fatal, lines[-1] if lines else "")


def request(out: Path, what: str) -> None:
    """Requests the run to `pause` or to `stop`. Raises OSError."""
    (out / what).touch()


def withdraw(out: Path, what: str) -> None:
    """Withdraws a request. Raises OSError."""
    (out / what).unlink(missing_ok=True)


def requested(out: Path, what: str) -> bool:
    """Returns whether the run is requested to `pause` or to `stop`."""
    return paths.exists(out / what)


class Log:
    """Reads metrics.jsonl while it grows, CHUNK bytes at a time. `read` is cheap if nothing is new.

    behind: whether the file had more than the last `read` took. Of a log that is far ahead only the last MAX_BACKLOG
    bytes are read, so that a log of gigabytes neither fills the memory nor holds up the window.
    """

    def __init__(self, out: Path) -> None:
        self._path = out / "metrics.jsonl"
        self._offset = 0
        self._inode = 0  # a resumed run replaces its log by another file
        self._in_line = False  # the offset is inside a line that is skipped
        self.behind = False

    def read(self) -> tuple[bool, list[Line]]:
        """Returns whether the log was replaced, and its next lines; from the first one if it was replaced.

        A line that is not complete yet is returned by a later call. Anything that is no log line is skipped.
        """
        self.behind = False
        try:
            with open_regular(self._path) as file:
                status = os.fstat(file.fileno())
                replaced = self._follow(status.st_ino, status.st_size)
                file.seek(self._offset)
                new = file.read(CHUNK)
        except (OSError, ValueError):
            return False, []  # not there yet, or being replaced: the next call finds it
        complete = self._take_lines(new)
        self.behind = len(new) == CHUNK and self._offset < status.st_size
        lines = (training_log.parse(text) for text in complete.splitlines())
        return replaced, [line for line in lines if line is not None]

    def _follow(self, inode: int, size: int) -> bool:
        """Sets the offset for a file of `size` bytes. Returns whether it is another file than before."""
        replaced = self._offset > 0 and (inode != self._inode or size < self._offset)
        self._inode = inode
        if replaced:
            self._offset, self._in_line = 0, False
        if 0 < self._offset < size - MAX_BACKLOG:
            self._offset, self._in_line = size - MAX_BACKLOG, True
        return replaced

    def _take_lines(self, new: bytes) -> bytes:
        """Returns the complete lines of the bytes at the offset, and moves the offset behind them."""
        first = 0
        if self._in_line and b"\n" in new:
            first, self._in_line = new.index(b"\n") + 1, False
        end = 0 if self._in_line else new.rfind(b"\n") + 1
        if end <= first and len(new) == CHUNK:  # a line longer than any of ours
            self._offset, self._in_line = self._offset + len(new), True
            return b""
        self._offset += end
        return new[first:end]
