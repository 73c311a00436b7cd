"""A rectangle of a picture, as hands draw and change it: pure geometry, source px, exact. No Qt."""

from fractions import Fraction
from math import ceil, log2

from engine.geometry.viewport import Region

Grip = tuple[int, int]
"""Which edges a hand has hold of: -1 the left or top one, 1 the right or bottom one, 0 neither."""
GRIPS: tuple[Grip, ...] = ((-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0))
FINER = 8
"""The scale, device px per source px, from which on edges may lie within a source px."""


def step(scale: float) -> Fraction:
    """What edges are a multiple of: a source px, and where that is large on the screen a fraction that is 4 to 8 px."""
    return Fraction(1) if scale < FINER else 1 / Fraction(2) ** int(log2(scale / 4))


def stride(scale: float) -> Fraction:
    """How far a key moves an edge: a step, but at least a device px."""
    return max(step(scale), Fraction(ceil(1 / scale)) if scale < 1 else Fraction(0))


def between(
    one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction], of: Fraction, size: tuple[int, int]
) -> Region | None:
    """What two corners span within a picture of (width, height), its edges multiples of `of`; None: nothing."""
    spans = []
    for a, b, length in zip(one, other, size, strict=True):
        first, last = (min(max(round(at / of) * of, Fraction(0)), Fraction(length)) for at in (a, b))
        spans.append((min(first, last), abs(last - first)))
    (x, width), (y, height) = spans
    return (x, y, width, height) if width and height else None


def dragged(
    region: Region, grip: Grip, to: tuple[Fraction, Fraction], of: Fraction, size: tuple[int, int]
) -> Region | None:
    """The rectangle with the edges that a grip holds moved to a place; past the opposite edge it turns over."""
    one, other = [], []
    for start, length, held, at in zip(region[:2], region[2:], grip, to, strict=True):
        one.append(start + length if held < 0 else start)
        other.append(at if held else start + length)
    return between((one[0], one[1]), (other[0], other[1]), of, size)


def moved(region: Region, dx: Fraction, dy: Fraction, size: tuple[int, int]) -> Region:
    """The rectangle elsewhere in the picture of (width, height), as large as it was."""
    x, y, width, height = region
    return (
        min(max(x + dx, Fraction(0)), size[0] - width),
        min(max(y + dy, Fraction(0)), size[1] - height),
        width,
        height,
    )
