"""The trainer's process: how it is begun, and whether it lives. No Qt.

It is nobody's child to end: its output goes to files, so that it outlives the window, and it is told what to do
by files too (viewer/training/run_folder.py). Viewing goes first: it runs at the lowest sensible priority, and its
threads wait asleep, so that the window and the engine take a core whenever they want one.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

NICENESS = 15
"""Beyond the engine's own: views are decoded before a training step is done."""


def command(arguments: list[str]) -> list[str]:
    """Unpixel's command line in a process of its own: of a bundle, an installation or a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    spec = find_spec("main")
    assert spec is not None and spec.origin is not None
    return [sys.executable, spec.origin, *arguments]


def environment() -> dict[str, str]:
    """This process's, in which torch's threads wait asleep."""
    return {**os.environ, "OMP_WAIT_POLICY": "PASSIVE"}


def start(out: Path, arguments: list[str]) -> "subprocess.Popen[bytes]":
    """Begins the trainer for the run in `out`. Raises OSError."""
    out.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    else:
        # A process group, so that Ctrl+C in the terminal ends the window alone; but no session of its own: Linux
        # shares its cores out by sessions first, and niceness would count for nothing against the window's.
        apart = {"process_group": 0}
    with (out / "errors.txt").open("wb") as errors:
        process = subprocess.Popen(
            command(arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=environment(),
            **apart,
        )
    give_way(process.pid)
    return process


def give_way(pid: int) -> None:
    """Lowers the priority of a process that has just begun, and has no threads yet but its first."""
    if sys.platform == "win32":
        import psutil

        psutil.Process(pid).nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.setpriority(os.PRIO_PROCESS, pid, max(NICENESS, os.getpriority(os.PRIO_PROCESS, 0)))


def alive(pid: int) -> bool:
    """Whether the trainer whose process was `pid` lives; another process may have got its number since."""
    import psutil  # here: the window's start does not wait for it

    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and "train" in process.cmdline()
    except (psutil.Error, ValueError):
        return False
