"""Decodes the frames of a film at exact positions, not on the lattice of their scale, as a view at rest is."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from engine.export.on_white import on_white
from engine.export.region_export import ExportSource, decoded_bands
from engine.geometry.axis import Axis
from engine.geometry.viewport import Viewport
from engine.images.bit_depth import Pixels

Check = Callable[[], None]
BACKGROUND = 16
"""Level of the gray beside the picture, 0 to 255."""


def frame(source: ExportSource, view: Viewport, check: Check) -> Pixels:
    """Returns what a view shows, (H, W, 3) uint8 sRGB. check: raises an error if the film is cancelled.

    Transparent px are blended with white. A px that the picture's border crosses is mixed with the background by area,
    so that borders move smoothly.
    """
    step = 1 / Fraction(view.scale)
    rows, cols = Axis(view.top, step, view.height), Axis(view.left, step, view.width)
    width, height = source.picture.size
    down, across = _inside(rows, height), _inside(cols, width)
    pixels = np.full((view.height, view.width, 3), BACKGROUND, np.uint8)
    if not down or not across:
        return pixels
    inner_rows, inner_cols = rows.piece(down.start, len(down)), cols.piece(across.start, len(across))
    top = down.start
    for band in decoded_bands(source, inner_rows, inner_cols, 8, check, None):
        pixels[top : top + len(band), across.start : across.stop] = on_white(band)
        top += len(band)
    _draw_border(pixels, rows, height, down)
    _draw_border(pixels.transpose(1, 0, 2), cols, width, across)
    return pixels


def frames(
    source: ExportSource, view: Callable[[int], Viewport], count: int, check: Check
) -> Iterator[Pixels]:
    """Yields `count` frames. view: returns the view of a frame by its number. A frame like the last is not decoded."""
    last, pixels = None, None
    for number in range(count):
        check()
        wanted = view(number)
        if pixels is None or wanted != last:
            last, pixels = wanted, frame(source, wanted, check)
        yield pixels


def _inside(axis: Axis, size: int) -> range:
    """Returns the samples whose cells lie wholly inside `size` source px."""
    first = max(0, ceil(-axis.start / axis.step))
    last = min(axis.count, floor((size - axis.start) / axis.step))
    return range(first, max(first, last))


def _draw_border(pixels: NDArray[np.uint8], axis: Axis, size: int, inside: range) -> None:
    """Mixes the rows at both ends of `inside`, which the picture covers in part, with the background."""
    outer = ((inside.start - 1, inside.start), (inside.stop, inside.stop - 1))
    for number, nearest in outer:
        if not 0 <= number < axis.count:
            continue
        start = axis.start + number * axis.step
        covered = min(start + axis.step, Fraction(size)) - max(start, Fraction(0))
        share = float(max(covered, Fraction(0)) / axis.step)
        pixels[number] = np.rint(BACKGROUND + (pixels[nearest] - float(BACKGROUND)) * share)
