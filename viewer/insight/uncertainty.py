"""The trust overlay: a heat_map over what is to be doubted, and the legend that explains it."""

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
from viewer.insight.heat_map import HeatMap, coloured

TITLES = {
    UncertaintyKind.SPREAD: mark("Spread of the predictions"),
    UncertaintyKind.SOURCE: mark("Difference from the source"),
}
MEANINGS = {
    UncertaintyKind.SPREAD: (
        mark(
            "A heuristic: each colour is blended of what the four latents around it predict. "
            "Where they differ, the model is less sure."
        )
    ),
    UncertaintyKind.SOURCE: (
        mark(
            "A heuristic: what the model makes, reduced again, should be the source's pixels. "
            "Where it is not, something was added or lost."
        )
    ),
}
LEVELS = mark("In levels of 255; hatched from {half} on.")
TOPS = {UncertaintyKind.SPREAD: 16, UncertaintyKind.SOURCE: 4}
"""The level from which on the heat_map is as dense as it gets."""
WAITING = mark("Being computed…")
SHALLOW = mark("Zoom in past 1:1: here the source itself is shown.")
NO_SPREAD = mark("This model predicts each place once, so nothing can differ.")
WIDTH, RAMP = 262, 12
"""Logical px of the legend, and of its ramp's height."""
NUMBER = 60
"""Logical px that a number of the ramp has room in."""


class UncertaintyOverlay(QObject):
    """On and off, of one kind at a time. It asks when a view is complete, and never waits."""

    def __init__(self, canvas: Canvas, session: Session) -> None:
        super().__init__(canvas)
        self._canvas, self._session = canvas, session
        self.on = False
        self.kind = UncertaintyKind.SPREAD
        self.legend = Legend(canvas)
        self.heat_map: HeatMap | None = None
        self._requested_scale: float | None = None  # of the view that an answer is awaited for
        canvas.overlays.append(self._paint)

    def toggle(self) -> None:
        """On and off."""
        self.on = not self.on
        self._begin()

    def choose(self, kind: UncertaintyKind) -> None:
        """Shows one kind."""
        self.on, self.kind = True, kind
        self._begin()

    def forget(self) -> None:
        """Another picture or model: what is known is of the last one."""
        self.heat_map = None
        self._requested_scale = None

    def view_settled(self) -> None:
        """The view is complete."""
        view = self._canvas.view
        if not self.on or self._canvas.layers is None:
            return
        if view.scale <= 1:
            self.forget()
            self.legend.say(tr(SHALLOW))
            return
        self._session.request_uncertainty(self.kind, view)
        self._requested_scale = view.scale
        if self.heat_map is None:
            self.legend.say(tr(WAITING))

    def handle(self, doubted: UncertaintyReady) -> None:
        """What the engine told."""
        if self._requested_scale is None or not self.on:
            return
        doubts = doubted.values
        self.heat_map = None if doubts is None else HeatMap(doubts, self._requested_scale, TOPS[self.kind])
        if doubts is None:
            self.legend.say(tr(NO_SPREAD))
        else:
            mean, most = float(doubts.values.mean()), float(doubts.values.max())
            said = tr("In view: {mean} on average, {most} at most.")
            self.legend.say(said.format(mean=formatting.decimal(mean, 1), most=formatting.decimal(most, 1)))
        self._canvas.update()

    def _begin(self) -> None:
        self.forget()
        self.legend.explain(self.kind)
        self.legend.setVisible(self.on)
        self._canvas.update()
        self.view_settled()

    def _paint(self, draw: QPainter, view: Viewport, pane: str) -> None:
        share = self._canvas.comparison.model_from(pane)
        if self.heat_map is None or not self.on or share is None or view.scale <= 1:
            return
        left = round(share * view.width)
        draw.save()
        draw.setClipRect(QRect(left, 0, view.width - left, view.height), Qt.ClipOperation.IntersectClip)
        self.heat_map.paint(draw, view)
        draw.restore()


class Legend(QFrame):
    """What the heat_map means: in words, and on a scale with numbers. Hands reach the picture through it."""

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

    def explain(self, kind: UncertaintyKind) -> None:
        """Another kind is shown."""
        self.title.setText(tr(TITLES[kind]))
        self.ramp.number(TOPS[kind])
        levels = tr(LEVELS).format(half=TOPS[kind] // 2)
        self.meaning.setText(f"{tr(MEANINGS[kind])} {levels}")
        self.setAccessibleName(tr(TITLES[kind]))

    def say(self, state: str) -> None:
        """How it stands."""
        self.state.setText(state)
        self.setAccessibleDescription(f"{state} {self.meaning.text()}")


class Ramp(QWidget):
    """The heat_map from no doubt to the most, over gray, with numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._top = 1
        self._pixels = coloured(np.linspace(0, 1, WIDTH // 2, dtype=np.float32)[None].repeat(RAMP // 2, 0))
        height, width = self._pixels.shape[:2]
        form = QImage.Format.Format_ARGB32_Premultiplied
        self._image = QImage(self._pixels.data, width, height, 4 * width, form)

    def number(self, top: int) -> None:
        """The level at its end."""
        self._top = top
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, RAMP + self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as draw:
            bar = QRectF(0, 0, self.width(), RAMP)
            draw.fillRect(bar, QColor(128, 128, 128))
            draw.drawImage(bar, self._image)
            draw.setPen(self.palette().windowText().color())
            sides = (
                Qt.AlignmentFlag.AlignLeft,
                *3 * [Qt.AlignmentFlag.AlignHCenter],
                Qt.AlignmentFlag.AlignRight,
            )
            for part, side in enumerate(sides):
                level = f"{self._top * part // 4}{'+' if part == 4 else ''}"
                # the outer ones end with the bar, those between stand below their place
                left = self.width() * part / 4 - NUMBER * (0, 0.5, 0.5, 0.5, 1)[part]
                draw.drawText(QRectF(left, RAMP + 1, NUMBER, self.fontMetrics().height()), side, level)
