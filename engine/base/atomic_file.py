"""Atomic file replacement: a reader finds either the old file or the complete new one, never a part of it.

The new file is written under a temporary name in the same folder, flushed to disk, verified, then renamed. The
temporary name says which process made it, so that engine/base/leftovers.py finds the files of killed processes.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EINVAL
from pathlib import Path
from stat import S_ISREG

from engine.base import owner, paths
from engine.base.regular_file import NotRegularError

SHORT_NAME = 64
"""Bytes that every file system allows in a file name."""
FOLDER_SUFFIX = ".parts"
"""Of temporary folders."""


@contextmanager
def replacing(path: Path, verify: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """Yields a temporary path in the folder of `path`; a block that ends without an error renames it to `path`.

    A link stays: the file that it leads to is replaced, in that file's folder. verify: called with the temporary path
    after the data has reached the disk. It raises an error if the file does not contain what it should.
    On any error the temporary file is deleted and an older `path` stays as it was. Raises OSError, also if `path` is a
    folder, a pipe or a device.
    """
    target = final_target(path)
    temporary = _create_beside(target)
    _unfinished.add(temporary)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        if verify is not None:
            verify(temporary)
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)
        _unfinished.discard(temporary)


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """Yields a new folder beside `path`, which is deleted at the end with what is still in it. Raises OSError."""
    folder = path.with_name(temporary_name(path.with_suffix(FOLDER_SUFFIX)))
    folder.mkdir()
    _unfinished.add(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _unfinished.discard(folder)


_unfinished: set[Path] = set()


def discard_unfinished() -> None:
    """Deletes the temporary files of this process, just before it ends without waiting for its threads."""
    for temporary in tuple(_unfinished):
        with suppress(OSError):
            shutil.rmtree(temporary) if temporary.is_dir() else temporary.unlink(missing_ok=True)


def final_target(path: Path) -> Path:
    """Returns the regular file that `path` leads to through links; it may not exist yet. Raises OSError."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    try:
        mode = target.stat().st_mode  # follows what is left of a loop of links, and raises
    except FileNotFoundError:
        return target
    except ValueError as error:  # a null character, or text that the file system cannot encode
        raise OSError(EINVAL, "not a valid file name", str(path)) from error
    if not S_ISREG(mode):
        raise NotRegularError(path)
    return target


def _create_beside(path: Path) -> Path:
    """Creates an empty file with a unique name in the folder of `path`.

    The kernel applies the umask to the mode 0o666. `tempfile.mkstemp` would create the file with 0o600, and the umask
    to correct that can only be read by changing it, for all threads of the process at once.
    """
    temporary = path.with_name(temporary_name(path))
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    return temporary


def temporary_name(path: Path) -> str:
    """A hidden unique name with the suffix of `path`, because some writers choose the format by the suffix.

    It is at most as long as the name of `path` or SHORT_NAME, so the file system allows it if it allows `path`.
    The stem is shortened to fit. A suffix that does not fit either is left out.
    """
    limit = max(len(os.fsencode(path.name)), SHORT_NAME)
    pid, started = owner.this_process()
    ending = f".unpixel-{pid}-{started:.0f}-{secrets.token_hex(4)}"
    if len(os.fsencode(f".{ending}{path.suffix}")) <= limit:
        ending += path.suffix
    room = limit - len(os.fsencode(f".{ending}"))
    return f".{paths.shortened(path.stem, room)}{ending}"


def _sync_folder(folder: Path) -> None:
    """Flushes the folder entry, so that the rename survives a power failure. Windows does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
