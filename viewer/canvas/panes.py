"""Where the panes of a canvas lie. They are alike, so that one view serves them all: what moves one moves each."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

GAP = 2
"""Device px between two."""


@lru_cache(maxsize=8)
def laid_out(count: int, width: int, height: int) -> tuple[QRect, ...]:
    """The panes within width x height device px: in a row, four in two rows."""
    across, down = _shape(count)
    wide = max(1, (width - (across - 1) * GAP) // across)
    high = max(1, (height - (down - 1) * GAP) // down)
    return tuple(_placed(across, down, wide, high))


def joined(shown: list[QImage]) -> QImage:
    """What is seen of each pane, images of one size, as the panes lie; clear between them."""
    if len(shown) == 1:
        return shown[0]
    places = _placed(*_shape(len(shown)), shown[0].width(), shown[0].height())
    size = places[-1].bottomRight() + QPoint(1, 1)
    whole = QImage(size.x(), size.y(), shown[0].format())
    whole.fill(0)
    with QPainter(whole) as draw:
        for place, image in zip(places, shown, strict=True):
            draw.drawImage(place, image)
    return whole


def corner(panes: Sequence[QRect], x: float, y: float) -> QPoint:
    """The corner of the pane that device px (x, y) lies in; past the last one that one's."""
    columns = [pane.x() for pane in panes if pane.x() <= x] or [0]
    rows = [pane.y() for pane in panes if pane.y() <= y] or [0]
    return QPoint(max(columns), max(rows))


def _shape(count: int) -> tuple[int, int]:
    """How many lie beside each other, and how many below."""
    across = 2 if count == 4 else count
    return across, count // across


def _placed(across: int, down: int, wide: int, high: int) -> list[QRect]:
    return [
        QRect(column * (wide + GAP), row * (high + GAP), wide, high)
        for row in range(down)
        for column in range(across)
    ]
