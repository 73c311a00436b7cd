"""Where the source's pixels begin and end, as thin lines over the picture."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from engine.geometry.viewport import Viewport
from viewer.canvas import painter

MIN_SCALE = 8.0
"""The scale from which on there is room between the lines."""
FAINT, STRONG, FULL = 70, 120, 24.0
"""The lines' alpha at MIN_SCALE, and from scale FULL on: where they are many, each has less of a say."""
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
    within = painter.picture_rect(view, size)
    if view.scale < MIN_SCALE or within.isEmpty():
        return
    share = min(1.0, (view.scale - MIN_SCALE) / (FULL - MIN_SCALE))
    alpha = round(FAINT + (STRONG - FAINT) * share)
    (x, y), dash, long = view.origin, DASH * width, within.width()
    # A line by itself takes Qt long where it is upright: all of them are drawn together, in strips as high as a dash
    # of dark and one of light. A line that lies is an image too, since a pattern takes ten times as long.
    upright = np.array(borders(x, view.width, size[0], view.scale), dtype=np.int64) - within.left()
    taken = np.add.outer(upright, np.arange(width)).ravel()
    strip = np.zeros((2 * dash, long, 4), dtype=np.uint8)
    strip[:, taken[taken < long]] = _dashes(2 * dash, dash, alpha)[:, None]
    image = _image(strip)
    for top in range(within.top(), within.bottom() + 1, 2 * dash):
        draw.drawImage(within.left(), top, image, 0, 0, long, min(2 * dash, within.bottom() + 1 - top))
    level = np.broadcast_to(_dashes(long, dash, alpha), (width, long, 4)).copy()
    image = _image(level)
    for px in borders(y, view.height, size[1], view.scale):
        draw.drawImage(within.left(), px, image)


def _dashes(count: int, dash: int, alpha: int) -> NDArray[np.uint8]:
    """(count, 4) px of dark and light in turn, as QImage's premultiplied."""
    light = np.arange(count) // dash % 2
    return (np.stack([light, light, light, np.ones_like(light)], axis=1) * alpha).astype(np.uint8)


def _image(pixels: NDArray[np.uint8]) -> QImage:
    """It shares the memory of `pixels`."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
