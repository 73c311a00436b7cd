"""Lets one process at a time train in a run's folder.

The folder has a file `lock` that names its owner. The system's own lock on that file holds: it ends with its process,
however that ends, so the lock of a dead owner is free.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from engine.base import own_file, owner, write_failure
from engine.base.errors import RecipeError
from engine.base.messages import Message, message

NAME = "lock"
MAX_BYTES = 4096
"""Largest lock file that is read; one takes some dozen bytes."""

if sys.platform != "win32":
    import fcntl


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Context in which no other process trains in the folder `out`, which is made if need be.

    Raises RecipeError if another process does, or if the folder cannot be written.
    """
    made = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        file = _locked(out / NAME)
    except OSError as error:
        raise RecipeError(out, *write_failure.explained(error, out / NAME)) from error
    if file is None:
        remedy = message("wait until it ends, stop it, or set another run.out")
        raise RecipeError(out, _occupied(out / NAME), remedy)
    try:
        yield
    finally:
        (out / NAME).unlink(missing_ok=True)  # while it is locked: nobody else's
        file.close()
        if made:
            with suppress(OSError):  # it has a run
                out.rmdir()


def _locked(path: Path) -> IO[str] | None:
    """Returns the open lock file of this process; None if another process has it. Raises OSError."""
    while True:
        file = path.open("a+", encoding="utf-8")
        if not _lock(file):
            file.close()
            return None
        # The owner before may have deleted the file after it was opened here.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                break
        file.close()
    file.truncate(0)
    pid, started = owner.this_process()
    file.write(json.dumps({"pid": pid, "started": started}))
    file.flush()
    return file


def _lock(file: IO[str]) -> bool:
    """Locks an open file until it is closed. Returns False if another process has locked it.

    Windows keeps an open file from being deleted, but locks nothing here (not tried there).
    """
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks: training there is not refused
    return True


def _occupied(path: Path) -> Message:
    """Returns who trains in the folder."""
    try:
        pid = int(own_file.read_json(path, MAX_BYTES)["pid"])
    except (OSError, ValueError, TypeError, LookupError):  # it is just being written
        return message("another process trains in this folder")
    return message("the process {pid} trains in this folder", pid=pid)
