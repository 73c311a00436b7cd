"""Notices about many image files, summed up where they are alike."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.base.messages import Message, message

MOST_ALIKE = 2
"""Files with the same notice that are named one by one."""


def summed_up(found: Iterable[tuple[Path | str, Message]]) -> Iterator[Message]:
    """Yields a message for each file and notice; one for all files with the same notice, if there are many.

    found: pairs of a file and a notice. A pair that occurs again is not repeated.
    """
    files: dict[str, dict[Path | str, Message]] = {}
    for file, notice in found:
        files.setdefault(str(notice), {})[file] = notice
    for alike in files.values():
        if len(alike) <= MOST_ALIKE:
            yield from (message("{file}: {notice}", file=file, notice=alike[file]) for file in alike)
        else:
            first, notice = next(iter(alike.items()))
            yield message(
                "{first} and {count} other files: {notice}", count=len(alike) - 1, first=first, notice=notice
            )


def lines(found: Iterable[tuple[Path | str, Message]]) -> list[str]:
    """Returns the messages of `summed_up` in English."""
    return list(map(str, summed_up(found)))
