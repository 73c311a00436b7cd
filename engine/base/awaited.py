"""Waits for what a disk may never answer, so that the caller can give up or be cancelled.

The work is done in a thread of its own, which stays behind if the disk hangs; it does not keep the process alive.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

THREAD = "disk"
"""Name of the threads."""
POLL_S = 0.05
"""Seconds between two calls of a cancellation check."""
Result = TypeVar("Result")


def awaited(work: Callable[[], Result], check: Callable[[], None]) -> Result:
    """Returns the result of `work`. Raises what it raises, and what `check` raises, which is called again and again.

    A result that comes after that is closed, if it is a file.
    """
    future = begun(work)
    try:
        while not _is_done(future, POLL_S):
            check()
    except BaseException:
        future.add_done_callback(_close)
        raise
    return future.result()


def soon(work: Callable[[], Result], otherwise: Result, within: float) -> Result:
    """Returns the result of `work` if it comes within some seconds; else `otherwise`. Raises what `work` raises."""
    future = begun(work)
    return future.result() if _is_done(future, within) else otherwise


def begun(work: Callable[[], Result]) -> "Future[Result]":
    """Starts `work` in a thread of its own."""
    future: Future[Result] = Future()

    def perform() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # whoever waits gets it  # noqa: BLE001
            future.set_exception(error)

    threading.Thread(target=perform, name=THREAD, daemon=True).start()
    return future


def _is_done(future: "Future[Result]", within: float) -> bool:
    done = threading.Event()
    future.add_done_callback(lambda _future: done.set())
    return done.wait(within)


def _close(future: "Future[Result]") -> None:
    close = getattr(None if future.exception() else future.result(), "close", None)
    if close is not None:
        close()
