"""A view drawn from layers: each device px once, from the best layer that covers it. The window's thread.

All coordinates are device px of the view unless a name says layer. Numbers on a lattice may reach 1e16, where a float
holds no whole px any more: they are subtracted as Python's exact numbers, and only what lies in sight becomes a float.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from engine.viewport import Viewport, lattice
from viewer.layers import Layer, Layers, Placed

HUGE = 16
"""Enlargements beyond this are sampled here: QPainter steps through source px in 1/65536ths, and drifts."""
SAMPLE = 8
"""Device px between such samples."""


@dataclass(frozen=True)
class Piece:
    """A part of the view and the images that are drawn there, all of one layer."""

    layer: Layer
    images: tuple[Placed, ...]
    region: QRegion


def picture_rect(view: Viewport, size: tuple[int, int]) -> QRect:
    """Where the picture of (width, height) source px lies within the view."""
    x, y = view.origin
    left, right = _held(-x, view.width), _held(lattice(size[0], view.scale) - x, view.width)
    top, bottom = _held(-y, view.height), _held(lattice(size[1], view.scale) - y, view.height)
    return QRect(left, top, right - left, bottom - top)


def plan(view: Viewport, layers: Layers) -> list[Piece]:
    """Which layer is drawn where: the pieces do not overlap, and leave no hole."""
    left = QRegion(picture_rect(view, layers.size))
    pieces = []
    for layer in layers.ranked(view.scale):
        if left.isEmpty():
            break
        images = layer.within(view)
        region = left if layer is layers.floor else _covered(view, layer, images) & left
        if not region.isEmpty():
            pieces.append(Piece(layer, tuple(images), region))
            left = left - region
    return pieces


def paint(painter: QPainter, view: Viewport, layers: Layers) -> None:
    """Draws the view. The painter's px are device px, and (0, 0) the view's corner."""
    for piece in plan(view, layers):
        painter.setClipRegion(piece.region)
        if piece.layer.density == Fraction(view.scale):
            x, y = view.origin
            for placed in piece.images:
                painter.drawImage(QPoint(placed.x - x, placed.y - y), placed.image)
        else:
            _paint_scaled(painter, view, piece)
    painter.setClipping(False)


def _held(at: int, length: int) -> int:
    """A place on a lattice, as near as the view of `length` has it: Qt's numbers are short."""
    return min(max(at, 0), length)


def _covered(view: Viewport, layer: Layer, images: list[Placed]) -> QRegion:
    """The device px whose middles the images cover."""
    ratio = Fraction(view.scale) / layer.density
    x, y = view.origin

    def edge(at: int, corner: int, length: int) -> int:
        return _held(ceil(at * ratio - corner - Fraction(1, 2)), length)

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
    left, right = floor((x + bounds.left()) / ratio) - 2, ceil((x + bounds.right() + 1) / ratio) + 2
    top, bottom = floor((y + bounds.top()) / ratio) - 2, ceil((y + bounds.bottom() + 1) / ratio) + 2
    sheet, sheet_x, sheet_y = _sheet(piece.images, (left, top, right, bottom))
    left, right = max(left, sheet_x), min(right, sheet_x + sheet.width())
    top, bottom = max(top, sheet_y), min(bottom, sheet_y + sheet.height())
    part = QRect(left - sheet_x, top - sheet_y, right - left, bottom - top)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if ratio > HUGE:
        # Where the part's corner lies from the bounds' corner, in layer px.
        dx, dy = (x + bounds.left()) / ratio - left, (y + bounds.top()) / ratio - top
        samples = _samples(sheet.copy(part), float(dx), float(dy), float(SAMPLE / ratio), bounds)
        corner = bounds.left() - SAMPLE / 2, bounds.top() - SAMPLE / 2
        painter.drawImage(QRectF(*corner, samples.width() * SAMPLE, samples.height() * SAMPLE), samples)
    else:
        target = QRectF(
            float(left * ratio - x),
            float(top * ratio - y),
            float(part.width() * ratio),
            float(part.height() * ratio),
        )
        painter.drawImage(target, sheet, QRectF(part))


def _sheet(images: tuple[Placed, ...], bounds: tuple[int, int, int, int]) -> tuple[QImage, int, int]:
    """The images as one, so that smoothing knows no seam, and where it lies, layer px.

    It ends at `bounds` (left, top, right, bottom; layer px) and is drawn on for a px where it ends sooner.
    """
    if len(images) == 1:
        return images[0].image, images[0].x, images[0].y
    left = max(min(placed.x for placed in images) - 1, bounds[0])
    top = max(min(placed.y for placed in images) - 1, bounds[1])
    right = min(max(placed.right for placed in images) + 1, bounds[2])
    bottom = min(max(placed.bottom for placed in images) + 1, bounds[3])
    sheet = QImage(right - left, bottom - top, images[0].image.format())
    sheet.fill(0)
    painter = QPainter(sheet)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for placed in images:
        around = placed.image.rect().adjusted(-1, -1, 1, 1).translated(placed.x - left, placed.y - top)
        painter.drawImage(around, placed.image)
    for placed in images:
        painter.drawImage(placed.x - left, placed.y - top, placed.image)
    painter.end()
    return sheet, left, top


def _samples(part: QImage, dx: float, dy: float, step: float, bounds: QRect) -> QImage:
    """Bilinear samples of a few px, far apart on the screen, at the device px `bounds` starts with and every SAMPLE on.

    dx, dy: the first one's place in layer px of `part`; step: to the next.
    """
    across, down = -(-bounds.width() // SAMPLE) + 1, -(-bounds.height() // SAMPLE) + 1
    pixels = (
        np.frombuffer(part.constBits(), np.uint8).reshape(part.height(), part.width(), 4).astype(np.float32)
    )
    rows = _weights(dy + step * np.arange(down), part.height())
    cols = _weights(dx + step * np.arange(across), part.width())
    sampled = np.einsum("yv,vuc,xu->yxc", rows, pixels, cols, optimize=True)
    small = np.ascontiguousarray(np.rint(sampled).astype(np.uint8))
    # A copy, since this memory ends with this function.
    return QImage(small.data, across, down, 4 * across, part.format()).copy()


def _weights(places: NDArray[np.float64], count: int) -> NDArray[np.float32]:
    """(samples, count) weights of the px whose middles are at i + 0.5."""
    at = np.clip(places - 0.5, 0, count - 1)
    distance = np.abs(at[:, None] - np.arange(count)[None, :])
    return np.maximum(1 - distance, 0).astype(np.float32)
