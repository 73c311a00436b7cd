"""The picture at scales of 1 and below, by Lanczos reduction from a sufficiently large level of a pyramid of halves.

Compared with Lanczos from the source itself, the result differs by 0.2 of 255 on average. Halves by box filter, though
cheaper to make, are off by up to 1.5 on fine detail and 7 on noise: they blur, and let aliases through.
"""

from fractions import Fraction
from math import ceil, floor

import numpy as np
import PIL.Image

from engine.geometry.axis import Axis
from engine.images.area import Area
from engine.images.bit_depth import Raster, read_only
from engine.images.strips import strips

Pyramid = tuple[Area, ...]
"""The levels of a picture in memory are arrays."""

Box = tuple[float, float, float, float]
"""left, top, right, bottom in px of a level."""

LANCZOS_REACH = 3
"""Reach of Pillow's Lanczos filter, in samples of the result."""
HALF_MARGIN = 2 * LANCZOS_REACH
"""Rows beside a strip that its halves depend on."""
STRIP_SAMPLES = 1 << 22
"""Samples of a strip of halves. Smaller strips would resize their margins more often than the picture."""
MIN_LEVEL_STEP = Fraction(3, 2)
"""A level serves steps of at least this many of its pixels. At 1 the error would be five times as large. A view
therefore reads 2.25 to 9 pixels for each of its own."""


def pyramid(pixels: Raster) -> tuple[Raster, ...]:
    """Returns the picture, (H, W, 3) or (H, W) uint8 or uint16, followed by its halves down to one px, read-only.

    Odd sizes are rounded up. Pixel i of level k covers [i * 2**k, (i + 1) * 2**k) source px, cut off at the border.
    """
    levels = [pixels]
    while max(levels[-1].shape[:2]) > 1:
        levels.append(read_only(_half(levels[-1])))
    return tuple(levels)


def reduce(levels: Pyramid, rows: Axis, cols: Axis) -> Raster:
    """Returns (rows.count, cols.count, 3) of the pyramid's type; without the 3 for alpha.

    Steps are 1 source px or more along each axis. At step 1 on whole pixels the source's own pixels are returned.
    Raises ValueError for cells that begin outside the picture or are smaller than a source px.
    """
    height, width = levels[0].shape[:2]
    if min(rows.step, cols.step) < 1 or not _inside(rows, height) or not _inside(cols, width):
        raise ValueError(f"not a reduction of {width} x {height} px: rows {rows}, columns {cols}")
    if rows.step == cols.step == 1 and rows.start.denominator == cols.start.denominator == 1:
        return np.ascontiguousarray(levels[0][_pixel_slice(rows, 0), _pixel_slice(cols, 0)])
    level = _level(min(rows.step, cols.step), len(levels))
    rows, cols = _at_level(rows, level), _at_level(cols, level)
    down = _pixel_slice(rows, ceil(LANCZOS_REACH * rows.step))
    across = _pixel_slice(cols, ceil(LANCZOS_REACH * cols.step))
    part = levels[level][down, across]
    top, bottom = float(rows.start - down.start), float(rows.end - down.start)
    left, right = float(cols.start - across.start), float(cols.end - across.start)
    box = (left, top, min(right, part.shape[1]), min(bottom, part.shape[0]))
    return _resized(part, (cols.count, rows.count), box)


def _resized(pixels: Raster, size: tuple[int, int], box: Box | None = None) -> Raster:
    """Resizes a box of a picture, by default all of it, to `size` (width, height) px."""
    if pixels.dtype == np.uint16 and pixels.ndim == 3:  # Pillow has 16 bits for gray only
        return np.stack([_resized(plane, size, box) for plane in np.moveaxis(pixels, 2, 0)], axis=2)
    picture = PIL.Image.fromarray(pixels)
    return np.asarray(picture.resize(size, PIL.Image.Resampling.LANCZOS, box))


def _half(pixels: Raster) -> Raster:
    """Returns the picture at half its size, odd sizes rounded up: their last row and column count twice.

    It is made in strips with a margin, which gives the same values as the whole picture at once.
    """
    height, width = (-(-side // 2) for side in pixels.shape[:2])
    out = np.empty((height, width, *pixels.shape[2:]), pixels.dtype)
    for rows in strips(height, pixels[:1].size, STRIP_SAMPLES):
        first, last = max(2 * rows.start - HALF_MARGIN, 0), min(2 * rows.stop + HALF_MARGIN, 2 * height)
        part = even(pixels[first:last])
        top = 2 * rows.start - first
        box = (0, top, part.shape[1], top + 2 * (rows.stop - rows.start))
        out[rows] = _resized(part, (width, rows.stop - rows.start), box)
    return out


def even(pixels: Raster) -> Raster:
    """Repeats the last row and the last column if their number is odd."""
    height, width = pixels.shape[:2]
    if height % 2 == width % 2 == 0:
        return pixels
    padding = ((0, height % 2), (0, width % 2)) + ((0, 0),) * (pixels.ndim - 2)
    return np.pad(pixels, padding, "edge")


def _level(step: Fraction, count: int) -> int:
    """Returns the smallest of `count` levels that serves a step, in source px."""
    level = 0
    while level + 1 < count and step >= MIN_LEVEL_STEP * 2 ** (level + 1):
        level += 1
    return level


def _inside(axis: Axis, size: int) -> bool:
    # The last cell of the lattice may extend past the border (viewport.lattice).
    return axis.start >= 0 and axis.end - axis.step < size


def _at_level(axis: Axis, level: int) -> Axis:
    """Returns the same cells in pixels of a level."""
    return Axis(axis.start / Fraction(2) ** level, axis.step / Fraction(2) ** level, axis.count)


def _pixel_slice(axis: Axis, margin: int) -> slice:
    """Returns the pixels under the cells and `margin` more on each side. A slice may end past the far border."""
    return slice(max(floor(axis.start) - margin, 0), ceil(axis.end) + margin)
