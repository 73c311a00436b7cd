"""Runs functions that wait for the disk in threads of their own, so that the window's thread never does."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject

from engine.base import awaited
from engine.base.errors import UnpixelError
from viewer.base import crossing

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

    def deliver(result: Any) -> None:
        del _works[number]
        if shiboken6.isValid(owner):
            (fail if isinstance(result, UnpixelError) else take)(result)

    number = crossing.open(deliver, once=True)
    _works[number] = work
    threading.Thread(target=_work, args=(number,), name=THREAD, daemon=True).start()


def soon(work: Callable[[], Result], otherwise: Result) -> Result:
    """Returns the result of `work`, in a thread of its own, if a disk answers at once; else `otherwise`.

    Raises what `work` raises. Call this in the window's thread, for what has to be known before it goes on.
    """
    return awaited.soon(work, otherwise, WAIT_S)


_works: dict[int, Callable[[], object]] = {}
"""What is running, by the number of its crossing: a thread holds none of it beyond the call."""


def _work(number: int) -> None:
    try:
        result = _works[number]()
    except UnpixelError as error:
        result = error
    crossing.call(number, result)
