"""The request for a new run: its settings, and the command-line arguments made from them. No Qt."""

import os
import shlex
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from engine.base import toml_text


@dataclass(frozen=True)
class RunRequest:
    """The values of the form.

    images: the folder, for siren one picture. start: a model's name or file, or "". device: auto, cpu or cuda.
    changes: overrides `section.key=value` of the recipe. out: the run's folder. minutes: length of the run; 0 for the
    recipe's.
    """

    images: str
    recipe: str
    start: str
    device: str
    changes: tuple[str, ...]
    out: str
    minutes: int = 0

    @property
    def overrides(self) -> list[str]:
        """The recipe's name, and overrides for its data, network and device."""
        found = [self.recipe, _override("data.root", self.images)]
        found += [_override("train.start", self.start)] if self.start else []
        found += [f"train.device={self.device}"] if self.device != "auto" else []
        found += [f"train.minutes={self.minutes}"] if self.minutes else []
        return [*found, *self.changes]

    @property
    def start_arguments(self) -> list[str]:
        """Arguments that start the run."""
        return ["train", *self.overrides, _override("run.out", self.out), "--json"]

    @property
    def check_arguments(self) -> list[str]:
        """Arguments that check whether the run can work."""
        return ["train", "--check", *self.overrides, "--json"]


def resume_arguments(out: Path, changes: Iterable[str]) -> list[str]:
    """Returns arguments that resume the run in `out`, with changes such as train.steps=20000."""
    return ["train", *changes, "--resume", str(out), "--json"]


def split(changes: str) -> list[str]:
    """Splits typed overrides as a shell would. An unclosed quote is an ordinary character."""
    try:
        return shlex.split(changes, posix=os.name == "posix")
    except ValueError:
        return changes.split()


def free_folder(runs: Path, recipe: str, taken: Collection[Path] = ()) -> Path:
    """Returns the first folder that does not exist and is not taken: live-1, live-2, …"""
    folders = (runs / f"{recipe}-{number}" for number in count(1))
    return next(folder for folder in folders if folder not in taken and not folder.exists())


def _override(key: str, value: str) -> str:
    """Returns an override of a string key. It is quoted, so that 1=2 or 7 stay strings."""
    return f"{key}={toml_text.quoted(value)}"
