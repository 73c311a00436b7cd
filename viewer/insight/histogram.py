"""Histograms of the visible part of the canvas and of the whole picture: red, green, blue and luminance."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.base.messages import mark
from viewer.base.language import tr
from viewer.insight.chart import Chart, pen

COUNT_DELAY = 160
"""Time from a complete view to its count, ms. By then its tiles have faded in. Another complete view restarts it."""
MAX_SAMPLES = 50_000
"""Approximate number of px that are counted, evenly spread, at any size of the window."""
FORMATS = QImage.Format.Format_ARGB32_Premultiplied, QImage.Format.Format_RGB32
"""Formats whose bytes are blue, green, red, alpha."""
CURVES = (
    (mark("red"), "#e5564f", Qt.PenStyle.SolidLine, "━━"),
    (mark("green"), "#35a35f", Qt.PenStyle.DashLine, "╍╍"),
    (mark("blue"), "#4f7fe8", Qt.PenStyle.DotLine, "┅┅"),
)
"""Name, colour, line style and legend stroke of each channel. The styles differ for readers who cannot see colour."""


def value_frequencies(image: QImage) -> NDArray[np.float64]:
    """Returns the fraction of opaque px with each value: (4, 256), for red, green, blue and luminance."""
    if image.format() not in FORMATS:  # converting a whole picture would take long
        image = image.convertToFormat(FORMATS[0])
    pixels = np.frombuffer(image.constBits(), np.uint8)
    step = max(1, int(np.sqrt(image.width() * image.height() / MAX_SAMPLES)))
    samples = pixels.reshape(image.height(), image.width(), 4)[::step, ::step].reshape(-1, 4)
    samples = samples[samples[:, 3] == 255]
    colours = samples[:, 2::-1]
    planes = (*colours.T, np.rint(luminance(colours)).astype(np.uint8))
    return np.stack([np.bincount(plane, minlength=256) for plane in planes]) / max(len(samples), 1)


def luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Converts (count, 3) sRGB, 0 to 255, to luminance, (count,), 0 to 255. Rec. 601, as benchmarks' Y."""
    return colours @ np.array((0.299, 0.587, 0.114))


class Histogram(QWidget):
    """name: for screen readers. image: returns what is counted; None while there is nothing."""

    def __init__(self, name: str, image: Callable[[], QImage | None]) -> None:
        super().__init__()
        self._image = image
        self.chart = Chart(name, 84, (), self)
        self.chart.bottom.setTicks([[(tick, str(tick)) for tick in (0, 64, 128, 192, 255)]])
        self._luma = self.chart.curve(filled=True)
        self._curves = [self.chart.curve() for _ in CURVES]
        channels = " &nbsp;".join(
            f'<span style="color:{hue}">{stroke}</span> {tr(name)}' for name, hue, _, stroke in CURVES
        )
        luma = tr("luminance")
        legend = QLabel(f"{channels} &nbsp;▆ {luma}")
        legend.setProperty("faint", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.chart)
        column.addWidget(legend)
        self._timer = QTimer(self, singleShot=True, interval=COUNT_DELAY)
        self._timer.timeout.connect(self._count)
        self._apply_palette()

    @property
    def is_count_pending(self) -> bool:
        """Whether a count is scheduled."""
        return self._timer.isActive()

    def count_soon(self) -> None:
        """Schedules a count: another image is complete."""
        if self.isVisible():
            self._timer.start()

    def _count(self) -> None:
        image = self._image()
        if image is None or image.isNull() or not self.isVisible():
            return
        frequencies = value_frequencies(image)
        for curve, values in zip((*self._curves, self._luma), frequencies, strict=True):
            curve.setData(np.arange(256), values)
        # a clear sky may fall on one value: the range leaves out the few largest, so that the others stay visible
        top = 1.15 * float(np.sort(frequencies, axis=None)[-8])
        self.chart.box.setRange(xRange=(0, 255), yRange=(0, max(top, 1e-6)), padding=0)
        dark, light = (float(part.sum()) for part in (frequencies[3, :4], frequencies[3, 252:]))
        self.chart.setAccessibleDescription(
            tr("{dark} % is black, {light} % is white.").format(
                dark=round(100 * dark), light=round(100 * light)
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.count_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_curves"):
            self._apply_palette()

    def _apply_palette(self) -> None:
        faint = self.palette().color(QPalette.ColorRole.PlaceholderText)
        self._luma.setPen(pen(faint, 0.5))
        faint.setAlpha(90)
        self._luma.setBrush(faint)
        for curve, (_, hue, style, _) in zip(self._curves, CURVES, strict=True):
            curve.setPen(pen(QColor(hue), 1.4, style))
