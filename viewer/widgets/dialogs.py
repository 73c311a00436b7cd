"""Windows beside the main one, of which there is one of a kind."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

Kind = TypeVar("Kind", bound=QDialog)


def show_single(window: QWidget, kind: type[Kind], make: Callable[[], Kind]) -> Kind:
    """Shows the window's panel of a kind: the one that is open, or one that is made, and gone when it is closed."""
    panel = next((each for each in window.findChildren(kind) if each.isVisible()), None)
    if panel is None:
        panel = make()
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    panel.show()
    panel.raise_()
    panel.activateWindow()
    return panel
