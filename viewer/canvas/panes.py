"""The layout of a canvas in panes. All panes have one size and show one view."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

GAP = 2
"""Device px between two panes."""


@lru_cache(maxsize=8)
def laid_out(count: int, width: int, height: int) -> tuple[QRect, ...]:
    """Returns the panes inside width x height device px: in one row, or four in two rows."""
    across, down = _shape(count)
    wide = max(1, (width - (across - 1) * GAP) // across)
    high = max(1, (height - (down - 1) * GAP) // down)
    return tuple(_rects(across, down, wide, high))


def joined(images: list[QImage]) -> QImage:
    """Joins the images of the panes (all of one size) into one, laid out as the panes, with transparent gaps."""
    if len(images) == 1:
        return images[0]
    rects = _rects(*_shape(len(images)), images[0].width(), images[0].height())
    size = rects[-1].bottomRight() + QPoint(1, 1)
    whole = QImage(size.x(), size.y(), images[0].format())
    whole.fill(0)
    with QPainter(whole) as draw:
        for rect, image in zip(rects, images, strict=True):
            draw.drawImage(rect, image)
    return whole


def corner(panes: Sequence[QRect], x: float, y: float) -> QPoint:
    """Returns the corner of the pane at device px (x, y); past the last pane, that of the last."""
    columns = [pane.x() for pane in panes if pane.x() <= x] or [0]
    rows = [pane.y() for pane in panes if pane.y() <= y] or [0]
    return QPoint(max(columns), max(rows))


def _shape(count: int) -> tuple[int, int]:
    """Returns the numbers of columns and rows."""
    across = 2 if count == 4 else count
    return across, count // across


def _rects(across: int, down: int, wide: int, high: int) -> list[QRect]:
    return [
        QRect(column * (wide + GAP), row * (high + GAP), wide, high)
        for row in range(down)
        for column in range(across)
    ]
