"""System libraries that Qt needs for a window, and the Debian packages that hold them. Does not load Qt."""

import ctypes
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

PACKAGES = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libglib-2.0.so.0": "libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0t64",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

QT_FILES = ("lib/libQt6Widgets.so.6", "lib/libQt6XcbQpa.so.6", "plugins/platforms/libqxcb.so")
"""Files below Qt's folder that a window on X11 loads."""


def missing() -> list[tuple[str, str]]:
    """Returns the missing libraries as sorted pairs (library, Debian package); none on systems other than Linux.

    Raises nothing. If the package is unknown, the second item is a command that finds it.
    """
    spec = find_spec("PySide6") if sys.platform == "linux" else None
    if spec is None or spec.submodule_search_locations is None:
        return []
    qt = Path(next(iter(spec.submodule_search_locations))) / "Qt"
    names = {name for file in QT_FILES for name in _not_found(qt / file)}
    return [(name, PACKAGES.get(name, f"apt-file search {name}")) for name in sorted(names)]


def _not_found(library: Path) -> list[str]:
    """Returns the names of the libraries that the system's loader does not find."""
    try:
        output = subprocess.run(
            ["ldd", str(library)],
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
            env={**os.environ, **_bundled()},
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        # Without ldd (a very small system), try to load each library of the list.
        return [name for name in PACKAGES if not _loads(name)]
    return [
        line.split("=>")[0].strip() for line in output.splitlines() if "not found" in line and "=>" in line
    ]


def _bundled() -> dict[str, str]:
    """Names the folders of a bundle's own libraries for the loader (packaging/libraries.py)."""
    if not getattr(sys, "frozen", False):
        return {}
    inside = Path(sys._MEIPASS)  # type: ignore[attr-defined]
    return {"LD_LIBRARY_PATH": f"{inside}:{inside / 'fallback'}"}


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
