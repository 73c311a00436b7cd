"""The priority of a thread. Linux only: threads have no niceness of their own elsewhere."""

import os
import sys
import threading


def lower_priority(niceness: int) -> None:
    """Gives the calling thread a niceness, from 0 to 19, the lowest. Threads that it starts inherit it."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)
