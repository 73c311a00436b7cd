"""The pictures of a folder, in natural order (2 before 10) or another."""

import os
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from engine.base import paths
from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images.decoders.table import suffixes

NUMBERS = re.compile(r"(\d+)")


class Order(StrEnum):
    """What a list of pictures is sorted by. NAME: by folder, then in natural order. The others: in all folders."""

    NAME = "name"
    DATE = "date"
    SIZE = "size"
    TYPE = "type"


Entry = tuple[int | str, str, str, str]
"""A picture as it is sorted: value of the order, folder, natural key, path. Texts: 100,000 paths take seconds."""


def images(folder: Path) -> list[Path]:
    """Returns the pictures in a folder, recognised by suffix, in natural order. Hidden files are left out.

    Raises ImageError if the folder cannot be read.
    """
    return [Path(entry[-1]) for entry in sorted(_entries(folder, Order.NAME))]


def collected(sources: tuple[Path, ...]) -> list[Path]:
    """Returns the pictures of `listed` as paths. Raises ImageError if a folder cannot be read."""
    return [Path(name) for name in listed(sources)]


def listed(sources: tuple[Path, ...], order: Order = Order.NAME, reverse: bool = False) -> list[str]:
    """Returns the paths of the pictures among files and in folders, each once, sorted. Equal ones are in natural order.

    Raises ImageError if a folder cannot be read.
    """
    known, found = frozenset(suffixes()), dict[str, Entry]()
    for path in sources:
        if paths.is_folder(path):
            found.update((entry[-1], entry) for entry in _entries(path, order))
        elif path.suffix.lower() in known:
            value = _value(path.name, order, path.stat)
            found[str(path)] = value, str(path.parent), _natural_key(path.name), str(path)
    return [entry[-1] for entry in sorted(found.values(), reverse=reverse)]


def _entries(folder: Path, order: Order) -> list[Entry]:
    """Returns the pictures in a folder, in no order. Raises ImageError if it cannot be read."""
    known, parent = frozenset(suffixes()), str(folder)
    try:
        with os.scandir(folder) as entries:
            return [
                (_value(entry.name, order, entry.stat), parent, _natural_key(entry.name), entry.path)
                for entry in entries
                if _is_picture(entry, known)
            ]
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror)
        raise ImageError(folder, reason, message("check that the folder exists and is writable")) from error


def _is_picture(entry: os.DirEntry[str], known: frozenset[str]) -> bool:
    """Whether an entry of a folder has the name of a picture and is a file."""
    name = entry.name
    if name.startswith(".") or f".{name.rpartition('.')[2].lower()}" not in known:
        return False
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle
        return False


def _value(name: str, order: Order, stat: Callable[[], os.stat_result]) -> int | str:
    """Returns what a file is sorted by before its name. stat: asks the disk."""
    if order is Order.NAME:
        return 0
    if order is Order.TYPE:
        return name.rpartition(".")[2].lower()
    try:
        status = stat()
    except OSError:
        return 0
    return status.st_mtime_ns if order is Order.DATE else status.st_size


def _natural_key(name: str) -> str:
    """Returns what sorts names so that 2 comes before 10: each number follows its length.

    It is one text: of tuples and lists the garbage collector would look at each, 100,000 times.
    """
    return NUMBERS.sub(_with_length, name.casefold())


def _with_length(number: re.Match[str]) -> str:
    digits = number[0] if number[0].isascii() else "".join(str(int(digit)) for digit in number[0])
    digits = digits.lstrip("0")
    return f"\x01{chr(len(digits))}{digits}"
