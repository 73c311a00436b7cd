"""The uncertainty overlay: a heat map over the picture, and its legend."""

import numpy as np
from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.base.messages import mark
from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry.viewport import Viewport
from engine.session.events import UncertaintyReady
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.insight.heat_map import HeatMap, to_pixels

TITLES = {
    UncertaintyKind.SPREAD: mark("Spread of predictions"),
    UncertaintyKind.SOURCE: mark("Difference from source"),
}
MEANINGS = {
    UncertaintyKind.SPREAD: (
        mark(
            "Heuristic: each colour is blended from the predictions of the four nearest "
            "latents. Where they differ, the model is less certain."
        )
    ),
    UncertaintyKind.SOURCE: (
        mark(
            "Heuristic: the model's picture, downscaled again, should equal the source. Where "
            "it differs, detail was added or lost."
        )
    ),
}
LEVELS = mark("In levels of 0 to 255; hatched from {half} on.")
TOP_LEVELS = {UncertaintyKind.SPREAD: 16, UncertaintyKind.SOURCE: 4}
"""Level from which on the heat map is drawn densest, in levels of 255."""
WAITING = mark("Computing…")
ZOOM_IN_HINT = mark("Zoom in past 1:1. Up to 1:1 the source itself is shown.")
NO_SPREAD = mark("This model makes only one prediction per position, so there is no spread.")
WIDTH, RAMP_HEIGHT = 262, 12
"""Width of the legend and height of its ramp, logical px."""
EXPLAINED_FROM = 360
"""Logical px of the height of a canvas in which the legend has room for its explanation."""
NUMBER_WIDTH = 60
"""Width reserved for a number below the ramp, logical px."""


class UncertaintyOverlay(QObject):
    """Heat map over the picture, of one kind of uncertainty at a time.

    It requests values for each complete view and never blocks. on: whether it is switched on. heat_map: latest result.
    """

    def __init__(self, canvas: Canvas, session: Session) -> None:
        super().__init__(canvas)
        self._canvas, self._session = canvas, session
        self.on = False
        self.kind = UncertaintyKind.SPREAD
        self.legend = Legend(canvas)
        self.heat_map: HeatMap | None = None
        self._requested_scale: float | None = None  # scale of the view that was requested last
        canvas.overlays.append(self._paint)

    def toggle(self) -> None:
        """Switches the overlay on or off."""
        self.on = not self.on
        self._restart()

    def choose(self, kind: UncertaintyKind) -> None:
        """Switches the overlay on and shows one kind."""
        self.on, self.kind = True, kind
        self._restart()

    def forget(self) -> None:
        """Drops the heat map: another picture or model is used. A result that still arrives is ignored."""
        self.heat_map = None
        self._requested_scale = None

    def view_settled(self) -> None:
        """Requests the uncertainty of the complete view, if the overlay is on."""
        view = self._canvas.view
        if not self.on or self._canvas.layers is None:
            return
        if view.scale <= 1:
            self.forget()
            self.legend.show_state(tr(ZOOM_IN_HINT))
            return
        self._session.request_uncertainty(self.kind, view)
        self._requested_scale = view.scale
        if self.heat_map is None:
            self.legend.show_state(tr(WAITING))

    def handle(self, ready: UncertaintyReady) -> None:
        """Shows a result of the engine."""
        if self._requested_scale is None or not self.on:
            return
        uncertainty = ready.values
        if uncertainty is None:
            self.heat_map = None
            self.legend.show_state(tr(NO_SPREAD))
        else:
            self.heat_map = HeatMap(uncertainty, self._requested_scale, TOP_LEVELS[self.kind])
            mean, peak = float(uncertainty.values.mean()), float(uncertainty.values.max())
            summary = tr("In view: mean {mean}, maximum {most}.")
            self.legend.show_state(
                summary.format(mean=formatting.decimal(mean, 1), most=formatting.decimal(peak, 1))
            )
        self._canvas.update()

    def _restart(self) -> None:
        self.forget()
        self.legend.show_kind(self.kind)
        self.legend.setVisible(self.on)
        self._canvas.update()
        self.view_settled()

    def _paint(self, draw: QPainter, view: Viewport, pane: str) -> None:
        """Draws the heat map over the part of the pane that shows the model's image."""
        start = self._canvas.comparison.model_from(pane)
        if self.heat_map is None or not self.on or start is None or view.scale <= 1:
            return
        left = round(start * view.width)
        draw.save()
        draw.setClipRect(QRect(left, 0, view.width - left, view.height), Qt.ClipOperation.IntersectClip)
        self.heat_map.paint(draw, view)
        draw.restore()


class Legend(QFrame):
    """Legend of the heat map: its meaning in words and a numbered colour ramp. Mouse events pass to the canvas."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, objectName="legend")
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.title, self.state = QLabel(), QLabel(wordWrap=True)
        self.title.setProperty("heading", True)
        self.meaning = QLabel(wordWrap=True)
        self.meaning.setProperty("faint", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(5)
        self.ramp = Ramp()
        for part in (self.title, self.ramp, self.state, self.meaning):
            column.addWidget(part)
        self.hide()

    def fit(self, height: int) -> None:
        """Leaves the explanation out of a low canvas, where the colours would have no room. height: logical px."""
        self.meaning.setVisible(height >= EXPLAINED_FROM)

    def show_kind(self, kind: UncertaintyKind) -> None:
        """Explains another kind of uncertainty."""
        self.title.setText(tr(TITLES[kind]))
        self.ramp.set_top(TOP_LEVELS[kind])
        levels = tr(LEVELS).format(half=TOP_LEVELS[kind] // 2)
        self.meaning.setText(f"{tr(MEANINGS[kind])} {levels}")
        self.setAccessibleName(tr(TITLES[kind]))

    def show_state(self, state: str) -> None:
        """Shows a line about the current state, such as the mean in view."""
        self.state.setText(state)
        self.setAccessibleDescription(f"{state} {self.meaning.text()}")


class Ramp(QWidget):
    """Colour ramp of the heat map over gray, from 0 to the top level, with numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._top = 1
        self._pixels = to_pixels(
            np.linspace(0, 1, WIDTH // 2, dtype=np.float32)[None].repeat(RAMP_HEIGHT // 2, 0)
        )
        height, width = self._pixels.shape[:2]
        form = QImage.Format.Format_ARGB32_Premultiplied
        self._image = QImage(self._pixels.data, width, height, 4 * width, form)

    def set_top(self, top: int) -> None:
        """Sets the level at the ramp's right end."""
        self._top = top
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, RAMP_HEIGHT + self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as draw:
            bar = QRectF(0, 0, self.width(), RAMP_HEIGHT)
            draw.fillRect(bar, QColor(128, 128, 128))
            draw.drawImage(bar, self._image)
            draw.setPen(self.palette().windowText().color())
            alignments = (
                Qt.AlignmentFlag.AlignLeft,
                *3 * [Qt.AlignmentFlag.AlignHCenter],
                Qt.AlignmentFlag.AlignRight,
            )
            for part, alignment in enumerate(alignments):
                level = f"{self._top * part // 4}{'+' if part == 4 else ''}"
                # the first and the last align with the ramp's ends, the others are centred below their level
                left = self.width() * part / 4 - NUMBER_WIDTH * (0, 0.5, 0.5, 0.5, 1)[part]
                draw.drawText(
                    QRectF(left, RAMP_HEIGHT + 1, NUMBER_WIDTH, self.fontMetrics().height()), alignment, level
                )
