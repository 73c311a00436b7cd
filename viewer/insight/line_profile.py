"""Line profile: luminance along a line, from the model, from bicubic interpolation and from the source's pixels."""

from fractions import Fraction
from math import ceil, floor, hypot

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from engine.base.messages import mark
from engine.decoding.line_profile import Point, ProfileLine
from engine.geometry.viewport import Viewport
from engine.session.events import ProfileReady
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.insight.chart import Chart, pen
from viewer.insight.histogram import luminance
from viewer.insight.pointer import Pointer

REQUEST_INTERVAL = 60
"""Shortest time between two requests while the cursor moves, ms."""
MAX_SAMPLES = 512
"""Largest number of samples: twice the chart's px. A line across more source px has one for each."""
DRAW, FOLLOW = mark("Draw line"), mark("Clear line")
ZOOM_IN_HINT = mark("Luminance of model, bicubic and pixels; zoom in past 1:1 to see it.")


class LineProfile(QWidget):
    """Chart of the drawn line or, without one, of the row under the cursor."""

    def __init__(self, canvas: Canvas, session: Session, pointer: Pointer) -> None:
        super().__init__()
        self._canvas, self._session, self._pointer = canvas, session, pointer
        self._drawn: tuple[Point, Point] | None = None
        self._line: ProfileLine | None = None  # requested last
        self.chart = Chart(tr("Luminance along the line"), 112, (0, 64, 128, 192, 255), self)
        self.chart.box.setRange(yRange=(0, 255), padding=0.02)
        self._pixels, self._model, self._bicubic = (self.chart.curve() for _ in range(3))
        self._legend_text = ""
        self.legend = QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.legend.setProperty("faint", True)
        self.draw_button = QPushButton(tr(DRAW), checkable=True)
        self.draw_button.setToolTip(
            tr("Drag across an edge on the picture; without a line, the row under the cursor is plotted")
        )
        self.draw_button.toggled.connect(self._set_drawing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.chart)
        column.addWidget(self.legend)
        column.addWidget(self.draw_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._timer = QTimer(self, singleShot=True, interval=REQUEST_INTERVAL)
        self._timer.timeout.connect(self.request)
        pointer.drawn.connect(self._set_drawn_line)
        pointer.moved.connect(self._request_soon)
        self._apply_palette()

    @property
    def line(self) -> ProfileLine | None:
        """Line that was requested last."""
        return self._line

    def forget(self) -> None:
        """Drops the drawn line: another picture is shown."""
        self._drawn = self._line = None

    def request(self) -> None:
        """Requests the current line's profile, unless it was requested last. Clears the chart at 1:1 and below."""
        line = self._current_line()
        if line is None:
            self._line = None
            for curve in (self._pixels, self._model, self._bicubic):
                curve.setData([], [])
            self.legend.setText(tr(ZOOM_IN_HINT))
        elif line != self._line:
            self._line = line
            self._session.request_profile(line)
            self.legend.setText(self._legend_text)

    def request_again(self) -> None:
        """Requests the line again for a complete view: an earlier request may be superseded or used another model."""
        self._line = None
        self.request()

    def handle(self, profile: ProfileReady) -> None:
        """Plots a profile from the engine and describes it for screen readers."""
        line = self._line
        if line is None:
            return
        length = hypot(*(float(end - start) for start, end in zip(line.start, line.end, strict=True)))
        along = (np.arange(line.count) + 0.5) * (length / line.count)
        curves = [luminance(colours) for colours in (profile.pixels, profile.bicubic, profile.model)]
        for curve, values in zip((self._pixels, self._bicubic, self._model), curves, strict=True):
            curve.setData(along, values)
        self.chart.box.setRange(xRange=(0, length), padding=0)
        steepest = [float(np.abs(np.diff(values)).max()) / (length / line.count) for values in curves[1:]]
        self.chart.setAccessibleDescription(
            tr(
                "Over {length} source pixels, the largest change of luminance per pixel is "
                "{model} for the model and {bicubic} for bicubic."
            ).format(
                length=formatting.significant(length), model=round(steepest[1]), bicubic=round(steepest[0])
            )
        )

    def paint(self, draw: QPainter, view: Viewport, _pane: str) -> None:
        """Draws the user's line over the picture. draw: painter in the view's device px."""
        if self._drawn is None or not self.isVisible():
            return
        ends = [_device_point(end, view) for end in self._drawn]
        ratio = self._canvas.devicePixelRatioF()
        draw.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(0, 0, 0, 190), 3.4), (QColor("white"), 1.4)):
            draw.setPen(QPen(colour, width * ratio))
            draw.drawLine(*ends)
            for end in ends:
                draw.drawEllipse(end, 3 * ratio, 3 * ratio)
        draw.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _current_line(self) -> ProfileLine | None:
        """Returns the line to show, None at 1:1 and below or while hidden."""
        view, layers = self._canvas.view, self._canvas.layers
        if layers is None or view.scale <= 1 or not self.isVisible():
            return None
        start, end = self._drawn or self._visible_row(view, layers.size)
        extent = [abs(b - a) for a, b in zip(start, end, strict=True)]
        length = hypot(*(float(side * Fraction(view.scale)) for side in extent))
        count = max(min(ceil(length), MAX_SAMPLES), floor(max(extent)) + 1, 2)
        return ProfileLine(start, end, count, Fraction(view.cell) / Fraction(view.scale))

    def _visible_row(self, view: Viewport, size: tuple[int, int]) -> tuple[Point, Point]:
        """Returns the visible part of the row under the cursor: its start and end, source px."""
        cursor = self._pointer.position
        y = min(max(view.source(cursor.x(), cursor.y())[1], Fraction(0)), Fraction(size[1]))
        left, right = (view.source(x, 0)[0] for x in (0, view.width))
        return (max(left, Fraction(0)), y), (min(right, Fraction(size[0])), y)

    def _set_drawing(self, on: bool) -> None:
        self._pointer.set_drawing(on)
        self.draw_button.setText(tr(FOLLOW if on else DRAW))
        self._drawn = None
        self._canvas.update()
        self._timer.start()

    def _set_drawn_line(self, start: QPointF, end: QPointF) -> None:
        if start != end:
            view = self._canvas.view
            self._drawn = view.source(start.x(), start.y()), view.source(end.x(), end.y())
            self._canvas.update()
            self._request_soon()

    def _request_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_timer"):
            self._apply_palette()

    def _apply_palette(self) -> None:
        role = QPalette.ColorRole
        accent, text, faint = (
            self.palette().color(part) for part in (role.Accent, role.WindowText, role.PlaceholderText)
        )
        self._model.setPen(pen(accent, 2.0))
        self._bicubic.setPen(pen(text, 1.2, Qt.PenStyle.DashLine))
        self._pixels.setPen(pen(faint, 1.0, Qt.PenStyle.DotLine))
        model, bicubic, pixels = tr("model"), tr("bicubic"), tr("pixels")
        self._legend_text = (
            f'<span style="color:{accent.name()}">━━</span> {model} &nbsp; '
            f'<span style="color:{text.name()}">╍╍</span> {bicubic} &nbsp; ┈┈ {pixels}'
        )
        self.request_again()


def _device_point(point: Point, view: Viewport) -> QPointF:
    """Converts a point from source px to the view's device px."""
    scale = Fraction(view.scale)
    return QPointF(float((point[0] - view.left) * scale), float((point[1] - view.top) * scale))
