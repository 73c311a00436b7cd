"""The inspector: what lies under the cursor, what is known of the picture, curves of both; a dock beside the canvas."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.base.messages import mark
from engine.session.events import ModelReady, PictureOpened, PictureSource, ProfileReady
from viewer.base.language import tr
from viewer.insight import readout
from viewer.insight.cell_knob import CellKnob
from viewer.insight.histogram import Histogram
from viewer.insight.line_profile import LineProfile
from viewer.insight.pointer import Pointer
from viewer.insight.readout import Table

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow
    from viewer.canvas.canvas import Canvas

PACE = 50
"""Milliseconds between two readings of what is under the cursor."""
WIDTH = 324
FACTS = {
    mark("Size"): mark("In pixels of the source"),
    mark("Depth"): mark("As the file holds it"),
    mark("Profile"): mark("The colour profile in the file; what is shown is sRGB"),
    mark("File"): mark("Its format and size"),
}


class Inspector(QDockWidget):
    """While it is hidden nothing is read, asked or counted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(tr("Inspector"), window, objectName="inspector")
        self._canvas: Canvas = window.canvas
        self._source: PictureSource | None = None
        self._finer = 1
        self.pointer = Pointer(window.canvas)
        self.under = Table(tr("Under the cursor"), dict(zip(readout.NAMES, readout.MEANINGS, strict=True)))
        self.facts = Table(tr("The picture"), FACTS)
        self.facts.align(self.under)
        self.profile = LineProfile(window.canvas, window.session, self.pointer)
        self.histogram = Histogram(window.canvas)
        self.cell = CellKnob(window.canvas)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=PACE)
        self._timer.timeout.connect(self._read)
        self.pointer.moved.connect(self._soon)
        window.canvas.over.append(self.profile.paint)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 4, 14, 8)
        column.setSpacing(4)
        for title, part in (
            (tr("Under the cursor"), self.under),
            (tr("The picture"), self.facts),
            (tr("Across an edge"), self.profile),
            (tr("Histogram of the view"), self.histogram),
            (tr("Cell of each screen pixel"), self.cell),
        ):
            heading = QLabel(title)
            heading.setProperty("heading", True)
            column.addWidget(heading)
            column.addWidget(part)
            column.addSpacing(4)
        column.addStretch(1)  # all the room that is left: none of it between the parts
        scroll = _Column(widgetResizable=True)
        scroll.setWidget(inside)
        self.setWidget(scroll)

    def opened(self, opened: PictureOpened, source: PictureSource | None) -> None:
        """Another picture."""
        self._source = source
        self.facts.show_lines(readout.known(opened, source))
        self.profile.forget()
        self._soon()

    def modelled(self, ready: ModelReady) -> None:
        """Another model."""
        self._finer = ready.upsampling
        self.cell.trained(ready.max_scale)

    def follow(self) -> None:
        """The view is another."""
        self.cell.follow()

    def settled(self) -> None:
        """The view is complete."""
        self.profile.ask_again()
        self.histogram.settled()

    def take(self, traced: ProfileReady) -> None:
        """What the engine told of a line."""
        self.profile.take(traced)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pointer.listen(True)
        self._canvas.painted.connect(self._soon)
        self._read()
        self.settled()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._canvas.painted.disconnect(self._soon)
        self.profile.draw.setChecked(False)
        self.pointer.listen(False)
        self._canvas.update()

    def _soon(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _read(self) -> None:
        self.under.show_lines(readout.under(self._canvas, self.pointer.at, self._source, self._finer))


class _Column(QScrollArea):
    """As wide as it is meant to be, whatever it holds."""

    def __init__(self, **properties: bool) -> None:
        super().__init__(**properties)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus, and is scrolled to
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(WIDTH - 84)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 500)
