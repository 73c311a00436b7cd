"""A run's folder as the trainer keeps it: its log, its checkpoints, and the files that ask it to wait or to end.

No widgets.

pause: present while the run is to wait. stop: it is to save and end. errors.txt: its stderr.
"""

import json
from pathlib import Path
from typing import Any

from engine.base import user_data
from viewer.base import child_process, formatting
from viewer.base.language import tr
from viewer.training.run import Run

LAST = 1 << 16
"""Bytes of stderr that are looked at for its last line."""


def is_run(folder: Path) -> bool:
    """Whether there is a run in a folder."""
    return (folder / "recipe.json").is_file()


def begun(out: Path) -> Run:
    """A run before its log is read."""
    batch = _section(out, "train").get("batch")
    return Run(out, batch=batch if isinstance(batch, int) else 0)


def _section(out: Path, name: str) -> dict[str, Any]:
    """A section of the resolved recipe; empty where there is none yet."""
    try:
        recipe = json.loads((out / "recipe.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    section = recipe.get(name) if isinstance(recipe, dict) else None
    return section if isinstance(section, dict) else {}


def checkpoints(out: Path) -> list[tuple[int, Path]]:
    """The models of its checkpoints by step."""
    found = []
    for path in (out / "checkpoints").glob("step-*.safetensors"):
        step = path.stem.removeprefix("step-")
        if step.isdecimal():
            found.append((int(step), path))
    return sorted(found)


def best(out: Path) -> Path | None:
    """The model to look at: the best by validation, else the last one that was saved."""
    for path in (out / "best.safetensors", out / "model.safetensors"):
        if path.is_file():
            return path
    return checkpoints(out)[-1][1] if checkpoints(out) else None


def stops(out: Path) -> tuple[tuple[str, Path], ...]:
    """What a run can be looked through with, in order of time: its checkpoints, then the best. (name, model)."""
    found = [(tr("step {step}").format(step=formatting.count(step)), path) for step, path in checkpoints(out)]
    chosen = best(out)
    return (*found, *(((tr("best"), chosen),) if chosen is not None else ()))


def going() -> Path | None:
    """The run in the user's data folder whose process lives, the latest if there are several."""
    logs = sorted((user_data.folder() / "runs").glob("*/metrics.jsonl"), key=_changed, reverse=True)
    return next((log.parent for log in logs if child_process.alive(_pid(log))), None)


def _changed(path: Path) -> float:
    return path.stat().st_mtime


def _pid(log: Path) -> int:
    """Of the process that was begun last, 0 where the log does not say."""
    begun = [line for line in log.read_bytes().splitlines() if b'"begin"' in line]
    told = _parsed(begun[-1]) if begun else None
    pid = told.get("pid") if told is not None else None
    return pid if isinstance(pid, int) else 0


def last_words(out: Path) -> str:
    """The last line of its stderr, or nothing."""
    try:
        said = (out / "errors.txt").read_bytes()[-LAST:].decode("utf-8", errors="replace")
    except OSError:
        return ""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def ask(out: Path, what: str) -> None:
    """Asks the run to `pause` or to `stop`. Raises OSError."""
    (out / what).touch()


def take_back(out: Path, what: str) -> None:
    """Asks it no longer. Raises OSError."""
    (out / what).unlink(missing_ok=True)


def asked(out: Path, what: str) -> bool:
    """Whether it is asked to `pause` or to `stop`."""
    return (out / what).exists()


class Log:
    """metrics.jsonl, read as it grows. `read` is cheap where nothing is new."""

    def __init__(self, out: Path) -> None:
        self._path = out / "metrics.jsonl"
        self._offset = 0
        self._file = 0  # which file it was: a run that goes on replaces its log

    def read(self) -> tuple[bool, list[dict[str, Any]]]:
        """(whether it begins again from the start, the lines that are new and whole)."""
        try:
            with self._path.open("rb") as file:
                identity = self._path.stat().st_ino
                size = file.seek(0, 2)
                again = self._offset > 0 and (identity != self._file or size < self._offset)
                self._file = identity
                if again:
                    self._offset = 0
                file.seek(self._offset)
                new = file.read(size - self._offset)
        except OSError:
            return False, []  # not there yet, or being replaced: the next look finds it
        whole = new[: new.rfind(b"\n") + 1]
        self._offset += len(whole)
        return again, [line for text in whole.splitlines() if (line := _parsed(text)) is not None]


def _parsed(text: bytes) -> dict[str, Any] | None:
    """A line; None for what is no JSON object, such as one that a crash cut short."""
    try:
        line = json.loads(text)
    except ValueError:
        return None
    return line if isinstance(line, dict) else None
