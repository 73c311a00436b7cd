"""Heat map of uncertainty over the picture: denser where it is more uncertain, hatched where it is very uncertain."""

from fractions import Fraction
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from engine.decoding.uncertainty import UncertaintyMap
from engine.geometry.viewport import Viewport

HUE = (255, 64, 160)
"""Red, green, blue: a colour that is rare in pictures."""
MAX_ALPHA = 185
"""Alpha of the hue at the top level. From half of the top level on, dark stripes are added."""
STRIPE = 3
"""Approximate width of a stripe, device px. Of every three stripes one is dark and two are clear."""
MAX_IMAGE_PX = 400_000
"""Largest size of a heat map's image, px, so that it is rendered quickly. It is rendered once per result."""
LARGE_SQUARE = 48
"""Side from which on each square is drawn on its own, device px."""
DARK = (40, 0, 20, 215)
"""Colour of the stripes: red, green, blue, alpha."""


def to_pixels(normalized: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Colours normalized values, (h, w) in [0, 1] -> (h, w, 4) BGRA, premultiplied for QImage.

    Stripes are diagonal, one px wide, with two px between them.
    """
    alpha = np.rint(normalized * MAX_ALPHA)
    out = np.empty((*normalized.shape, 4), dtype=np.uint8)
    for channel, value in enumerate((*reversed(HUE), 255)):
        out[..., channel] = np.rint(alpha * (value / 255))
    diagonal = np.add.outer(*(np.arange(side) for side in normalized.shape)) % 3 == 0
    dark = [value * DARK[3] // 255 for value in (*reversed(DARK[:3]), 255)]
    out[(normalized >= 0.5) & diagonal] = dark
    return out


class HeatMap:
    """Heat map of one result. scale: scale of the view that it was computed for. top: level that is drawn densest."""

    def __init__(self, uncertainty: UncertaintyMap, scale: float, top: float) -> None:
        self.uncertainty = uncertainty
        self._normalized = np.clip(uncertainty.values / top, 0, 1)
        height, width = self._normalized.shape
        side = min(float(uncertainty.step) * scale, LARGE_SQUARE)
        enlargement = max(1, min(round(side / STRIPE), floor((MAX_IMAGE_PX / (height * width)) ** 0.5)))
        self._pixels = to_pixels(self._normalized.repeat(enlargement, 0).repeat(enlargement, 1))
        form = QImage.Format.Format_ARGB32_Premultiplied
        height, width = self._pixels.shape[:2]
        self._image = QImage(self._pixels.data, width, height, 4 * width, form)

    def paint(self, draw: QPainter, view: Viewport) -> None:
        """Draws the part that is in view. draw: painter in the view's device px."""
        scale = Fraction(view.scale)
        side = self.uncertainty.step * scale
        x, y = self.uncertainty.left * scale - view.origin[0], self.uncertainty.top * scale - view.origin[1]
        height, width = self._normalized.shape
        if side < LARGE_SQUARE:
            draw.drawImage(QRectF(float(x), float(y), float(side * width), float(side * height)), self._image)
            return
        for row in range(max(0, floor(-y / side)), min(height, ceil((view.height - y) / side))):
            for column in range(max(0, floor(-x / side)), min(width, ceil((view.width - x) / side))):
                square = _square(x + column * side, y + row * side, side, view)
                value = float(self._normalized[row, column])
                draw.fillRect(square, QColor(*HUE, round(value * MAX_ALPHA)))
                if value >= 0.5:
                    draw.fillRect(square, QBrush(QColor(*DARK), Qt.BrushStyle.BDiagPattern))


def _square(x: Fraction, y: Fraction, side: Fraction, view: Viewport) -> QRect:
    """Returns a square in device px, clipped to the view: in a deep zoom its coordinates exceed Qt's int."""
    left, right = (min(max(round(edge), 0), view.width) for edge in (x, x + side))
    top, bottom = (min(max(round(edge), 0), view.height) for edge in (y, y + side))
    return QRect(left, top, right - left, bottom - top)
