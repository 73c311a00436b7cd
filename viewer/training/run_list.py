"""Reads all runs of the user's data folder: what each has done, how it ended, how large it is. No Qt, no widgets."""

import os
import shutil
import stat
import threading
from contextlib import suppress
from pathlib import Path

from viewer.base import child_process
from viewer.training import run_folder
from viewer.training.run import Run, ended, fold


class RunList:
    """Reads the logs in a thread of its own, because there may be many and they may be large.

    runs: the newest first. sizes: bytes of their folders. free: bytes that their disk has left; None if unknown.
    All are complete once `done`.
    """

    def __init__(self) -> None:
        self.runs: tuple[Run, ...] = ()
        self.sizes: tuple[int, ...] = ()
        self.free: int | None = None
        self._thread = threading.Thread(target=self._read, name="runs", daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether all logs have been read."""
        return not self._thread.is_alive()

    def _read(self) -> None:
        folders = run_folder.every()
        self.runs = tuple(map(read, folders))
        self.sizes = tuple(map(size, folders))
        if folders:
            self.free = shutil.disk_usage(folders[0]).free


def size(folder: Path) -> int:
    """Returns the bytes of the files in a folder and below it. Links, and files that are deleted meanwhile, count 0."""
    found = 0
    for where, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                status = Path(where, name).lstat()
                found += status.st_size if stat.S_ISREG(status.st_mode) else 0
    return found


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
