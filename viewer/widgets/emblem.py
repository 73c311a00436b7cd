"""Unpixel's sign: a sun, on its left the pixels that it is stored as, on its right what it is."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPainterPath, QPixmap

TOP, BOTTOM = QColor("#ffcf6b"), QColor("#e0529c")
CELLS = 8
"""Pixels across the sign."""


def pixmap(side: int, ratio: float) -> QPixmap:
    """The sign, `side` logical px wide, for a screen of `ratio` device px to each."""
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
    """The sign for title bars and task bars."""
    signs = QIcon()
    for side in (16, 32, 48, 128):
        signs.addPixmap(pixmap(side, 1))
    return signs


def _smooth_half(painter: QPainter, side: int) -> None:
    light = QLinearGradient(0, 0, 0, side)
    light.setColorAt(0, TOP)
    light.setColorAt(1, BOTTOM)
    disc = QPainterPath()
    disc.addEllipse(QPointF(side / 2, side / 2), side / 2, side / 2)
    right = QPainterPath()
    right.addRect(QRectF(side / 2, 0, side / 2, side))
    painter.fillPath(disc.intersected(right), light)


def _pixel_half(painter: QPainter, side: int) -> None:
    cell = side / CELLS
    for row in range(CELLS):
        share = (row + 0.5) / CELLS
        for column in range(CELLS // 2):
            distance = hypot(column + 0.5 - CELLS / 2, row + 0.5 - CELLS / 2) / (CELLS / 2)
            colour = _between(TOP, BOTTOM, share)
            # As a camera sees it: a pixel that the rim crosses takes part of the colour.
            colour.setAlphaF(min(max((1.06 - distance) * CELLS / 2, 0.0), 1.0))
            painter.fillRect(QRectF(column * cell, row * cell, cell * 0.93, cell * 0.93), colour)


def _between(first: QColor, second: QColor, share: float) -> QColor:
    def mix(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        mix(first.red(), second.red()), mix(first.green(), second.green()), mix(first.blue(), second.blue())
    )
