"""When a file was created. Python's os.stat does not say it on Linux: the C library is asked (statx)."""

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

AT_FDCWD = -100
STATX_BTIME = 0x800
BYTES = 256
"""Size of struct statx."""
MASK_AT, SECONDS_AT, NANOSECONDS_AT = 0, 80, 88
"""Where struct statx has the mask of what is known (uint32), and the creation (int64 seconds, uint32 ns)."""


def birth_time(path: Path | str, status: os.stat_result) -> int:
    """Returns when a file was created, in ns since 1970; where the system does not know, its last change.

    status: of the file.
    """
    known = getattr(status, "st_birthtime_ns", None) or getattr(status, "st_birthtime", 0) * 10**9
    return int(known) or _of_linux(os.fsencode(path)) or status.st_mtime_ns


def _of_linux(path: bytes) -> int:
    """Returns the time in ns; 0 where it is not known."""
    statx, found = _statx(), ctypes.create_string_buffer(BYTES)
    if statx is None or statx(AT_FDCWD, path, 0, STATX_BTIME, found) != 0:
        return 0
    raw = found.raw
    mask = int.from_bytes(raw[MASK_AT : MASK_AT + 4], sys.byteorder)
    seconds = int.from_bytes(raw[SECONDS_AT : SECONDS_AT + 8], sys.byteorder, signed=True)
    nanoseconds = int.from_bytes(raw[NANOSECONDS_AT : NANOSECONDS_AT + 4], sys.byteorder)
    return seconds * 10**9 + nanoseconds if mask & STATX_BTIME else 0


@cache
def _statx() -> Any:
    """Returns the function of the C library; None where there is none."""
    return getattr(ctypes.CDLL(None), "statx", None) if sys.platform == "linux" else None
