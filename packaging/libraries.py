"""Runs first in a bundle for Linux, before main.py: the libraries of the system and of the bundle.

PyInstaller sets LD_LIBRARY_PATH for the start. Programs that Unpixel opens, such as a browser, must not get it.
Qt needs libEGL and libGL, which come with a display driver. A system without one, as a bare machine with a remote
display, gets the vendor-neutral ones of the bundle; Unpixel itself draws without them.
"""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

FALLBACK = Path(sys._MEIPASS) / "fallback"  # type: ignore[attr-defined]
ORDER = ("libGLdispatch.so.0", "libGLX.so.0", "libOpenGL.so.0", "libEGL.so.1", "libGL.so.1")

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before

if FALLBACK.is_dir() and sys.argv[1:2] != ["--job-child"]:
    for name in ORDER:
        try:
            ctypes.CDLL(name, ctypes.RTLD_GLOBAL)
        except OSError:
            with suppress(OSError):
                ctypes.CDLL(str(FALLBACK / name), ctypes.RTLD_GLOBAL)
