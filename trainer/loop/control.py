"""Stopping and pausing a run from outside: SIGTERM and SIGINT, or the files `stop` and `pause` in its folder.

The files work where signals do not, and from any process that knows the folder.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

POLL = 0.2
"""Seconds between two looks at the files while the run is paused."""


@dataclass(frozen=True)
class Control:
    """out: the run's folder. signalled: set by a signal."""

    out: Path
    signalled: threading.Event

    def stop(self) -> bool:
        """Whether the run shall save and end."""
        return self.signalled.is_set() or (self.out / "stop").exists()

    def pause(self) -> bool:
        """Whether the run shall wait."""
        return (self.out / "pause").exists() and not self.stop()

    def wait(self) -> None:
        """Returns once the run shall go on or stop."""
        while self.pause():
            self.signalled.wait(POLL)

    def clear(self) -> None:
        """Forgets the files: what they asked for was asked of an earlier process, or has been done."""
        for name in ("stop", "pause"):
            (self.out / name).unlink(missing_ok=True)


@contextmanager
def listening(out: Path) -> Iterator[Control]:
    """Signals stop the run while inside. Only Python's main thread hears them; in any other the files alone count."""
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
