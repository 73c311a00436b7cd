"""The end of the process: within a second, whatever its threads are doing."""

import os
import sys
import threading
from time import monotonic

from engine.base import atomic_file
from engine.isolation import children
from engine.session import session
from viewer.files import folder_index
from viewer.models import download

PATIENCE = 0.5
"""Seconds that threads get to end by themselves. All work has been cancelled by then."""
THREADS = (session.THREAD, folder_index.THREAD)
"""Names of the threads that may be amid something: an operation of torch, an import, a hung network."""


def leave(status: int) -> int:
    """Returns the status when all threads have ended; else ends the process with it.

    Call it when everything is saved, and every window has ended. The interpreter itself would wait for its threads, and
    an operation of torch in one of them aborts a process that is being torn down.
    """
    download.end_all()
    children.end_all()
    if not _threads_end(monotonic() + PATIENCE):
        atomic_file.discard_unfinished()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(status)
    return status


def _threads_end(deadline: float) -> bool:
    threads = [thread for thread in threading.enumerate() if thread.name in THREADS]
    for thread in threads:
        thread.join(max(deadline - monotonic(), 0))
    return not any(thread.is_alive() for thread in threads)
