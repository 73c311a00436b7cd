"""The pictures of a folder, in the order in which people count them."""

import re
from bisect import bisect_left
from functools import cache
from pathlib import Path

import PIL.Image

from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images.image import formats


@cache
def suffixes() -> tuple[str, ...]:
    """The suffixes of files that `image.load` can open, lower case with the dot, sorted."""
    # MPO is what Pillow calls a JPEG with more than one picture.
    known = (*formats(), "MPO")
    return tuple(
        sorted(suffix for suffix, name in PIL.Image.registered_extensions().items() if name in known)
    )


def images(folder: Path) -> list[Path]:
    """The pictures in a folder, by suffix, in natural order (2 before 10); hidden files are left out.

    Raises ImageError when the folder cannot be read.
    """
    known = suffixes()
    try:
        files = [path for path in folder.iterdir() if path.suffix.lower() in known and path.is_file()]
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror)
        raise ImageError(folder, reason, message("check that the folder exists and is yours")) from error
    return sorted((path for path in files if not path.name.startswith(".")), key=_natural)


def collected(places: tuple[Path, ...]) -> list[Path]:
    """The pictures among files and in folders, each once, by folders and in natural order there.

    Raises ImageError when a folder cannot be read.
    """
    known, found = suffixes(), set[Path]()
    for place in places:
        if place.is_dir():
            found.update(images(place))
        elif place.suffix.lower() in known:
            found.add(place)
    return sorted(found, key=lambda path: (path.parent, _natural(path)))


def neighbour(path: Path, step: int) -> Path | None:
    """The picture `step` places after `path` (before, if negative) in its folder; None past either end.

    A file that has gone since counts from where it was: its neighbours are what they were.
    Raises ImageError when the folder cannot be read.
    """
    files = images(path.parent)
    place = bisect_left(files, _natural(path), key=_natural)
    there = place < len(files) and files[place] == path
    # Without the file itself, the one that follows already stands in its place.
    place += step - 1 if not there and step > 0 else step
    return files[place] if 0 <= place < len(files) else None


def _natural(path: Path) -> tuple[list[int | str], str]:
    # Splitting by a group gives text and digits in turn, so that numbers only ever meet numbers.
    parts = re.split(r"(\d+)", path.name.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], path.name
