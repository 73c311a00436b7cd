"""The room beside the number in a spin box."""

from PySide6.QtWidgets import QAbstractSpinBox

PADDING = 8
"""Logical px, as beside the text of a line edit."""


def pad(*boxes: QAbstractSpinBox) -> None:
    """Moves the numbers away from the borders: Qt 6.11 ignores the padding that a style sheet gives to their left."""
    for box in boxes:
        box.lineEdit().setTextMargins(PADDING, 0, 0, 0)
        box.setProperty("plain", box.buttonSymbols() is QAbstractSpinBox.ButtonSymbols.NoButtons)
