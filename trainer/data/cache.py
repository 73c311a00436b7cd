"""Decoded pictures in a file, for folders larger than the memory: made once, used again while no source changed.

NAME.pixels  the bytes
NAME.json    of which files, when they were last written, the bytes' checksum, and a note of their maker
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.atomic_file import replacing
from engine.base.errors import DataError
from engine.base.messages import message
from trainer.data.store import Bytes, Put

BLOCK = 1 << 26


def mapped(
    folder: Path, root: Path, files: Sequence[Path], size: int, make: Callable[[Put], Any]
) -> tuple[Bytes, Any]:
    """`size` bytes that `make` puts into place, mapped from a file in `folder`, and what `make` returned (JSON).

    A file made before is used again if it is whole and none of `files`, which lie in `root`, has changed since.
    Raises DataError where it cannot be written.
    """
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    pixels, about = folder / f"{name}.pixels", folder / f"{name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stamps = [[str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns] for path in files]
        told = _read(about)
        if told is None or told.get("files") != stamps or told.get("checksum") != _checksum(pixels, size):
            about.unlink(missing_ok=True)
            told = {"files": stamps, "note": _write(pixels, size, make), "checksum": _checksum(pixels, size)}
            with replacing(about) as temporary:
                temporary.write_text(json.dumps(told), encoding="utf-8")
    except OSError as error:
        reason = message("cannot hold {size:.1f} GB ({why})", size=size / 1e9, why=error.strerror)
        raise DataError(folder, reason, message("make room there, or give fewer pictures")) from error
    return _map(pixels, size), told["note"]


def _write(path: Path, size: int, make: Callable[[Put], Any]) -> Any:
    """Written, not mapped: a full disk is then an error, not a signal."""
    with replacing(path) as temporary, temporary.open("rb+") as file:
        file.truncate(size)

        def put(offset: int, pixels: Bytes) -> None:
            file.seek(offset)
            file.write(pixels.data)

        return make(put)


def _map(path: Path, size: int) -> Bytes:
    """Copy on write: torch wants memory that may be written to, the file stays as it is."""
    return np.memmap(path, dtype=np.uint8, mode="c", shape=(size,))


def _checksum(path: Path, size: int) -> int | None:
    """CRC-32 of the file; None where there is none of `size` bytes."""
    if not path.exists() or path.stat().st_size != size:
        return None
    value = 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            value = zlib.crc32(block, value)
    return value


def _read(path: Path) -> dict[str, Any] | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None  # none was made, or it was cut short: it is made anew
    return told if isinstance(told, dict) else None
