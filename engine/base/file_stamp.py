"""Tells whether a file is still the one that was read."""

from pathlib import Path

Stamp = tuple[int, int]
"""Modification time in ns and size in bytes."""


def stamp_of(path: Path) -> Stamp | None:
    """Returns the stamp of a file as it is now; None if it is not there."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: no system accepts the name
        return None
    return status.st_mtime_ns, status.st_size
