"""Saves the state of the windows while it is used, so that a killed process loses at most the last second."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer

from viewer.app import restoring
from viewer.app.main_window import MainWindow
from viewer.base import state

PERIOD_MS = 1000
"""Milliseconds between two looks at the state. A look takes some 50 microseconds of the window's thread."""
LONGEST_WRITE_S = 0.5
"""Seconds that the end of the process waits for a write to a disk that hangs."""


class Autosave(QObject):
    """Looks at the open windows once a second, and saves their state if it has changed.

    windows: returns the open windows, the active one at the end. Writing takes 1 to 50 ms, more on a slow
    disk; a thread does it.
    """

    def __init__(self, windows: Callable[[], Sequence[MainWindow]], parent: QObject) -> None:
        super().__init__(parent)
        self._windows = windows
        self._saved: dict[str, Any] = {}
        self._writer: threading.Thread | None = None
        self._timer = QTimer(self, interval=PERIOD_MS)
        self._timer.timeout.connect(self._save_changes)
        self._timer.start()

    def save(self) -> None:
        """Saves the state of the windows at once: one closes, or the process ends."""
        if self._writer is not None:
            self._writer.join(LONGEST_WRITE_S)
        self._saved = restoring.snapshot_all(self._windows())
        state.store_all(self._saved)

    def _save_changes(self) -> None:
        windows = self._windows()
        if not windows or (self._writer is not None and self._writer.is_alive()):
            return
        found = restoring.snapshot_all(windows)
        if found != self._saved:
            self._saved = found
            self._writer = threading.Thread(target=state.store_all, args=(found,), name="autosave")
            self._writer.start()
