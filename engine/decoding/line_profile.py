"""A line through the picture, sample by sample: what lies on the way across an edge. Importing this loads no torch."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from engine.geometry.axis import Axis
from engine.images.depth import Raster, to_8_bits
from engine.images.image import Pixels

if TYPE_CHECKING:
    from engine.decoding.continuous_image import ContinuousImage

TOGETHER = 16
"""Samples of a slanting line that are decoded at once: the diagonal of a small grid, since models decode grids."""

Point = tuple[Fraction, Fraction]
"""(x, y), source px."""


@dataclass(frozen=True)
class ProfileLine:
    """`count` samples, each amid its part of the way from `start` to `end`. cell: asked for around each, source px."""

    start: Point
    end: Point
    count: int
    cell: Fraction


def decoded_line(of: "ContinuousImage", line: ProfileLine, check: Callable[[], None]) -> Pixels:
    """The samples under the model -> (count, 3) uint8 sRGB, as the screen has them. Raises what `check` raises."""
    across, back = _axis(line.start[0], line.end[0], line)
    down, up = _axis(line.start[1], line.end[1], line)
    if across.count == 1 or down.count == 1:
        colours = of.grid(down, across, check)[0].reshape(-1, 3)
        return np.ascontiguousarray(colours[:: -1 if back or up else 1])
    out = np.empty((line.count, 3), dtype=np.uint8)
    for first, count in _parts(line.count):
        check()
        rows = down.piece(line.count - first - count if up else first, count)
        cols = across.piece(line.count - first - count if back else first, count)
        square = of.grid(rows, cols, check)[0][:: -1 if up else 1, :: -1 if back else 1]
        out[first : first + count] = square[np.arange(count), np.arange(count)]
    return out


def source_line(source: Raster, line: ProfileLine) -> Pixels:
    """The source's own pixels under the samples, (count, 3) in 8 bits; past the border the last."""
    places = []
    for (start, end), size in zip(zip(line.start, line.end, strict=True), source.shape[1::-1], strict=True):
        along = float(start) + (np.arange(line.count) + 0.5) * float((end - start) / line.count)
        places.append(np.clip(np.floor(along).astype(np.int64), 0, size - 1))
    return to_8_bits(source[places[1], places[0]])


def _axis(start: Fraction, end: Fraction, line: ProfileLine) -> tuple[Axis, bool]:
    """The samples along one axis, one alone where the line does not move along it; and whether they are backwards."""
    if start == end:
        return Axis(start - line.cell / 2, line.cell, 1, line.cell), False
    step = abs(end - start) / line.count
    return Axis(min(start, end), step, line.count, line.cell), end < start


def _parts(count: int) -> Iterator[tuple[int, int]]:
    """[0, count) in parts of TOGETHER: where each begins, and how many samples it has."""
    for first in range(0, count, TOGETHER):
        yield first, min(TOGETHER, count - first)
