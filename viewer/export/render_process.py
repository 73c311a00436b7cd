"""Runs `render` in a process of its own, which the window steers and which ends with it. The window's thread."""

import json
import subprocess
import threading
from collections import deque
from contextlib import suppress
from typing import IO, Any

from PySide6.QtCore import QObject, Signal

from engine.base import bounded_json
from engine.base.own_command import own_command
from engine.base.resources import NICENESS
from viewer.base import child_process, crossing

KEPT_LINES = 200
"""Lines of stderr that are kept for a process that fails without a result, the latest."""
MOST_LINE = 1 << 20
"""Characters of a line of progress; a longer one is none."""


class RenderProcess(QObject):
    """`progressed`: what is done, and the total. `finished`: exit status (negative for a signal), the result, or None,
    and the last lines of stderr.
    """

    progressed = Signal(float, float)
    finished = Signal(int, object, str)

    def __init__(self, arguments: list[str]) -> None:
        """Starts the process. arguments: of `render`. Raises OSError."""
        super().__init__()  # without a parent: the crossing keeps it until the process has ended
        self._process = subprocess.Popen(
            own_command(["render", *arguments, "--json", "--steered"]),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=child_process.environment(),
        )
        child_process.give_way(self._process.pid, NICENESS)
        self._told = crossing.open(self._report)
        numbers = self._told, crossing.open(self._finish, once=True)
        threading.Thread(target=_follow, args=(self._process, *numbers), name="render", daemon=True).start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def pause(self) -> None:
        """Lets the process pause after the piece of the picture that it is decoding."""
        self._order(b"pause\n")

    def resume(self) -> None:
        """Lets a paused process go on."""
        self._order(b"resume\n")

    def cancel(self) -> None:
        """Ends the process as Ctrl+C does: it removes what it has begun. Returns at once."""
        _close_input(self._process)

    def _order(self, line: bytes) -> None:
        with suppress(OSError, ValueError):  # it has just ended
            _pipe(self._process.stdin).write(line)
            _pipe(self._process.stdin).flush()

    def _report(self, done: float, total: float) -> None:
        self.progressed.emit(done, total)

    def _finish(self, status: int, result: dict[str, Any] | None, said: str) -> None:
        crossing.close(self._told)
        self.finished.emit(status, result, said)


def _follow(process: subprocess.Popen[bytes], told: int, end: int) -> None:
    """Runs in a thread of its own until the process has ended. told, end: numbers of the crossing."""
    answer: list[bytes] = []
    # Of its own, since a process that fills the pipe which nobody reads waits for ever.
    reading = threading.Thread(target=lambda: answer.append(_pipe(process.stdout).read()))
    reading.start()
    said = _read_progress(process, told)
    reading.join()
    status = process.wait()
    _close_input(process)
    for pipe in (process.stdout, process.stderr):
        _pipe(pipe).close()
    crossing.call(end, status, _result(answer[0]), said)


def _read_progress(process: subprocess.Popen[bytes], told: int) -> str:
    """Reads stderr to its end, and reports the progress in it. Returns the other lines, the latest."""
    lines: deque[str] = deque(maxlen=KEPT_LINES)
    for piece in _pipe(process.stderr):
        line = piece.decode("utf-8", errors="replace").rstrip("\n")
        progress = _progress(line)
        if progress is None:
            lines.append(line)
        else:
            crossing.call(told, *progress)
    return "\n".join(lines)


def _close_input(process: subprocess.Popen[bytes]) -> None:
    """The process ends as after Ctrl+C, unless it has ended."""
    with suppress(OSError):
        _pipe(process.stdin).close()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _progress(line: str) -> tuple[float, float] | None:
    """Returns what a line of progress tells; None for another line."""
    if not line.startswith('{"done"') or len(line) > MOST_LINE:
        return None
    try:
        told = bounded_json.parse(line)
        return float(told["done"]), float(told["total"])
    except (ValueError, TypeError, LookupError):
        return None


def _result(text: bytes) -> dict[str, Any] | None:
    """Returns what `render --json` has printed last; None if that is no result."""
    try:
        result = json.loads(text.splitlines()[-1])
    except (ValueError, IndexError):
        return None
    return result if isinstance(result, dict) else None
