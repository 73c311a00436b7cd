"""One run, followed: begun here, or found going or finished. The window's thread; all it does is look at files."""

import subprocess
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.base import child_process
from viewer.training import run_folder
from viewer.training.run import Phase, Run, ended, fold

LOOK = 250
"""Milliseconds between two looks at the log: plots move four times a second at most."""


class Follower(QObject):
    """`changed`: the Run, whenever there is something new. `over`: it ended just now, in whichever way.

    The process is never ended from here but by asking it to stop: it outlives the window.
    """

    changed = Signal(object)
    over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None
        self._told: Run | None = None  # as the log alone has it
        self._log: run_folder.Log | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def going(self) -> bool:
        """Whether a process is at work."""
        return self.run is not None and self.run.going

    def start(self, out: Path, arguments: list[str]) -> None:
        """Begins a run in a folder of its own, or goes on with the one that is there. Raises OSError."""
        for wish in ("pause", "stop"):
            run_folder.take_back(out, wish)
        self._process = child_process.start(out, arguments)
        if self._told is None or self._told.out != out:
            self._read(out)
        assert self._told is not None
        # What the log has so far tells of the process before this one.
        self._told = replace(self._told, phase=Phase.STARTING, message="")
        self.run = self._told
        self._timer.start()
        self.changed.emit(self.run)

    def attach(self, out: Path) -> None:
        """Follows the run in a folder: what it has done, and what it does, if it is going."""
        self._process = None
        self._read(out)
        self._timer.start()
        self._see()
        self.changed.emit(self.run)

    def _read(self, out: Path) -> None:
        self._log = run_folder.Log(out)
        _, lines = self._log.read()
        self._told = fold(run_folder.begun(out), lines)

    def wait(self) -> None:
        """Asks the run to pause. Raises OSError."""
        self._ask("pause")

    def go_on(self) -> None:
        """Asks a run that pauses to go on. Raises OSError."""
        if self.run is not None:
            run_folder.take_back(self.run.out, "pause")
            self.changed.emit(self.run)

    def stop(self) -> None:
        """Asks the run to save and end. Raises OSError."""
        self._ask("stop")

    def end(self) -> None:
        """Looks no more. The process goes on by itself."""
        self._timer.stop()

    def _ask(self, what: str) -> None:
        if self.run is not None:
            run_folder.ask(self.run.out, what)
            self.changed.emit(self.run)

    def _look(self) -> None:
        before = self.run
        self._see()
        if self.run != before:
            self.changed.emit(self.run)
        if not self.going:
            self.over.emit(self.run)

    def _see(self) -> None:
        """What is new in the log, and whether the process is gone: then it is looked at no more."""
        assert self._log is not None and self._told is not None
        # In this order: what it said last is in the log by the time that it is gone.
        gone, exit_code = self._gone(self._told)
        again, lines = self._log.read()
        told = self._told
        if again or (lines and not told.batch):
            begun = run_folder.begun(told.out)
            told = replace(begun, phase=told.phase) if again else replace(told, batch=begun.batch)
        self._told = fold(told, lines) if lines else told
        if gone:
            self.run = ended(self._told, exit_code, run_folder.last_words(told.out))
            self._process = None
            self._timer.stop()
        else:
            # It may have said that it is done, and be about to end.
            self.run = self._told if self._told.going else replace(self._told, phase=Phase.RUNNING)

    def _gone(self, run: Run) -> tuple[bool, int | None]:
        """Whether its process has ended, and its exit code where it was begun here."""
        if self._process is not None:
            code = self._process.poll()
            return code is not None, code
        return not child_process.alive(run.pid), None
