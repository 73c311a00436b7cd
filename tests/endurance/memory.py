"""Memory and CPU time of this process and its children."""

import re
from pathlib import Path

import psutil


def reset_peak() -> None:
    """Sets the peaks back to what is resident now."""
    for process in _processes():
        try:
            Path(f"/proc/{process}/clear_refs").write_text("5")
        except OSError:
            continue  # it has ended


def resident() -> int:
    """Resident bytes."""
    return sum(_status(process, "VmRSS") for process in _processes())


def peak() -> int:
    """The sum of the peaks of resident bytes since `reset_peak`."""
    return sum(_status(process, "VmHWM") for process in _processes())


def cpu_seconds(process: psutil.Process) -> float:
    """CPU time of a process; 0 if it has ended."""
    try:
        used = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return used.user + used.system


def _processes() -> list[int]:
    own = psutil.Process()
    return [own.pid, *(child.pid for child in own.children(recursive=True))]


def _status(process: int, field: str) -> int:
    """Returns a field of /proc/PID/status in bytes; 0 if the process has ended."""
    try:
        found = re.search(rf"^{field}:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0
