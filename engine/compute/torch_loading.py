"""Imports torch in a thread without freezing the window.

A plain import blocks the interpreter for half a second at a time.
"""

import gc
import sys
from importlib.util import find_spec
from pathlib import Path


def load_torch() -> None:
    """Imports torch unless it is imported already. Any thread.

    The longest pause is the system's loading of torch's libraries. Loaded through ctypes, it lets other threads run.
    The next are the garbage collector's passes over the objects that the import creates, none of which is garbage.
    """
    if "torch" in sys.modules:
        return
    if sys.platform == "linux":
        _load_libraries()
    collecting = gc.isenabled()
    gc.disable()
    try:
        import torch  # noqa: F401
    finally:
        if collecting:
            gc.enable()
    gc.freeze()


def _load_libraries() -> None:
    """Loads the libraries that `import torch` would load. If this fails, the import itself reports what is wrong."""
    import ctypes

    spec = find_spec("torch")
    if spec is None or spec.origin is None:
        return
    library = Path(spec.origin).parent / "lib" / "libtorch_python.so"
    system = ctypes.CDLL(None)
    system.dlopen.restype = ctypes.c_void_p
    system.dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    system.dlopen(str(library).encode(), 1)  # RTLD_LAZY
