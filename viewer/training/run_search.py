"""Looks for a training that an earlier window left running. No Qt."""

import threading
from pathlib import Path

from viewer.training import run_folder


class RunSearch:
    """Reads the logs in a thread of its own, because there may be many and they may be large.

    found: the folder of a run that has a process; None if there is none, or while `done` is False.
    """

    def __init__(self) -> None:
        self.found: Path | None = None
        self._thread = threading.Thread(target=self._search, name="runs", daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether the search has ended."""
        return not self._thread.is_alive()

    def _search(self) -> None:
        self.found = run_folder.active_run()
