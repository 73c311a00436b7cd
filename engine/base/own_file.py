"""Reading of the files that Unpixel keeps for itself: regular files only, never more than a limit of bytes, no waiting.

Such a file may have been damaged, replaced by a folder or a pipe, or made by anyone. Every reader of one goes through
this module. A file that cannot be used is set aside under another name, so that the next save does not replace it, and
that is reported once.
"""

import os
import sys
from collections.abc import Callable
from errno import EACCES, EFBIG, EINVAL, ELOOP, EPERM
from pathlib import Path
from typing import Any, TypeVar

from engine.base import bounded_json
from engine.base.errors import summary
from engine.base.messages import Message, message
from engine.base.regular_file import open_regular

Value = TypeVar("Value")

MB = 1 << 20
UNUSABLE = (EACCES, EFBIG, EINVAL, ELOOP, EPERM)
"""Errors of the file itself. Others, such as a failing network drive, pass; then the file stays where it is."""
MAX_NAMES = 100
"""Names that are tried for a file that is set aside."""


def read_bytes(path: Path, limit: int) -> bytes:
    """Returns the content of a regular file. Raises OSError, also if it has more than `limit` bytes."""
    with open_regular(path) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise OSError(EFBIG, f"larger than {limit / MB:g} MB", str(path))
    return content


def read_start(path: Path, limit: int) -> bytes:
    """Returns the first `limit` bytes of a regular file, or fewer. Raises OSError."""
    with open_regular(path) as file:
        return file.read(limit)


def read_end(path: Path, limit: int) -> bytes:
    """Returns the last `limit` bytes of a regular file, or fewer. Raises OSError."""
    with open_regular(path) as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - limit))
        return file.read(limit)


def read_text(path: Path, limit: int) -> str:
    """Returns the text of a regular file in UTF-8. Raises OSError, and ValueError for what is not UTF-8."""
    return read_bytes(path, limit).decode("utf-8")


def read_json(path: Path, limit: int) -> Any:
    """Returns the value of a JSON file within the limits of `bounded_json`. Raises OSError and ValueError."""
    return bounded_json.parse(read_text(path, limit))


def load(path: Path, limit: int, parse: Callable[[Any], Value], default: Value) -> Value:
    """Returns what `parse` makes of a JSON file; `default` if there is no file or it cannot be used.

    parse: raises an error for content that it does not accept. A file that cannot be used is set aside, and that is
    reported.
    """
    try:
        return parse(read_json(path, limit))
    except FileNotFoundError:
        return default
    except OSError as error:
        if error.errno in UNUSABLE:
            set_aside(path, str(error.strerror))
        else:
            report_once(path, str(error.strerror), message("its content is not used"))
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
        set_aside(path, str(error) or type(error).__name__)
    return default


def set_aside(path: Path, why: str) -> Path | None:
    """Renames a file that cannot be used, and reports it. Returns the new path; None if it cannot be renamed."""
    target = _free_name(path)
    try:
        path.rename(target)
    except OSError as error:
        report_once(path, why, message("it cannot be set aside either ({why})", why=error.strerror))
        return None
    report(path, why, message("it was set aside as {name}", name=target.name))
    return target


def report(path: Path, why: str, outcome: Message) -> None:
    """Reports that a file cannot be used. Any thread may call it."""
    text = summary(path, message("cannot be used ({why})", why=why), outcome)
    for listener in _listeners or [_print]:
        listener(text)


def report_once(path: Path, why: str, outcome: Message) -> None:
    """Reports a file that stays where it is: once, though each further reading fails, too."""
    if path not in _reported:
        _reported.add(path)
        report(path, why, outcome)


def listen(listener: Callable[[Message], None] | None) -> None:
    """Has `listener` called with each report, in the thread that reads the file. None: reports go to stderr."""
    _listeners[:] = [] if listener is None else [listener]


_listeners: list[Callable[[Message], None]] = []
_reported: set[Path] = set()


def _print(text: Message) -> None:
    print(f"unpixel: {text}", file=sys.stderr)


def _free_name(path: Path) -> Path:
    """Returns the first path of the form NAME.unusable-1 that does not exist; the last one if all do."""
    names = (path.with_name(f"{path.name}.unusable-{number}") for number in range(1, MAX_NAMES + 1))
    last = path
    for last in names:
        if not os.path.lexists(last):
            break
    return last
