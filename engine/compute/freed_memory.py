"""Returns freed memory to the system. glibc keeps freed blocks that lie between blocks still in use."""

import ctypes
import sys


def return_to_system() -> None:
    """Returns freed memory to the system, in a few ms. Other systems and C libraries do this by themselves."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
