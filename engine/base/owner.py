"""Names this process in files of its work in progress, and says whether the process of such a file is alive."""

import os
import time

CLOCK_TOLERANCE_S = 60.0
"""Largest error of a process's start time as the system reports it: the clock may have been set in between."""
STARTED = time.time()
"""Seconds since the epoch, from which on this process surely was running."""


def this_process() -> tuple[int, float]:
    """Returns the id of this process, and a time at which it was running."""
    return os.getpid(), STARTED


def alive(pid: int, at: float) -> bool:
    """Returns whether the process that had the id `pid` at the time `at` (seconds since the epoch) is alive.

    The system reuses process ids, but the next process with the same id began after `at`. In doubt it is alive.
    """
    import psutil  # not at the top: the first window does not wait for it

    try:
        process = psutil.Process(pid)
        zombie: bool = process.status() == psutil.STATUS_ZOMBIE
        return not zombie and bool(process.create_time() <= at + CLOCK_TOLERANCE_S)
    except (psutil.NoSuchProcess, ValueError, OverflowError):
        return False
    except psutil.Error:
        return True
