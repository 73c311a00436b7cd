"""Memory that a step has freed stays with the process: the next step asks for the same again."""

import ctypes
import sys

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
"""Names of glibc's mallopt."""


def retain_freed_memory() -> None:
    """From now on glibc gives nothing back: fresh pages cost a fifth of a LIIF step. Elsewhere nothing is done."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none
    if mallopt is not None:
        mallopt(MMAP_THRESHOLD, 1 << 30)
        mallopt(TRIM_THRESHOLD, (1 << 31) - 1)
