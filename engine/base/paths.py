"""What any path leads to. `Path.is_file` and its kind raise errors for some, such as a name of 300 characters."""

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Returns whether there is a regular file. False for a path that the system does not accept or let us look at."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises OSError for a name that is too long


def is_folder(path: Path) -> bool:
    """Returns whether there is a folder. False for a path that the system does not accept or let us look at."""
    return os.path.isdir(path)  # noqa: PTH112 - as above


def exists(path: Path) -> bool:
    """Returns whether there is anything. False for a path that the system does not accept or let us look at."""
    return os.path.exists(path)  # noqa: PTH110 - as above


def absolute(path: Path) -> Path:
    """Returns a path that holds in another working directory, without following links."""
    try:
        return path.absolute()
    except OSError:  # the working directory was deleted
        return path
