"""The performance overlay (HUD) in the canvas's corner: a graph of frame times, and the engine's statistics as text.

It is rendered to a pixmap ten times a second. Painting a frame only draws that pixmap.
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

RENDER_INTERVAL = 100
"""Time between two renderings, ms."""
FRAMES = 180
"""Number of frames that the graph shows."""
IDLE = 0.1
"""Seconds without a frame that count as idle rather than as one long frame."""
FRAME_BUDGET = 1000 / 60
"""Time from frame to frame on a 60 Hz screen, ms."""
WIDTH, GRAPH_HEIGHT, MARGIN = 372, 110, 10
"""Logical px: the overlay's width, the graph's height, the margin around the text."""
GRAPH_TOP = 50
"""Time at the graph's upper edge, ms."""
POSITION, GAP, LEADING = QPoint(12, 12), 12, 2
"""Logical px: position on the canvas, gap between a name and its value, gap between two rows."""
NO_BREAK_SPACE = "\u00a0"
"""A space that never ends a line."""
WRAP = Qt.TextFlag.TextWordWrap

CACHES = {
    "codes": mark("latents"),
    "prepared": mark("prepared"),
    "tiles": mark("tiles"),
    "neighbours": mark("neighbours"),
    "frames": mark("frames"),
    "references": mark("references"),
    "samples": mark("samples"),
}
"""The engine's caches by the keys of EngineStats.cached."""


@dataclass(frozen=True)
class PerformanceFigures:
    """Counts of views and of tiles waiting for the window's thread; the engine's latest statistics, if any."""

    views_requested: int
    views_settled: int
    tiles_waiting: int
    stats: EngineStats | None


class PerformanceOverlay(QWidget):
    """Widget over the canvas that does nothing while hidden. read_figures: called for each rendering."""

    def __init__(self, canvas: Canvas, read_figures: Callable[[], PerformanceFigures]) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Frame times and engine statistics"))
        self.move(POSITION)
        self._canvas, self._read_figures = canvas, read_figures
        self._process = psutil.Process()
        self._paint_times: deque[float] = deque(maxlen=FRAMES)
        self._intervals: deque[float] = deque(maxlen=FRAMES)
        self._last_frame = perf_counter()
        self._pixmap = QPixmap()
        self._graph, self._paint_curve, self._interval_curve = _graph(self)
        self._timer = QTimer(self, interval=RENDER_INTERVAL)
        self._timer.timeout.connect(self._render)
        canvas.painted.connect(self._add_frame)
        self.hide()  # last: under a hidden canvas Qt calls hideEvent now, and again without a showEvent before

    def reserve_top(self, height: int) -> None:
        """Leaves `height` logical px at the canvas's top to other widgets."""
        self.move(POSITION + QPoint(0, height))

    def lines(self) -> list[tuple[str, str]]:
        """Returns the names and values that the overlay shows."""
        figures = self._read_figures()
        lines = [
            (tr("frame"), _frame_times(self._paint_times, self._intervals)),
            (
                tr("views"),
                tr(
                    "{asked} requested, {finished} finished; %n tiles waiting", "", figures.tiles_waiting
                ).format(
                    asked=formatting.count(figures.views_requested),
                    finished=formatting.count(figures.views_settled),
                ),
            ),
        ]
        stats = figures.stats
        if stats is not None:
            tiles = stats.hits + stats.misses
            cached = ", ".join(
                f"{tr(CACHES[name])} {formatting.amount(size)}".replace(" ", NO_BREAK_SPACE)
                for name, size in stats.cached.items()
                if size
            )
            reused = tr("{percent} % of {count} tiles").format(
                percent=round(100 * stats.hits / max(tiles, 1)), count=formatting.count(tiles)
            )
            lines.append((tr("cache hits"), reused if tiles else tr("nothing yet")))
            lines.append((tr("cache"), cached or tr("nothing yet")))
            lines.append((tr("decoding"), f"{formatting.megapixels(round(stats.px_per_s))}/s"))
        lines.append((tr("memory"), formatting.amount(self._process.memory_info().rss)))
        return lines

    def _add_frame(self, ms: float) -> None:
        """Records a frame, unless the overlay is hidden. ms: time that painting it took."""
        if not self.isVisible():
            return
        now = perf_counter()
        if now - self._last_frame < IDLE:
            self._paint_times.append(ms)
            self._intervals.append((now - self._last_frame) * 1e3)
        self._last_frame = now

    def _render(self) -> None:
        self._paint_curve.setData(list(self._paint_times))
        self._interval_curve.setData(list(self._intervals))
        rows = self._rows()
        size = QSize(WIDTH, rows[-1][1].bottom() + MARGIN)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        background = self.palette().color(QPalette.ColorRole.Window)
        background.setAlpha(225)
        pixmap.fill(background)
        with QPainter(pixmap) as painter:
            graph = QRectF(0, 4, WIDTH - MARGIN, GRAPH_HEIGHT)
            self._graph.render(painter, graph, self._graph.viewport().rect())
            painter.setFont(self.font())
            self._draw_rows(painter, rows)
        self._pixmap = pixmap
        self.resize(size)
        self.update()

    def _rows(self) -> list[tuple[str, QRect, str]]:
        """Returns name, value rectangle (logical px) and value of each row. A long value wraps to several lines."""
        metrics, lines = self.fontMetrics(), self.lines()
        left = MARGIN + max(metrics.horizontalAdvance(name) for name, _ in lines) + GAP
        top, rows = GRAPH_HEIGHT + MARGIN, []
        for name, value in lines:
            room = QRect(left, top, WIDTH - MARGIN - left, GRAPH_HEIGHT)
            needed = metrics.boundingRect(room, WRAP, value)
            rows.append((name, QRect(room.topLeft(), QSize(room.width(), needed.height())), value))
            top += needed.height() + LEADING
        return rows

    def _draw_rows(self, painter: QPainter, rows: list[tuple[str, QRect, str]]) -> None:
        for name, rect, value in rows:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(MARGIN, rect.top() + painter.fontMetrics().ascent(), name)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(rect, WRAP, value)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._last_frame = perf_counter()
        self._render()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._pixmap)


def _frame_times(paint_times: deque[float], intervals: deque[float]) -> str:
    """Returns the mean paint time and the 95th percentile of the intervals between frames, in words. Both in ms."""
    if not paint_times:
        return tr("none yet")
    late = sorted(intervals)[int(0.95 * len(intervals))]
    return tr("painted in {mean} ms, 95 % within {late} ms").format(
        mean=formatting.decimal(sum(paint_times) / len(paint_times), 1), late=round(late)
    )


def _graph(hud: QWidget) -> tuple[pyqtgraph.GraphicsView, pyqtgraph.PlotCurveItem, pyqtgraph.PlotCurveItem]:
    """Returns an off-screen graph and its two curves: paint times of frames, and intervals between frames.

    It is assembled from pyqtgraph's basic items, which are destroyed together with the HUD. A PlotWidget also has
    menus and more, which are destroyed by Python's garbage collector, possibly in another thread than Qt's.
    """
    palette = hud.palette()
    faint, accent = (
        palette.color(QPalette.ColorRole.PlaceholderText),
        palette.color(QPalette.ColorRole.Accent),
    )
    graph = pyqtgraph.GraphicsView(hud, background=None)
    graph.hide()
    graph.resize(WIDTH - MARGIN, GRAPH_HEIGHT)
    layout = pyqtgraph.GraphicsLayout()
    graph.setCentralItem(layout)
    box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
    box.setRange(xRange=(0, FRAMES), yRange=(0, GRAPH_TOP), padding=0)
    axis = pyqtgraph.AxisItem("left", pen=faint, textPen=faint)
    axis.setTicks([[(tick, f"{tick:.0f} ms") for tick in (0, FRAME_BUDGET, 2 * FRAME_BUDGET)]])
    axis.linkToView(box)
    layout.addItem(axis, 0, 0)
    layout.addItem(box, 0, 1)
    fill = QColor(accent)
    fill.setAlpha(70)
    intervals = pyqtgraph.PlotCurveItem(pen=faint)
    paint_times = pyqtgraph.PlotCurveItem(pen=accent, fillLevel=0, brush=fill)
    for item in (pyqtgraph.InfiniteLine(FRAME_BUDGET, angle=0, pen=faint), intervals, paint_times):
        box.addItem(item)
    graph.grab()  # forces the layout that showing it would do
    return graph, paint_times, intervals
