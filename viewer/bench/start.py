"""`bench start`: from the start of the process to its first window, and to the picture in it. No Qt in this process.

warm: the files of the program are in the system's cache. cold: they were dropped from it, as after a start of the
machine, except those that other processes use at the time. Linux alone can drop them.
"""

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from time import monotonic
from typing import Any

from engine.base.own_command import ROOT, installation, own_command

REPEATS = {"cold": 3, "warm": 5}


def start(image: str) -> list[dict[str, Any]]:
    """Returns a row for cold starts and one for warm ones, medians in seconds. Raises SystemExit if a start fails."""
    ways = ("cold", "warm") if hasattr(os, "posix_fadvise") else ("warm",)
    _times(image)  # makes what the first start makes, such as byte code
    return [_row(way, image) for way in ways]


def table(result: dict[str, Any]) -> str:
    """Formats the result as text."""
    lines = [f"seconds from the start of the process ({result['rows'][0]['program']}), median"]
    lines += [
        f"{row['way']:<5} window {row['window_s']:.2f}  picture {row['picture_s']:.2f}"
        for row in result["rows"]
    ]
    return "\n".join(lines)


def _row(way: str, image: str) -> dict[str, Any]:
    found = []
    for _ in range(REPEATS[way]):
        if way == "cold":
            _drop_from_cache()
        found.append(_times(image))
    window, picture = (round(statistics.median(times), 3) for times in zip(*found, strict=True))
    about = {"bench": "start", "program": installation(), "way": way}
    return about | {"window_s": window, "picture_s": picture}


def _times(image: str) -> tuple[float, float]:
    """Starts the application once. Returns the seconds until the window and until the picture were painted."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "UNPIXEL_START_TIMES": "1", "UNPIXEL_DATA": folder}
        began, found = monotonic(), []
        command = own_command(["view", "--new", image])
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                found.append((line.strip(), monotonic() - began))
    if [name for name, _ in found] != ["window", "picture"]:
        raise SystemExit(f"the application ended with {process.returncode} before it showed {image}")
    return found[0][1], found[1][1]


def _drop_from_cache() -> None:
    folders = {sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), str(ROOT)}
    if getattr(sys, "frozen", False):  # the executable of a bundle holds the modules
        folders = {str(Path(sys.executable).parent)}
    for folder in folders:
        for path in Path(folder).rglob("*"):
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
