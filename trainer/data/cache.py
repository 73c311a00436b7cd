"""File cache of decoded pictures, for folders larger than the memory. It is valid until one of the sources changes.

NAME.pixels  the decoded bytes
NAME.json    the source files with their sizes and modification times, the checksum of the bytes, and what the decoder
             returned
"""

import hashlib
import json
import os
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.base import own_file, write_failure
from engine.base.atomic_file import replacing
from engine.base.errors import DataError
from engine.base.messages import message
from trainer.data.store import Bytes, WriteAt

FORMAT = 2
"""Version of the description. One of another version is made anew."""
MAX_DESCRIPTION_BYTES = 1 << 28
"""Largest description that is read: of about a million files."""
CHECKSUM_BLOCK = 1 << 26
"""Number of bytes that are read at once for the checksum."""


def load_or_create(
    folder: Path, root: Path, files: Sequence[Path], size: int, decode: Callable[[WriteAt], Any]
) -> tuple[Bytes, Any]:
    """Returns the `size` decoded bytes of `files`, mapped from a file in `folder`, and the result of `decode` (JSON).

    root: folder of `files`; its path names the cache file. decode: writes all bytes; it is called only if the cache is
    missing, damaged or older than one of `files`. Raises DataError if the cache cannot be written.
    """
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
    pixels, description = folder / f"{name}.pixels", folder / f"{name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stamps = [[str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns] for path in files]
        entry = _read_json(description) or {}
        if not _describes(entry, stamps) or entry.get("checksum") != _checksum(pixels, size):
            description.unlink(missing_ok=True)
            note = _write(pixels, size, decode)
            entry = {"format": FORMAT, "files": stamps, "note": note, "checksum": _checksum(pixels, size)}
            with replacing(description) as temporary:
                temporary.write_text(json.dumps(entry), encoding="utf-8")
    except OSError as error:
        reason, remedy = write_failure.explained(error, pixels)
        if error.errno in write_failure.FULL:
            reason = message("has no space for {size:.1f} GB ({why})", size=size / 1e9, why=error.strerror)
            remedy = message("free disk space there, or use fewer pictures")
        raise DataError(folder, reason, remedy) from error
    return _map(pixels, size), entry["note"]


def _describes(entry: dict[str, Any], stamps: list[Any]) -> bool:
    return entry.get("format") == FORMAT and entry.get("files") == stamps


def _write(path: Path, size: int, decode: Callable[[WriteAt], Any]) -> Any:
    """Fills the file and returns the result of `decode`.

    It writes instead of mapping: a full disk then raises an error, while a mapping would kill the process.
    """
    with replacing(path) as temporary, temporary.open("rb+") as file:
        file.truncate(size)

        def write_at(offset: int, pixels: Bytes) -> None:
            file.seek(offset)
            file.write(pixels.data)

        return decode(write_at)


def _map(path: Path, size: int) -> Bytes:
    """Maps the file copy-on-write, because torch requires writable memory. The file itself never changes."""
    return np.memmap(path, dtype=np.uint8, mode="c", shape=(size,))


def _checksum(path: Path, size: int) -> int | None:
    """Returns the CRC-32 of the file; None if there is no file of `size` bytes."""
    if not path.exists() or path.stat().st_size != size:
        return None
    value = 0
    with path.open("rb") as file:
        while block := file.read(CHECKSUM_BLOCK):
            value = zlib.crc32(block, value)
    return value


def _read_json(path: Path) -> dict[str, Any] | None:
    """Returns the object in a JSON file; None if there is none or it is damaged."""
    try:
        entry = json.loads(own_file.read_text(path, MAX_DESCRIPTION_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None
