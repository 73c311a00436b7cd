"""A column of widgets that scrolls where there is no room for all of its height."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST_WIDTH, LEAST_HEIGHT = 180, 60
"""Logical px: two panels fit beside a picture in a window of 400 x 300."""


class ScrollColumn(QScrollArea):
    """width: preferred one in logical px, whatever the column contains."""

    def __init__(self, inside: QWidget, width: int, height: int = 500) -> None:
        super().__init__(widgetResizable=True)
        self._preferred = QSize(width, height)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its contents take the focus, and are scrolled to
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return self._preferred
