"""What any path leads to. `Path.is_file` and its kind raise errors for some, such as a name of 300 characters."""

import os
from pathlib import Path

MAX_NAME = 255
"""Bytes of a file's name that the usual file systems allow."""


def is_file(path: Path) -> bool:
    """Returns whether there is a regular file. False for a path that the system does not accept or let us look at."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises OSError for a name that is too long


def is_folder(path: Path) -> bool:
    """Returns whether there is a folder. False for a path that the system does not accept or let us look at."""
    return os.path.isdir(path)  # noqa: PTH112 - as above


def exists(path: Path) -> bool:
    """Returns whether there is anything. False for a path that the system does not accept or let us look at."""
    return os.path.exists(path)  # noqa: PTH110 - as above


def name_of(stem: str, ending: str) -> str:
    """Returns a file name of at most MAX_NAME bytes: the stem, cut at its end if need be, and the ending."""
    return shortened(stem, MAX_NAME - len(os.fsencode(ending))) + ending


def shortened(name: str, limit: int) -> str:
    """Returns the first `limit` bytes of a name; a character that would be cut is left out."""
    encoded = os.fsencode(name)
    if len(encoded) <= limit:
        return name
    end = next((at for at in range(limit, max(0, limit - 4), -1) if encoded[at] & 0xC0 != 0x80), limit)
    return os.fsdecode(encoded[:end])


def absolute(path: Path) -> Path:
    """Returns a path that holds in another working directory, without following links."""
    try:
        return path.absolute()
    except OSError:  # the working directory was deleted
        return path
