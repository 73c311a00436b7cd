"""What a child is to do, and what comes back."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from engine.base.errors import UnpixelError
from engine.isolation.channel import Json

ARGUMENT = "--job-child"
"""First argument of the command that runs a child (main.py). No file given to Unpixel is likely to have that name."""
CORES = os.cpu_count() or 1
Report = Callable[[float, tuple[NDArray[Any], ...]], None]


def ignore(_done: float, _arrays: tuple[NDArray[Any], ...]) -> None:
    """The report of a job whose progress nobody follows."""


@dataclass(frozen=True)
class Job:
    """name: of a function in `serving.JOBS`, which gets the arguments.

    subject, error: the file and the type of the error that is raised if the job fails.
    seconds: limit of the time that it may take; if it asks for more, up to most_seconds.
    most_bytes: limit of the arrays that it may return, together.
    niceness: of the process, 0 to 19.
    keep: whether the process stays warm for the next job. One that has imported torch takes 300 MB.
    target: descriptor of a file that the job writes in place of arrays, if it does; of at most most_bytes.
    report: called with what a job reports while it runs: how much is done, 0 to 1, and copies of arrays.
    """

    name: str
    subject: Path
    error: type[UnpixelError]
    seconds: float
    most_seconds: float
    most_bytes: int
    niceness: int = 0
    arguments: Json = field(default_factory=dict)
    keep: bool = True
    target: int | None = None
    report: Report = ignore

    def request(self) -> Json:
        """The message to the child."""
        return {
            "job": self.name,
            "arguments": self.arguments,
            "cpu_seconds": self.most_seconds * CORES,
            "most_bytes": self.most_bytes,
        }


@dataclass(frozen=True)
class Result:
    """answer: the child's message, which is not to be trusted. arrays: read-only, in the order of the answer."""

    answer: Json
    arrays: tuple[NDArray[Any], ...]
