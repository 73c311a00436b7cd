"""The pixel grid: thin lines between the source's pixels, drawn over the picture."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from engine.geometry.viewport import Viewport
from viewer.canvas import painter

MIN_SCALE = 8.0
"""Smallest scale at which the grid is drawn: below it the lines are too close."""
MIN_ALPHA, MAX_ALPHA, MAX_ALPHA_SCALE = 70, 120, 24.0
"""Alpha of the lines at MIN_SCALE, and from MAX_ALPHA_SCALE on. Where the lines are dense, each is fainter."""
DASH = 4
"""Px of dark, followed by as many of light, so that a line is visible over any colour."""


def borders(corner: int, window: int, length: int, scale: float) -> list[int]:
    """Returns, for one axis, the window's device px at which a source px begins, and the one at which the last ends.

    corner: lattice coordinate of the window's first device px at `scale`. window: its size, device px. length: the
    picture's size, source px. A device px belongs to the source px that contains its centre.
    """
    n, d = Fraction(scale).as_integer_ratio()
    # first device px with its centre at or past source px `x`: ceil(x * n / d - corner - 1 / 2), in integers
    first_px = (
        -(((2 * corner + 1) * d - 2 * x * n) // (2 * d))
        for x in range(
            max(0, (2 * corner - 1) * d // (2 * n)),
            min(length, (2 * (corner + window) + 1) * d // (2 * n)) + 1,
        )
    )
    return [px for px in first_px if 0 <= px < window]


def paint(draw: QPainter, view: Viewport, size: tuple[int, int], width: int) -> None:
    """Draws the visible lines, `width` device px wide, over a picture of `size` (width, height) source px."""
    visible = painter.picture_rect(view, size)
    if view.scale < MIN_SCALE or visible.isEmpty():
        return
    progress = min(1.0, (view.scale - MIN_SCALE) / (MAX_ALPHA_SCALE - MIN_SCALE))
    alpha = round(MIN_ALPHA + (MAX_ALPHA - MIN_ALPHA) * progress)
    (x, y), dash, length = view.origin, DASH * width, visible.width()
    # Qt draws a single vertical line slowly. All vertical lines are drawn together instead, in strips as high as one
    # dark and one light dash. A horizontal line is an image too, because a dash pattern takes ten times as long.
    vertical = np.array(borders(x, view.width, size[0], view.scale), dtype=np.int64) - visible.left()
    columns = np.add.outer(vertical, np.arange(width)).ravel()
    strip = np.zeros((2 * dash, length, 4), dtype=np.uint8)
    strip[:, columns[columns < length]] = _dashes(2 * dash, dash, alpha)[:, None]
    image = _image(strip)
    for top in range(visible.top(), visible.bottom() + 1, 2 * dash):
        draw.drawImage(visible.left(), top, image, 0, 0, length, min(2 * dash, visible.bottom() + 1 - top))
    row = np.broadcast_to(_dashes(length, dash, alpha), (width, length, 4)).copy()
    image = _image(row)
    for px in borders(y, view.height, size[1], view.scale):
        draw.drawImage(visible.left(), px, image)


def _dashes(count: int, dash: int, alpha: int) -> NDArray[np.uint8]:
    """Returns `count` px that alternate between dark and light dashes, (count, 4) BGRA, premultiplied for QImage."""
    light = np.arange(count) // dash % 2
    return (np.stack([light, light, light, np.ones_like(light)], axis=1) * alpha).astype(np.uint8)


def _image(pixels: NDArray[np.uint8]) -> QImage:
    """Wraps BGRA pixels, (h, w, 4). The image shares their memory, so `pixels` must outlive it."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
