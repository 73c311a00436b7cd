"""Charts of the inspector. Importing pyqtgraph takes half a second, so only the inspector imports this module."""

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette, QPen
from PySide6.QtWidgets import QWidget


class Chart(pyqtgraph.GraphicsView):
    """Non-interactive chart of curves. name: accessible name. height: logical px. left: ticks of the left axis.

    Assembled from pyqtgraph's basic items, for the reason given at the performance overlay's graph.
    """

    def __init__(self, name: str, height: int, left: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFixedHeight(height)
        self.setMinimumWidth(120)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has nothing to operate
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setAcceptDrops(False)  # what is dropped here is for the window
        self.setAccessibleName(name)
        layout = pyqtgraph.GraphicsLayout()
        layout.setContentsMargins(0, 4, 6, 0)
        layout.setSpacing(0)
        self.setCentralItem(layout)
        self.box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
        self.left, self.bottom = pyqtgraph.AxisItem("left"), pyqtgraph.AxisItem("bottom")
        self.left.setTicks([[(tick, str(tick)) for tick in left]])
        self.left.setWidth(30 if left else 4)
        self.bottom.setHeight(20)
        for axis in (self.left, self.bottom):
            axis.linkToView(self.box)
        layout.addItem(self.left, 0, 0)
        layout.addItem(self.box, 0, 1)
        layout.addItem(self.bottom, 1, 1)
        self._curves: list[pyqtgraph.PlotCurveItem] = []
        self._apply_palette()

    def curve(self, filled: bool = False) -> pyqtgraph.PlotCurveItem:
        """Adds a curve without values. filled: fills the area down to 0."""
        curve = pyqtgraph.PlotCurveItem(antialias=True, fillLevel=0 if filled else None)
        self.box.addItem(curve)
        self._curves.append(curve)
        return curve

    def values(self) -> list[NDArray[np.float64]]:
        """Returns the y values of each curve that has any, in the order of creation."""
        data = (curve.getData()[1] for curve in self._curves)
        return [values for values in data if values is not None and len(values)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "bottom"):
            self._apply_palette()

    def _apply_palette(self) -> None:
        role = QPalette.ColorRole
        self.setBackground(self.palette().color(role.Base))
        for axis in (self.left, self.bottom):
            axis.setPen(self.palette().color(role.Mid))
            axis.setTextPen(self.palette().color(role.PlaceholderText))


def pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Returns a cosmetic pen: `width` px at any scale of the chart."""
    cosmetic = QPen(colour, width, style)
    cosmetic.setCosmetic(True)
    return cosmetic
