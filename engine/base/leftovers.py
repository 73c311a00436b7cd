"""Removes the temporary files that killed processes of Unpixel left behind, and nothing else.

A file is removed only if all of this holds: its name is exactly one that engine/base/atomic_file.py makes, it is a
regular file of this user, or a folder with the name of one, it has not been written to for a day, and the process that
made it has ended.
"""

import os
import re
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from engine.base import owner
from engine.base.atomic_file import FOLDER_SUFFIX

NAME = re.compile(
    r"\.[^/]*\.unpixel-(?P<pid>[1-9][0-9]{0,9})-(?P<started>[1-9][0-9]{8,10})-[0-9a-f]{8}(\.[^./]+)?",
    re.DOTALL,
)
"""What `atomic_file` names its temporary files."""
MIN_AGE_S = 24 * 3600
"""Seconds since the last write: a process on another machine may still write into a shared folder."""


def remove(folders: Iterable[Path]) -> list[Path]:
    """Removes the leftovers in these folders, not in folders below them. Returns what was removed.

    What cannot be read or removed is passed over: the next start tries again.
    """
    removed = []
    for folder in folders:
        for path in found(folder):
            try:
                if _is_abandoned(path):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
                    removed.append(path)
            except OSError:
                continue
    return removed


def found(folder: Path) -> list[Path]:
    """Returns the files of a folder with the name of a temporary file, abandoned or not."""
    try:
        with os.scandir(folder) as entries:
            return [folder / entry.name for entry in entries if NAME.fullmatch(entry.name)]
    except (OSError, ValueError):  # ValueError: a path with a null character
        return []


def _is_abandoned(path: Path) -> bool:
    """Returns whether a file with such a name is old, this user's, and without a living owner. Raises OSError."""
    status = path.lstat()
    match = NAME.fullmatch(path.name)
    return (
        match is not None
        and (S_ISDIR if path.suffix == FOLDER_SUFFIX else S_ISREG)(status.st_mode)
        and (os.name == "nt" or status.st_uid == os.getuid())
        and time.time() - status.st_mtime > MIN_AGE_S
        and not owner.alive(int(match["pid"]), float(match["started"]))
    )
