"""Plots the curves of a run. pyqtgraph takes half a second to load, so this module is imported with the first run."""

from collections.abc import Sequence
from math import ceil, inf

import numpy as np
import pyqtgraph
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QColor, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from viewer.base.language import tr
from viewer.training.run import Curve, Run
from viewer.training.ticks import ticks, value_range

HUES = ("#5b8def", "#e08a3c", "#4fae7b", "#c264c9", "#d9534f", "#2aa7b8")
"""Colours of the PSNR curves, by scale; visible on light and dark backgrounds."""


AXIS_WIDTH, TICK_MARGIN, TICK_HEIGHT, LEAST_TICKS = 48, 10, 28, 2
"""Logical px of the axis of values, around its numbers, and for each of them; and the least number of them."""


STEP_WIDTH, LEAST_HEIGHT = 44, 110
"""Logical px that a number of the axis of steps has, and the least height of a plot."""


class Plots(QWidget):
    """Loss and PSNR on top; rate, speed, memory and the samples below. Hidden plots are not drawn."""

    def __init__(self, samples: QWidget) -> None:
        super().__init__()
        self._run: Run | None = None
        self.loss, self.psnr = Plot(tr("Loss")), Plot(tr("PSNR gain, dB"))
        self.psnr.setToolTip(tr("PSNR in dB on held-out pictures; the dashed line is bicubic"))
        self.rate, self.speed, self.memory = (
            Plot(tr("Learning rate")),
            Plot(tr("Images per second")),
            Plot(tr("Memory, MB")),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widgets in ((self.loss, self.psnr), (self.rate, self.speed, self.memory, samples)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for widget in widgets:
                row.addWidget(widget, 1)
            column.addLayout(row, 1)

    def show_run(self, run: Run) -> None:
        """Draws the run's curves, at once or when the widget is shown."""
        self._run = run
        if self.isVisible():
            self._draw(run)

    def showEvent(self, _event: QEvent) -> None:
        if self._run is not None:
            self._draw(self._run)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._run is not None:
            self.show_run(self._run)
        super().changeEvent(event)

    def _draw(self, run: Run) -> None:
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        for plot, name, digits in (
            (self.loss, "loss", ("f", 4)),
            (self.rate, "rate", ("g", 2)),
            (self.speed, "images_per_s", ("f", 1)),
            (self.memory, "memory_mb", ("f", 0)),
        ):
            curve = run.curves.get(name, ())
            latest = [(QLocale().toString(float(curve[-1][1]), *digits), None)] if curve else []
            plot.draw({name: (curve, pen(accent, 1.8))}, latest)
        hues = {scale: QColor(HUES[i % len(HUES)]) for i, scale in enumerate(sorted(run.psnr, key=_number))}
        curves = {scale: (_gain(run, scale), pen(hue, 1.8)) for scale, hue in hues.items()}
        if run.psnr:
            zero = ((0, 0.0), (max(run.step, 1), 0.0))
            faint = self.palette().color(QPalette.ColorRole.PlaceholderText)
            curves["bicubic"] = (zero, pen(faint, 1.2, Qt.PenStyle.DashLine))
        self.psnr.draw(curves, [(_legend(run, scale), hue) for scale, hue in hues.items()])


class StepAxis(pyqtgraph.AxisItem):
    """The axis of steps: 500, 2k, 1.5M."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setTickDensity(0.6)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [_short(value * scale) if value == round(value) else "" for value in values]

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, float]]:
        """Returns (distance, start) of each kind of ticks that has room for its numbers; of the coarsest at least."""
        kinds: list[tuple[float, float]] = super().tickSpacing(minVal, maxVal, size)
        least = STEP_WIDTH * (maxVal - minVal) / max(size, 1)
        coarsest, start = kinds[0]
        roomy = [kind for kind in kinds if kind[0] >= least]
        return roomy or [(coarsest * ceil(least / coarsest), start)]


class Plot(QWidget):
    """Curves over steps, with the latest values beside the title."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._items: dict[str, pyqtgraph.PlotDataItem] = {}
        self._values: tuple[float, float] | None = None  # the range that is drawn
        self.head = QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.area = pyqtgraph.PlotWidget(axisItems={"bottom": StepAxis()})
        self.area.setFrameShape(self.area.Shape.NoFrame)
        # pyqtgraph wants 480 px of height, but a plot takes what the window has: else all of them never fit.
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.area.setMinimumHeight(LEAST_HEIGHT)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has nothing to press
        self.area.viewport().setAcceptDrops(False)  # what is dropped here is for the window
        self.area.setAccessibleName(title)
        self.area.hideButtons()
        self.area.setMenuEnabled(False)
        self.area.setMouseEnabled(x=False, y=False)
        self.area.plotItem.setContentsMargins(2, 6, 10, 0)
        self.area.showGrid(x=False, y=True, alpha=0.15)
        self.area.getAxis("left").enableAutoSIPrefix(False)
        self.area.getAxis("left").setWidth(AXIS_WIDTH)
        self.area.getAxis("left").setStyle(textFillLimits=[(0, inf)])  # _set_value_ticks leaves room
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        self._apply_palette()

    def draw(
        self, curves: dict[str, tuple[Curve, QPen]], latest: Sequence[tuple[str, QColor | None]]
    ) -> None:
        """Draws the curves, by name. latest: texts beside the title, with their colours."""
        for name in self._items.keys() - curves.keys():
            self.area.removeItem(self._items.pop(name))
        for name, (curve, pen) in curves.items():
            if name not in self._items:
                self._items[name] = self.area.plot(antialias=True, symbolSize=6, symbolPen=None)
            item = self._items[name]
            item.setPen(pen)
            item.setSymbol("o" if len(curve) == 1 else None)  # one point makes no line
            item.setSymbolBrush(pen.color())
            item.setData(np.array(curve, dtype=np.float64).reshape(-1, 2))
        self._set_ranges([point for curve, _ in curves.values() for point in curve])
        values = " &nbsp; ".join(
            f'<span style="color:{hue.name()}; white-space:nowrap">{text}</span>' if hue else f"<b>{text}</b>"
            for text, hue in latest
        )
        self.head.setText(f"{self._title} &nbsp; {values}")
        self.area.setAccessibleDescription(", ".join(text for text, _ in latest) or tr("nothing yet"))

    def _set_ranges(self, points: Sequence[tuple[int, float]]) -> None:
        self.area.setXRange(0, max((step for step, _ in points), default=1), padding=0.03)
        self._values = value_range([value for _, value in points])
        # An empty plot has neither ticks nor numbers: they would be those of what it showed before.
        self.area.getAxis("bottom").setTicks(None if points else [])
        self._set_value_ticks()

    def _set_value_ticks(self) -> None:
        """Numbers the axis of values. pyqtgraph leaves out numbers that it finds too long, down to none at all."""
        axis = self.area.getAxis("left")
        if self._values is None:
            axis.setTicks([])
            return
        # A number needs room above and below: pyqtgraph leaves out those that reach over an end of the axis.
        edge, height = self.fontMetrics().height() / 2 + 1, axis.size().height() or self.area.height()
        self.area.setYRange(*self._values, padding=edge / max(height - 2 * edge, edge))
        room = max(LEAST_TICKS, self.area.height() // TICK_HEIGHT)
        point = QLocale().decimalPoint()
        named = [(value, text.replace(".", point)) for value, text in ticks(*self._values, room)]
        axis.setTicks([named])
        widest = max(self.fontMetrics().horizontalAdvance(text) for _, text in named)
        axis.setWidth(max(AXIS_WIDTH, widest + TICK_MARGIN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_value_ticks()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._apply_palette()
        super().changeEvent(event)

    def _apply_palette(self) -> None:
        """Colours the background and the axes by the palette."""
        colours, role = self.palette(), QPalette.ColorRole
        self.area.setBackground(colours.color(role.Base))
        for side in ("left", "bottom"):
            axis = self.area.getAxis(side)
            axis.setPen(colours.color(role.Mid))
            axis.setTextPen(colours.color(role.PlaceholderText))


def pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Returns the pen of a curve. width: logical px."""
    made = QPen(colour, width, style)
    made.setCosmetic(True)
    return made


def _gain(run: Run, scale: str) -> Curve:
    """Returns the PSNR minus bicubic's; minus the first value if bicubic's is unknown."""
    baseline = run.bicubic.get(scale, run.psnr[scale][0][1] if run.psnr[scale] else 0.0)
    return tuple((step, value - baseline) for step, value in run.psnr[scale])


def _legend(run: Run, scale: str) -> str:
    """Returns a text such as "×2 37.14 (+2.30)": the latest PSNR, and its gain over bicubic."""
    if not run.psnr[scale]:
        return f"×{scale}"
    value = run.psnr[scale][-1][1]
    gain = f" ({value - run.bicubic[scale]:+z.2f})" if scale in run.bicubic else ""
    return f"×{scale} " + f"{value:.2f}{gain}".replace(".", QLocale().decimalPoint())


def _short(steps: float) -> str:
    for unit, letter in ((1e6, "M"), (1e3, "k")):
        if steps >= unit:
            return f"{steps / unit:g}{letter}".replace(".", QLocale().decimalPoint())
    return f"{steps:g}"


def _number(scale: str) -> float:
    try:
        return float(scale)
    except ValueError:
        return 0.0
