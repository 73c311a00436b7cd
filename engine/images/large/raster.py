"""A large picture as the app uses it: areas whose pixels a child reads when they are needed, and a cache of them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.geometry.orientation import UPRIGHT, composed
from engine.images import mip
from engine.images.area import Area, turned
from engine.images.bit_depth import Raster, read_only
from engine.images.damage import part_missing
from engine.images.large.facts import COLOURS, LargeFacts

BUDGET = 160 << 20
"""Bytes of pixels that are kept of one picture: a row of cells of 100,000 px, and what some screens show."""
MOST_CELLS = 64
"""Cells that are read in one job."""

Corner = tuple[int, int]
"""Top, left, stored px of a level."""
Planes = dict[int, NDArray[Any]]
"""Pixels of a cell, by the numbers of the planes (engine/images/large/facts.py)."""
ReadCells = Callable[[int, list[Corner]], tuple[list[Planes], int]]
"""Reads cells of a level, which is halved so often. Returns also how many of the file's tiles are damaged. Raises
ImageError."""


class Cells:
    """The cells of one picture, read by `read` and cached. Any thread."""

    def __init__(self, facts: LargeFacts, read: ReadCells) -> None:
        self.facts = facts
        self._read = read
        self._lock = threading.Lock()
        self._cache: dict[tuple[int, Corner], Planes] = {}  # the one that was used last is the last
        self._bytes = 0
        self.damaged = 0  # tiles of the file that were found damaged

    @property
    def nbytes(self) -> int:
        """Bytes of the cached cells."""
        return self._bytes

    def rectangle(self, times: int, rows: slice, columns: slice, plane: int) -> Raster:
        """Returns a rectangle of a plane of a level, inside it. Raises ImageError."""
        down, across = self.facts.cell
        first = rows.start // down * down, columns.start // across * across
        tops, lefts = range(first[0], rows.stop, down), range(first[1], columns.stop, across)
        pixel, kind = self.facts.plane(plane)
        out = np.empty((rows.stop - rows.start, columns.stop - columns.start, *pixel), kind)
        for top in tops:
            corners = [(top, left) for left in lefts]
            for at in range(0, len(corners), MOST_CELLS):
                for corner, planes in self._cells(times, corners[at : at + MOST_CELLS]).items():
                    _paste(out, planes[plane], corner[0] - rows.start, corner[1] - columns.start)
        return out

    def cached(self, times: int, row: int, column: int) -> Planes | None:
        """Returns the planes of a pixel, if they are cached. Never waits."""
        down, across = self.facts.cell
        found = self._cache.get((times, (row // down * down, column // across * across)))
        if found is None:
            return None
        at = row % down, column % across
        return {plane: pixels[at] for plane, pixels in found.items()}

    def _cells(self, times: int, corners: list[Corner]) -> dict[Corner, Planes]:
        with self._lock:
            found = {corner: self._cache.pop((times, corner), None) for corner in corners}
            missing = [corner for corner, planes in found.items() if planes is None]
            try:
                read = self._read_missing(times, missing) if missing else {}
            finally:
                for corner, planes in found.items():
                    if planes is not None:
                        self._cache[times, corner] = planes
            for corner, planes in read.items():
                self._cache[times, corner] = planes
                self._bytes += _nbytes(planes)
            self._drop_oldest()
        return {corner: planes for corner, planes in (found | read).items() if planes is not None}

    def _read_missing(self, times: int, missing: list[Corner]) -> dict[Corner, Planes]:
        planes, damaged = self._read(times, missing)
        self.damaged += damaged
        return dict(zip(missing, planes, strict=True))

    def _drop_oldest(self) -> None:
        while self._bytes > BUDGET:
            oldest = next(iter(self._cache))
            self._bytes -= _nbytes(self._cache.pop(oldest))


def _nbytes(planes: Planes) -> int:
    return sum(plane.nbytes for plane in planes.values())


def _paste(out: NDArray[Any], cell: NDArray[Any], top: int, left: int) -> None:
    """Copies the part of a cell that lies in `out`; its corner is at (top, left)."""
    part = cell[max(-top, 0) :, max(-left, 0) :]
    place = out[max(top, 0) :, max(left, 0) :]
    place = place[: part.shape[0], : part.shape[1]]
    place[...] = part[: place.shape[0], : place.shape[1]]


@dataclass(frozen=True, eq=False)
class LargeArea:
    """One plane of a large picture at full size: an Area.

    cells: of the picture. coarse: the plane's copy in memory, upright. plane: its number (large/facts.py).
    orientation: what makes the stored picture upright, as in engine/geometry/orientation.py. times: how often it is
    halved.
    """

    cells: Cells
    coarse: NDArray[Any]
    plane: int
    orientation: int = UPRIGHT
    times: int = 0

    @property
    def shape(self) -> tuple[int, ...]:
        """(H, W, 3) or (H, W), upright."""
        height, width = self.cells.facts.level_shape(self.times)
        if self.orientation % 2:
            height, width = width, height
        return (height, width, *self.coarse.shape[2:])

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of a sample."""
        return self.coarse.dtype

    @property
    def nbytes(self) -> int:
        """Bytes in memory. The cells count with the colours."""
        return self.coarse.nbytes + (self.cells.nbytes if self.plane == COLOURS else 0)

    def in_memory(self, row: int, column: int) -> NDArray[Any] | None:
        """Returns a pixel, (3,) or (), if it is in memory. Never waits."""
        pixel = slice(row, row + 1), slice(column, column + 1)
        height, width = self.shape[:2]
        down, across = _stored_slices(*pixel, (height, width), self.orientation)
        found = self.cells.cached(self.times, down.start, across.start)
        return None if found is None else found[self.plane]

    def __getitem__(self, place: tuple[slice, slice]) -> NDArray[Any]:
        """Returns a rectangle, upright. Raises ImageError."""
        height, width = self.shape[:2]
        rows, columns = slice(*place[0].indices(height)), slice(*place[1].indices(width))
        if rows.stop <= rows.start or columns.stop <= columns.start:
            size = max(rows.stop - rows.start, 0), max(columns.stop - columns.start, 0)
            return np.empty((*size, *self.shape[2:]), self.dtype)
        down, across = _stored_slices(rows, columns, (height, width), self.orientation)
        part = self.cells.rectangle(self.times, down, across, self.plane)
        return turned(part, self.orientation)

    def rotated(self, orientation: int) -> "LargeArea":
        """Returns it in another orientation, relative to its present one."""
        return replace(
            self,
            coarse=read_only(turned(self.coarse, orientation)),
            orientation=composed(self.orientation, orientation),
        )

    @cached_property
    def levels(self) -> tuple[Area, ...]:
        """The picture, followed by its halves down to one px, as `mip.pyramid` gives them for an array."""
        facts = self.cells.facts
        found: list[Area] = []
        for times in range(facts.coarse):
            found.append(replace(self, times=times) if times in facts.levels else HalvedArea(found[-1]))
        return (*found, *mip.pyramid(self.coarse))


@dataclass(frozen=True, eq=False)
class HalvedArea:
    """A level that the file lacks: averages of 2 x 2 px of the finer one, which are quick to make."""

    finer: Area

    @property
    def shape(self) -> tuple[int, ...]:
        """Half of the finer one's, rounded up."""
        height, width, *channels = self.finer.shape
        return (-(-height // 2), -(-width // 2), *channels)

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of a sample."""
        return self.finer.dtype

    @property
    def nbytes(self) -> int:
        """Nothing of it is kept."""
        return 0

    def __getitem__(self, place: tuple[slice, slice]) -> Raster:
        rows, columns = (slice(*each.indices(side)) for each, side in zip(place, self.shape[:2], strict=True))
        part = mip.even(self.finer[2 * rows.start : 2 * rows.stop, 2 * columns.start : 2 * columns.stop])
        quarters = [part[y::2, x::2] for y in (0, 1) for x in (0, 1)]
        total = np.sum(quarters, axis=0, dtype=np.uint32)
        return np.asarray((total + 2) >> 2, part.dtype)


def in_memory(area: Area, row: int, column: int) -> NDArray[Any] | None:
    """Returns a pixel of an area, (3,) or (), if it is in memory. Never waits, so the window's thread may call it."""
    if isinstance(area, LargeArea):
        return area.in_memory(row, column)
    pixel: NDArray[Any] = area[row : row + 1, column : column + 1][0, 0]
    return pixel


def damage_found(area: Area) -> tuple[Message, ...]:
    """Returns what to say of a large picture of which damaged parts were read."""
    return (part_missing(),) if isinstance(area, LargeArea) and area.cells.damaged else ()


def _stored_slices(rows: slice, columns: slice, shape: Corner, orientation: int) -> tuple[slice, slice]:
    """Returns where a rectangle of the upright picture, which is (height, width) px, lies in the stored one."""
    height, width = shape
    for _ in range(orientation % 4):  # one quarter turn back: counter-clockwise
        rows, columns = slice(width - columns.stop, width - columns.start), rows
        height, width = width, height
    if orientation >= 4:
        columns = slice(width - columns.stop, width - columns.start)
    return rows, columns
