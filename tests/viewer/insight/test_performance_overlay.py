"""The performance overlay (HUD): its text and graph, its cost, and that it does nothing while hidden."""

from itertools import pairwise

import numpy as np
import pytest
from pictures import drawn
from PySide6.QtCore import QPoint, Qt
from screenshots import as_opened, grabbed
from waiting import settle

from engine.session.events import EngineStats
from viewer.canvas.canvas import Canvas
from viewer.insight.performance_overlay import (
    FRAME_BUDGET,
    POSITION,
    RENDER_INTERVAL,
    PerformanceFigures,
    PerformanceOverlay,
)


@pytest.fixture
def canvas(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(640, 480)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.open(as_opened(drawn(200, 150)), keep_view=False)
    return canvas


def no_figures():
    return PerformanceFigures(0, 0, 0, None)


def test_it_shows_the_engines_statistics(canvas):
    stats = EngineStats(1, 75, 25, {"codes": 12_000_000, "tiles": 0}, 26e6)
    values = dict(PerformanceOverlay(canvas, lambda: PerformanceFigures(1200, 60, 3, stats)).lines())
    assert values["views"] == "1,200 requested, 60 finished; 3 tiles waiting"
    assert values["cache hits"] == "75 % of 100 tiles"
    assert values["cache"] == "latents\u00a012\u00a0MB", "a no-break space joins a number and its unit"
    assert values["decoding"] == "26 MP/s"
    assert values["memory"].endswith(("MB", "GB"))
    assert {"frame", "views", "memory"} == set(dict(PerformanceOverlay(canvas, no_figures).lines()))


def test_frames_are_drawn_as_a_graph(canvas, qtbot):
    hud = PerformanceOverlay(canvas, no_figures)
    hud.show()
    empty = grabbed(hud)
    for _ in range(40):
        canvas.painted.emit(2 * FRAME_BUDGET)
    qtbot.waitUntil(lambda: bool((grabbed(hud) != empty).any()))
    changed = (grabbed(hud) != empty).any(-1)
    graph = changed[:110, 60:]
    # each frame took twice the budget, 33 of 50 ms: where there are frames, the graph is about two thirds full
    filled = np.flatnonzero(graph.any(0))
    assert 0.4 < graph[:, filled].mean() < 0.9
    assert 0.1 < len(filled) / graph.shape[1] < 0.4


def test_it_renders_at_most_ten_times_a_second_and_not_while_hidden(canvas, qtbot, monkeypatch):
    renderings = []
    render = PerformanceOverlay._render
    monkeypatch.setattr(PerformanceOverlay, "_render", lambda hud: (renderings.append(1), render(hud)))
    hud = PerformanceOverlay(canvas, no_figures)
    hud.show()
    for _ in range(50):
        canvas.repaint()
    assert len(hud._paint_times) >= 50 and len(renderings) == 1
    assert hud._timer.interval() == RENDER_INTERVAL >= 100
    hud.hide()
    for _ in range(20):
        canvas.repaint()
    assert len(hud._paint_times) <= 52 and not hud._timer.isActive()


def test_mouse_events_pass_through_to_the_canvas(canvas, qtbot):
    hud = PerformanceOverlay(canvas, no_figures)
    hud.show()
    canvas.navigation.zoom_to(40.0)
    qtbot.waitUntil(lambda: not canvas.navigation.is_animating)
    left = canvas.view.left
    inside = hud.geometry().center()
    assert canvas.childAt(inside) is None
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=inside)
    qtbot.mouseMove(canvas, inside + QPoint(40, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=inside)
    assert canvas.view.left < left


def test_a_long_value_wraps_to_a_second_line(canvas):
    cached = {"codes": 12_000_000}
    hud = PerformanceOverlay(
        canvas, lambda: PerformanceFigures(1200, 60, 3, EngineStats(1, 75, 25, cached, 26e6))
    )
    hud.show()
    height, line = hud.height(), hud.fontMetrics().height()
    cached.update(dict.fromkeys(("prepared", "tiles", "neighbours", "references", "samples"), 12_000_000))
    hud._render()
    assert hud.height() >= height + line
    rects = [rect for _, rect, _ in hud._rows()]
    assert all(above.bottom() < below.top() for above, below in pairwise(rects))
    assert hud.rect().contains(rects[-1])


def test_it_is_placed_below_the_captions_of_a_comparison(window, qtbot):
    window.frame_times.toggle()
    assert window.frame_times.hud.pos() == POSITION
    window.actions_by_id["wipe"].trigger()
    captions = [label for label in window.compare.captions.labels if label.isVisible()]
    assert len(captions) == 2
    window.insight.toggle_uncertainty()
    legend = window.insight.uncertainty.legend
    qtbot.waitUntil(lambda: legend.y() > captions[1].geometry().bottom())
    assert window.frame_times.hud.y() > captions[0].geometry().bottom()
    window.actions_by_id["wipe"].trigger()
    qtbot.waitUntil(
        lambda: window.frame_times.hud.pos() == POSITION and legend.y() < captions[1].geometry().bottom()
    )


def test_the_window_passes_its_counts_and_the_engines_statistics(window, qtbot):
    window.frame_times.toggle()
    settle(qtbot, window)
    window.bridge.post(EngineStats(1, 1, 3, {}, 0.0))
    qtbot.waitUntil(lambda: dict(window.frame_times.hud.lines()).get("cache hits") == "25 % of 4 tiles")
    figures = window.frame_times.load()
    assert figures.views_requested == window.frame_times.views_requested
    assert 1 <= figures.views_settled <= figures.views_requested
    window.frame_times.toggle()
    assert window.frame_times.hud.isHidden()
