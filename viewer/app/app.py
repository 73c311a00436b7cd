"""The application's start and end. What is slow to import waits until the window can be seen."""

import ctypes
import locale
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from viewer.base import display

NO_WINDOW = 2
"""The exit status where no window can be opened."""


def run(paths: Sequence[str], new: bool = False) -> int:
    """Opens a window on files and folders, the demo (by its name) or nothing, and returns when all are closed.

    Where Unpixel runs already it is given them instead, unless a `new` process is wanted.
    """
    obstacle = display.unreachable()
    if obstacle is not None:
        print(f"unpixel: {obstacle}; without one, use: python main.py render", file=sys.stderr)
        return NO_WINDOW
    lacking = _lacking_libraries()
    if lacking is not None:
        print(f"unpixel: {lacking}", file=sys.stderr)
        return NO_WINDOW
    return _run(paths, new)


def _run(paths: Sequence[str], new: bool) -> int:
    from PySide6.QtWidgets import QApplication

    from viewer.app.instance import Instance

    application = QApplication(sys.argv[:1])
    instance = None if new else Instance()
    if instance is not None and not instance.alone(paths):
        return 0
    from viewer.app.windows import Windows
    from viewer.base import language, settings, theme
    from viewer.widgets import emblem

    # Qt takes the user's decimal comma over into C's own functions, where files are read and written.
    locale.setlocale(locale.LC_NUMERIC, "C")
    application.setApplicationName("unpixel")
    application.setApplicationDisplayName("Unpixel")
    application.setDesktopFileName("unpixel")
    language.install(application, settings.read().language)
    theme.use(application)
    application.setWindowIcon(emblem.icon())
    windows = Windows(application)
    if instance is not None:
        instance.received.connect(windows.take)
    windows.begin(*paths)
    status = application.exec()
    if instance is not None:
        instance.close()
    windows.end()
    return int(status)


def _lacking_libraries() -> str | None:
    """What to install, where Qt cannot be loaded for want of a system library."""
    try:
        import PySide6.QtWidgets  # noqa: F401

        _load_x11_plugin()
    except (ImportError, OSError) as error:
        from viewer.base import system_libraries

        missing = system_libraries.missing()
        if not missing:
            return f"Qt cannot be loaded ({error}); install PySide6-Essentials again"
        names = ", ".join(name for name, _ in missing)
        packages = " ".join(sorted({package for _, package in missing}))
        return f"Qt needs {names}, which this system lacks; install with: apt install {packages}"
    return None


def _load_x11_plugin() -> None:
    """Raises OSError where Qt would end the process: it cannot load the plugin that speaks X11."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    spec = find_spec("PySide6")
    if (
        sys.platform != "linux"
        or platform not in ("", "xcb")
        or "WAYLAND_DISPLAY" in os.environ
        or spec is None
    ):
        return
    plugin = Path(str(spec.origin)).parent / "Qt/plugins/platforms/libqxcb.so"
    if plugin.exists():
        ctypes.CDLL(str(plugin))
