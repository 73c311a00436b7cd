"""The end of the process: within a second, whatever its threads are doing."""

import os
import sys
import threading
from time import monotonic
from typing import NoReturn

from PySide6.QtCore import QCoreApplication

from engine.base import atomic_file
from engine.isolation import children
from engine.session import session
from viewer.base import background
from viewer.files import folder_index
from viewer.models import download

PATIENCE = 0.3
"""Seconds that threads get to end by themselves. All work has been cancelled by then."""
THREADS = (session.THREAD, folder_index.THREAD, background.THREAD)
"""Names of the threads that may be amid something: an operation of torch, an import, a hung network."""


def leave(status: int) -> NoReturn:
    """Ends the process. Call it when everything is saved, and every window has ended.

    The end of the interpreter is left out: it takes 0.6 s with torch loaded, and an operation of torch that still runs
    in a thread aborts a process that is being torn down.
    """
    download.end_all()
    children.kill_all()
    if _threads_end(monotonic() + PATIENCE):
        application = QCoreApplication.instance()
        if application is not None:
            application.shutdown()  # Qt hands a copied picture over to the system's clipboard
    else:
        atomic_file.discard_unfinished()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)


def _threads_end(deadline: float) -> bool:
    threads = [thread for thread in threading.enumerate() if thread.name in THREADS]
    for thread in threads:
        thread.join(max(deadline - monotonic(), 0))
    return not any(thread.is_alive() for thread in threads)
