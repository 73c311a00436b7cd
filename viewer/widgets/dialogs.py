"""Opens non-modal dialogs, at most one of each class per window."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

Dialog = TypeVar("Dialog", bound=QDialog)


def show_single(window: QWidget, kind: type[Dialog], make: Callable[[], Dialog]) -> Dialog:
    """Raises the window's visible dialog of class `kind`, or creates one that is deleted on close. Returns it."""
    dialog = next((each for each in window.findChildren(kind) if each.isVisible()), None)
    if dialog is None:
        dialog = make()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
