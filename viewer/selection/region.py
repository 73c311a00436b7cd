"""Geometry of the selected rectangle: drawing, resizing, moving. Exact fractions in source px; no Qt."""

from fractions import Fraction
from math import ceil, log2

from engine.geometry.viewport import Region

Grip = tuple[int, int]
"""Grabbed edges as (x, y): -1 the left or top edge, 1 the right or bottom edge, 0 neither."""
GRIPS: tuple[Grip, ...] = ((-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0))
SUBPIXEL_SCALE = 8
"""Scale, in device px per source px, from which on edges may be at fractions of a source px."""


def step(scale: float) -> Fraction:
    """Returns the grid of the edges at this scale, in source px: 1, or from SUBPIXEL_SCALE on 4 to 8 device px."""
    return Fraction(1) if scale < SUBPIXEL_SCALE else 1 / Fraction(2) ** int(log2(scale / 4))


def stride(scale: float) -> Fraction:
    """Returns the distance that a key moves an edge, in source px: one step, but at least one device px."""
    return max(step(scale), Fraction(ceil(1 / scale)) if scale < 1 else Fraction(0))


def between(
    one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction], grid: Fraction, size: tuple[int, int]
) -> Region | None:
    """Returns the rectangle between two corners, or None if its area is 0.

    Its edges are rounded to multiples of `grid` and clipped to the picture; size: (width, height) in source px.
    """
    spans = []
    for a, b, length in zip(one, other, size, strict=True):
        first, last = (min(max(round(edge / grid) * grid, Fraction(0)), Fraction(length)) for edge in (a, b))
        spans.append((min(first, last), abs(last - first)))
    (x, width), (y, height) = spans
    return (x, y, width, height) if width and height else None


def dragged(
    region: Region, grip: Grip, to: tuple[Fraction, Fraction], grid: Fraction, size: tuple[int, int]
) -> Region | None:
    """Returns the rectangle after its grabbed edges were moved to `to`; None if its area is 0.

    An edge may pass the opposite one: the two then swap roles.
    """
    one, other = [], []
    for start, length, edge, target in zip(region[:2], region[2:], grip, to, strict=True):
        one.append(start + length if edge < 0 else start)
        other.append(target if edge else start + length)
    return between((one[0], one[1]), (other[0], other[1]), grid, size)


def moved(region: Region, dx: Fraction, dy: Fraction, size: tuple[int, int]) -> Region:
    """Returns the rectangle moved by (dx, dy) at the same size, kept within the picture of (width, height)."""
    x, y, width, height = region
    return (
        min(max(x + dx, Fraction(0)), size[0] - width),
        min(max(y + dy, Fraction(0)), size[1] - height),
        width,
        height,
    )
