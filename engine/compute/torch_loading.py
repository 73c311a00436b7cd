"""torch, loaded beside a window that goes on: its import would hold the interpreter for half a second at a time."""

import gc
import sys
from importlib.util import find_spec
from pathlib import Path


def load_torch() -> None:
    """Imports torch, unless it is there already. Any thread.

    The longest stop is the system's loading of torch's libraries: asked for through ctypes it lets other threads run.
    The next are the collector's walks over all that an import makes, of which nothing is garbage.
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
    """What `import torch` would load; where it is not found, or does not load, that import says what is wrong."""
    import ctypes

    spec = find_spec("torch")
    if spec is None or spec.origin is None:
        return
    library = Path(spec.origin).parent / "lib" / "libtorch_python.so"
    system = ctypes.CDLL(None)
    system.dlopen.restype = ctypes.c_void_p
    system.dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    system.dlopen(str(library).encode(), 1)  # RTLD_LAZY
