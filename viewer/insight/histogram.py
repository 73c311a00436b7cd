"""How often each value occurs in what is shown: red, green, blue and luminance."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.base.messages import mark
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.insight.chart import Chart, pen

DELAY = 160
"""Milliseconds after a view is complete: when it has faded in, and if it is left by then, never."""
MOST = 50_000
"""Px that are counted, evenly spread, however large the window is."""
LINES = (
    (mark("red"), "#e5564f", Qt.PenStyle.SolidLine, "━━"),
    (mark("green"), "#35a35f", Qt.PenStyle.DashLine, "╍╍"),
    (mark("blue"), "#4f7fe8", Qt.PenStyle.DotLine, "┅┅"),
)
"""Each with a line of its own, so that no one needs the colour."""


def counted(image: QImage) -> NDArray[np.float64]:
    """The share of px of each value: (4, 256), of red, green, blue and luminance; of what is not transparent."""
    form = QImage.Format.Format_ARGB32_Premultiplied
    pixels = np.frombuffer(image.convertToFormat(form).constBits(), np.uint8)
    step = max(1, int(np.sqrt(image.width() * image.height() / MOST)))
    few = pixels.reshape(image.height(), image.width(), 4)[::step, ::step].reshape(-1, 4)
    few = few[few[:, 3] == 255]
    colours = few[:, 2::-1]
    planes = (*colours.T, np.rint(luminance(colours)).astype(np.uint8))
    return np.stack([np.bincount(plane, minlength=256) for plane in planes]) / max(len(few), 1)


def luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(count, 3) sRGB -> (count,), 0 to 255, by Rec. 601's weights, as the Y channel of benchmarks."""
    return colours @ np.array((0.299, 0.587, 0.114))


class Histogram(QWidget):
    """Of the view, counted when it is complete."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.chart = Chart(tr("Histogram of the view"), 84, (), self)
        self.chart.bottom.setTicks([[(at, str(at)) for at in (0, 64, 128, 192, 255)]])
        self._luma = self.chart.curve(filled=True)
        self._lines = [self.chart.curve() for _ in LINES]
        named = " &nbsp;".join(
            f'<span style="color:{hue}">{stroke}</span> {tr(name)}' for name, hue, _, stroke in LINES
        )
        luma = tr("luminance")
        legend = QLabel(f"{named} &nbsp;▆ {luma}")
        legend.setProperty("faint", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.chart)
        column.addWidget(legend)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._count)
        self._dress()

    def view_settled(self) -> None:
        """The view is complete."""
        if self.isVisible():
            self._timer.start()

    def _count(self) -> None:
        image = self._canvas.visible()
        if image is None or image.isNull() or not self.isVisible():
            return
        shares = counted(image)
        for curve, values in zip((*self._lines, self._luma), shares, strict=True):
            curve.setData(np.arange(256), values)
        # one value may hold a clear sky: the others are to be seen beside it
        top = 1.15 * float(np.sort(shares, axis=None)[-8])
        self.chart.box.setRange(xRange=(0, 255), yRange=(0, max(top, 1e-6)), padding=0)
        dark, light = (float(part.sum()) for part in (shares[3, :4], shares[3, 252:]))
        self.chart.setAccessibleDescription(
            tr("{dark} % of the view is black, {light} % is white.").format(
                dark=round(100 * dark), light=round(100 * light)
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            self._dress()

    def _dress(self) -> None:
        ground = self.palette().color(QPalette.ColorRole.PlaceholderText)
        self._luma.setPen(pen(ground, 0.5))
        ground.setAlpha(90)
        self._luma.setBrush(ground)
        for curve, (_, hue, style, _) in zip(self._lines, LINES, strict=True):
            curve.setPen(pen(QColor(hue), 1.4, style))
