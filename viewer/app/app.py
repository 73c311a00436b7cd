"""Starts and ends the application. Slow imports wait until the window is visible."""

import ctypes
import gc
import locale
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.base import display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NO_WINDOW = 2
"""Exit status if no window can be opened."""


def run(paths: Sequence[str], new: bool = False) -> int:
    """Opens a window and returns the exit status when all windows are closed.

    paths: files and folders, the word demo, or nothing. A running Unpixel process takes them over, unless `new`.
    """
    obstacle = display.unreachable()
    if obstacle is not None:
        print(f"unpixel: {obstacle}; without one, use: python main.py render", file=sys.stderr)
        return NO_WINDOW
    missing = _missing_libraries()
    if missing is not None:
        print(f"unpixel: {missing}", file=sys.stderr)
        return NO_WINDOW
    return _run(paths, new)


def _run(paths: Sequence[str], new: bool) -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from engine.base import allocator
    from engine.base.resources import NICENESS
    from engine.isolation import children
    from viewer.app.instance import Instance

    allocator.share_one_heap()
    application = QApplication(sys.argv[:1])
    instance = None if new else Instance()
    if instance is not None and not instance.claim_or_hand_over(paths):
        return 0
    # Another core starts the process that decodes pictures, while this one imports the window.
    children.warm_up(NICENESS)
    gc.disable()  # its passes over what the imports create took a tenth of the start, and found nothing
    from viewer.app import leftover_removal
    from viewer.app.end_signals import EndSignals
    from viewer.app.file_reports import FileReports
    from viewer.app.leaving import leave
    from viewer.app.windows import Windows
    from viewer.diagnostics import crash_file as crash_files
    from viewer.diagnostics import log, overrides
    from viewer.diagnostics.crash_file import CrashFile
    from viewer.diagnostics.hooks import Hooks

    reports = FileReports(application)
    _set_up(application)
    log.start()
    last_end, crash_file = crash_files.collect(), CrashFile()
    hooks = Hooks(application)
    overrides.guard()
    windows = Windows(application)
    hooks.failed.connect(windows.report_error)
    if instance is not None:
        instance.received.connect(windows.open_paths)
    signals = EndSignals(windows)
    signals.received.connect(windows.quit)
    application.commitDataRequest.connect(windows.end_session)
    windows.open_first(*paths, last_end=last_end)
    if "UNPIXEL_START_TIMES" in os.environ:
        from viewer.app.start_times import StartTimes

        StartTimes(windows)
    else:
        # after the first frame, as what a start tells
        QTimer.singleShot(0, windows, windows.open[-1].introduction.greet_once)
    reports.show_in(windows)
    leftover_removal.start_later(application)
    status = application.exec()
    if instance is not None:
        instance.close()
    windows.end()
    reports.end()
    hooks.remove()
    crash_file.close()
    return leave(int(status))


def _set_up(application: "QApplication") -> None:
    """Sets the names, the language and the look of the application."""
    from viewer.base import collection, language, settings, theme
    from viewer.widgets import emblem

    collection.begin(application)

    # Qt sets the user's locale for C functions as well; files are read and written with a decimal point.
    locale.setlocale(locale.LC_NUMERIC, "C")
    application.setApplicationName("unpixel")
    application.setApplicationDisplayName("Unpixel")
    application.setDesktopFileName("unpixel")
    language.install(application, settings.read().language)
    theme.use(application)
    application.setWindowIcon(emblem.icon())


def _missing_libraries() -> str | None:
    """Returns what to install if Qt cannot be loaded, or None."""
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
    """Raises OSError if Qt's X11 plugin cannot be loaded; Qt itself would end the process."""
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
