"""The priority of a thread. Linux only: threads have no niceness of their own elsewhere."""

import os
import sys
import threading


def lower_priority(niceness: int) -> None:
    """Gives the calling thread a niceness, from 0 to 19, the lowest. Threads that it starts inherit it."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)


def yield_to_window(niceness: int) -> None:
    """Lets the window's thread go first where both want the same core.

    torch's threads wait asleep instead of spinning, which would occupy the window's core; torch reads the variable when
    it is loaded. Elsewhere than on Linux the system's scheduler favours the foreground window by itself.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    lower_priority(niceness)
