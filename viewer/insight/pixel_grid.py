"""Where the source's pixels begin and end, as thin lines over the picture."""

from fractions import Fraction
from functools import cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from engine.viewport import Viewport
from viewer import painter

LEAST = 8.0
"""The scale from which on there is room between the lines."""
FAINT, STRONG, FULL = 70, 120, 24.0
"""The lines' alpha at LEAST, and from scale FULL on: where they are many, each has less of a say."""
DASH = 4
"""Px of dark, then as many of light: one of them is seen, whatever lies below."""


def borders(corner: int, window: int, length: int, scale: float) -> list[int]:
    """Along one axis, the px of a window in which a source pixel begins, and the one in which the last has ended.

    corner: of the window on the lattice of `scale`; window: device px; length: source px. A device px belongs to the
    source pixel that its middle lies in.
    """
    n, d = Fraction(scale).as_integer_ratio()
    # the first px whose middle is at or past `at`: ceil(at * n / d - corner - 1 / 2), in whole numbers
    found = (
        -(((2 * corner + 1) * d - 2 * at * n) // (2 * d))
        for at in range(
            max(0, (2 * corner - 1) * d // (2 * n)),
            min(length, (2 * (corner + window) + 1) * d // (2 * n)) + 1,
        )
    )
    return [px for px in found if 0 <= px < window]


def paint(draw: QPainter, view: Viewport, size: tuple[int, int], width: int) -> None:
    """Draws the lines in sight, `width` device px wide, over a picture of (width, height) source px."""
    if view.scale < LEAST:
        return
    share = min(1.0, (view.scale - LEAST) / (FULL - LEAST))
    brush = _dashes(round(FAINT + (STRONG - FAINT) * share), DASH * width)
    within = painter.picture_rect(view, size)
    x, y = view.origin
    draw.setBrushOrigin(QPoint(0, 0))
    for px in borders(x, view.width, size[0], view.scale):
        draw.fillRect(QRect(px, within.top(), width, within.height()), brush)
    for px in borders(y, view.height, size[1], view.scale):
        draw.fillRect(QRect(within.left(), px, within.width(), width), brush)


@cache
def _dashes(alpha: int, dash: int) -> QBrush:
    """Dark and light squares of `dash` px: along a line, dashes of both."""
    tile = QImage(2 * dash, 2 * dash, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(QColor(0, 0, 0, alpha))
    with QPainter(tile) as draw:
        draw.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for corner in (0, dash):
            draw.fillRect(QRect(corner, corner, dash, dash), QColor(255, 255, 255, alpha))
    return QBrush(tile)
