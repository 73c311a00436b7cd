"""Runs functions that wait for the disk in threads of their own, so that the window's thread never does."""

import threading
from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.base import awaited
from engine.base.errors import UnpixelError

WAIT_S = 0.25
"""Seconds that the window's thread waits at most for a disk: one that works answers in a thousandth of that."""
THREAD = "background"
"""Name of the threads."""
Result = TypeVar("Result")


def run(
    owner: QObject,
    work: Callable[[], Result],
    take: Callable[[Result], object],
    fail: Callable[[UnpixelError], object],
) -> None:
    """Runs `work` in a new thread, then `take` with its result or `fail` with its UnpixelError in the window's thread.

    owner: if it has been deleted meanwhile, neither is called. Call this in the window's thread.
    """
    crossing = _Crossing(owner, take, fail)
    _running.add(crossing)
    threading.Thread(target=_work, args=(work, crossing), name=THREAD, daemon=True).start()


def soon(work: Callable[[], Result], otherwise: Result) -> Result:
    """Returns the result of `work`, in a thread of its own, if a disk answers at once; else `otherwise`.

    Raises what `work` raises. Call this in the window's thread, for what has to be known before it goes on.
    """
    return awaited.soon(work, otherwise, WAIT_S)


class _Crossing(QObject):
    """Takes one result from a thread to the window's thread."""

    arrived = Signal(object)

    def __init__(self, owner: QObject, take: Callable[[Result], object], fail: Callable[..., object]) -> None:
        super().__init__()
        self._owner, self._take, self._fail = owner, take, fail
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _deliver(self, result: object) -> None:
        _running.discard(self)
        if shiboken6.isValid(self._owner):
            (self._fail if isinstance(result, UnpixelError) else self._take)(result)


_running: set[_Crossing] = set()


def _work(work: Callable[[], object], crossing: _Crossing) -> None:
    try:
        result = work()
    except UnpixelError as error:
        result = error
    crossing.arrived.emit(result)
