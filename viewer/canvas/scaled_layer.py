"""Draws images of a layer at another scale than their own, smoothed, without seams between them. The window's thread.

Coordinates are device px of the view, or layer px: px of the layer's own lattice. ratio: device px per layer px.

QPainter smooths within one image only: within half a layer px of an image's edge a neighbour is missing. So each image
is drawn without that border, and the lines where images meet are drawn from strips two layer px wide, gathered from the
images on both sides. No frame copies a whole image.

Example: two images of 4 layer px side by side, from 0 and from 4, at ratio 10. The first is drawn from layer 0.5 to 3.5
(device 5 to 35), the second from 4.5 to 7.5 (45 to 75). A strip gathered from layer px 3 and 4 is drawn from 3.5 to 4.5
(35 to 45). They meet at 35 and 45 exactly, because all positions are rounded to 1/4096 device px by one function.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from itertools import pairwise
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from engine.geometry.viewport import Viewport
from viewer.canvas.layers import PlacedImage

MAX_PAINTER_RATIO = 16
"""Largest ratio at which QPainter enlarges: it steps through source px in 1/65536ths, and drifts beyond."""
SAMPLE_STEP = 8
"""Device px between two samples that are computed here at larger ratios; QPainter interpolates between them."""
ROUNDING = 1 / 32
"""Device px by which QPainter may round an edge."""

Sheet = tuple[int, int, QImage]
"""An image after the layer px (x, y) of its corner."""


@dataclass(frozen=True)
class Bounds:
    """A rectangle in layer px; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Part:
    """What is drawn at once: the inside of `bounds`, half a layer px from each edge. image: returns its pixels."""

    bounds: Bounds
    image: Callable[[], Sheet]


def paint_scaled(
    painter: QPainter, view: Viewport, density: Fraction, images: tuple[PlacedImage, ...], region: QRegion
) -> None:
    """Draws images of a layer into a region of the view. density: layer px per source px."""
    ratio = Fraction(view.scale) / density
    target = region.boundingRect()
    bounds = _layer_bounds(view, ratio, target)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if ratio > MAX_PAINTER_RATIO:
        _paint_samples(painter, view, ratio, images, bounds, target)
    else:
        _paint_parts(painter, view, ratio, images, bounds, region)


def _layer_bounds(view: Viewport, ratio: Fraction, target: QRect) -> Bounds:
    """Returns the layer px under a rectangle of the view, and those that smoothing reads around it."""
    x, y = view.origin
    return Bounds(
        floor((x + target.left()) / ratio) - 2,
        floor((y + target.top()) / ratio) - 2,
        ceil((x + target.right() + 1) / ratio) + 2,
        ceil((y + target.bottom() + 1) / ratio) + 2,
    )


def _paint_samples(
    painter: QPainter,
    view: Viewport,
    ratio: Fraction,
    images: tuple[PlacedImage, ...],
    bounds: Bounds,
    target: QRect,
) -> None:
    """Draws few layer px very large: samples them every SAMPLE_STEP device px, and lets QPainter fill in between."""
    x, y = view.origin
    bounds = Bounds(
        max(bounds.left, min(placed.x for placed in images) - 1),
        max(bounds.top, min(placed.y for placed in images) - 1),
        min(bounds.right, max(placed.right for placed in images) + 1),
        min(bounds.bottom, max(placed.bottom for placed in images) + 1),
    )
    # Position of the target's corner from the sheet's corner, layer px.
    dx, dy = (x + target.left()) / ratio - bounds.left, (y + target.top()) / ratio - bounds.top
    _, _, sheet = _sheet(images, bounds)
    samples = _samples(sheet, float(dx), float(dy), float(SAMPLE_STEP / ratio), target)
    corner = target.left() - SAMPLE_STEP / 2, target.top() - SAMPLE_STEP / 2
    size = samples.width() * SAMPLE_STEP, samples.height() * SAMPLE_STEP
    painter.drawImage(QRectF(*corner, *size), samples)


def _paint_parts(
    painter: QPainter,
    view: Viewport,
    ratio: Fraction,
    images: tuple[PlacedImage, ...],
    bounds: Bounds,
    region: QRegion,
) -> None:
    """Draws the images and the strips between them by QPainter."""
    x, y = view.origin
    across, down = _projection(ratio, x), _projection(ratio, y)
    for part in _parts(images, bounds):
        inner = part.bounds
        left, top = across(2 * inner.left + 1), down(2 * inner.top + 1)
        right, bottom = across(2 * inner.right - 1), down(2 * inner.bottom - 1)
        if _is_empty(left, right) or _is_empty(top, bottom):
            continue
        target = QRectF(left, top, right - left, bottom - top)
        if region.intersects(target.toAlignedRect()):
            image_x, image_y, image = part.image()
            size = inner.right - inner.left - 1, inner.bottom - inner.top - 1
            source = QRectF(inner.left - image_x + 0.5, inner.top - image_y + 0.5, *size)
            painter.drawImage(target, image, source)


def _is_empty(start: float, end: float) -> bool:
    """Whether no device px has its centre between two positions, by more than QPainter's rounding."""
    return ceil(start - 0.5 - ROUNDING) > floor(end - 0.5 + ROUNDING)


def _parts(images: tuple[PlacedImage, ...], bounds: Bounds) -> Iterator[Part]:
    """Yields the images inside the bounds, and the strips where they end, so that nothing overlaps."""
    edges_x, edges_y = {bounds.left, bounds.right}, {bounds.top, bounds.bottom}
    for placed in images:
        inner = Bounds(
            max(bounds.left, placed.x),
            max(bounds.top, placed.y),
            min(bounds.right, placed.right),
            min(bounds.bottom, placed.bottom),
        )
        width, height = inner.right - inner.left, inner.bottom - inner.top
        if width > 0 and height > 0:
            edges_x.update((inner.left, inner.right))
            edges_y.update((inner.top, inner.bottom))
            if width > 1 and height > 1:
                yield Part(inner, lambda placed=placed: (placed.x, placed.y, placed.image))
    columns = sorted(edges_x)
    for edge in columns[1:-1]:
        strip = Bounds(edge - 1, bounds.top, edge + 1, bounds.bottom)
        yield Part(strip, partial(_sheet, images, strip))
    for edge in sorted(edges_y)[1:-1]:
        strip = Bounds(bounds.left, edge - 1, bounds.right, edge + 1)
        sheet = cache(partial(_sheet, images, strip))
        for start, stop in pairwise(columns):
            if stop - start > 1:
                yield Part(Bounds(start, edge - 1, stop, edge + 1), sheet)


def _projection(ratio: Fraction, corner: int) -> Callable[[int], float]:
    """Returns the function from half layer px to device px of the view, along one axis. corner: the view's origin.

    Results are multiples of 1/4096, so that sums are exact and parts that meet end at the same position.
    """
    n, d = ratio.as_integer_ratio()

    @cache
    def project(half_px: int) -> float:
        return ((half_px * n * 2048) // d - corner * 4096) / 4096

    return project


def _sheet(images: tuple[PlacedImage, ...], bounds: Bounds) -> Sheet:
    """Gathers the images inside the bounds into one image. Where they end, their last px are repeated once."""
    near = [
        placed
        for placed in images
        if placed.x <= bounds.right
        and placed.right >= bounds.left
        and placed.y <= bounds.bottom
        and placed.bottom >= bounds.top
    ]
    sheet = QImage(bounds.right - bounds.left, bounds.bottom - bounds.top, images[0].image.format())
    sheet.fill(0)
    painter = QPainter(sheet)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for placed in near:
        offset = placed.x - bounds.left, placed.y - bounds.top
        painter.drawImage(placed.image.rect().adjusted(-1, -1, 1, 1).translated(*offset), placed.image)
    for placed in near:
        painter.drawImage(placed.x - bounds.left, placed.y - bounds.top, placed.image)
    painter.end()
    return bounds.left, bounds.top, sheet


def _samples(sheet: QImage, dx: float, dy: float, step: float, target: QRect) -> QImage:
    """Samples a sheet bilinearly at the corner of the target and every SAMPLE_STEP device px from there.

    dx, dy: position of the first sample, layer px from the sheet's corner. step: layer px between samples.
    """
    across, down = -(-target.width() // SAMPLE_STEP) + 1, -(-target.height() // SAMPLE_STEP) + 1
    shape = sheet.height(), sheet.width(), 4
    pixels = np.frombuffer(sheet.constBits(), np.uint8).reshape(shape).astype(np.float32)
    rows = _interpolated(pixels, dy + step * np.arange(down))
    sampled = _interpolated(rows.swapaxes(0, 1), dx + step * np.arange(across)).swapaxes(0, 1)
    small = np.ascontiguousarray(np.rint(sampled).astype(np.uint8))
    # Copied, because the array's memory ends with this function.
    return QImage(small.data, across, down, 4 * across, sheet.format()).copy()


def _interpolated(values: NDArray[np.float32], positions: NDArray[np.float64]) -> NDArray[np.float32]:
    """Interpolates linearly along the first axis. Value i is at position i + 0.5; the ends are repeated."""
    index = np.clip(positions - 0.5, 0, len(values) - 1)
    first = index.astype(int)
    weight = (index - first).astype(np.float32)[:, None, None]
    before, after = values[first], values[np.minimum(first + 1, len(values) - 1)]
    return before + (after - before) * weight
