"""The picture at scales of 1 and below, where nothing is to be invented: Lanczos, from a half that suffices.

Against Lanczos from the source itself the detour over the halves costs 0.2 of 255 on average. Halves by box
filter, cheaper once, are up to 1.5 off on fine detail and 7 on noise: they blur, and let aliases through.
"""

from fractions import Fraction
from math import ceil, floor

import numpy as np
import PIL.Image

from engine.geometry.axis import Axis
from engine.images.depth import Raster

Pyramid = tuple[Raster, ...]

Box = tuple[float, float, float, float]

LANCZOS = 3
"""Reach of Pillow's Lanczos filter, in samples of the result."""
GAP = Fraction(3, 2)
"""A level serves steps of at least this many of its pixels. At 1 the error would be five times as large; so
a view reads 2.25 to 9 pixels for each of its own."""


def pyramid(pixels: Raster) -> Pyramid:
    """The picture, (H, W, 3) or (H, W) uint8 or uint16, followed by its halves (odd sizes rounded up) down to one px.

    Pixel i of level k covers [i * 2**k, (i + 1) * 2**k) source px, cut off at the border.
    """
    levels = [pixels]
    while max(levels[-1].shape[:2]) > 1:
        levels.append(_half(levels[-1]))
    return tuple(levels)


def reduce(levels: Pyramid, rows: Axis, cols: Axis) -> Raster:
    """The cells of a grid that begin inside the picture -> (rows.count, cols.count, 3) of its type; no 3 for alpha.

    Steps are 1 source px or more, along each axis. Whole pixels at step 1 are the source's own, untouched.
    Raises ValueError for cells outside of the picture, or smaller than a source px.
    """
    height, width = levels[0].shape[:2]
    if min(rows.step, cols.step) < 1 or not _inside(rows, height) or not _inside(cols, width):
        raise ValueError(f"not a reduction of {width} x {height} px: rows {rows}, columns {cols}")
    if rows.step == cols.step == 1 and rows.start.denominator == cols.start.denominator == 1:
        return np.ascontiguousarray(levels[0][_span(rows, 0), _span(cols, 0)])
    level = _level(min(rows.step, cols.step), len(levels))
    rows, cols = _at(rows, level), _at(cols, level)
    source = levels[level]
    down, across = _span(rows, ceil(LANCZOS * rows.step)), _span(cols, ceil(LANCZOS * cols.step))
    part = source[down, across]
    top, bottom = float(rows.start - down.start), float(rows.end - down.start)
    left, right = float(cols.start - across.start), float(cols.end - across.start)
    box = (left, top, min(right, part.shape[1]), min(bottom, part.shape[0]))
    return _resized(part, (cols.count, rows.count), box)


def _resized(pixels: Raster, size: tuple[int, int], box: Box | None = None) -> Raster:
    """(width, height) px of a box (left, top, right, bottom) of a picture, of all of it where there is none."""
    if pixels.dtype == np.uint16 and pixels.ndim == 3:  # Pillow holds 16 bits in gray only
        return np.stack([_resized(plane, size, box) for plane in np.moveaxis(pixels, 2, 0)], axis=2)
    picture = PIL.Image.fromarray(pixels)
    return np.asarray(picture.resize(size, PIL.Image.Resampling.LANCZOS, box))


def _half(pixels: Raster) -> Raster:
    height, width = pixels.shape[:2]
    even = np.pad(pixels, ((0, height % 2), (0, width % 2)) + ((0, 0),) * (pixels.ndim - 2), "edge")
    return _resized(even, (even.shape[1] // 2, even.shape[0] // 2))


def _level(step: Fraction, count: int) -> int:
    level = 0
    while level + 1 < count and step >= GAP * 2 ** (level + 1):
        level += 1
    return level


def _inside(axis: Axis, size: int) -> bool:
    # the lattice's last cell may reach over the border (viewport.lattice)
    return axis.start >= 0 and axis.end - axis.step < size


def _at(axis: Axis, level: int) -> Axis:
    """The same cells, measured in pixels of a level."""
    return Axis(axis.start / Fraction(2) ** level, axis.step / Fraction(2) ** level, axis.count)


def _span(axis: Axis, margin: int) -> slice:
    """The pixels under the cells, `margin` more on each side; a slice ends at the far border by itself."""
    return slice(max(floor(axis.start) - margin, 0), ceil(axis.end) + margin)
