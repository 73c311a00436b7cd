"""All that is seen about the picture, beside and over it: the window's one way to it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout

from engine.events import ModelReady
from engine.viewport import Viewport
from viewer.insight import pixel_grid
from viewer.insight.badge import Badge
from viewer.insight.navigator import Navigator

if TYPE_CHECKING:
    from viewer.main_window import MainWindow

MARGIN = 12
"""Logical px between what lies in the canvas's corners and its border."""


class Insight(QObject):
    """Made before the window shows anything; the parts that cost something are made when they are asked for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._canvas = window, window.canvas
        self.badge, self.navigator = Badge(self._canvas), Navigator(self._canvas)
        self.grid = False
        self._corners = QGridLayout(self._canvas)
        self._corners.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._corners.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        bottom, right = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignRight
        self._corners.addWidget(self.badge, 1, 0, bottom | Qt.AlignmentFlag.AlignLeft)
        self._corners.addWidget(self.navigator, 1, 1, bottom | right)
        self._canvas.over.append(self._paint_grid)
        self._canvas.moved.connect(self._follow)

    # What commands ask for.

    def toggle_grid(self) -> None:
        """The borders of the source's pixels."""
        self.grid = not self.grid
        self._canvas.update()
        if self.grid and self._canvas.view.scale < pixel_grid.LEAST:
            self._window.notices.tell(f"The pixel grid is on. It is seen from ×{pixel_grid.LEAST:g} on.")

    # What the window passes on.

    def opened(self) -> None:
        """Another picture is on the canvas."""
        self.navigator.opened()

    def modelled(self, ready: ModelReady) -> None:
        """Another model."""
        self.badge.trained(ready.max_scale, self._canvas.view.scale)

    def _follow(self) -> None:
        self.badge.show_scale(self._canvas.view.scale)
        self.navigator.follow()

    def _paint_grid(self, draw: QPainter, view: Viewport) -> None:
        if self.grid and self._canvas.layers is not None:
            width = max(1, round(self._canvas.devicePixelRatioF()))
            pixel_grid.paint(draw, view, self._canvas.layers.size, width)
