"""Members of the family of processes are killed in random order: none is left, and the next start works.

The family is the window with an export, the process that decodes pictures, and the training. A training outlives its
window by design: it is no orphan, the next window follows it, and here it is killed in the end, too.
"""

import json
import os
import signal
import subprocess
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import psutil

from tests.endurance import forked, processes, quitting
from tests.endurance.row import Row

BEGINS = 60.0
"""Seconds until the window and what it starts are there, on a busy machine."""
ENDS = 20.0
"""Seconds until a process without its window has ended, on a busy machine."""
KINDS = ("open", "export", "training")


def case(seed: int, index: int, folder: Path) -> str:
    """Kills the members of one family. What the window does takes turns."""
    kind, chance = KINDS[index % len(KINDS)], np.random.default_rng([seed, index])
    mark, process = processes.mark(), forked.server()
    window = _started(kind, mark, folder)
    _wait((folder / "shown").exists, "a window")
    time.sleep(chance.uniform(0.0, 1.0))
    order = []
    for _ in range(chance.integers(1, 5)):
        members = _members(window, mark)
        name, member = members[chance.integers(len(members))]
        if name == "window":
            break
        with suppress(psutil.NoSuchProcess):
            member.kill()
        order.append(name)
        time.sleep(chance.uniform(0.0, 0.2))
    _kill_window(window)
    order.append("window")
    status, _ = process.wait(BEGINS)
    assert status in (0, -signal.SIGKILL), f"the window ended with {status}: {order}"
    _end_training(mark, order)
    left = processes.left_after(mark, ENDS)
    assert not left, f"left after {order}: {left}"
    _check_next_start(folder)
    return f"none left of {len(order)}"


@cache
def pictures() -> Path:
    """Returns the folder of the files that all cases open."""
    folder = Path(mkdtemp())
    quitting.drawn(folder)
    return folder


def _started(kind: str, mark: str, folder: Path) -> int:
    environment = {processes.MARK: mark, "UNPIXEL_DATA": str(folder / "data")}
    arguments = [kind, "close", 3600.0, 0, str(folder), str(pictures())]
    return forked.server().start("tests.endurance.quitting:run", arguments, environment, folder / "stderr")


def _members(window: int, mark: str) -> list[tuple[str, psutil.Process]]:
    """Returns the living processes of the family with their names."""
    found = [(_name(each), each) for each in processes.marked(mark)]
    if psutil.pid_exists(window) and psutil.Process(window).status() != psutil.STATUS_ZOMBIE:
        found.append(("window", psutil.Process(window)))
    return sorted(found, key=lambda each: each[1].pid)


def _name(process: psutil.Process) -> str:
    with suppress(psutil.Error):
        return "training" if "train" in process.cmdline() else "decoder"
    return "gone"


def _kill_window(window: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(window, signal.SIGKILL)


def _end_training(mark: str, order: list[str]) -> None:
    for process in processes.marked(mark):
        with suppress(psutil.Error):
            if _name(process) == "training":
                process.kill()
                order.append("training")


def _check_next_start(folder: Path) -> None:
    """Starts the application with the state that was left, and quits it."""
    place = folder / "next"
    place.mkdir()
    environment = {"UNPIXEL_DATA": str(folder / "data")}
    arguments = ["open", "quit", 0.3, 0, str(place), str(pictures())]
    process = forked.server()
    process.start("tests.endurance.quitting:run", arguments, environment, place / "stderr")
    status, _ = process.wait(BEGINS)
    errors = (place / "stderr").read_text(errors="replace")[-3000:]
    assert status == 0, f"the next start ended with {status}: {errors}"
    assert not json.loads((place / "figures.json").read_text())["broken"], errors


def _wait(condition, what: str) -> None:
    end = time.monotonic() + BEGINS
    while not condition():
        if time.monotonic() > end:
            raise subprocess.TimeoutExpired(what, BEGINS)
        time.sleep(0.02)


ROW = Row(
    name="orphans",
    fault="members of the family of processes killed in random order",
    expected="no process is left; the next start works",
    case=case,
    prepare=pictures,
    ci=3,
    long=500,
    seconds=120,
)
