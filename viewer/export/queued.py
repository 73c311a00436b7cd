"""An export in the queue: what it writes, how far it is, and how it ended. The window's thread."""

import time
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.base.messages import mark


class Phase(Enum):
    """What an export is doing. The value is the word that a user reads."""

    WAITING = mark("Waiting")
    RUNNING = mark("Exporting")
    PAUSED = mark("Paused")
    FINISHED = mark("Finished")
    FAILED = mark("Failed")
    CANCELLED = mark("Cancelled")


UNFINISHED = (Phase.WAITING, Phase.RUNNING, Phase.PAUSED)


class QueuedExport(QObject):
    """The queue decides when an export starts and pauses; a subclass does it, and calls `report` and `end`.

    lane: exports with the same one run one after the other. target: the file or folder that is written. done, total:
    in `unit`s. message: how it ended. failures: one text for each file that failed. `progressed`: done has changed.
    `changed`: the phase has.
    """

    lane = ""
    unit = ""
    progressed = Signal()
    changed = Signal()

    def __init__(self, target: Path) -> None:
        super().__init__()
        self.target = target
        self.record: Path | None = None
        self._clear()

    def _clear(self) -> None:
        self.phase = Phase.WAITING
        self.done, self.total = 0.0, 0.0
        self.message = ""
        self.failures: tuple[str, ...] = ()
        self._begun = False
        self._active_s = 0.0
        self._running_since: float | None = None

    @property
    def unfinished(self) -> bool:
        """Whether it waits, runs or is paused."""
        return self.phase in UNFINISHED

    @property
    def share(self) -> float:
        """What is done, 0 to 1."""
        return min(self.done / self.total, 1.0) if self.total else 0.0

    @property
    def per_second(self) -> float:
        """Mean speed while it ran, in units; 0 if nothing is known yet."""
        running = 0.0 if self._running_since is None else time.monotonic() - self._running_since
        return self.done / max(self._active_s + running, 1e-6)

    @property
    def seconds_left(self) -> float | None:
        """Time to the end at the speed so far; None if it does not run, or nothing is known yet."""
        if self.phase is not Phase.RUNNING or not self.done:
            return None
        return (self.total - self.done) / self.per_second

    def start(self) -> None:
        """Starts a waiting export, or lets it go on where it was paused."""
        self.phase, self._running_since = Phase.RUNNING, time.monotonic()
        begun, self._begun = self._begun, True
        self.changed.emit()
        self._resume() if begun else self._start()

    def pause(self) -> None:
        """Pauses an export that waits or runs."""
        if self.phase is Phase.RUNNING:
            self._stop_clock()
            if not self._suspend():
                self._clear()
        self._set(Phase.PAUSED)

    def release(self) -> None:
        """Lets a paused export wait for its turn."""
        self._set(Phase.WAITING)

    def cancel(self) -> None:
        """Cancels an unfinished export. One that runs has ended once the work has."""
        if self._begun:
            self._abort()
        if self.phase is not Phase.RUNNING:
            self._forget()
            self.end(Phase.CANCELLED)

    def retry(self) -> None:
        """Lets an export that has ended wait again."""
        self._clear()
        self.changed.emit()

    def report(self, done: float, total: float) -> None:
        """The work has come so far."""
        self.done, self.total = done, total
        self.progressed.emit()

    def end(self, phase: Phase, message: str = "") -> None:
        """The work has ended."""
        self._stop_clock()
        self._begun = False
        self.message = message
        self._set(phase)

    def _set(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()

    def _stop_clock(self) -> None:
        if self._running_since is not None:
            self._active_s += time.monotonic() - self._running_since
        self._running_since = None

    # What subclasses do.

    def _start(self) -> None:
        raise NotImplementedError

    def _suspend(self) -> bool:
        """Pauses the work. Returns whether it goes on from here later; else it begins anew."""
        raise NotImplementedError

    def _resume(self) -> None:
        raise NotImplementedError

    def _abort(self) -> None:
        """Cancels the work, which then calls `end`."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Nothing that the cancelled work still reports is of interest."""
        raise NotImplementedError
