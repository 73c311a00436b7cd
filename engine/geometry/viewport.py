"""Where the user looks: pure geometry, exact at any zoom. No torch, no Qt.

Two spaces: source px (edge coordinates, the picture is [0, width] x [0, height]) and device px, the screen's own.
At a scale of s device px per source px the picture lies on a lattice of device px counted from its top left corner;
a view at rest shows lattice cells, so that panning by whole device px never asks for the same colour twice.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from engine.geometry import orientation
from engine.geometry.axis import Axis

SMALLEST, LARGEST = 1e-3, 1e13
"""The scales that a view is held within, device px per source px."""

Region = tuple[Fraction, Fraction, Fraction, Fraction]
"""A part of a picture: x, y, width, height in source px."""

_DIGITS = 2**100
"""Positions are multiples of 1 / _DIGITS source px: finer than any scale shows, and their fractions stay short."""


@dataclass(frozen=True)
class Viewport:
    """left, top: the view's corner in source px, exact. scale: device px per source px. width, height: device px.

    cell: of what is asked for around each device px, in device px; 1 matches, the px touch.
    """

    left: Fraction
    top: Fraction
    scale: float
    width: int
    height: int
    cell: float = 1.0

    @cached_property
    def origin(self) -> tuple[int, int]:
        """The view's corner (x, y) on the lattice of this scale, device px."""
        scale = Fraction(self.scale)
        return round(self.left * scale), round(self.top * scale)

    def source(self, x: float, y: float) -> tuple[Fraction, Fraction]:
        """The source px (x, y) under device px (x, y) of the view."""
        scale = Fraction(self.scale)
        return self.left + Fraction(x) / scale, self.top + Fraction(y) / scale


def lattice(size: int, scale: float) -> int:
    """How many device px `size` source px take at `scale`; half of the last one may lie past the border."""
    return max(1, round(size * Fraction(scale)))


def lattice_axis(first: int, count: int, scale: float, cell: float = 1.0) -> Axis:
    """`count` device px from lattice px `first` on, as sample positions. cell: around each, in device px."""
    step = 1 / Fraction(scale)
    return Axis(first * step, step, count, step * Fraction(cell))


@lru_cache(maxsize=8)
def fitting(size: tuple[int, int], width: int, height: int) -> Viewport:
    """The whole picture of (width, height) source px, centred, but never larger than 1:1."""
    scale = min(1.0, width / size[0], height / size[1])
    return centred(size, max(scale, SMALLEST), width, height)


def centred(size: tuple[int, int], scale: float, width: int, height: int) -> Viewport:
    """The picture's middle in the view's middle, at `scale`."""
    return about(Fraction(size[0], 2), Fraction(size[1], 2), scale, width, height)


def about(x: Fraction, y: Fraction, scale: float, width: int, height: int, cell: float = 1.0) -> Viewport:
    """The view with (x, y) source px in its middle, at `scale`, held within limits."""
    exact = Fraction(min(max(scale, SMALLEST), LARGEST))
    left, top = x - width / exact / 2, y - height / exact / 2
    return Viewport(_short(left), _short(top), float(exact), width, height, cell)


def zoomed(view: Viewport, scale: float, x: float, y: float) -> Viewport:
    """The view at another scale, held within limits; what lies under device px (x, y) stays there."""
    scale = min(max(scale, SMALLEST), LARGEST)
    at_x, at_y = view.source(x, y)
    exact = Fraction(scale)
    left, top = at_x - Fraction(x) / exact, at_y - Fraction(y) / exact
    return replace(view, left=_short(left), top=_short(top), scale=scale)


def panned(view: Viewport, dx: float, dy: float) -> Viewport:
    """The view moved by (dx, dy) device px over the picture."""
    left, top = view.source(dx, dy)
    return replace(view, left=_short(left), top=_short(top))


def resized(view: Viewport, width: int, height: int) -> Viewport:
    """The view in a window of another size; its middle stays."""
    moved = panned(view, (view.width - width) / 2, (view.height - height) / 2)
    return replace(moved, width=width, height=height)


def carried(view: Viewport, before: tuple[int, int], size: tuple[int, int]) -> Viewport:
    """The view of a picture of `before` (width, height) source px, over one of `size`: as close, as far across it."""
    exact = Fraction(view.scale)
    corner = []
    for start, window, old, new in (
        (view.left, view.width, before[0], size[0]),
        (view.top, view.height, before[1], size[1]),
    ):
        half = window / exact / 2
        corner.append((start + half) * Fraction(new, old) - half)
    return clamped(replace(view, left=_short(corner[0]), top=_short(corner[1])), size)


def halved(view: Viewport) -> Viewport:
    """The same part of the picture at half the scale."""
    return replace(view, scale=view.scale / 2, width=-(-view.width // 2), height=-(-view.height // 2))


def clamped(view: Viewport, size: tuple[int, int]) -> Viewport:
    """The view moved, where need be, so that some of the picture of (width, height) source px is in sight.

    A side that the picture does not fill is centred. Beyond that its edge may come into sight, the farther the larger
    the picture, at most to the view's middle: as the scale grows, no view jumps.
    """
    exact = Fraction(view.scale)
    corner = []
    for start, length, window in ((view.left, size[0], view.width), (view.top, size[1], view.height)):
        extent = window / exact
        if extent >= length:
            corner.append((length - extent) / 2)
        else:
            slack = min(extent / 2, length - extent)
            corner.append(min(max(start, -slack), length - extent + slack))
    return replace(view, left=_short(corner[0]), top=_short(corner[1]))


def turned(view: Viewport, by: int, size: tuple[int, int]) -> Viewport:
    """The view of a picture of (width, height) source px when that is turned: what is in its middle stays there."""
    x, y = orientation.rotated_point(by, size, *view.source(view.width / 2, view.height / 2))
    return about(x, y, view.scale, view.width, view.height, view.cell)


def _short(value: Fraction) -> Fraction:
    return Fraction(round(value * _DIGITS), _DIGITS)


def visible_region(view: Viewport, size: tuple[int, int]) -> Region:
    """The part of a picture of (width, height) source px that a view shows, from its first device px to its last."""
    scale = Fraction(view.scale)
    x, y = view.origin
    left, top = max(x / scale, Fraction(0)), max(y / scale, Fraction(0))
    right = min((x + view.width) / scale, Fraction(size[0]))
    bottom = min((y + view.height) / scale, Fraction(size[1]))
    return left, top, right - left, bottom - top
