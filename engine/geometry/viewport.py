"""The visible part of a picture: zooming, panning and clamping, exact at any zoom. No torch, no Qt.

There are two coordinate spaces. Source px are edge coordinates; the picture is [0, width] x [0, height]. Device px are
the pixels of the screen. At a scale of s device px per source px the picture lies on a lattice of device px, counted
from its top left corner. A view at rest shows lattice cells. Panning by whole device px therefore uses the same sample
positions again, and their colours are already cached. The sample positions of device px: axis.py.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from engine.geometry import fit, orientation
from engine.geometry.axis import Axis
from engine.geometry.fit import Fit

MIN_SCALE, MAX_SCALE = 1e-3, 1e13
"""Limits of a view's scale, device px per source px."""

Region = tuple[Fraction, Fraction, Fraction, Fraction]
"""A part of a picture: x, y, width, height in source px."""

_DENOMINATOR = 2**100
"""Positions are multiples of 1 / _DENOMINATOR source px: finer than any scale shows, with short fractions."""


@dataclass(frozen=True)
class Viewport:
    """left, top: the view's corner, exact, source px. scale: device px per source px. width, height: device px.

    cell: query footprint around each device px, in device px. At 1 it equals the pixel, and the footprints touch.
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
        """Returns the source px (x, y) at device px (x, y) of the view."""
        scale = Fraction(self.scale)
        return self.left + Fraction(x) / scale, self.top + Fraction(y) / scale


def lattice(size: int, scale: float) -> int:
    """Returns how many device px `size` source px take at `scale`. Half of the last one may be past the border."""
    return max(1, round(size * Fraction(scale)))


def lattice_axis(first: int, count: int, scale: float, cell: float = 1.0) -> Axis:
    """Returns the sample positions of `count` device px from lattice px `first` on. cell: footprint in device px."""
    step = 1 / Fraction(scale)
    return Axis(first * step, step, count, step * Fraction(cell))


@lru_cache(maxsize=8)
def fitting(size: tuple[int, int], width: int, height: int, how: Fit = Fit.WHOLE) -> Viewport:
    """Returns a view that a picture of `size` (width, height) source px is fitted to, centred.

    A picture that is fitted by its width and taller than the view is seen from its top on.
    """
    view = centred(size, fit.scale(how, size, width, height), width, height)
    return replace(view, top=min(view.top, Fraction(0))) if how is Fit.WIDTH else view


def centred(size: tuple[int, int], scale: float, width: int, height: int) -> Viewport:
    """Returns the view with the picture's middle in its middle, at `scale`."""
    return centred_on(Fraction(size[0], 2), Fraction(size[1], 2), scale, width, height)


def centred_on(
    x: Fraction, y: Fraction, scale: float, width: int, height: int, cell: float = 1.0
) -> Viewport:
    """Returns the view with source px (x, y) in its middle. `scale` is clamped to its limits."""
    exact = Fraction(min(max(scale, MIN_SCALE), MAX_SCALE))
    left, top = x - width / exact / 2, y - height / exact / 2
    return Viewport(_rounded(left), _rounded(top), float(exact), width, height, cell)


def zoomed(view: Viewport, scale: float, x: float, y: float) -> Viewport:
    """Returns the view at another scale, clamped to its limits. The source position at device px (x, y) stays there."""
    scale = min(max(scale, MIN_SCALE), MAX_SCALE)
    fixed_x, fixed_y = view.source(x, y)
    exact = Fraction(scale)
    left, top = fixed_x - Fraction(x) / exact, fixed_y - Fraction(y) / exact
    return replace(view, left=_rounded(left), top=_rounded(top), scale=scale)


def panned(view: Viewport, dx: float, dy: float) -> Viewport:
    """Returns the view moved by (dx, dy) device px over the picture."""
    left, top = view.source(dx, dy)
    return replace(view, left=_rounded(left), top=_rounded(top))


def resized(view: Viewport, width: int, height: int) -> Viewport:
    """Returns the view for a window of another size, with the same middle."""
    moved = panned(view, (view.width - width) / 2, (view.height - height) / 2)
    return replace(moved, width=width, height=height)


def transferred(view: Viewport, before: tuple[int, int], size: tuple[int, int]) -> Viewport:
    """Returns the view for another picture: the same scale and the same relative position of its middle.

    before, size: (width, height) source px of the old and the new picture.
    """
    exact = Fraction(view.scale)
    corner = []
    for start, window, old, new in (
        (view.left, view.width, before[0], size[0]),
        (view.top, view.height, before[1], size[1]),
    ):
        half = window / exact / 2
        corner.append((start + half) * Fraction(new, old) - half)
    return clamped(replace(view, left=_rounded(corner[0]), top=_rounded(corner[1])), size)


def halved(view: Viewport) -> Viewport:
    """Returns a view of the same part of the picture at half the scale."""
    return replace(view, scale=view.scale / 2, width=-(-view.width // 2), height=-(-view.height // 2))


def clamped(view: Viewport, size: tuple[int, int]) -> Viewport:
    """Returns the view moved, if necessary, so that it shows some of the picture of `size` (width, height) source px.

    Along a side that the picture does not fill, the picture is centred. Otherwise its edge may move into the view by
    as much as the picture exceeds it, at most to the view's middle. Both rules agree at their border, so that no view
    jumps while the scale grows.
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
    return replace(view, left=_rounded(corner[0]), top=_rounded(corner[1]))


def rotated(view: Viewport, by: int, size: tuple[int, int]) -> Viewport:
    """Returns the view after the picture of `size` (width, height) source px is rotated; its middle shows the same.

    by: an orientation (engine/geometry/orientation.py).
    """
    x, y = orientation.rotated_point(by, size, *view.source(view.width / 2, view.height / 2))
    return centred_on(x, y, view.scale, view.width, view.height, view.cell)


def visible_region(view: Viewport, size: tuple[int, int]) -> Region:
    """Returns the region that a view shows of a picture of `size` (width, height) source px.

    It extends from the start of the first visible device px to the end of the last.
    """
    scale = Fraction(view.scale)
    x, y = view.origin
    left, top = max(x / scale, Fraction(0)), max(y / scale, Fraction(0))
    right = min((x + view.width) / scale, Fraction(size[0]))
    bottom = min((y + view.height) / scale, Fraction(size[1]))
    return left, top, right - left, bottom - top


def _rounded(value: Fraction) -> Fraction:
    """Rounds to a multiple of 1 / _DENOMINATOR, so that fractions stay short after many operations."""
    return Fraction(round(value * _DENOMINATOR), _DENOMINATOR)
