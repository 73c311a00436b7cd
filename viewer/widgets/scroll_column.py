"""A column of widgets that scrolls where there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST_WIDTH, LEAST_HEIGHT = 180, 60
"""Logical px: two panels fit beside a picture in a window of 400 x 300."""


class ScrollColumn(QScrollArea):
    """width: preferred one in logical px; what needs more widens it where there is room, and scrolls elsewhere."""

    def __init__(self, inside: QWidget, width: int, height: int = 500) -> None:
        super().__init__(widgetResizable=True)
        self._preferred = QSize(width, height)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its contents take the focus, and are scrolled to
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        inside = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return self._preferred.expandedTo(QSize(inside, 0))
