"""The list at the left of a dialog that selects what the dialog shows."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTreeWidget, QTreeWidgetItem


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


def append_item(target: QListWidget, text: str) -> QListWidgetItem:
    """Appends an item to a list and returns it.

    Qt creates the item, not Python: when Qt deletes a list with items that were created in Python, PySide 6.11 may use
    their wrappers after it has freed them, and the process dies of a segmentation fault.
    """
    target.addItem(text)
    return target.item(target.count() - 1)


def append_row(target: QTreeWidget, parent: QTreeWidgetItem | None = None) -> QTreeWidgetItem:
    """Appends an empty row to a tree, at the top or below a row, and returns it. Qt creates it, as `append_item`."""
    model = target.model()
    index = target.indexFromItem(parent) if parent is not None else QModelIndex()
    row = model.rowCount(index)
    model.insertRow(row, index)
    return target.topLevelItem(row) if parent is None else parent.child(row)
