"""Reads all runs of the user's data folder: what each has done, and how it ended. No Qt, no widgets."""

import threading
from pathlib import Path

from viewer.base import child_process
from viewer.training import run_folder
from viewer.training.run import Run, ended, fold


class RunList:
    """Reads the logs in a thread of its own, because there may be many and they may be large.

    runs: the newest first; complete once `done`.
    """

    def __init__(self) -> None:
        self.runs: tuple[Run, ...] = ()
        self._thread = threading.Thread(target=self._read, name="runs", daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether all logs have been read."""
        return not self._thread.is_alive()

    def _read(self) -> None:
        self.runs = tuple(map(read, run_folder.every()))


def read(out: Path) -> Run:
    """Returns the state of the run in a folder, by its whole log and its process."""
    log, run = run_folder.Log(out), Run(out)
    while True:
        _, lines = log.read()
        run = fold(run, lines)
        if not log.behind:
            break
    if run.active and not child_process.alive(run.pid, run.process_started):
        run = ended(run, None, run_folder.last_error(out))
    return run
