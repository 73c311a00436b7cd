"""Pictures that were converted into tiled TIFFs with smaller copies, in the user's cache folder. The app's side.

A file is named by the path, size and time of the picture's file, and the page. Every file can be deleted at any time.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs

from engine.base import leftovers
from engine.base.atomic_file import replacing
from engine.base.errors import ImageError
from engine.base.messages import Message, from_json, message

BUDGET = 32 << 30
"""Bytes of all files; those that were not used for longest are deleted first."""
SUFFIX = ".tif"
VERSION = 2
"""Counted up when the files are made in another way."""
SPARE = 1 << 30
"""Bytes of the disk that stay free."""


def folder() -> Path:
    """Returns the folder of the cache, which may not exist yet. UNPIXEL_CACHE overrides its parent."""
    override = os.environ.get("UNPIXEL_CACHE")
    parent = Path(override) if override else platformdirs.user_cache_path("unpixel", appauthor=False)
    return parent / "pictures"


def converted(
    path: Path, page: int | None, length: int, convert: Callable[[Path], list[Message]]
) -> tuple[Path, list[Message]]:
    """Returns the converted picture of a file, and what there is to say of it.

    convert: writes it, if it is not there. length: of it, about, bytes. Raises ImageError if there is no room for it,
    and what `convert` raises.
    """
    target = folder() / f"{_name(path, page)}{SUFFIX}"
    with suppress(OSError):
        os.utime(target)
        return target, _noted(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        leftovers.remove([target.parent])
        _prune(BUDGET - length)
        free = shutil.disk_usage(target.parent).free
        if length > BUDGET or length + SPARE > free:
            raise _no_room(path, length, min(BUDGET, free - SPARE))
        with replacing(target) as temporary:
            notices = convert(temporary)
            if notices:
                _note(target).write_text(json.dumps([each.to_json() for each in notices]))
    except OSError as error:
        reason = message(
            "has to be converted, and {folder} cannot be used for it ({why})",
            folder=folder(),
            why=error.strerror or error,
        )
        raise ImageError(path, reason, message("make that folder writable")) from error
    return target, notices


def _note(target: Path) -> Path:
    """Returns the file that holds what there is to say of the conversion of a picture."""
    return target.with_suffix(".json")


def _noted(target: Path) -> list[Message]:
    """Returns what there is to say of the conversion of a picture."""
    if not _note(target).exists():
        return []
    return [each for each in map(from_json, json.loads(_note(target).read_bytes())) if each is not None]


def _name(path: Path, page: int | None) -> str:
    status = path.stat()
    facts = os.path.realpath(path), status.st_size, status.st_mtime_ns, page, VERSION
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _no_room(path: Path, length: int, room: int) -> ImageError:
    reason = message(
        "needs {length:.1f} GB on the disk to be converted, and {room:.1f} GB are left for it",
        length=length / 1e9,
        room=max(room, 0) / 1e9,
    )
    return ImageError(
        path, reason, message("make room on the disk, or convert it to a tiled TIFF with smaller copies")
    )


def _prune(budget: int) -> None:
    """Deletes the files that were not used for longest, down to a number of bytes. Open ones can still be read."""
    found = [each for each in folder().iterdir() if each.suffix == SUFFIX and not each.name.startswith(".")]
    newest_first = sorted(((each.stat().st_mtime, each.stat().st_size, each) for each in found), reverse=True)
    total = 0
    for _, size, each in newest_first:
        total += size
        if total > budget:
            each.unlink(missing_ok=True)
            _note(each).unlink(missing_ok=True)
