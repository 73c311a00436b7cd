"""The checkerboard behind transparent pictures."""

from functools import cache

from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap

SQUARE = 8
"""Side of a square, logical px."""


@cache
def brush(dark: bool, ratio: float) -> QBrush:
    """Returns a brush of squares in two grays, for a painter in device px. ratio: device px per logical px."""
    side = round(SQUARE * ratio)
    light, shade = (
        (QColor(74, 77, 84), QColor(58, 61, 67)) if dark else (QColor(255, 255, 255), QColor(223, 225, 229))
    )
    tile = QImage(2 * side, 2 * side, QImage.Format.Format_RGB32)
    tile.fill(light)
    painter = QPainter(tile)
    painter.fillRect(side, 0, side, side, shade)
    painter.fillRect(0, side, side, side, shade)
    painter.end()
    return QBrush(QPixmap.fromImage(tile))
