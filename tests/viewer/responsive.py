"""Watches whether the window's thread runs its events, while a disk does not answer."""

import sys
import threading
import time
import traceback
from contextlib import contextmanager

from PySide6.QtCore import QTimer

TICK_MS = 20
LONGEST_S = 6.0
"""Seconds without an event, from which on the thread counts as blocked: many times what it takes on a busy machine."""


class Ticks:
    """blocked: where the window's thread stood when it did not run its events, as the text of its stack."""

    def __init__(self, unblock):
        self.blocked, self.count = [], 0
        self._unblock, self._at, self._ended = unblock, time.monotonic(), threading.Event()
        self._main = threading.get_ident()
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def end(self):
        self._timer.stop()
        self._ended.set()
        self._thread.join()

    def _tick(self):
        self._at, self.count = time.monotonic(), self.count + 1

    def _watch(self):
        while not self._ended.wait(0.05):
            if time.monotonic() - self._at > LONGEST_S:
                frames = traceback.format_stack(sys._current_frames()[self._main])
                self.blocked.append("".join(each for each in frames if "site-packages" not in each)[-4000:])
                self._unblock()
                return


@contextmanager
def ticking(unblock):
    """Yields Ticks. unblock: called, in a thread, when the window's thread is blocked, so that the test goes on."""
    ticks = Ticks(unblock)
    try:
        yield ticks
    finally:
        ticks.end()
