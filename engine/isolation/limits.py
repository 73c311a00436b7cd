"""What a child may use of the machine. Only the child's own process calls this.

Linux enforces all limits. macOS does not enforce the one of the memory, and Windows has none of them (not tried there);
the app's limit of time holds everywhere.
"""

import contextlib
import os
import resource
import sys
from pathlib import Path

from engine.base import free_memory

MEMORY_SHARE = 0.9
"""Of the memory that is available when a job begins."""
LEAST_MEMORY = 512 << 20
"""Bytes that a job may take however little is available: the system knows better what it can swap out."""


def lower_priority(niceness: int) -> None:
    """Gives this process a niceness from 0 to 19, the lowest; never one that is lower than it has."""
    os.setpriority(os.PRIO_PROCESS, 0, max(niceness, os.getpriority(os.PRIO_PROCESS, 0)))


def limit_for_life() -> None:
    """Sets what holds for every job: no core dumps; when memory runs out, the system ends this process first."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # a sandbox may forbid it
            Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def limit_job(cpu_seconds: float, file_bytes: int) -> None:
    """Limits the job that begins now: memory by what is available, processor time, and the size of files."""
    if sys.platform == "linux":
        most = max(LEAST_MEMORY, int(MEMORY_SHARE * free_memory.available_bytes()))
        _set_soft(resource.RLIMIT_AS, _address_space() + most)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set_soft(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + cpu_seconds) + 1)
    _set_soft(resource.RLIMIT_FSIZE, file_bytes)


def limit_memory(more_bytes: int | None) -> None:
    """Lets the job that runs use `more_bytes` more than this process uses now; None lifts the limit."""
    if sys.platform == "linux":
        most = resource.RLIM_INFINITY if more_bytes is None else _address_space() + more_bytes
        _set_soft(resource.RLIMIT_AS, most)


def _set_soft(which: int, value: int) -> None:
    _, hard = resource.getrlimit(which)
    resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _address_space() -> int:
    """Bytes of addresses that this process uses now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
