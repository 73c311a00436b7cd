"""What Unpixel is at, over the canvas's corner: its frames' times as a graph, the engine's figures as lines.

pyqtgraph draws it ten times a second into a picture, and a frame only lays that picture on.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

import psutil
import pyqtgraph
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPalette, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget

from engine.base.messages import mark
from engine.session.events import EngineStats
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas

PERIOD = 100
"""Milliseconds between two drawings."""
FRAMES = 180
"""How many the graph shows."""
REST = 0.1
"""Seconds without a frame after which nothing was to be drawn: no frame took that long."""
DUE = 1000 / 60
"""Milliseconds from frame to frame, on most screens."""
WIDTH, GRAPH, MARGIN, TALLEST = 372, 110, 10, 50
"""Logical px: of all of it, of the graph's height, around; milliseconds that the graph is high."""
CORNER, GAP, LEADING = QPoint(12, 12), 12, 2
"""Logical px: from the canvas's corner, from a name to its value, between two lines."""
UNBROKEN = "\u00a0"
"""A space at which no line ends."""
WRAP = Qt.TextFlag.TextWordWrap

HELD = {
    "codes": mark("codes"),
    "prepared": mark("prepared"),
    "tiles": mark("tiles"),
    "neighbours": mark("neighbours"),
    "references": mark("references"),
    "samples": mark("samples"),
}
"""What the engine keeps, as its figures name it."""


@dataclass(frozen=True)
class PerformanceFigures:
    """Views asked for and answered so far, tiles that wait for the window; the engine's figures, once there are any."""

    asked: int
    answered: int
    waiting: int
    figures: EngineStats | None


class PerformanceOverlay(QWidget):
    """While it is hidden it does nothing. load: asked whenever it is drawn."""

    def __init__(self, canvas: Canvas, load: Callable[[], PerformanceFigures]) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Frame times and the engine's figures"))
        self.move(CORNER)
        self.hide()
        self._canvas, self._load = canvas, load
        self._process = psutil.Process()
        self._painting: deque[float] = deque(maxlen=FRAMES)
        self._between: deque[float] = deque(maxlen=FRAMES)
        self._last = perf_counter()
        self._picture = QPixmap()
        self._graph, self._painting_curve, self._between_curve = _graph(self)
        self._timer = QTimer(self, interval=PERIOD)
        self._timer.timeout.connect(self._draw)

    def reserve_top(self, head: int) -> None:
        """So many logical px at the canvas's head are taken by others."""
        self.move(CORNER + QPoint(0, head))

    def lines(self) -> list[tuple[str, str]]:
        """What it says: names and values."""
        load = self._load()
        said = [
            (tr("frame"), _frame(self._painting, self._between)),
            (
                tr("views"),
                tr("{asked} asked, {finished} finished; %n tiles wait", "", load.waiting).format(
                    asked=formatting.count(load.asked),
                    finished=formatting.count(load.answered),
                ),
            ),
        ]
        figures = load.figures
        if figures is not None:
            tiles = figures.hits + figures.misses
            held = ", ".join(
                f"{tr(HELD[name])} {formatting.amount(size)}".replace(" ", UNBROKEN)
                for name, size in figures.cached.items()
                if size
            )
            reused = tr("{percent} % of {count} tiles").format(
                percent=round(100 * figures.hits / max(tiles, 1)), count=formatting.count(tiles)
            )
            said.append((tr("reused"), reused if tiles else tr("nothing yet")))
            said.append((tr("kept"), held or tr("nothing yet")))
            said.append((tr("decoding"), f"{formatting.megapixels(round(figures.px_per_s))}/s"))
        said.append((tr("memory"), formatting.amount(self._process.memory_info().rss)))
        return said

    def _count(self, ms: float) -> None:
        now = perf_counter()
        if now - self._last < REST:
            self._painting.append(ms)
            self._between.append((now - self._last) * 1e3)
        self._last = now

    def _draw(self) -> None:
        self._painting_curve.setData(list(self._painting))
        self._between_curve.setData(list(self._between))
        rows = self._rows()
        size = QSize(WIDTH, rows[-1][1].bottom() + MARGIN)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        ground = self.palette().color(QPalette.ColorRole.Window)
        ground.setAlpha(225)
        picture.fill(ground)
        with QPainter(picture) as painter:
            graph = QRectF(0, 4, WIDTH - MARGIN, GRAPH)
            self._graph.render(painter, graph, self._graph.viewport().rect())
            painter.setFont(self.font())
            self._write(painter, rows)
        self._picture = picture
        self.resize(size)
        self.update()

    def _rows(self) -> list[tuple[str, QRect, str]]:
        """Names, where their values lie, logical px, and these: what is long takes two lines."""
        metrics, lines = self.fontMetrics(), self.lines()
        left = MARGIN + max(metrics.horizontalAdvance(name) for name, _ in lines) + GAP
        top, rows = GRAPH + MARGIN, []
        for name, value in lines:
            room = QRect(left, top, WIDTH - MARGIN - left, GRAPH)
            place = metrics.boundingRect(room, WRAP, value)
            rows.append((name, QRect(room.topLeft(), QSize(room.width(), place.height())), value))
            top += place.height() + LEADING
        return rows

    def _write(self, painter: QPainter, rows: list[tuple[str, QRect, str]]) -> None:
        for name, place, value in rows:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(MARGIN, place.top() + painter.fontMetrics().ascent(), name)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(place, WRAP, value)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._last = perf_counter()
        self._canvas.painted.connect(self._count)
        self._draw()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._canvas.painted.disconnect(self._count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)


def _frame(painting: deque[float], between: deque[float]) -> str:
    if not painting:
        return tr("none yet")
    late = sorted(between)[int(0.95 * len(between))]
    return tr("painted in {mean} ms, 95 % within {late} ms").format(
        mean=formatting.decimal(sum(painting) / len(painting), 1), late=round(late)
    )


def _graph(hud: QWidget) -> tuple[pyqtgraph.GraphicsView, pyqtgraph.PlotCurveItem, pyqtgraph.PlotCurveItem]:
    """A graph that is not on the screen, and its curves: the painting of frames, and the time between them.

    Of pyqtgraph's single parts, all of which end with the HUD: what a PlotWidget holds besides, menus above all, ends
    when Python tidies up, and that may be in another thread than Qt's.
    """
    palette = hud.palette()
    faint, accent = (
        palette.color(QPalette.ColorRole.PlaceholderText),
        palette.color(QPalette.ColorRole.Accent),
    )
    graph = pyqtgraph.GraphicsView(hud, background=None)
    graph.hide()
    graph.resize(WIDTH - MARGIN, GRAPH)
    layout = pyqtgraph.GraphicsLayout()
    graph.setCentralItem(layout)
    box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
    box.setRange(xRange=(0, FRAMES), yRange=(0, TALLEST), padding=0)
    axis = pyqtgraph.AxisItem("left", pen=faint, textPen=faint)
    axis.setTicks([[(at, f"{at:.0f} ms") for at in (0, DUE, 2 * DUE)]])
    axis.linkToView(box)
    layout.addItem(axis, 0, 0)
    layout.addItem(box, 0, 1)
    fill = QColor(accent)
    fill.setAlpha(70)
    between = pyqtgraph.PlotCurveItem(pen=faint)
    painting = pyqtgraph.PlotCurveItem(pen=accent, fillLevel=0, brush=fill)
    for item in (pyqtgraph.InfiniteLine(DUE, angle=0, pen=faint), between, painting):
        box.addItem(item)
    graph.grab()  # lays it out, as being shown would
    return graph, painting, between
