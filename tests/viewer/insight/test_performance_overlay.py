"""The HUD: what it says, what it costs, and that it does nothing when nobody looks."""

from itertools import pairwise

import numpy as np
import pytest
from pictures import drawn
from PySide6.QtCore import QPoint, Qt
from screenshots import as_opened, grabbed
from waiting import settle

from engine.session.events import EngineStats
from viewer.canvas.canvas import Canvas
from viewer.insight.performance_overlay import CORNER, DUE, PERIOD, PerformanceFigures, PerformanceOverlay


@pytest.fixture
def canvas(qtbot):
    shown = Canvas()
    qtbot.addWidget(shown)
    shown.resize(640, 480)
    shown.show()
    qtbot.waitExposed(shown)
    shown.open(as_opened(drawn(200, 150)), keep_view=False)
    return shown


def quiet():
    return PerformanceFigures(0, 0, 0, None)


def test_it_says_what_the_engine_told(canvas):
    figures = EngineStats(1, 75, 25, {"codes": 12_000_000, "tiles": 0}, 26e6)
    said = dict(PerformanceOverlay(canvas, lambda: PerformanceFigures(1200, 60, 3, figures)).lines())
    assert said["views"] == "1,200 asked, 60 finished; 3 tiles wait"
    assert said["reused"] == "75 % of 100 tiles"
    assert said["kept"] == "codes\u00a012\u00a0MB", "a number stays with its unit"
    assert said["decoding"] == "26 MP/s"
    assert said["memory"].endswith(("MB", "GB"))
    assert {"frame", "views", "memory"} == set(dict(PerformanceOverlay(canvas, quiet).lines()))


def test_frames_are_drawn_as_a_graph(canvas, qtbot):
    hud = PerformanceOverlay(canvas, quiet)
    hud.show()
    empty = grabbed(hud)
    for _ in range(40):
        canvas.painted.emit(2 * DUE)
    qtbot.waitUntil(lambda: bool((grabbed(hud) != empty).any()))
    changed = (grabbed(hud) != empty).any(-1)
    graph = changed[:110, 60:]
    # twice as long as a frame may take: the graph is about two thirds full, where there are frames
    filled = np.flatnonzero(graph.any(0))
    assert 0.4 < graph[:, filled].mean() < 0.9
    assert 0.1 < len(filled) / graph.shape[1] < 0.4


def test_it_draws_at_most_ten_times_a_second_and_nothing_when_closed(canvas, qtbot, monkeypatch):
    drawings = []
    draw = PerformanceOverlay._draw
    monkeypatch.setattr(PerformanceOverlay, "_draw", lambda hud: (drawings.append(1), draw(hud)))
    hud = PerformanceOverlay(canvas, quiet)
    hud.show()
    for _ in range(50):
        canvas.repaint()
    assert len(hud._painting) >= 50 and len(drawings) == 1
    assert hud._timer.interval() == PERIOD >= 100
    hud.hide()
    for _ in range(20):
        canvas.repaint()
    assert len(hud._painting) <= 52 and not hud._timer.isActive()


def test_hands_reach_the_picture_through_it(canvas, qtbot):
    hud = PerformanceOverlay(canvas, quiet)
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


def test_what_is_long_takes_two_lines(canvas):
    kept = {"codes": 12_000_000}
    hud = PerformanceOverlay(
        canvas, lambda: PerformanceFigures(1200, 60, 3, EngineStats(1, 75, 25, kept, 26e6))
    )
    hud.show()
    height, line = hud.height(), hud.fontMetrics().height()
    kept.update(dict.fromkeys(("prepared", "tiles", "neighbours", "references", "samples"), 12_000_000))
    hud._draw()
    assert hud.height() >= height + line
    places = [place for _, place, _ in hud._rows()]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert hud.rect().contains(places[-1])


def test_it_lies_below_what_is_said_of_a_comparison(window, qtbot):
    window.frame_times.toggle()
    assert window.frame_times.hud.pos() == CORNER
    window.actions_by_id["wipe"].trigger()
    captions = [label for label in window.compare.captions.labels if label.isVisible()]
    assert len(captions) == 2
    window.insight.toggle_uncertainty()
    legend = window.insight.uncertainty.legend
    qtbot.waitUntil(lambda: legend.y() > captions[1].geometry().bottom())
    assert window.frame_times.hud.y() > captions[0].geometry().bottom()
    window.actions_by_id["wipe"].trigger()
    qtbot.waitUntil(
        lambda: window.frame_times.hud.pos() == CORNER and legend.y() < captions[1].geometry().bottom()
    )


def test_the_window_shows_its_own_figures(window, qtbot):
    window.frame_times.toggle()
    settle(qtbot, window)
    window.bridge.post(EngineStats(1, 1, 3, {}, 0.0))
    qtbot.waitUntil(lambda: dict(window.frame_times.hud.lines()).get("reused") == "25 % of 4 tiles")
    asked = window.frame_times.load()
    assert asked.asked == window.frame_times.views_requested and 1 <= asked.answered <= asked.asked
    window.frame_times.toggle()
    assert window.frame_times.hud.isHidden()
