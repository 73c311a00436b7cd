"""The life of the trainer's process. No Qt.

The trainer outlives the window: its output goes to files, and requests to it are files, too
(viewer/training/run_folder.py). Viewing has precedence: the trainer runs at the lowest sensible priority, and its idle
threads sleep instead of spinning, so that the window and the engine get a core whenever they need one.
"""

import os
import subprocess
import sys
import threading
from pathlib import Path

from engine.base.own_command import lasting_command

NICENESS = 15
"""Above the engine's, so that views are decoded before a training step is done."""
START_TOLERANCE_S = 1.0
"""Largest difference between two readings of one process's start time."""


def environment() -> dict[str, str]:
    """Returns this process's environment, changed so that torch's idle threads sleep and a crash is told on stderr."""
    return {**os.environ, "OMP_WAIT_POLICY": "PASSIVE", "PYTHONFAULTHANDLER": "1"}


def start(out: Path, arguments: list[str]) -> "subprocess.Popen[bytes]":
    """Starts the trainer with `arguments`; its stderr goes to `errors.txt` in the folder `out`. Raises OSError."""
    out.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        group_options = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    else:
        # A new process group, so that Ctrl+C in the terminal ends the window alone. No new session: Linux divides the
        # cores among sessions first, so niceness would have no effect against the window's.
        group_options = {"process_group": 0}
    with (out / "errors.txt").open("wb") as errors:
        process = subprocess.Popen(
            lasting_command(arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=environment(),
            **group_options,
        )
    give_way(process.pid)
    # However its follower ends: without a wait, a trainer that has ended stays a zombie as long as the window lives.
    threading.Thread(target=process.wait, name="trainer-end", daemon=True).start()
    return process


def give_way(pid: int, niceness: int = NICENESS) -> None:
    """Lowers the priority of a process that has just started: threads that it starts later inherit it."""
    if sys.platform == "win32":
        import psutil

        psutil.Process(pid).nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.setpriority(os.PRIO_PROCESS, pid, max(niceness, os.getpriority(os.PRIO_PROCESS, 0)))


def alive(pid: int, started: float) -> bool:
    """Returns whether the trainer's process `pid`, which started at `started` (seconds since the epoch), is alive.

    The system reuses process ids, so the start time and the command are compared, too.
    """
    import psutil  # not at the top: the first window does not wait for it

    try:
        process = psutil.Process(pid)
        return (
            process.status() != psutil.STATUS_ZOMBIE
            and abs(process.create_time() - started) < START_TOLERANCE_S
            and "train" in process.cmdline()
        )
    except (psutil.Error, ValueError):
        return False
