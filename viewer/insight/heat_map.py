"""How much a place is to be doubted, as a veil over it: the denser the more, and hatched where it is much."""

from fractions import Fraction
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from engine.decoding.uncertainty import UncertaintyMap
from engine.geometry.viewport import Viewport

HUE = (255, 64, 160)
"""Red, green, blue: seldom a picture's own."""
DENSEST = 185
"""Its alpha where doubts are as large as they are told apart; from half of that on there are dark stripes too."""
STRIPE = 3
"""Device px that a stripe is wide, about; one is drawn, two are left out."""
MOST = 400_000
"""Px of a veil's image: it is made in a moment, and once for each answer."""
LARGE = 48
"""Device px of a square from which on each is drawn by itself."""
DARK = (40, 0, 20, 215)
"""Of the stripes: red, green, blue, alpha."""


def coloured(shares: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(h, w) of [0, 1] -> (h, w, 4) as QImage's premultiplied; stripes slant, a px wide, two apart."""
    alpha = np.rint(shares * DENSEST)
    out = np.empty((*shares.shape, 4), dtype=np.uint8)
    for channel, hue in enumerate((*reversed(HUE), 255)):
        out[..., channel] = np.rint(alpha * (hue / 255))
    slanting = np.add.outer(*(np.arange(side) for side in shares.shape)) % 3 == 0
    dark = [value * DARK[3] // 255 for value in (*reversed(DARK[:3]), 255)]
    out[(shares >= 0.5) & slanting] = dark
    return out


class HeatMap:
    """One answer's. scale: of the view that it was asked for. top: the level of the densest."""

    def __init__(self, doubts: UncertaintyMap, scale: float, top: float) -> None:
        self.doubts = doubts
        self._shares = np.clip(doubts.values / top, 0, 1)
        height, width = self._shares.shape
        side = min(float(doubts.step) * scale, LARGE)
        finer = max(1, min(round(side / STRIPE), floor((MOST / (height * width)) ** 0.5)))
        self._pixels = coloured(self._shares.repeat(finer, 0).repeat(finer, 1))
        form = QImage.Format.Format_ARGB32_Premultiplied
        height, width = self._pixels.shape[:2]
        self._image = QImage(self._pixels.data, width, height, 4 * width, form)

    def paint(self, draw: QPainter, view: Viewport) -> None:
        """Draws what of it is in view; device px of the view."""
        scale = Fraction(view.scale)
        side = self.doubts.step * scale
        x, y = self.doubts.left * scale - view.origin[0], self.doubts.top * scale - view.origin[1]
        height, width = self._shares.shape
        if side < LARGE:
            draw.drawImage(QRectF(float(x), float(y), float(side * width), float(side * height)), self._image)
            return
        for row in range(max(0, floor(-y / side)), min(height, ceil((view.height - y) / side))):
            for column in range(max(0, floor(-x / side)), min(width, ceil((view.width - x) / side))):
                place = _square(x + column * side, y + row * side, side, view)
                share = float(self._shares[row, column])
                draw.fillRect(place, QColor(*HUE, round(share * DENSEST)))
                if share >= 0.5:
                    draw.fillRect(place, QBrush(QColor(*DARK), Qt.BrushStyle.BDiagPattern))


def _square(x: Fraction, y: Fraction, side: Fraction, view: Viewport) -> QRect:
    """A square's device px, as far as they are in view: beyond, Qt's numbers are short."""
    left, right = (min(max(round(at), 0), view.width) for at in (x, x + side))
    top, bottom = (min(max(round(at), 0), view.height) for at in (y, y + side))
    return QRect(left, top, right - left, bottom - top)
