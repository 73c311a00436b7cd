"""Stops and pauses a run from outside: by SIGTERM and SIGINT, or by the files `stop` and `pause` in the run's folder.

The files work where signals do not, and from any process that knows the folder.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

POLL_S = 0.2
"""Seconds between two checks of the files while the run is paused."""


@dataclass(frozen=True)
class Control:
    """Requests to the run. out: the run's folder. signalled: set by a signal handler."""

    out: Path
    signalled: threading.Event

    def stop(self) -> bool:
        """Returns whether the run should save and end."""
        return self.signalled.is_set() or (self.out / "stop").exists()

    def pause(self) -> bool:
        """Returns whether the run should wait."""
        return (self.out / "pause").exists() and not self.stop()

    def wait(self) -> None:
        """Blocks until the run should continue or stop."""
        while self.pause():
            self.signalled.wait(POLL_S)

    def clear(self) -> None:
        """Deletes the files: they were meant for an earlier process, or have been obeyed."""
        for name in ("stop", "pause"):
            (self.out / name).unlink(missing_ok=True)


@contextmanager
def listening(out: Path) -> Iterator[Control]:
    """Context in which signals stop the run instead of the process.

    Python delivers signals to its main thread only; in any other thread only the files count.
    """
    signalled = threading.Event()
    before = {}
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            before[number] = signal.signal(number, lambda *_: signalled.set())
    try:
        yield Control(out, signalled)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
