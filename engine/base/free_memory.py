"""How much memory the system can give without swapping or ending a process."""

import os
import sys
from pathlib import Path

CONTROL_GROUP = Path("/sys/fs/cgroup")
"""Folder of the limits of a container, as seen from inside (cgroup v2)."""


def available_bytes() -> int:
    """Returns the bytes that a process may still take. In a container its limit counts, too."""
    if sys.platform != "linux":
        import psutil  # not at the top: it takes 30 ms to import

        return int(psutil.virtual_memory().available)
    found = [_meminfo_bytes("MemAvailable:"), _container_bytes()]
    return min(number for number in found if number is not None)


def _meminfo_bytes(field: str) -> int:
    for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1]) << 10
    return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")  # kernels before 3.14


def _container_bytes() -> int | None:
    """Returns what is left below the container's limit; None without one."""
    try:
        limit = (CONTROL_GROUP / "memory.max").read_text(encoding="ascii").strip()
        used = (CONTROL_GROUP / "memory.current").read_text(encoding="ascii")
    except OSError:
        return None
    return None if limit == "max" else max(int(limit) - int(used), 0)
