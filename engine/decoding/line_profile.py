"""Colour profile along a line through the picture, for instance across an edge. Importing this loads no torch."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from engine.geometry.axis import Axis
from engine.images.area import Area, samples_at
from engine.images.bit_depth import Pixels, to_8_bits

if TYPE_CHECKING:
    from engine.decoding.continuous_image import ContinuousImage

DIAGONAL_SAMPLES = 16
"""Samples of a slanting line that are decoded at once. Models decode grids: these are the diagonal of one."""

Point = tuple[Fraction, Fraction]
"""(x, y), source px."""


@dataclass(frozen=True)
class ProfileLine:
    """`count` samples, each in the middle of its part of the way from `start` to `end`.

    cell: query footprint around each sample, source px.
    """

    start: Point
    end: Point
    count: int
    cell: Fraction


def decoded_line(image: "ContinuousImage", line: ProfileLine, check: Callable[[], None]) -> Pixels:
    """Decodes the samples of a line -> (count, 3) uint8 sRGB, as the screen shows them.

    check: cancellation check. Raises what it raises.
    """
    cols, x_descends = _axis(line.start[0], line.end[0], line)
    rows, y_descends = _axis(line.start[1], line.end[1], line)
    if cols.count == 1 or rows.count == 1:
        colours = image.grid(rows, cols, check)[0].reshape(-1, 3)
        return np.ascontiguousarray(colours[:: -1 if x_descends or y_descends else 1])
    out = np.empty((line.count, 3), dtype=np.uint8)
    for first, count in _pieces(line.count):
        check()
        mirrored = line.count - first - count
        down = rows.piece(mirrored if y_descends else first, count)
        across = cols.piece(mirrored if x_descends else first, count)
        square = image.grid(down, across, check)[0][:: -1 if y_descends else 1, :: -1 if x_descends else 1]
        out[first : first + count] = square[np.arange(count), np.arange(count)]
    return out


def source_line(source: Area, line: ProfileLine) -> Pixels:
    """Returns the source pixels under the samples, (count, 3) uint8. Past the border, the last pixel repeats."""
    indices = []
    for (start, end), size in zip(zip(line.start, line.end, strict=True), source.shape[1::-1], strict=True):
        positions = float(start) + (np.arange(line.count) + 0.5) * float((end - start) / line.count)
        indices.append(np.clip(np.floor(positions).astype(np.int64), 0, size - 1))
    return to_8_bits(samples_at(source, indices[1], indices[0]))


def _axis(start: Fraction, end: Fraction, line: ProfileLine) -> tuple[Axis, bool]:
    """Returns the samples along one axis in ascending order, and whether the line descends along it.

    A line that is constant along the axis has one sample there.
    """
    if start == end:
        return Axis(start - line.cell / 2, line.cell, 1, line.cell), False
    step = abs(end - start) / line.count
    return Axis(min(start, end), step, line.count, line.cell), end < start


def _pieces(count: int) -> Iterator[tuple[int, int]]:
    """Yields (first sample, number of samples) of pieces of at most DIAGONAL_SAMPLES."""
    for first in range(0, count, DIAGONAL_SAMPLES):
        yield first, min(DIAGONAL_SAMPLES, count - first)
