"""The pictures of a folder, in natural order (2 before 10) or another."""

import os
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.base import paths
from engine.base.birth_time import birth_time
from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images import tree
from engine.images.suffixes import suffixes

NUMBERS = re.compile(r"(\d+)")


class Order(StrEnum):
    """What a list of pictures is sorted by. NAME: by folder, then in natural order. The others: in all folders.

    DATE: of the last change. RANDOM: shuffled.
    """

    NAME = "name"
    DATE = "date"
    CREATED = "created"
    SIZE = "size"
    TYPE = "type"
    RANDOM = "random"


@dataclass(frozen=True)
class Listing:
    """How pictures are listed. deep: with those of the folders in a folder. seed: of a random order."""

    order: Order = Order.NAME
    reverse: bool = False
    deep: bool = False
    seed: int = 0


Entry = tuple[int | str, str, str, str]
"""A picture as it is sorted: value of the order, folder, natural key, path. Texts: 100,000 paths take seconds."""


def images(folder: Path) -> list[Path]:
    """Returns the pictures in a folder, recognised by suffix, in natural order. Hidden files are left out.

    Raises ImageError if the folder cannot be read.
    """
    return [Path(entry[-1]) for entry in sorted(_entries(folder, Listing()))]


def collected(sources: tuple[Path, ...]) -> list[Path]:
    """Returns the pictures of `listed` as paths. Raises ImageError if a folder cannot be read."""
    return [Path(name) for name in listed(sources)]


def listed(sources: tuple[Path, ...], how: Listing = Listing()) -> list[str]:
    """Returns the paths of the pictures among files and in folders, each once, sorted. Equal ones are in natural order.

    Raises ImageError if a folder cannot be read.
    """
    known, found = frozenset(suffixes()), dict[str, Entry]()
    for path in sources:
        if paths.is_folder(path):
            entries = _entries_below(path, how) if how.deep else _entries(path, how)
            found.update((entry[-1], entry) for entry in entries)
        elif path.suffix.lower() in known:
            value = _value(str(path), how, path.stat)
            found[str(path)] = value, str(path.parent), _natural_key(path.name), str(path)
    return [entry[-1] for entry in sorted(found.values(), reverse=how.reverse)]


def _entries_below(folder: Path, how: Listing) -> list[Entry]:
    """Returns the pictures in a folder and in all below it, in no order. Raises ImageError if it cannot be read."""
    try:
        files = tree.read(folder).files
    except OSError as error:
        raise _unreadable(folder, error) from error
    return [
        (_value(str(path), how, path.stat), str(path.parent), _natural_key(path.name), str(path))
        for path in files
    ]


def _entries(folder: Path, how: Listing) -> list[Entry]:
    """Returns the pictures in a folder, in no order. Raises ImageError if it cannot be read."""
    known, parent = frozenset(suffixes()), str(folder)
    try:
        with os.scandir(folder) as entries:
            return [
                (_value(entry.path, how, entry.stat), parent, _natural_key(entry.name), entry.path)
                for entry in entries
                if _is_picture(entry, known)
            ]
    except OSError as error:
        raise _unreadable(folder, error) from error


def _unreadable(folder: Path, error: OSError) -> ImageError:
    reason = message("cannot be read ({why})", why=error.strerror)
    return ImageError(folder, reason, message("check that the folder exists and is writable"))


def _is_picture(entry: os.DirEntry[str], known: frozenset[str]) -> bool:
    """Whether an entry of a folder has the name of a picture and is a file."""
    name = entry.name
    if name.startswith(".") or f".{name.rpartition('.')[2].lower()}" not in known:
        return False
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle
        return False


def _value(path: str, how: Listing, stat: Callable[[], os.stat_result]) -> int | str:
    """Returns what a file is sorted by before its name. stat: asks the disk."""
    match how.order:
        case Order.NAME:
            return 0
        case Order.TYPE:
            return path.rpartition(".")[2].lower()
        case Order.RANDOM:
            return zlib.crc32(os.fsencode(path), how.seed)
    try:
        status = stat()
    except OSError:
        return 0
    if how.order is Order.CREATED:
        return birth_time(path, status)
    return status.st_mtime_ns if how.order is Order.DATE else status.st_size


def _natural_key(name: str) -> str:
    """Returns what sorts names so that 2 comes before 10: each number follows its length.

    It is one text: of tuples and lists the garbage collector would look at each, 100,000 times.
    """
    return NUMBERS.sub(_with_length, name.casefold())


def _with_length(number: re.Match[str]) -> str:
    digits = number[0] if number[0].isascii() else "".join(str(int(digit)) for digit in number[0])
    digits = digits.lstrip("0")
    return f"\x01{chr(len(digits))}{digits}"
