"""The list at the left of a dialog that selects what the dialog shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget


def side_list(name: str, width: int) -> QListWidget:
    """Creates an empty list. name: for screen readers. width: logical px."""
    widget = QListWidget()
    widget.setAccessibleName(name)
    widget.setFixedWidth(width)
    widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    widget.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    # Qt computes an item's height from the style when the item is added: the style must be applied before.
    widget.ensurePolished()
    return widget
