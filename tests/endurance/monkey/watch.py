"""Watches the process under the monkey: exceptions, warnings, times of frames, memory. Writes the log of actions."""

import ctypes
import gc
import logging
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from viewer.app import leaving
from viewer.canvas.canvas import Canvas

HARMLESS = ("propagateSizeHints", "This plugin does not support")
"""Parts of messages about what a platform without windows cannot do."""


class Watch:
    """broken: what must not happen and did. frames: milliseconds of each paint of a canvas, wall time and CPU time.

    samples: (seconds, bytes) of resident memory, taken when the windows are in the same state and the allocator has
    given its free pages back. resident: the same before it has.
    """

    def __init__(self, log: Path) -> None:
        self.broken: list[str] = []
        self.frames: list[tuple[float, float]] = []
        self.samples: list[tuple[float, int]] = []
        self.resident: list[tuple[float, int]] = []
        self.began = time.monotonic()
        self._log = log.open("w", buffering=1, encoding="utf-8")

    def install(self) -> None:
        """Hooks into Python and Qt. Call before the first window."""
        sys.excepthook = self._except
        threading.excepthook = lambda args: self._except(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self._except(
            type(args.exc_value), args.exc_value, args.exc_traceback
        )
        qInstallMessageHandler(self._qt_message)
        warnings.simplefilter("ignore", ResourceWarning)  # a training outlives its window
        warnings.showwarning = lambda text, kind, *_: self.fault(f"{kind.__name__}: {text}")
        logging.basicConfig(level=logging.ERROR)
        self._time_paints()

    def before_leaving(self, report: Callable[[], None]) -> None:
        """Calls `report` when the application has ended, before it leaves the process, which it may do at once.

        Takes the handler of messages out of Qt, which would call it after Python has ended.
        """
        leave = leaving.leave

        def leave_with_report(status: int) -> int:
            qInstallMessageHandler(None)
            report()
            return leave(status)

        leaving.leave = leave_with_report

    def note(self, action: str) -> None:
        """Appends an action to the log."""
        self._log.write(f"{time.monotonic() - self.began:8.3f} {action}\n")

    def fault(self, what: str) -> None:
        """Reports what must not happen."""
        self.broken.append(what)
        self.note(f"FAULT {what}")
        print(what, file=sys.__stderr__, flush=True)

    def sample_memory(self) -> None:
        """Takes a sample of resident memory."""
        gc.collect()
        now = time.monotonic() - self.began
        self.resident.append((now, _resident_bytes()))
        ctypes.CDLL(None).malloc_trim(0)
        self.samples.append((now, _resident_bytes()))

    def _except(self, kind: type, value: BaseException | None, trace: object) -> None:
        self.fault("".join(traceback.format_exception(kind, value, trace)))

    def _qt_message(self, kind: QtMsgType, context: object, text: str) -> None:
        serious = kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
        if serious and not any(part in text for part in HARMLESS):
            self.fault(f"Qt: {text}\n{''.join(traceback.format_stack(limit=6))}")

    def _time_paints(self) -> None:
        paint = Canvas.paintEvent

        def timed(canvas, event):
            wall, cpu = time.perf_counter(), time.thread_time()
            paint(canvas, event)
            self.frames.append((1e3 * (time.perf_counter() - wall), 1e3 * (time.thread_time() - cpu)))

        Canvas.paintEvent = timed


def _resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def slope_mb_per_minute(samples: list[tuple[float, int]], warm_up: float) -> float | None:
    """Fits a line through the samples after `warm_up` seconds; None if there are fewer than five."""
    rest = [(t / 60, size / 1e6) for t, size in samples if t >= warm_up]
    return float(np.polyfit(*zip(*rest, strict=True), 1)[0]) if len(rest) >= 5 else None
