"""Keeps the decoded bands of a costly export in the cache folder, so that it goes on after a kill or a full disk.

A file begins with a line that identifies the pixels (pixel_identity.py). Records follow, one a band: row, length and
checksum, then the band, compressed. They are only appended: what a killed process wrote last may be cut off, and is
decoded again. A file can be deleted at any time.
"""

import hashlib
import logging
import os
import shutil
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import imagecodecs
import numpy as np
from zlib_ng import zlib_ng

from engine.images.bit_depth import Raster
from engine.images.large import pyramid_cache

LEAST_SECONDS = 20.0
"""Seconds of decoding, estimated from the first bands, from which on bands are kept."""
BUDGET, MOST_AGE_S = 32 << 30, 30 * 24 * 3600
"""Bytes of all files, and seconds since the last write; those that are above are deleted, the oldest first."""
SPARE = 1 << 30
"""Bytes of the disk that stay free."""
RECORD = struct.Struct("<4sIIQ")
"""Mark, row, checksum, length."""
MARK = b"band"
SUFFIX = ".bands"
logger = logging.getLogger(__name__)


class Place(NamedTuple):
    """Where a band lies in the file. checksum: CRC-32 of its bytes there."""

    offset: int
    length: int
    checksum: int


def folder() -> Path:
    """Returns the folder of the files, which may not exist yet."""
    return pyramid_cache.folder().with_name("exports")


class KeptBands:
    """The bands of one export. Used by one thread, and closed by `close` or `remove`.

    target: the exported file, which the file of bands is named by. count: of the bands. shape: of a row, (width,
    channels). identify: returns what identifies the pixels; it is called only if bands are or were kept.
    Whatever fails here never fails the export.
    """

    def __init__(
        self, target: Path, count: int, shape: tuple[int, int], kind: type, identify: Callable[[], str]
    ) -> None:
        name = hashlib.sha256(os.fsencode(os.path.realpath(target))).hexdigest()
        self.path = folder() / f"{name}{SUFFIX}"
        self._count, self._shape, self._kind, self._identify = count, shape, np.dtype(kind), identify
        self._file: BinaryIO | None = None
        self._places: dict[int, Place] = {}
        self._seconds, self._decoded, self._failed = 0.0, 0, False
        if self.path.exists():
            self._begin()

    def band(self, row: int, decode: Callable[[], Raster]) -> Raster:
        """Returns the band that begins at a row: the kept one, or what `decode` returns, which is then kept."""
        kept = self._read(row)
        if kept is not None:
            return kept
        began = time.perf_counter()
        band = decode()
        self._seconds, self._decoded = self._seconds + time.perf_counter() - began, self._decoded + 1
        if self._file is None and not self._failed and self._is_costly():
            self._begin()
        if self._file is not None:
            self._add(row, band)
        return band

    def remove(self) -> None:
        """Deletes the file: the export is complete, or is not wanted any more."""
        if self._file is not None:
            self.path.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Keeps what is in the file for the next try."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _is_costly(self) -> bool:
        return self._seconds / self._decoded * self._count >= LEAST_SECONDS

    def _begin(self) -> None:
        """Opens the file, or a new one if it has other pixels. Without the disk no band is kept."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _prune(self.path)
            file = self.path.open("a+b", buffering=0)
            if not _locked(file, self.path):
                file.close()
                self._failed = True
                return
            self._file = file
            self._scan(file)
        except OSError:
            self._give_up()

    def _scan(self, file: BinaryIO) -> None:
        """Finds the bands in the file, and cuts off what is no whole record."""
        head = f"{self._identify()} {self._kind.name} {self._shape} {self._count}\n".encode()
        file.seek(0)
        if file.read(len(head)) != head:
            file.truncate(0)
            file.write(head)
            return
        size, offset = os.fstat(file.fileno()).st_size, len(head)
        while offset + RECORD.size <= size:
            file.seek(offset)
            mark, row, checksum, length = RECORD.unpack(file.read(RECORD.size))
            if mark != MARK or offset + RECORD.size + length > size:
                break
            self._places[row] = Place(offset + RECORD.size, length, checksum)
            offset += RECORD.size + length
        file.truncate(offset)

    def _read(self, row: int) -> Raster | None:
        """Returns a band of the file; None if it is not there or damaged."""
        place = self._places.get(row)
        if place is None or self._file is None:
            return None
        try:
            data = os.pread(self._file.fileno(), place.length, place.offset)
        except OSError:
            return None
        return unpacked(data, place.checksum, self._kind, self._shape)

    def _add(self, row: int, band: Raster) -> None:
        assert self._file is not None
        data = packed(band)
        try:
            if shutil.disk_usage(self.path.parent).free < SPARE + len(data):
                raise OSError("little is free on the disk")
            end = self._file.seek(0, os.SEEK_END)
            record = RECORD.pack(MARK, row, zlib_ng.crc32(data), len(data)) + data
            if self._file.write(record) != len(record):
                self._file.truncate(end)
                raise OSError("a record was not written whole")
        except OSError:
            self._give_up()

    def _give_up(self) -> None:
        """Keeps no more bands; those in the file stay."""
        logger.warning("bands of an export cannot be kept", exc_info=True)
        self._failed = True
        self.close()


def packed(band: Raster) -> bytes:
    """Returns a band, compressed."""
    return bytes(imagecodecs.zstd_encode(np.ascontiguousarray(band).tobytes(), level=1))


def unpacked(data: bytes, checksum: int, kind: np.dtype[Any], shape: tuple[int, int]) -> Raster | None:
    """Returns the band of `packed`; None if it is damaged. checksum: CRC-32. shape: of a row."""
    if zlib_ng.crc32(data) != checksum:
        return None
    try:
        pixels: Any = np.frombuffer(imagecodecs.zstd_decode(data), kind)
        band: Raster = pixels.reshape(-1, *shape)
    except (ValueError, imagecodecs.ZstdError):
        return None
    return band


def _locked(file: BinaryIO, path: Path) -> bool:
    """Locks a file for this process. Returns whether it could, and the file is still the one of that name."""
    if sys.platform == "win32":  # a second export to the same file is unlikely
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def _prune(keep: Path) -> None:
    """Deletes old files, and the oldest ones above the budget."""
    total, now = 0, time.time()
    found = [(each.stat(), each) for each in folder().glob(f"*{SUFFIX}") if each != keep]
    for status, each in sorted(found, key=lambda pair: -pair[0].st_mtime):
        total += status.st_size
        if total > BUDGET or now - status.st_mtime > MOST_AGE_S:
            each.unlink(missing_ok=True)
