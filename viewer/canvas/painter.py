"""Decides which layer of a picture is drawn where, each device px from the best one that covers it, and draws them by
QPainter. The window's thread.

Coordinates are device px of the view unless a name says layer. A lattice numbers the px of the whole picture at one
scale from 0; the view's origin is its corner on the lattice of its own scale. Lattice numbers may reach 1e16, where a
float no longer holds single px: they are subtracted as exact Python numbers, and only positions in the view become
floats.

Example, along one axis: a view at ×3 with its origin at lattice px 10 draws a layer of density 2 (2 px a source px).
The ratio is 3/2. Layer px 8 covers the lattice from 8 * 3/2 = 12 to 13.5, that is device px 2 to 3.5. A device px is
covered if its centre is: 2.5 is inside, 3.5 belongs to the next layer px. So layer px 8 covers device px 2 only, and
layer px 9 (13.5 to 15, device 3.5 to 5) covers 3 and 4.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import inf

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QRegion

from engine.geometry.viewport import Region, Viewport, lattice
from viewer.canvas.layers import Layer, Layers, PlacedImage
from viewer.canvas.scaled_layer import paint_scaled

MARGIN = 64
"""Device px outside the view at which a position is clamped: nothing that is drawn there is visible."""


@dataclass(frozen=True)
class Piece:
    """A region of the view, and the images of one layer that are drawn there. opacity: above 0, up to 1."""

    layer: Layer
    images: tuple[PlacedImage, ...]
    region: QRegion
    opacity: float = 1.0


def picture_rect(view: Viewport, size: tuple[int, int]) -> QRect:
    """Returns the rectangle of the view that the picture covers. size: (width, height), source px."""
    x, y = view.origin
    left, right = _clamped(-x, view.width), _clamped(lattice(size[0], view.scale) - x, view.width)
    top, bottom = _clamped(-y, view.height), _clamped(lattice(size[1], view.scale) - y, view.height)
    return QRect(left, top, right - left, bottom - top)


def region_rect(view: Viewport, region: Region) -> QRect:
    """Returns the rectangle of a region (source px) in the view. Edges out of sight are clamped to MARGIN outside."""
    scale, (x, y) = Fraction(view.scale), view.origin
    left, right = (
        _clamped(round(edge * scale) - x, view.width, MARGIN) for edge in (region[0], region[0] + region[2])
    )
    top, bottom = (
        _clamped(round(edge * scale) - y, view.height, MARGIN) for edge in (region[1], region[1] + region[3])
    )
    return QRect(left, top, right - left, bottom - top)


def plan(
    view: Viewport,
    layers: Layers,
    now: float = inf,
    within: QRect | None = None,
    covered: QRegion | None = None,
) -> list[Piece]:
    """Decides which layer is drawn where, in drawing order. within: the part of the view to draw; None for all.

    covered: the px of the view that polynomials draw, better than any layer. Pieces of opacity 1 do not overlap and
    leave no other hole. At time `now` (seconds of the canvas's clock), tiles that still fade in are drawn over what
    they replace. Transparent pictures do not fade: both would be visible.
    """
    rect = picture_rect(view, layers.size)
    rect = rect if within is None else rect & within
    uncovered = QRegion(rect) if covered is None else QRegion(rect) - covered
    pieces = []
    for layer in layers.best_first(view.scale):
        if uncovered.isEmpty():
            break
        images = layer.images_in(view)
        by_opacity: dict[float, list[PlacedImage]] = {}
        for placed in images:
            by_opacity.setdefault(layers.opacity(placed, now), []).append(placed)
        for opacity, group in sorted(by_opacity.items()):
            region = uncovered if layer is layers.preview else _covered(view, layer, group) & uncovered
            if opacity and not region.isEmpty():
                # An enlarged image is smoothed with its neighbours, so these are needed too.
                drawn = group if layer.density == Fraction(view.scale) else images
                pieces.append(Piece(layer, tuple(drawn), region, opacity))
                if opacity == 1:
                    uncovered = uncovered - region
    return pieces[::-1]


def paint(
    painter: QPainter,
    view: Viewport,
    layers: Layers,
    now: float = inf,
    within: QRect | None = None,
    opacity: float = 1.0,
) -> None:
    """Draws the view at time `now`. The painter's unit is the device px, and its (0, 0) is the view's corner.

    within: the part of the view to draw; None for all. opacity: of the whole drawing.
    """
    painter.save()  # disabling the clip afterwards instead sometimes leaves the next clip disabled
    for piece in plan(view, layers, now, within):
        painter.setClipRegion(piece.region)
        painter.setOpacity(piece.opacity * opacity)
        if piece.layer.density == Fraction(view.scale):
            x, y = view.origin
            for placed in piece.images:
                painter.drawImage(QPoint(placed.x - x, placed.y - y), placed.image)
        else:
            paint_scaled(painter, view, piece.layer.density, piece.images, piece.region)
    painter.restore()


def _clamped(position: int, length: int, margin: int = 0) -> int:
    """Clamps a position to a view of `length` and a margin around it: Qt's integers have 32 bits."""
    return min(max(position, -margin), length + margin)


def _covered(view: Viewport, layer: Layer, images: list[PlacedImage]) -> QRegion:
    """Returns the device px whose centres the images cover."""
    n, d = (Fraction(view.scale) / layer.density).as_integer_ratio()
    x, y = view.origin

    def edge(layer_px: int, corner: int, length: int) -> int:
        # The first device px with its centre at or after the edge: ceil(layer_px * n / d - corner - 1 / 2). Integer
        # arithmetic is exact, and quicker than fractions.
        return _clamped(-(((2 * corner + 1) * d - 2 * layer_px * n) // (2 * d)), length)

    region = QRegion()
    for placed in images:
        left, right = edge(placed.x, x, view.width), edge(placed.right, x, view.width)
        top, bottom = edge(placed.y, y, view.height), edge(placed.bottom, y, view.height)
        region += QRect(left, top, right - left, bottom - top)
    return region
