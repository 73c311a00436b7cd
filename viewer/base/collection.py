"""Python's garbage collection, in the window's thread alone.

By itself Python collects in any thread that happens to make objects. A cycle may hold a QObject, which would then be
destroyed in a thread of the engine while the window's thread may be delivering an event to it: the process crashes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1000
"""Milliseconds between two looks. Tiles and images are in no cycles, so that little waits meanwhile."""


def begin(parent: QObject) -> None:
    """Collects from now on by a timer of `parent`. Call it in the window's thread.

    What the start of the application creates is left out, as no garbage.
    """
    gc.disable()
    QTimer.singleShot(0, parent, gc.freeze)
    timer = QTimer(parent, interval=INTERVAL)
    timer.timeout.connect(collect)
    timer.start()


def collect() -> None:
    """Collects the generations that are due by Python's own thresholds."""
    due = [
        age
        for age, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > limit
    ]
    if due:
        gc.collect(due[-1])
