"""The pictures of a folder, in natural order (2 before 10)."""

import re
from bisect import bisect_left
from pathlib import Path

from engine.base import paths
from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images.decoders.table import suffixes

MAX_DIGITS = 255
"""Digits of a number in a name that are compared: the length of the longest name. Python converts 4300 at most."""


def images(folder: Path) -> list[Path]:
    """Returns the pictures in a folder, recognised by suffix, in natural order. Hidden files are left out.

    Raises ImageError if the folder cannot be read.
    """
    known = suffixes()
    try:
        files = [path for path in folder.iterdir() if path.suffix.lower() in known and paths.is_file(path)]
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror)
        raise ImageError(folder, reason, message("check that the folder exists and is writable")) from error
    return sorted((path for path in files if not path.name.startswith(".")), key=_natural_key)


def collected(sources: tuple[Path, ...]) -> list[Path]:
    """Returns the pictures among files and in folders, each once, sorted by folder and then in natural order.

    Raises ImageError if a folder cannot be read.
    """
    known, found = suffixes(), set[Path]()
    for path in sources:
        if paths.is_folder(path):
            found.update(images(path))
        elif path.suffix.lower() in known:
            found.add(path)
    return sorted(found, key=lambda path: (path.parent, _natural_key(path)))


def neighbour(path: Path, step: int) -> Path | None:
    """Returns the picture `step` positions after `path` in its folder (before, if negative); None past either end.

    A file that was deleted keeps its position, and so its neighbours.
    Raises ImageError if the folder cannot be read.
    """
    files = images(path.parent)
    position = bisect_left(files, _natural_key(path), key=_natural_key)
    exists = position < len(files) and files[position] == path
    # If the file itself is gone, its successor is already at its position.
    position += step - 1 if not exists and step > 0 else step
    return files[position] if 0 <= position < len(files) else None


def _natural_key(path: Path) -> tuple[list[int | str], str]:
    # Splitting by a group yields text and digits in turn, so that a number is only ever compared with a number.
    parts = re.split(r"(\d+)", path.name.casefold())
    return [int(part[:MAX_DIGITS]) if index % 2 else part for index, part in enumerate(parts)], path.name
