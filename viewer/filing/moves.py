"""Moves and copies files, never over another one, and undoes that. Any thread but the window's.

Raises FileError. Each function returns only after it has looked that the file is where it should be.
"""

import os
import shutil
from dataclasses import dataclass
from errno import EXDEV
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from engine.base import atomic_file, paths, write_failure
from engine.base.errors import FileError
from engine.base.messages import message
from engine.base.printable import is_text


@dataclass(frozen=True)
class Moved:
    """A file that was moved. record: of the trash, a file that says where it came from; None if there is none."""

    before: Path
    now: Path
    record: Path | None = None


@dataclass(frozen=True)
class Copied:
    """A file that was made as a copy of another."""

    copy: Path


def to_trash(path: Path) -> Moved:
    """Moves a file to the system's trash."""
    _require(path)
    if not is_text(str(path)):  # Qt would drop those characters, and could mean another file
        reason = message("cannot be moved to the trash, because its name is not text")
        raise FileError(path, reason, message("rename it first"))
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    file = QFile(str(path))
    try:
        Path(data).mkdir(
            parents=True, exist_ok=True
        )  # Qt makes the trash itself, but not the folder that holds it
        moved = file.moveToTrash()
    except OSError:
        moved = False
    now = Path(file.fileName())
    if not moved or os.path.lexists(path) or not os.path.lexists(now):
        reason = message("the system did not take it into the trash")
        remedy = message("check whether you may change its folder, or delete it in the file manager")
        raise FileError(path, reason, remedy)
    record = now.parent.parent / "info" / f"{now.name}.trashinfo"
    return Moved(path, now, record if record.is_file() else None)


def delete(path: Path) -> None:
    """Deletes a file for ever."""
    _require(path)
    try:
        path.unlink()
    except OSError as error:
        raise FileError(path, *write_failure.explained(error, path)) from error
    if os.path.lexists(path):
        raise FileError(path, message("is still there"), message("check the disk"))


def rename(path: Path, name: str) -> Moved:
    """Gives a file another name in its folder."""
    try:
        target = path.with_name(name)
    except ValueError as error:
        raise FileError(name, message("is not a valid file name"), message("choose another name")) from error
    return _move(path, target)


def move(path: Path, folder: Path) -> Moved:
    """Moves a file into another folder, under its name or, if that is taken, one with a number."""
    return _move(path, _free(folder, path))


def copy(path: Path, folder: Path) -> Copied:
    """Copies a file into a folder, under its name or, if that is taken, one with a number."""
    _require(path)
    target = _free(folder, path)
    try:
        _copy(path, target)
    except OSError as error:
        raise FileError(target, *write_failure.explained(error, target)) from error
    return Copied(target)


def undo(moved: Moved) -> Path:
    """Moves a file back. Returns where it is now: under another name if its own is taken meanwhile."""
    now = _move(moved.now, _free(moved.before.parent, moved.before)).now
    if moved.record is not None:
        moved.record.unlink(missing_ok=True)
    return now


def _move(path: Path, target: Path) -> Moved:
    _require(path)
    if os.path.lexists(target) and not _is_same(path, target):
        raise FileError(
            path, message("there is another file {name}", name=target.name), message("choose another name")
        )
    try:
        try:
            path.rename(target)
        except OSError as error:
            if error.errno != EXDEV:
                raise
            _copy(path, target)
            path.unlink()
    except (OSError, ValueError) as error:
        known = error if isinstance(error, OSError) else OSError(str(error))
        raise FileError(target, *write_failure.explained(known, target)) from error
    if not os.path.lexists(target):
        raise FileError(target, message("is not there after all"), message("check the disk"))
    return Moved(path, target)


def _copy(path: Path, target: Path) -> None:
    """Copies the bytes and the times. Raises OSError, or FileError if the copy is of another length."""

    def verify(written: Path) -> None:
        if written.stat().st_size != path.stat().st_size:
            raise FileError(target, message("the copy is not complete"), message("check the disk"))

    with atomic_file.replacing(target, verify) as temporary:
        shutil.copy2(path, temporary)


def _is_same(path: Path, other: Path) -> bool:
    """Whether two names are of one file, as A.png and a.png are on some disks."""
    try:
        return path.samefile(other) and path.name.casefold() == other.name.casefold()
    except OSError:
        return False


def _free(folder: Path, path: Path) -> Path:
    """Returns a path in a folder that is not taken: under the file's name or, if that is taken, one with a number."""
    target, number = folder / path.name, 1
    while os.path.lexists(target):
        number += 1
        target = folder / paths.name_of(path.stem, f" ({number}){path.suffix}")
    return target


def _require(path: Path) -> None:
    if not os.path.lexists(path):
        raise FileError(path, message("is not there any more"), message("look for it in the file manager"))
