"""The inspector: a dock with what is under the cursor, facts of the file, a line profile, a histogram and the cell."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDockWidget,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.base.messages import Message, mark
from engine.images.isolated import TagGroups
from engine.session.events import ModelReady, PictureOpened, PictureSource, ProfileReady
from engine.session.session import Session
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.insight import readout, shot
from viewer.insight.cell_knob import CellKnob
from viewer.insight.histogram import Histogram
from viewer.insight.line_profile import LineProfile
from viewer.insight.pointer import Pointer
from viewer.insight.readout import Table
from viewer.insight.tags_reader import TagsReader
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
    """Reads, requests and counts only while it is visible. `tags_wanted`: the user wants to see all tags."""

    tags_wanted = Signal()

    def __init__(self, canvas: Canvas, session: Session, tags: TagsReader, window: QWidget) -> None:
        super().__init__(tr("Inspector"), window, objectName="inspector")
        self._canvas = canvas
        self._source: PictureSource | None = None
        self._opened: PictureOpened | None = None
        self._tags = tags
        self._upsampling = 1
        self.pointer = Pointer(canvas)
        self.cursor_table = Table(
            tr("Under the cursor"), dict(zip(readout.NAMES, readout.MEANINGS, strict=True))
        )
        self.facts = Table(tr("Picture"), FACTS)
        self.shot = Table(tr("Photograph"), shot.NAMES)
        self.shot.align(self.cursor_table, self.facts)
        self.shot.show_lines([])
        self.tags_button = QPushButton(tr("All tags…"))
        self.tags_button.clicked.connect(self.tags_wanted)
        tags.read.connect(self._show_tags)
        self.profile = LineProfile(canvas, session, self.pointer)
        self.histogram = Histogram(tr("Histogram of the view"), canvas.visible)
        self.whole_histogram = Histogram(tr("Histogram of the picture"), canvas.whole)
        self.whole_histogram.hide()
        self.whole_box = QCheckBox(tr("Whole picture, too"))
        self.whole_box.toggled.connect(self.whole_histogram.setVisible)
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
            (tr("Picture"), _column(self.facts, self.shot, self.tags_button)),
            (tr("Across an edge"), self.profile),
            (tr("Histogram of the view"), _column(self.histogram, self.whole_box, self.whole_histogram)),
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
        if self._opened is not opened:
            self._opened = opened
            self.shot.show_lines([])
            self._request_tags()
            self.whole_histogram.count_soon()
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
        self.histogram.count_soon()

    def handle(self, ready: ProfileReady) -> None:
        """Shows the luminance along a line."""
        self.profile.handle(ready)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pointer.listen(True)
        self._read()
        self._request_tags()
        self.view_settled()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.profile.draw_button.setChecked(False)
        self.pointer.listen(False)
        self._canvas.update()

    def _request_tags(self) -> None:
        if self._opened is not None and self.isVisible():
            self._tags.request(self._opened)

    def _show_tags(self, picture: int, found: TagGroups | Message) -> None:
        if self._opened is not None and picture == self._opened.request and not isinstance(found, Message):
            self.shot.show_lines(shot.lines(dict(dict(found).get("EXIF", []))))

    def _read_soon(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _read(self) -> None:
        """Shows position and colours under the cursor in the table."""
        lines = readout.at_cursor(
            self._canvas, self.pointer.position, self.pointer.pane, self._source, self._upsampling
        )
        self.cursor_table.show_lines(lines)


def _column(*parts: QWidget) -> QWidget:
    """Lays parts out below each other; buttons are as wide as their texts."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    for part in parts:
        left = Qt.AlignmentFlag.AlignLeft if isinstance(part, QAbstractButton) else Qt.AlignmentFlag(0)
        column.addWidget(part, 0, left)
    return whole
