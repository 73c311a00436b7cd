"""Items of lists and trees that Qt creates and owns.

When Qt deletes a list with items that were created in Python, PySide 6.11 may use their wrappers after it has freed
them, and the process dies of a segmentation fault.
"""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTreeWidget, QTreeWidgetItem


def append_item(target: QListWidget, text: str) -> QListWidgetItem:
    """Appends an item to a list and returns it."""
    target.addItem(text)
    return target.item(target.count() - 1)


def append_row(target: QTreeWidget, parent: QTreeWidgetItem | None = None) -> QTreeWidgetItem:
    """Appends an empty row to a tree, at the top or below a row, and returns it."""
    model = target.model()
    index = target.indexFromItem(parent) if parent is not None else QModelIndex()
    row = model.rowCount(index)
    model.insertRow(row, index)
    return target.topLevelItem(row) if parent is None else parent.child(row)
