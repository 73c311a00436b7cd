"""A file for each running window process: faulthandler writes to it if the process dies in native code. No Qt.

It is deleted at a clean end, so that a file whose process is gone tells of a crash (with text) or a kill (empty).
"""

import faulthandler
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.base import own_file, owner, user_data

NAME = re.compile(r"running-(\d{1,10})-(\d{1,12}\.\d)\.txt")
"""Name of a file: id of the process, and a time at which it ran (engine/base/owner.py)."""
MAX_BYTES = 1 << 20


@dataclass(frozen=True)
class LastEnd:
    """How earlier processes ended. badly: one was killed or crashed. crashed: one died in native code."""

    badly: bool = False
    crashed: bool = False


CLEAN = LastEnd()


class CrashFile:
    """The file of this process, from its creation to `close`."""

    def __init__(self) -> None:
        pid, started = owner.this_process()
        self._path = _folder() / f"running-{pid}-{started:.1f}.txt"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
        except OSError:
            self._file = None  # then a crash is told on stderr only
            return
        faulthandler.enable(self._file)

    def close(self) -> None:
        """The process ends cleanly."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            with suppress(OSError):
                self._path.unlink()
            self._file = None


def last_crash() -> Path:
    """Returns the file with what faulthandler wrote of the last crash; it may not exist."""
    return _folder() / "crash.txt"


def collect() -> LastEnd:
    """Returns how the processes before this one ended, and deletes their files. The last crash is kept in `last_crash`.

    Call this before the CrashFile of this process is created, or after: files of live processes stay.
    """
    badly = crashed = False
    for path in _dead():
        try:
            text = own_file.read_end(path, MAX_BYTES)
            if text:
                path.replace(last_crash())
            else:
                path.unlink()
        except OSError:
            continue
        badly, crashed = True, crashed or bool(text)
    return LastEnd(badly, crashed)


def read_last_crash() -> str:
    """Returns what faulthandler wrote of the last crash; empty if there was none."""
    try:
        return own_file.read_end(last_crash(), MAX_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return ""


def _dead() -> list[Path]:
    """Returns the files whose process is gone."""
    found = []
    for path in _folder().glob("running-*.txt"):
        name = NAME.fullmatch(path.name)
        if name is not None and not owner.alive(int(name[1]), float(name[2])):
            found.append(path)
    return found


def _folder() -> Path:
    return user_data.state_folder()
