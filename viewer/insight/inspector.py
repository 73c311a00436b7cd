"""The inspector: a dock with what is under the cursor, facts of the file, a line profile, a histogram and the cell."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QVBoxLayout, QWidget

from engine.base.messages import mark
from engine.session.events import ModelReady, PictureOpened, PictureSource, ProfileReady
from engine.session.session import Session
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.insight import readout
from viewer.insight.cell_knob import CellKnob
from viewer.insight.histogram import Histogram
from viewer.insight.line_profile import LineProfile
from viewer.insight.pointer import Pointer
from viewer.insight.readout import Table
from viewer.widgets.scroll_column import ScrollColumn

READ_INTERVAL = 50
"""Milliseconds between two readings of what is under the cursor."""
WIDTH = 324
"""Logical px of the dock."""
FACTS = {
    mark("Size"): mark("In pixels of the source"),
    mark("Depth"): mark("Bit depth of the file"),
    mark("Profile"): mark("Colour profile of the file; the display is sRGB"),
    mark("File"): mark("File format and size"),
}


class Inspector(QDockWidget):
    """Reads, requests and counts only while it is visible."""

    def __init__(self, canvas: Canvas, session: Session, window: QWidget) -> None:
        super().__init__(tr("Inspector"), window, objectName="inspector")
        self._canvas = canvas
        self._source: PictureSource | None = None
        self._upsampling = 1
        self.pointer = Pointer(canvas)
        self.cursor_table = Table(
            tr("Under the cursor"), dict(zip(readout.NAMES, readout.MEANINGS, strict=True))
        )
        self.facts = Table(tr("Picture"), FACTS)
        self.facts.align(self.cursor_table)
        self.profile = LineProfile(canvas, session, self.pointer)
        self.histogram = Histogram(canvas)
        self.cell = CellKnob(canvas)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=READ_INTERVAL)
        self._timer.timeout.connect(self._read)
        self.pointer.moved.connect(self._read_soon)
        canvas.painted.connect(self._read_soon)
        canvas.overlays.append(self.profile.paint)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 4, 14, 8)
        column.setSpacing(4)
        for title, part in (
            (tr("Under the cursor"), self.cursor_table),
            (tr("Picture"), self.facts),
            (tr("Across an edge"), self.profile),
            (tr("Histogram of the view"), self.histogram),
            (tr("Cell size"), self.cell),
        ):
            heading = QLabel(title)
            heading.setProperty("heading", True)
            column.addWidget(heading)
            column.addWidget(part)
            column.addSpacing(4)
        column.addStretch(1)  # takes all the spare height, so that none of it is put between the parts
        self.setWidget(ScrollColumn(inside, WIDTH))

    @property
    def is_read_pending(self) -> bool:
        """Whether a reading of what is under the cursor is scheduled."""
        return self._timer.isActive()

    def opened(self, opened: PictureOpened, source: PictureSource | None) -> None:
        """Shows the facts of another picture. source: its pixels and file facts, once the engine has sent them."""
        self._source = source
        self.facts.show_lines(readout.facts(opened, source))
        self.profile.forget()
        self._read_soon()

    def model_changed(self, ready: ModelReady) -> None:
        """Uses another model's latent grid and range of scales."""
        self._upsampling = ready.upsampling
        self.cell.set_max_scale(ready.max_scale)

    def follow_view(self) -> None:
        """Updates what depends on the scale."""
        self.cell.follow_view()

    def view_settled(self) -> None:
        """Requests a line profile and schedules the histogram's count, because the view is complete."""
        self.profile.request_again()
        self.histogram.view_settled()

    def handle(self, ready: ProfileReady) -> None:
        """Shows the luminance along a line."""
        self.profile.handle(ready)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pointer.listen(True)
        self._read()
        self.view_settled()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.profile.draw_button.setChecked(False)
        self.pointer.listen(False)
        self._canvas.update()

    def _read_soon(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _read(self) -> None:
        """Shows position and colours under the cursor in the table."""
        lines = readout.at_cursor(
            self._canvas, self.pointer.position, self.pointer.pane, self._source, self._upsampling
        )
        self.cursor_table.show_lines(lines)
