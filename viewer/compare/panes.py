"""Where the panes of a canvas lie. They are alike, so that one view serves them all: what moves one moves each."""

from PySide6.QtCore import QPoint, QRect

GAP = 2
"""Device px between two."""


def laid_out(count: int, width: int, height: int) -> list[QRect]:
    """The panes within width x height device px: in a row, four in two rows."""
    across = 2 if count == 4 else count
    down = count // across
    wide = max(1, (width - (across - 1) * GAP) // across)
    high = max(1, (height - (down - 1) * GAP) // down)
    return [
        QRect(column * (wide + GAP), row * (high + GAP), wide, high)
        for row in range(down)
        for column in range(across)
    ]


def corner(panes: list[QRect], x: float, y: float) -> QPoint:
    """The corner of the pane that device px (x, y) lies in; past the last one that one's."""
    columns = [pane.x() for pane in panes if pane.x() <= x] or [0]
    rows = [pane.y() for pane in panes if pane.y() <= y] or [0]
    return QPoint(max(columns), max(rows))
