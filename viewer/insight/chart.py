"""Curves in the inspector. pyqtgraph takes half a second to load, so this module is loaded with the inspector."""

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette, QPen
from PySide6.QtWidgets import QWidget


class Chart(pyqtgraph.GraphicsView):
    """Curves that are looked at only. name: for who cannot see it. height: logical px. left: ticks of that axis.

    Of pyqtgraph's single parts, as the HUD's graph is, and for the same reason.
    """

    def __init__(self, name: str, height: int, left: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFixedHeight(height)
        self.setMinimumWidth(120)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing in it to press
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)
        layout = pyqtgraph.GraphicsLayout()
        layout.setContentsMargins(0, 4, 6, 0)
        layout.setSpacing(0)
        self.setCentralItem(layout)
        self.box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
        self.left, self.bottom = pyqtgraph.AxisItem("left"), pyqtgraph.AxisItem("bottom")
        self.left.setTicks([[(at, str(at)) for at in left]])
        self.left.setWidth(30 if left else 4)
        self.bottom.setHeight(20)
        for axis in (self.left, self.bottom):
            axis.linkToView(self.box)
        layout.addItem(self.left, 0, 0)
        layout.addItem(self.box, 0, 1)
        layout.addItem(self.bottom, 1, 1)
        self._curves: list[pyqtgraph.PlotCurveItem] = []
        self._dress()

    def curve(self, filled: bool = False) -> pyqtgraph.PlotCurveItem:
        """One more curve, still without values. filled: down to 0."""
        made = pyqtgraph.PlotCurveItem(antialias=True, fillLevel=0 if filled else None)
        self.box.addItem(made)
        self._curves.append(made)
        return made

    def values(self) -> list[NDArray[np.float64]]:
        """What the curves show, in order."""
        found = (curve.getData()[1] for curve in self._curves)
        return [values for values in found if values is not None and len(values)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "bottom"):
            self._dress()

    def _dress(self) -> None:
        role = QPalette.ColorRole
        self.setBackground(self.palette().color(role.Base))
        for axis in (self.left, self.bottom):
            axis.setPen(self.palette().color(role.Mid))
            axis.setTextPen(self.palette().color(role.PlaceholderText))


def pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Of so many px, however the chart is scaled."""
    made = QPen(colour, width, style)
    made.setCosmetic(True)
    return made
