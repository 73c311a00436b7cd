"""The list at a panel's left, of what is shown beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget


def side_list(name: str, width: int) -> QListWidget:
    """Empty. name: for screen readers; width: logical px."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setFixedWidth(width)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    # Items are as high as the style says when they come: it has to be known by then.
    made.ensurePolished()
    return made
