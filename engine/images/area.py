"""Pixels of which rectangles are read: an array in memory, or a large picture whose pixels stay in its file."""

from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from engine.images.bit_depth import Raster

Indices = NDArray[np.int64]


@runtime_checkable
class Area(Protocol):
    """Pixels (H, W, C) or one channel (H, W), uint8 or uint16, and float32 for values. An array in memory is one.

    `raster[rows, columns]` of two slices is an array. A slice may end beyond the picture, and begins inside it.
    """

    @property
    def shape(self) -> tuple[int, ...]:
        """(H, W, C) or (H, W)."""

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of a sample."""

    @property
    def nbytes(self) -> int:
        """Bytes that it takes in memory."""

    def __getitem__(self, place: tuple[slice, slice], /) -> Any:
        """Returns the pixels of a rectangle. Raises ImageError if they cannot be read from the file."""


def samples_at(area: Area, rows: Indices, columns: Indices) -> Raster:
    """Returns the pixels at these places, (count, C) or (count,). Raises ImageError as an area does."""
    if isinstance(area, np.ndarray):
        at: Raster = area[rows, columns]
        return at
    out = np.empty((len(rows), *area.shape[2:]), area.dtype)
    blocks = np.stack([rows // BLOCK, columns // BLOCK], axis=1)
    for top, left in np.unique(blocks, axis=0) * BLOCK:
        inside = (blocks == (top // BLOCK, left // BLOCK)).all(axis=1)
        block = area[top : top + BLOCK, left : left + BLOCK]
        out[inside] = block[rows[inside] - top, columns[inside] - left]
    return out


BLOCK = 256
"""Px along a side of what is read at once for single places."""


def turned(pixels: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Returns a copy of an array in `orientation` (engine/geometry/orientation.py)."""
    flipped = pixels[:, ::-1] if orientation >= 4 else pixels
    return np.ascontiguousarray(np.rot90(flipped, -orientation % 4))
