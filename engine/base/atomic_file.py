"""A file is there whole or not at all: written beside its place, made durable, verified, then moved into it."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path, verify: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """Yields a temporary path in the folder of `path`; on leaving without an error it takes the place of `path`.

    verify is given the temporary file once it is durable, and raises where it does not hold what it should.
    On any error the temporary file is gone and an older `path` untouched. Raises OSError as the disk does.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        if verify is not None:
            verify(temporary)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        _sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    """The process's file mode mask; mkstemp ignores it, a finished file should not."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """The new name survives a power cut only once its folder is written; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
