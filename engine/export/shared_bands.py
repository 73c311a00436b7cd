"""The bands of one export that several processes decode: files in a hidden folder beside the target.

The folder's name holds the identity of the pixels (pixel_identity.py), so bands of other pixels are never mixed in. A
band is one file, which appears complete (atomic_file.py), with a checksum. Processes claim bands (claims.py), so that
nothing is decoded twice. Claims only save work: a band that does not come is decoded by whoever waits for it.
"""

import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from zlib_ng import zlib_ng

from engine.base import atomic_file, claims, paths
from engine.export import kept_bands
from engine.images.bit_depth import Raster

SUFFIX = ".unpixel-bands"
POLL_S = 0.2
"""Seconds between two looks at bands that others decode."""
PATIENCE_S = 10.0
"""Least seconds to wait for a band of another process that may hang or be cut off from the network."""
SLOWER = 3
"""Times its own slowest band that a process waits for the band of another."""
CHECKSUM_BYTES = 4


def folder_of(target: Path, identity: str) -> Path:
    """Returns the folder of an export's bands, which may not exist yet."""
    return target.with_name(f".{_stem(target)}.{identity[:16]}{SUFFIX}")


def exist(target: Path) -> bool:
    """Returns whether an earlier start has left bands of an export to this file."""
    try:
        with os.scandir(target.parent) as entries:
            return any(
                each.name.startswith(f".{_stem(target)}.") and each.name.endswith(SUFFIX) for each in entries
            )
    except (OSError, ValueError):  # ValueError: a path with a null character
        return False


def _stem(target: Path) -> str:
    return paths.shortened(target.name, 150)


class SharedBands:
    """The bands of one export. Used by one thread.

    rows: the first row of each band. shape: of a row, (width, channels). kind: of the samples.
    found: bands that were there at the start. decoded: by this process. taken_over: those of them that another
    process had claimed, which was killed or did not finish.
    """

    def __init__(self, folder: Path, rows: Sequence[int], shape: tuple[int, int], kind: type) -> None:
        self.folder, self.rows = folder, list(rows)
        self._shape, self._kind = shape, np.dtype(kind)
        self.decoded = self.taken_over = 0
        self._patience = PATIENCE_S
        self.found = len(self.rows) - len(self._missing(self.rows)) if folder.exists() else 0

    def missing_bytes(self, height: int) -> int:
        """Returns how much the missing bands take at most, about. height: rows of the picture."""
        raw = height * self._shape[0] * self._shape[1] * self._kind.itemsize
        return raw * (len(self.rows) - self.found) // len(self.rows)

    def fill(
        self, place: tuple[int, int], decode: Callable[[int], Raster], report: Callable[[int], None]
    ) -> None:
        """Decodes bands that no other process has taken, until all are there or the folder has gone.

        place: the number of this process, and how many there are: each begins at another band. report: called with
        how many bands are there. Raises OSError, and what `decode` raises.
        """
        self.folder.mkdir(exist_ok=True)
        try:
            self._fill(place, decode, report)
        except FileNotFoundError:
            if self.folder.exists():
                raise  # another process has not finished the export and removed the folder: something else is missing

    def _fill(
        self, place: tuple[int, int], decode: Callable[[int], Raster], report: Callable[[int], None]
    ) -> None:
        start = len(self.rows) * place[0] // place[1]
        order = self.rows[start:] + self.rows[:start]
        latest = time.monotonic()
        missing = order
        while left := self._missing(missing):
            report(len(self.rows) - len(self._missing(order)))
            waited = time.monotonic() - latest
            if any(self._take(row, decode, report) for row in left) or len(left) < len(missing):
                latest = time.monotonic()
            elif waited > self._patience:
                self.taken_over += 1
                self._decode(left[0], decode)
            else:
                time.sleep(POLL_S)
            missing = left

    def band(self, row: int, decode: Callable[[], Raster]) -> Raster:
        """Returns the band that begins at a row: that of the file, or what `decode` returns if it is damaged."""
        try:
            data = self._file(row).read_bytes()
        except OSError:
            return decode()
        checksum = int.from_bytes(data[:CHECKSUM_BYTES], "little")
        band = kept_bands.unpacked(data[CHECKSUM_BYTES:], checksum, self._kind, self._shape)
        return decode() if band is None else band

    def remove(self) -> None:
        """Deletes the folder: the export is complete. It disappears for the other processes at once."""
        aside = self.folder.with_suffix(atomic_file.FOLDER_SUFFIX)
        aside = aside.with_name(atomic_file.temporary_name(aside))
        try:
            self.folder.rename(aside)
        except FileNotFoundError:
            return
        shutil.rmtree(aside, ignore_errors=True)

    def close(self) -> None:
        """Keeps the bands for the next start."""

    def _missing(self, rows: list[int]) -> list[int]:
        names = set(os.listdir(self.folder))  # noqa: PTH208 - names are enough
        return [row for row in rows if self._file(row).name not in names]

    def _take(self, row: int, decode: Callable[[int], Raster], report: Callable[[int], None]) -> bool:
        """Decodes a band unless it is there or another process's. Returns whether it did."""
        file = self._file(row)
        if file.exists():
            return False
        claimed_before = claims.is_claimed(file)
        with claims.claimed(file) as mine:
            if not mine or file.exists():
                return False
            self.taken_over += claimed_before
            self._decode(row, decode)
        report(len(self.rows) - len(self._missing(self.rows)))
        return True

    def _decode(self, row: int, decode: Callable[[int], Raster]) -> None:
        began = time.monotonic()
        data = kept_bands.packed(decode(row))
        self._patience = max(self._patience, SLOWER * (time.monotonic() - began))
        with atomic_file.replacing(self._file(row)) as temporary:
            temporary.write_bytes(zlib_ng.crc32(data).to_bytes(CHECKSUM_BYTES, "little") + data)
        self.decoded += 1

    def _file(self, row: int) -> Path:
        return self.folder / f"{row:010}"

    @property
    def counts(self) -> dict[str, Any]:
        """Returns the fields of `render --json` about the bands."""
        return {
            "bands": len(self.rows),
            "found": self.found,
            "decoded": self.decoded,
            "taken_over": self.taken_over,
        }
