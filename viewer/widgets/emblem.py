"""Draws Unpixel's logo: a disc, its left half as pixels and its right half continuous."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPainterPath, QPixmap

TOP, BOTTOM = QColor("#ffcf6b"), QColor("#e0529c")
CELLS = 8
"""Number of drawn pixels across the logo."""


def pixmap(side: int, ratio: float) -> QPixmap:
    """Returns the logo. side: width in logical px. ratio: device px per logical px."""
    image = QPixmap(round(side * ratio), round(side * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        _smooth_half(painter, side)
        _pixel_half(painter, side)
    return image


def icon() -> QIcon:
    """Returns the logo in the sizes of title bars and task bars."""
    logo = QIcon()
    for side in (16, 32, 48, 128):
        logo.addPixmap(pixmap(side, 1))
    return logo


def _smooth_half(painter: QPainter, side: int) -> None:
    gradient = QLinearGradient(0, 0, 0, side)
    gradient.setColorAt(0, TOP)
    gradient.setColorAt(1, BOTTOM)
    disc = QPainterPath()
    disc.addEllipse(QPointF(side / 2, side / 2), side / 2, side / 2)
    right = QPainterPath()
    right.addRect(QRectF(side / 2, 0, side / 2, side))
    painter.fillPath(disc.intersected(right), gradient)


def _pixel_half(painter: QPainter, side: int) -> None:
    cell = side / CELLS
    for row in range(CELLS):
        depth = (row + 0.5) / CELLS
        for column in range(CELLS // 2):
            distance = hypot(column + 0.5 - CELLS / 2, row + 0.5 - CELLS / 2) / (CELLS / 2)
            colour = _blended(TOP, BOTTOM, depth)
            # Antialiased: the alpha of a pixel on the rim follows its coverage.
            colour.setAlphaF(min(max((1.06 - distance) * CELLS / 2, 0.0), 1.0))
            painter.fillRect(QRectF(column * cell, row * cell, cell * 0.93, cell * 0.93), colour)


def _blended(first: QColor, second: QColor, weight: float) -> QColor:
    """Blends two colours linearly. weight: of the second one, 0 to 1."""

    def mix(a: int, b: int) -> int:
        return round(a + (b - a) * weight)

    return QColor(
        mix(first.red(), second.red()), mix(first.green(), second.green()), mix(first.blue(), second.blue())
    )
