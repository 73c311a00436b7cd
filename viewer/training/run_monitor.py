"""Follows one run: started here, or found active or ended. Runs in the window's thread, and only reads files."""

import subprocess
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.base import child_process
from viewer.training import run_folder
from viewer.training.run import Phase, Run, ended, fold

POLL_MS = 250
"""Milliseconds between two reads of the log: plots change four times a second at most."""


class RunMonitor(QObject):
    """`changed`: the Run, whenever it changes. `over`: the Run, once its process has ended in whichever way.

    The process outlives the window. It is never killed from here, only requested to stop.
    """

    changed = Signal(object)
    over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None
        self._logged: Run | None = None  # the run by its log alone, without the state of its process
        self._log: run_folder.Log | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def active(self) -> bool:
        """Whether the run has a process."""
        return self.run is not None and self.run.active

    def start(self, out: Path, arguments: list[str]) -> None:
        """Starts a run in a new folder, or resumes the one in it. Raises OSError."""
        for what in ("pause", "stop"):
            run_folder.withdraw(out, what)
        self._process = child_process.start(out, arguments)
        if self._logged is None or self._logged.out != out:
            self._read_log(out, whole=True)
        assert self._logged is not None
        # The log is that of an earlier process until the new one has written its first line.
        self._logged = replace(self._logged, phase=Phase.STARTING, message="")
        self.run = self._logged
        self._timer.start()
        self.changed.emit(self.run)

    def attach(self, out: Path) -> None:
        """Shows what the run in a folder has done, and follows it if it has a process."""
        self._process = None
        self._read_log(out)
        self._timer.start()
        self._update()
        self.changed.emit(self.run)

    def _read_log(self, out: Path, whole: bool = False) -> None:
        """Reads the beginning of a log, or all of it; `_update` reads the rest."""
        self._log = run_folder.Log(out)
        self._logged = Run(out)
        while True:
            _, lines = self._log.read()
            self._logged = fold(self._logged, lines)
            if not (whole and self._log.behind):
                return

    def pause(self) -> None:
        """Requests the run to pause. Raises OSError."""
        self._request("pause")

    def unpause(self) -> None:
        """Requests a paused run to continue. Raises OSError."""
        if self.run is not None:
            run_folder.withdraw(self.run.out, "pause")
            self.changed.emit(self.run)

    def stop(self) -> None:
        """Requests the run to save and end. Raises OSError."""
        self._request("stop")

    def end(self) -> None:
        """Stops following. The process continues."""
        self._timer.stop()

    def _request(self, what: str) -> None:
        if self.run is not None:
            run_folder.request(self.run.out, what)
            self.changed.emit(self.run)

    def _poll(self) -> None:
        before = self.run
        self._update()
        assert self._log is not None
        self._timer.setInterval(0 if self._log.behind else POLL_MS)
        if self.run != before and not self._log.behind:
            self.changed.emit(self.run)
        if not (self.active or self._log.behind):
            self.over.emit(self.run)

    def _update(self) -> None:
        """Reads new log lines and looks whether the process has ended; if so, the timer stops."""
        assert self._log is not None and self._logged is not None
        # In this order: what a process writes before it ends is in the log by the time it has ended.
        gone, exit_code = self._process_ended(self._logged)
        replaced, lines = self._log.read()
        logged = Run(self._logged.out, self._logged.phase) if replaced else self._logged
        self._logged = fold(logged, lines) if lines else logged
        if self._log.behind:
            self.run = self._logged  # the rest of the log comes first; only its end tells how the run is
        elif gone:
            self.run = ended(self._logged, exit_code, run_folder.last_error(logged.out))
            self._process = None
            self._timer.stop()
        else:
            # A run may have logged its end while its process still has to exit.
            self.run = self._logged if self._logged.active else replace(self._logged, phase=Phase.RUNNING)

    def _process_ended(self, run: Run) -> tuple[bool, int | None]:
        """Returns whether the run's process has ended, and its exit code if it was started here."""
        if self._process is not None:
            code = self._process.poll()
            return code is not None, code
        return not child_process.alive(run.pid, run.process_started), None
