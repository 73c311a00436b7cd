"""Smaller copies of a picture that arrives in bands. A copy waits in a temporary file until it is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from engine.export.row_groups import grouped

SMALLEST = 256
"""px. The last copy has no longer side."""
ROWS = 256
"""Rows that are reduced at once; even."""

Band = NDArray[Any]


def levels(height: int, width: int) -> list[tuple[int, int]]:
    """Returns (height, width) of the copies, each half of the one before, rounded up."""
    found = []
    while max(height, width) > SMALLEST:
        height, width = -(-height // 2), -(-width // 2)
        found.append((height, width))
    return found


@dataclass(frozen=True)
class HalfCopy:
    """The half copy of a picture, in a file of raw pixels."""

    file: IO[bytes]

    def collecting(self, bands: Iterator[Band]) -> Iterator[Band]:
        """Yields the bands of the picture, and keeps its half copy."""
        for rows in grouped(bands, ROWS):
            self.file.write(np.ascontiguousarray(halved(rows)).data)
            yield rows

    def bands(self, width: int, channels: int, kind: str) -> Iterator[Band]:
        """Yields what was kept. width: px, of the copy. kind: its type, such as uint8."""
        row_bytes = width * channels * np.dtype(kind).itemsize
        self.file.seek(0)
        while data := self.file.read(ROWS * row_bytes):
            yield np.frombuffer(data, kind).reshape(-1, width, channels)


@contextmanager
def half_copy(folder: Path) -> Iterator[HalfCopy]:
    """Makes an empty copy. Its file is in `folder`, where the picture has to fit, too, and has no name."""
    with TemporaryFile(dir=folder) as file:
        yield HalfCopy(file)


def halved(rows: Band) -> Band:
    """Averages 2 x 2 px, (rows, W, 3 or 4). Transparent pixels count as far as they are opaque."""
    odd = [(0, rows.shape[0] % 2), (0, rows.shape[1] % 2), (0, 0)]
    pixels = np.pad(rows, odd, "edge").astype(np.float32)
    if rows.shape[2] == 3:
        return _rounded(_averages(pixels), rows.dtype)
    alpha = pixels[..., 3:]
    weights = _averages(alpha)
    colours = _averages(pixels[..., :3] * alpha) / np.maximum(weights, np.float32(1e-9))
    # where all four are transparent, their plain average keeps the colours
    colours = np.where(weights > 0, colours, _averages(pixels[..., :3]))
    return _rounded(np.concatenate([colours, weights], axis=2), rows.dtype)


def _averages(pixels: Band) -> Band:
    height, width, channels = pixels.shape
    means: Band = pixels.reshape(height // 2, 2, width // 2, 2, channels).mean(axis=(1, 3), dtype=np.float32)
    return means


def _rounded(values: Band, kind: np.dtype[Any]) -> Band:
    return values.astype(kind) if kind.kind == "f" else np.rint(values).astype(kind)
