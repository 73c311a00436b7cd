"""The way across an edge: luminance along a line, by the model, by bicubic interpolation, of the source itself."""

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

PACE = 60
"""Milliseconds between two lines asked for, while the cursor moves."""
MOST = 512
"""Samples: twice what the chart has px for. A line of more source px than that has one for each."""
DRAW, FOLLOW = mark("Draw a line"), mark("Back to the row under the cursor")
SHALLOW = mark("Luminance of the model, bicubic and the pixels: zoom in past 1:1.")


class LineProfile(QWidget):
    """Of the line that was drawn, or else of the row under the cursor."""

    def __init__(self, canvas: Canvas, session: Session, pointer: Pointer) -> None:
        super().__init__()
        self._canvas, self._session, self._pointer = canvas, session, pointer
        self._drawn: tuple[Point, Point] | None = None
        self._line: ProfileLine | None = None  # that was asked for last
        self.chart = Chart(tr("Luminance along the line"), 112, (0, 64, 128, 192, 255), self)
        self.chart.box.setRange(yRange=(0, 255), padding=0.02)
        self._pixels, self._model, self._bicubic = (self.chart.curve() for _ in range(3))
        self._key = ""
        self.legend = QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.legend.setProperty("faint", True)
        self.draw = QPushButton(tr(DRAW), checkable=True)
        self.draw.setToolTip(tr("Then drag on the picture, across an edge. Off: the row under the cursor."))
        self.draw.toggled.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.chart)
        column.addWidget(self.legend)
        column.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)
        self._timer = QTimer(self, singleShot=True, interval=PACE)
        self._timer.timeout.connect(self.ask)
        pointer.drawn.connect(self._take_drawn)
        pointer.moved.connect(self._follow)
        self._dress()

    def forget(self) -> None:
        """Another picture: a line that was drawn on the last one means nothing here."""
        self._drawn = self._line = None

    def ask(self) -> None:
        """Asks the engine, unless it would say the same again."""
        line = self._wanted()
        if line is None:
            self._line = None
            for curve in (self._pixels, self._model, self._bicubic):
                curve.setData([], [])
            self.legend.setText(tr(SHALLOW))
        elif line != self._line:
            self._line = line
            self._session.request_profile(line)
            self.legend.setText(self._key)

    def request_again(self) -> None:
        """The view is complete: what was asked for before may never have been done, or by another model."""
        self._line = None
        self.ask()

    def handle(self, traced: ProfileReady) -> None:
        """What the engine told."""
        line = self._line
        if line is None:
            return
        length = hypot(*(float(end - start) for start, end in zip(line.start, line.end, strict=True)))
        along = (np.arange(line.count) + 0.5) * (length / line.count)
        found = [luminance(colours) for colours in (traced.pixels, traced.bicubic, traced.model)]
        for curve, values in zip((self._pixels, self._bicubic, self._model), found, strict=True):
            curve.setData(along, values)
        self.chart.box.setRange(xRange=(0, length), padding=0)
        steepest = [float(np.abs(np.diff(values)).max()) / (length / line.count) for values in found[1:]]
        self.chart.setAccessibleDescription(
            tr(
                "Over {length} pixels of the source, luminance changes by {model} a pixel at most "
                "under the model, by {bicubic} under bicubic interpolation."
            ).format(
                length=formatting.significant(length), model=round(steepest[1]), bicubic=round(steepest[0])
            )
        )

    def paint(self, draw: QPainter, view: Viewport, _pane: str) -> None:
        """The line that was drawn, over the picture; device px of the view."""
        if self._drawn is None or not self.isVisible():
            return
        ends = [
            QPointF(
                *(
                    float((at - corner) * Fraction(view.scale))
                    for at, corner in zip(end, (view.left, view.top), strict=True)
                )
            )
            for end in self._drawn
        ]
        ratio = self._canvas.devicePixelRatioF()
        draw.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(0, 0, 0, 190), 3.4), (QColor("white"), 1.4)):
            draw.setPen(QPen(colour, width * ratio))
            draw.drawLine(*ends)
            for end in ends:
                draw.drawEllipse(end, 3 * ratio, 3 * ratio)
        draw.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _wanted(self) -> ProfileLine | None:
        view, layers = self._canvas.view, self._canvas.layers
        if layers is None or view.scale <= 1 or not self.isVisible():
            return None
        start, end = self._drawn or self._row(view, layers.size)
        across = [abs(b - a) for a, b in zip(start, end, strict=True)]
        px = hypot(*(float(side * Fraction(view.scale)) for side in across))
        count = max(min(ceil(px), MOST), floor(max(across)) + 1, 2)
        return ProfileLine(start, end, count, Fraction(view.cell) / Fraction(view.scale))

    def _row(self, view: Viewport, size: tuple[int, int]) -> tuple[Point, Point]:
        """The part of the picture's row under the cursor that is in sight."""
        at = self._pointer.position
        y = min(max(view.source(at.x(), at.y())[1], Fraction(0)), Fraction(size[1]))
        left, right = (view.source(x, 0)[0] for x in (0, view.width))
        return (max(left, Fraction(0)), y), (min(right, Fraction(size[0])), y)

    def _draw(self, on: bool) -> None:
        self._pointer.draw(on)
        self.draw.setText(tr(FOLLOW if on else DRAW))
        self._drawn = None
        self._canvas.update()
        self._timer.start()

    def _take_drawn(self, start: QPointF, end: QPointF) -> None:
        if start != end:
            view = self._canvas.view
            self._drawn = view.source(start.x(), start.y()), view.source(end.x(), end.y())
            self._canvas.update()
            self._follow()

    def _follow(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_timer"):
            self._dress()

    def _dress(self) -> None:
        role = QPalette.ColorRole
        accent, text, faint = (
            self.palette().color(each) for each in (role.Accent, role.WindowText, role.PlaceholderText)
        )
        self._model.setPen(pen(accent, 2.0))
        self._bicubic.setPen(pen(text, 1.2, Qt.PenStyle.DashLine))
        self._pixels.setPen(pen(faint, 1.0, Qt.PenStyle.DotLine))
        model, bicubic, pixels = tr("model"), tr("bicubic"), tr("pixels")
        self._key = (
            f'<span style="color:{accent.name()}">━━</span> {model} &nbsp; '
            f'<span style="color:{text.name()}">╍╍</span> {bicubic} &nbsp; ┈┈ {pixels}'
        )
        self.request_again()
