"""Opens regular files only: a pipe or a device could block its reader for ever."""

import io
import os
from contextlib import suppress
from errno import EINVAL, ENOENT
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO


class NotRegularError(OSError):
    """The path names a folder, a pipe, a socket or a device. is_folder: it is a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(EINVAL, "not a regular file", str(path))
        self.is_folder = os.path.isdir(path)  # noqa: PTH112 - never raises


class _ReadOnly(io.BufferedReader):
    """A file that is read. Its end raises no error: a disk that has gone must not spoil what was read before."""

    def close(self) -> None:
        with suppress(OSError):
            super().close()


def open_regular(path: Path) -> BinaryIO:
    """Opens a regular file for reading, without ever waiting for a writer. Raises OSError."""
    if not _can_exist(path):
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path))
    if not S_ISREG(path.stat().st_mode):  # opening a device may have effects of its own
        raise NotRegularError(path)
    # The path may name something else by now: what was opened is what is checked.
    file = _ReadOnly(io.FileIO(path, "rb", opener=_without_waiting))
    try:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotRegularError(path)
    except OSError:
        file.close()
        raise
    return file


def _can_exist(path: Path) -> bool:
    """Whether the system has a form of the path. A damaged list of recent files may hold paths that have none."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
