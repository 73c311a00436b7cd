"""What becomes of memory that large tensors have freed; glibc by itself changes its mind as it goes."""

import ctypes
import sys

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
"""Names of glibc's mallopt."""


def keep() -> None:
    """For a trainer: nothing is given back. Each step asks for the same; fresh pages cost a fifth of a LIIF step."""
    _set(MMAP_THRESHOLD, 1 << 30)
    _set(TRIM_THRESHOLD, (1 << 31) - 1)


def give_back() -> None:
    """For a viewer: what is larger than 1 MB is given back when it is freed. Each view asks for other sizes, and the
    holes between what is kept of them would add up to more than it.
    """
    _set(MMAP_THRESHOLD, 1 << 20)


def _set(name: int, value: int) -> None:
    """On other systems and with other C libraries there is nothing to set."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(name, value)
