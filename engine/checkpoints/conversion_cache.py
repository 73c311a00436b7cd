"""Model files that the child process has checked, by the SHA-256 of the original, in the user's cache folder.

A pickle is stored as the safetensors file that it was converted to. Safetensors are read from their own place; only an
empty file says that they were checked. Every file can be deleted at any time.
"""

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

from engine.base import own_file
from engine.base.atomic_file import replacing

BUDGET = 2 << 30
"""Bytes of all files; those that were not used for longest are deleted first."""
CHECKED = ".checked"
CONVERTED = ".safetensors"
MAX_FILES = 10_000


def folder() -> Path:
    """Returns the folder of the cache, which may not exist yet. UNPIXEL_CACHE overrides it."""
    override = os.environ.get("UNPIXEL_CACHE")
    return (
        Path(override) if override else platformdirs.user_cache_path("unpixel", appauthor=False)
    ) / "models"


def was_checked(sha256: str) -> bool:
    """Returns whether safetensors with this hash were checked."""
    return _used(folder() / f"{sha256}{CHECKED}")


def converted(sha256: str) -> bytes | None:
    """Returns the safetensors file of a pickle with this hash; None if it is not stored."""
    path = folder() / f"{sha256}{CONVERTED}"
    try:
        return own_file.read_bytes(path, BUDGET) if _used(path) else None
    except OSError:
        return None


def store(sha256: str, data: bytes | None) -> None:
    """Stores the conversion of a pickle, or with None that safetensors were checked. A full disk is no error."""
    if data is not None and len(data) > BUDGET:
        return
    path = folder() / f"{sha256}{CHECKED if data is None else CONVERTED}"
    with suppress(OSError):  # the next load converts again
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as temporary:
            temporary.write_bytes(data or b"")
        _prune()


def forget(sha256: str) -> None:
    """Deletes a conversion that does not load."""
    with suppress(OSError):
        (folder() / f"{sha256}{CONVERTED}").unlink(missing_ok=True)


def _used(path: Path) -> bool:
    """Returns whether the file exists, and notes the time of its use."""
    try:
        os.utime(path)
    except OSError:
        return False
    return True


def _prune() -> None:
    """Deletes the files that were not used for longest, down to BUDGET and MAX_FILES."""
    found = [path for path in folder().iterdir() if path.suffix in (CHECKED, CONVERTED)]
    newest_first = sorted(((path.stat().st_mtime, path.stat().st_size, path) for path in found), reverse=True)
    total = 0
    for count, (_, size, path) in enumerate(newest_first):
        total += size
        if total > BUDGET or count >= MAX_FILES:
            path.unlink(missing_ok=True)
