"""The C library's allocator: large blocks go back to the system when they are freed."""

import ctypes
import platform

LARGE = 4 << 20
"""Bytes. Tiles of a view are smaller; pictures, their copies and the arrays of encoding are larger."""
M_MMAP_THRESHOLD = -3
"""The number of the setting in glibc's malloc.h."""


def return_large_blocks() -> None:
    """Has glibc map blocks of LARGE bytes or more by themselves, for the whole process. Other C libraries stay as is.

    By itself glibc raises this limit up to 32 MB as blocks are freed, and then keeps freed blocks of tens of MB among
    its smaller ones. After a minute of windows that open, close and change pictures it kept 200 MB more than with the
    fixed limit. Mapping costs 3 ms of a 4K frame, and nothing that could be measured at full HD.
    """
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE)
