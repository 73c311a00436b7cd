"""Memory that views have freed, and that glibc holds on to between what is kept of them."""

import ctypes
import sys


def return_to_system() -> None:
    """Hands it to the system, in some ms. Other systems and C libraries do so by themselves."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
