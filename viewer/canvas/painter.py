"""A view drawn from layers: each device px once, from the best layer that covers it. The window's thread.

All coordinates are device px of the view unless a name says layer. Numbers on a lattice may reach 1e16, where a float
holds no whole px any more: they are subtracted as Python's exact numbers, and only what lies in sight becomes a float.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from itertools import pairwise
from math import ceil, floor, inf

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from engine.geometry.viewport import Region, Viewport, lattice
from viewer.canvas.layers import Layer, Layers, Placed

HUGE = 16
"""Enlargements beyond this are sampled here: QPainter steps through source px in 1/65536ths, and drifts."""
SAMPLE = 8
"""Device px between such samples."""
OUTSIDE = 64
"""Device px outside of the view that a place may be told at: what is drawn there is not seen."""


@dataclass(frozen=True)
class Piece:
    """A part of the view and the images that are drawn there, all of one layer, at an opacity up to 1."""

    layer: Layer
    images: tuple[Placed, ...]
    region: QRegion
    opacity: float = 1.0


def picture_rect(view: Viewport, size: tuple[int, int]) -> QRect:
    """Where the picture of (width, height) source px lies within the view."""
    x, y = view.origin
    left, right = _held(-x, view.width), _held(lattice(size[0], view.scale) - x, view.width)
    top, bottom = _held(-y, view.height), _held(lattice(size[1], view.scale) - y, view.height)
    return QRect(left, top, right - left, bottom - top)


def region_rect(view: Viewport, region: Region) -> QRect:
    """Where a part of the picture, source px, lies in the view; an edge out of sight is a little outside of it."""
    scale, (x, y) = Fraction(view.scale), view.origin
    left, right = (_near(round(at * scale) - x, view.width) for at in (region[0], region[0] + region[2]))
    top, bottom = (_near(round(at * scale) - y, view.height) for at in (region[1], region[1] + region[3]))
    return QRect(left, top, right - left, bottom - top)


def plan(view: Viewport, layers: Layers, now: float = inf, within: QRect | None = None) -> list[Piece]:
    """Which layer is drawn where, in the order of drawing. within: the part of the view; None is all of it.

    Those of opacity 1 do not overlap, and leave no hole. What still fades in at the time `now` lies on what it
    replaces; where the picture can be seen through it is there at once, since there both would be seen.
    """
    rect = picture_rect(view, layers.size)
    left = QRegion(rect if within is None else rect & within)
    pieces = []
    for layer in layers.ranked(view.scale):
        if left.isEmpty():
            break
        images = layer.within(view)
        by_opacity: dict[float, list[Placed]] = {}
        for placed in images:
            by_opacity.setdefault(layers.opacity(placed, now), []).append(placed)
        for opacity, alike in sorted(by_opacity.items()):
            region = left if layer is layers.floor else _covered(view, layer, alike) & left
            if opacity and not region.isEmpty():
                # enlarged, an image is smoothed with its neighbours
                drawn = alike if layer.density == Fraction(view.scale) else images
                pieces.append(Piece(layer, tuple(drawn), region, opacity))
                if opacity == 1:
                    left = left - region
    return pieces[::-1]


def paint(
    painter: QPainter,
    view: Viewport,
    layers: Layers,
    now: float = inf,
    within: QRect | None = None,
    opacity: float = 1.0,
) -> None:
    """Draws the view as it is at a time. The painter's px are device px, and (0, 0) the view's corner.

    within: the part of the view to be drawn; None is all of it. opacity: of the whole.
    """
    painter.save()  # a clip that is turned off instead is still off, now and then, when the next one is set
    for piece in plan(view, layers, now, within):
        painter.setClipRegion(piece.region)
        painter.setOpacity(piece.opacity * opacity)
        if piece.layer.density == Fraction(view.scale):
            x, y = view.origin
            for placed in piece.images:
                painter.drawImage(QPoint(placed.x - x, placed.y - y), placed.image)
        else:
            _paint_scaled(painter, view, piece)
    painter.restore()


def _held(at: int, length: int) -> int:
    """A place on a lattice, as near as the view of `length` has it: Qt's numbers are short."""
    return min(max(at, 0), length)


def _near(at: int, length: int) -> int:
    return min(max(at, -OUTSIDE), length + OUTSIDE)


def _covered(view: Viewport, layer: Layer, images: list[Placed]) -> QRegion:
    """The device px whose middles the images cover."""
    n, d = (Fraction(view.scale) / layer.density).as_integer_ratio()
    x, y = view.origin

    def edge(at: int, corner: int, length: int) -> int:
        # the first middle at or past it: ceil(at * n / d - corner - 1 / 2), in whole numbers, since those are quick
        return _held(-(((2 * corner + 1) * d - 2 * at * n) // (2 * d)), length)

    region = QRegion()
    for placed in images:
        left, right = edge(placed.x, x, view.width), edge(placed.right, x, view.width)
        top, bottom = edge(placed.y, y, view.height), edge(placed.bottom, y, view.height)
        region += QRect(left, top, right - left, bottom - top)
    return region


def _paint_scaled(painter: QPainter, view: Viewport, piece: Piece) -> None:
    ratio = Fraction(view.scale) / piece.layer.density
    x, y = view.origin
    bounds = piece.region.boundingRect()
    # What is in sight, layer px, and what smoothing takes from around it.
    left, right = floor((x + bounds.left()) / ratio) - 2, ceil((x + bounds.right() + 1) / ratio) + 2
    top, bottom = floor((y + bounds.top()) / ratio) - 2, ceil((y + bounds.bottom() + 1) / ratio) + 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if ratio > HUGE:
        left = max(left, min(placed.x for placed in piece.images) - 1)
        top = max(top, min(placed.y for placed in piece.images) - 1)
        right = min(right, max(placed.right for placed in piece.images) + 1)
        bottom = min(bottom, max(placed.bottom for placed in piece.images) + 1)
        # Where the sheet's corner lies from the bounds' corner, in layer px.
        dx, dy = (x + bounds.left()) / ratio - left, (y + bounds.top()) / ratio - top
        _, _, sheet = _sheet(piece.images, left, top, right, bottom)
        samples = _samples(sheet, float(dx), float(dy), float(SAMPLE / ratio), bounds)
        corner = bounds.left() - SAMPLE / 2, bounds.top() - SAMPLE / 2
        painter.drawImage(QRectF(*corner, samples.width() * SAMPLE, samples.height() * SAMPLE), samples)
        return
    across, down = _projection(ratio, x), _projection(ratio, y)
    for part in _parts(piece.images, left, top, right, bottom):
        from_x, from_y = across(2 * part.left + 1), down(2 * part.top + 1)
        to_x, to_y = across(2 * part.right - 1), down(2 * part.bottom - 1)
        if _is_empty(from_x, to_x) or _is_empty(from_y, to_y):
            continue
        target = QRectF(from_x, from_y, to_x - from_x, to_y - from_y)
        if piece.region.intersects(target.toAlignedRect()):
            image_x, image_y, image = part.image()
            size = part.right - part.left - 1, part.bottom - part.top - 1
            source = QRectF(part.left - image_x + 0.5, part.top - image_y + 0.5, *size)
            painter.drawImage(target, image, source)


def _is_empty(start: float, end: float) -> bool:
    """Whether no device px has its middle there, by more than QPainter's rounding."""
    return ceil(start - 0.5 - 1 / 32) > floor(end - 0.5 + 1 / 32)


@dataclass(frozen=True)
class Part:
    """What lies farther than half a px within bounds, layer px. image: an image it is in, after that one's x and y."""

    left: int
    top: int
    right: int
    bottom: int
    image: Callable[[], tuple[int, int, QImage]]


def _parts(images: tuple[Placed, ...], left: int, top: int, right: int, bottom: int) -> Iterator[Part]:
    """What lies within bounds, layer px, in parts that do not overlap, so that smoothing knows no seam.

    Within half a px of its end an image lacks a neighbour to be smoothed with: what is farther inside is drawn from the
    images as they are, and the lines where they end from strips, gathered of the px to either side.
    """
    ends_x, ends_y = {left, right}, {top, bottom}
    for placed in images:
        ends = placed.x, placed.y, placed.right, placed.bottom
        within = max(left, ends[0]), max(top, ends[1]), min(right, ends[2]), min(bottom, ends[3])
        if within[2] > within[0] and within[3] > within[1]:
            ends_x.update(within[::2])
            ends_y.update(within[1::2])
            if within[2] - within[0] > 1 and within[3] - within[1] > 1:
                yield Part(*within, lambda placed=placed: (placed.x, placed.y, placed.image))
    columns = sorted(ends_x)
    for end in columns[1:-1]:
        yield Part(end - 1, top, end + 1, bottom, partial(_sheet, images, end - 1, top, end + 1, bottom))
    for end in sorted(ends_y)[1:-1]:
        strip = cache(partial(_sheet, images, left, end - 1, right, end + 1))
        for start, stop in pairwise(columns):
            if stop - start > 1:
                yield Part(start, end - 1, stop, end + 1, strip)


def _projection(ratio: Fraction, corner: int) -> Callable[[int], float]:
    """Where a place, in halves of a layer px, lies in the view: device px.

    In 1/4096ths, so that sums are exact and parts that meet end at the very same place.
    """
    n, d = ratio.as_integer_ratio()

    @cache
    def at(halves: int) -> float:
        return ((halves * n * 2048) // d - corner * 4096) / 4096

    return at


def _sheet(
    images: tuple[Placed, ...], left: int, top: int, right: int, bottom: int
) -> tuple[int, int, QImage]:
    """What lies within bounds, layer px, as one image, after its x and y.

    It is drawn on for a px where the images end.
    """
    near = [
        placed
        for placed in images
        if placed.x <= right and placed.right >= left and placed.y <= bottom and placed.bottom >= top
    ]
    sheet = QImage(right - left, bottom - top, images[0].image.format())
    sheet.fill(0)
    painter = QPainter(sheet)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for placed in near:
        around = placed.image.rect().adjusted(-1, -1, 1, 1).translated(placed.x - left, placed.y - top)
        painter.drawImage(around, placed.image)
    for placed in near:
        painter.drawImage(placed.x - left, placed.y - top, placed.image)
    painter.end()
    return left, top, sheet


def _samples(part: QImage, dx: float, dy: float, step: float, bounds: QRect) -> QImage:
    """Bilinear samples of a few px, far apart on the screen, at the device px `bounds` starts with and every SAMPLE on.

    dx, dy: the first one's place in layer px of `part`; step: to the next.
    """
    across, down = -(-bounds.width() // SAMPLE) + 1, -(-bounds.height() // SAMPLE) + 1
    pixels = (
        np.frombuffer(part.constBits(), np.uint8).reshape(part.height(), part.width(), 4).astype(np.float32)
    )
    rows = _between(pixels, dy + step * np.arange(down))
    sampled = _between(rows.swapaxes(0, 1), dx + step * np.arange(across)).swapaxes(0, 1)
    small = np.ascontiguousarray(np.rint(sampled).astype(np.uint8))
    # A copy, since this memory ends with this function.
    return QImage(small.data, across, down, 4 * across, part.format()).copy()


def _between(values: NDArray[np.float32], places: NDArray[np.float64]) -> NDArray[np.float32]:
    """Linear samples along the first axis, of values whose middles are at i + 0.5; past the ends it is the last one."""
    at = np.clip(places - 0.5, 0, len(values) - 1)
    first = at.astype(int)
    share = (at - first).astype(np.float32)[:, None, None]
    before, after = values[first], values[np.minimum(first + 1, len(values) - 1)]
    return before + (after - before) * share
