"""Runs a command of Unpixel itself in a process of its own, and collects what it prints. The window's thread.

QProcess does not serve here: it changes arguments that are no text, such as names of files.
"""

import subprocess
import threading
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from engine.base.own_command import own_command
from viewer.base import crossing


class Command(QObject):
    """`finished`: exit status (negative for a signal), stdout, stderr. It is not emitted after `cancel`."""

    finished = Signal(int, str, str)

    def __init__(
        self,
        arguments: list[str],
        environment: Mapping[str, str] | None = None,
        started: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Starts the process. started: called with its id. Raises OSError."""
        super().__init__()  # without a parent: the crossing keeps it until the process has ended
        self._cancelled = False
        self._process = subprocess.Popen(
            own_command(arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        started(self._process.pid)
        end = crossing.open(self._finish, once=True)
        threading.Thread(target=_wait, args=(self._process, end), name="command", daemon=True).start()

    def cancel(self) -> None:
        """Kills the process; returns at once."""
        self._cancelled = True
        self._process.kill()

    def _finish(self, status: int, out: str, err: str) -> None:
        if not self._cancelled:
            self.finished.emit(status, out, err)


def _wait(process: subprocess.Popen[bytes], end: int) -> None:
    """Runs in a thread of its own until the process has ended. end: number of the crossing."""
    out, err = process.communicate()
    texts = (text.decode("utf-8", errors="replace") for text in (out, err))
    crossing.call(end, process.returncode, *texts)
