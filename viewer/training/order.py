"""A training as it was asked for, and how the command line says it. No Qt."""

import json
import os
import shlex
from dataclasses import dataclass
from itertools import count
from pathlib import Path


@dataclass(frozen=True)
class Order:
    """images: the folder (for siren one picture). start: a model's name or file, or nothing. device: auto, cpu, cuda.

    changes: `section.key=value`, over the recipe's. out: the run's folder.
    """

    images: str
    recipe: str
    start: str
    device: str
    changes: str
    out: str

    @property
    def data(self) -> list[str]:
        """The recipe and what concerns its data and its network: as `train --check` is asked."""
        said = [self.recipe, _said("data.root", self.images)]
        said += [_said("train.start", self.start)] if self.start else []
        said += [f"train.device={self.device}"] if self.device != "auto" else []
        return [*said, *parted(self.changes)]

    @property
    def start_arguments(self) -> list[str]:
        """Those that begin the run."""
        return ["train", *self.data, _said("run.out", self.out), "--json"]

    @property
    def check_arguments(self) -> list[str]:
        """Those that ask whether the run can work."""
        return ["train", "--check", *self.data, "--json"]


def resume_arguments(out: Path, changes: str) -> list[str]:
    """Those that go on with the run in `out`, with changes such as train.steps=20000."""
    return ["train", *parted(changes), "--resume", str(out), "--json"]


def parted(changes: str) -> list[str]:
    """Changes as they were typed, apart. A quote that is left open is a character like others."""
    try:
        return shlex.split(changes, posix=os.name == "posix")
    except ValueError:
        return changes.split()


def free_folder(runs: Path, recipe: str) -> Path:
    """A folder that is not there yet: live-1, live-2, …"""
    return next(folder for number in count(1) if not (folder := runs / f"{recipe}-{number}").exists())


def _said(key: str, value: str) -> str:
    """An override whose value is a string, whatever it looks like."""
    return f"{key}={json.dumps(value, ensure_ascii=False)}"
