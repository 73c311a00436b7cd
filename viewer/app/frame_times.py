"""The overlay of frame times and engine statistics, and the counts that it shows. The window's thread."""

from typing import TYPE_CHECKING

from engine.session.events import EngineStats
from viewer.app.bridge import Bridge
from viewer.canvas.canvas import Canvas
from viewer.compare.controller import CompareController

if TYPE_CHECKING:  # its module imports pyqtgraph and psutil, which the start does not wait for
    from viewer.insight.performance_overlay import PerformanceFigures, PerformanceOverlay


class FrameTimes:
    """views_requested, views_settled: counts so far. stats: the engine's latest. hud: None until it is first shown."""

    def __init__(self, canvas: Canvas, compare: CompareController, bridge: Bridge) -> None:
        self._canvas, self._compare, self._bridge = canvas, compare, bridge
        self.views_requested = self.views_settled = 0
        self.stats: EngineStats | None = None
        self.hud: PerformanceOverlay | None = None

    def toggle(self) -> None:
        """Shows or hides the overlay."""
        from viewer.insight.performance_overlay import PerformanceOverlay

        if self.hud is None:
            self.hud = PerformanceOverlay(self._canvas, self.load)
            self.hud.reserve_top(self._compare.top_height)
            self._compare.edges_covered.connect(self.hud.reserve_top)
        self.hud.setVisible(self.hud.isHidden())

    def load(self) -> "PerformanceFigures":
        """Returns the counts for the overlay."""
        from viewer.insight.performance_overlay import PerformanceFigures

        return PerformanceFigures(self.views_requested, self.views_settled, self._bridge.waiting, self.stats)
