"""Finds the processes that a case has started, also those that no longer have a parent."""

import os
import time
import uuid
from contextlib import suppress

import psutil

MARK = "ENDURANCE_CASE"


def mark() -> str:
    """Returns a new mark for the environment of a process; its children inherit it."""
    return uuid.uuid4().hex


def marked(value: str) -> list[psutil.Process]:
    """Returns the running processes with this mark."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == value and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess, OSError):
            continue
    return [process for process in found if process.pid != os.getpid()]


def left_after(value: str, seconds: float) -> list[str]:
    """Waits until no process has this mark. Returns the command lines of those that are left, and kills them.

    Beside other tests, a training of low priority would starve: it gets the normal one, where that is allowed.
    """
    end = time.monotonic() + seconds
    while (left := marked(value)) and time.monotonic() < end:
        for process in left:
            with suppress(psutil.Error):
                process.nice(0)
        time.sleep(0.2)
    commands = []
    for process in left:
        try:
            commands.append(" ".join(process.cmdline()))
            process.kill()
        except psutil.NoSuchProcess:
            continue
    return commands
