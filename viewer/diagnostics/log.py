"""The log of the window's process: warnings and errors, in a file of the user's state folder. No Qt.

The files are small: the log rotates at MAX_BYTES. An entry is one line, and for an error further lines that begin with
two spaces, so that viewer/diagnostics/redaction.py can tell them apart.
"""

import logging
import sys
import traceback
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from engine.base import own_file, user_data
from engine.base.printable import one_line

MAX_BYTES = 512 << 10
OLD_FILES = 2
"""Rotated files that are kept: log.txt.1 is the latest of them."""
FORMAT = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"
MAX_MESSAGE = 10_000
"""Characters of one message."""
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def path() -> Path:
    """Returns the file of the log, which may not exist yet."""
    return user_data.state_folder() / "log.txt"


def start() -> None:
    """Has warnings and errors of this process go to the log, and to stderr as Python would write them."""
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    if sys.stderr is not None:  # a bundle without a terminal has none
        root.addHandler(logging.StreamHandler())
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
        handler = QuietFileHandler(
            path(), maxBytes=MAX_BYTES, backupCount=OLD_FILES, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        return  # without a place for the log there is stderr
    handler.setFormatter(EntryFormatter(FORMAT))
    root.addHandler(handler)


def read() -> str:
    """Returns the log, the oldest entries first; empty if there is none."""
    files = [path().with_name(f"{path().name}.{age}") for age in range(OLD_FILES, 0, -1)]
    return "".join(_read(file) for file in (*files, path()))


def _read(file: Path) -> str:
    try:
        return own_file.read_end(file, 2 * MAX_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return ""


class QuietFileHandler(RotatingFileHandler):
    """Drops what a full disk refuses: an error about the error would help nobody."""

    def handleError(self, record: logging.LogRecord) -> None:
        pass


class EntryFormatter(logging.Formatter):
    """Formats an entry: messages in one line, errors as frames and `raised`, without the source's text."""

    def format(self, record: logging.LogRecord) -> str:
        """Returns the entry's lines."""
        head = one_line(super().formatMessage(self._completed(record)), MAX_MESSAGE)
        lines = [] if record.exc_info in (None, False) else list(_error_lines(record.exc_info[1]))
        return "\n".join([head, *lines])

    def _completed(self, record: logging.LogRecord) -> logging.LogRecord:
        record.message = record.getMessage()
        record.asctime = self.formatTime(record)
        return record


def _error_lines(error: BaseException | None) -> Iterator[str]:
    """Yields the frames and the error, first those of the error that it came from."""
    for each in reversed(_chain(error)):
        for frame in traceback.extract_tb(each.__traceback__):
            yield f'  File "{one_line(frame.filename)}", line {frame.lineno}, in {one_line(frame.name)}'
        kind = type(each)
        yield f"  raised {kind.__module__}.{kind.__qualname__}: {one_line(str(each), MAX_MESSAGE)}"


def _chain(error: BaseException | None) -> list[BaseException]:
    """Returns an error and those that it came from."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        hidden = error.__suppress_context__
        error = error.__cause__ or (None if hidden else error.__context__)
    return found
