"""The inspector: what it says is what is there; and it costs nothing while it is closed."""

from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
from pictures import drawn
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDockWidget
from pytest import approx
from waiting import WAIT, settle

from engine.session.events import ProfileReady
from engine.session.requests import Task
from viewer.insight.histogram import counted, luminance


@pytest.fixture
def inspector(window, qtbot):
    window.actions_by_id["inspector"].trigger()
    qtbot.waitUntil(window.insight.inspector.isVisible)
    settle(qtbot, window)
    return window.insight.inspector


def closer(window, qtbot, scale):
    window.canvas.navigation.zoom_to(scale)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: any(isinstance(event, ProfileReady) for event in window.events), timeout=WAIT)


def point(qtbot, window, x, y):
    qtbot.mouseMove(window.canvas, QPoint(x, y))


def test_it_tells_of_the_px_under_the_cursor(window, inspector, qtbot):
    closer(window, qtbot, 8.0)
    point(qtbot, window, 100, 90)
    qtbot.waitUntil(
        lambda: inspector.pointer.position == QPointF(100, 90) and not inspector._timer.isActive()
    )
    said = dict(inspector.under.lines())
    x, y = (
        Fraction(2 * (corner + px) + 1, 16)
        for corner, px in zip(window.canvas.view.origin, (100, 90), strict=True)
    )
    column, row = int(x), int(y)
    pixels = np.asarray(PIL.Image.open(window.opening.wanted))
    assert said["Pixel"] == f"{column}, {row}"
    assert said["Its value"].split() == [str(value) for value in pixels[row, column]]
    assert [float(part) for part in said["Place"].split(", ")] == approx([float(x), float(y)], abs=0.005)
    shown = window.canvas.grab().toImage().pixelColor(100, 90)
    assert said["On the screen"].split() == [str(shown.red()), str(shown.green()), str(shown.blue())]
    assert said["Latent"] == f"{column}, {row}"
    past = [float(part) for part in said["From its centre"].split(", ")]
    assert past == approx([float(x) - column - 0.5, float(y) - row - 0.5], abs=0.01)


def test_all_values_begin_at_one_place_and_its_parts_stay_together(window, inspector, qtbot):
    window.resize(900, 1400)
    values = [label for table in (inspector.under, inspector.facts) for label in table._values.values()]
    qtbot.waitUntil(lambda: len({label.x() for label in values if label.isVisible()}) == 1)
    charts = ((inspector.profile.chart, inspector.profile.legend), (inspector.histogram, inspector.cell))
    qtbot.waitUntil(lambda: inspector.height() > 900)
    for above, below in charts:
        gap = below.mapTo(inspector, QPoint(0, 0)).y() - above.mapTo(inspector, above.rect().bottomLeft()).y()
        assert gap < 50


def test_outside_of_the_picture_there_is_nothing_to_tell(window, inspector, qtbot):
    point(qtbot, window, 3, 3)
    qtbot.waitUntil(lambda: dict(inspector.under.lines())["Pixel"] == "outside of the picture")
    assert dict(inspector.under.lines())["Its value"] == ""


def test_a_deep_zoom_has_all_its_digits(window, inspector, qtbot):
    window.canvas.navigation.zoom_to(1e10)
    settle(qtbot, window)
    point(qtbot, window, 101, 90)
    qtbot.waitUntil(
        lambda: inspector.pointer.position == QPointF(101, 90) and not inspector._timer.isActive()
    )
    first = Fraction(dict(inspector.under.lines())["Place"].split(", ")[0])
    point(qtbot, window, 102, 90)
    qtbot.waitUntil(
        lambda: inspector.pointer.position == QPointF(102, 90) and not inspector._timer.isActive()
    )
    assert Fraction(dict(inspector.under.lines())["Place"].split(", ")[0]) - first == Fraction(1, 10**10)


def test_it_knows_the_file(window, inspector):
    said = dict(inspector.facts.lines())
    assert said["Size"].startswith("160 × 100 px")
    assert said["Depth"] == "8 bits a sample, RGB"
    assert said["Profile"].startswith("none") and said["File"].startswith("PNG, ")


def test_the_profile_follows_the_row_under_the_cursor(window, inspector, qtbot):
    closer(window, qtbot, 6.0)
    point(qtbot, window, 120, 200)
    line = inspector.profile
    y = window.canvas.view.source(120, 200)[1]
    qtbot.waitUntil(lambda: line._line is not None and line._line.start[1] == y, timeout=WAIT)
    qtbot.waitUntil(
        lambda: any(
            isinstance(e, ProfileReady) and e.request == window.session.newest(Task.PROFILE)
            for e in window.events
        ),
        timeout=WAIT,
    )
    pixels, model, bicubic = line.chart.values()
    assert len(pixels) == line._line.count > 100
    source = luminance(np.asarray(PIL.Image.open(window.opening.wanted))[int(y)])
    assert set(np.round(pixels, 3)) <= set(np.round(source, 3))
    assert np.allclose(model, bicubic)  # it is the model here
    assert np.abs(np.diff(bicubic)).max() < np.abs(np.diff(pixels)).max()
    assert "under the model" in line.chart.accessibleDescription()


def test_a_line_is_drawn_by_a_drag_and_the_picture_stays(window, inspector, qtbot):
    closer(window, qtbot, 6.0)
    view, canvas, line = window.canvas.view, window.canvas, inspector.profile
    plain = canvas.grab().toImage()
    line.draw.click()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
    qtbot.mouseMove(canvas, QPoint(160, 170))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(160, 170))
    assert canvas.view == view
    assert canvas.grab().toImage() != plain
    expected = view.source(60, 50), view.source(160, 170)
    qtbot.waitUntil(lambda: (line._line.start, line._line.end) == expected, timeout=WAIT)
    assert line.draw.text() == "Back to the row under the cursor"
    line.draw.click()
    assert canvas.grab().toImage() == plain and line.draw.text() == "Draw a line"
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
    qtbot.mouseMove(canvas, QPoint(40, 50))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 50))
    assert canvas.view != view  # a drag pans again


def test_at_one_to_one_the_profile_says_why_it_is_empty(window, inspector, qtbot):
    assert "past 1:1" in inspector.profile.legend.text()
    closer(window, qtbot, 6.0)
    qtbot.waitUntil(
        lambda: "bicubic" in inspector.profile.legend.text() and "past" not in inspector.profile.legend.text()
    )


def test_the_histogram_counts_what_is_shown(window, inspector, qtbot):
    qtbot.waitUntil(lambda: inspector.histogram.chart.values() != [], timeout=WAIT)
    pixels = np.asarray(PIL.Image.open(window.opening.wanted)).reshape(-1, 3)
    shown = inspector.histogram.chart.values()  # luminance, then red, green, blue
    for values, plane in zip(shown[1:], pixels.T, strict=True):
        assert np.allclose(values, np.bincount(plane, minlength=256) / len(pixels))


def test_it_counts_evenly_spread_px_of_a_large_view_and_none_that_are_transparent():
    image = QImage(2000, 1000, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    pixels = np.frombuffer(image.bits(), np.uint8).reshape(1000, 2000, 4)
    pixels[:, :1000] = 10, 20, 30, 255
    pixels[:500, :1000] = 40, 50, 60, 255
    found = counted(image)
    assert found[0, 30] == approx(0.5, abs=0.01) and found[0, 60] == approx(0.5, abs=0.01)
    assert found[2, 10] == approx(0.5, abs=0.01) and found.sum(1) == approx(np.ones(4))
    assert found[3, 50] == approx(0.0) and found[3, round(0.299 * 30 + 0.587 * 20 + 0.114 * 10)] > 0.4


def test_closed_it_asks_and_reads_nothing(window, inspector, qtbot, monkeypatch):
    asked = []
    inspector.close()
    qtbot.waitUntil(lambda: not window.actions_by_id["inspector"].isChecked())
    monkeypatch.setattr(window.session, "request_profile", asked.append)
    window.canvas.navigation.zoom_to(9.0)
    settle(qtbot, window)
    point(qtbot, window, 50, 60)
    assert not asked and not inspector._timer.isActive() and not inspector.histogram._timer.isActive()
    assert not window.canvas.hasMouseTracking()


def test_full_screen_shows_nothing_but_the_picture_until_it_is_asked_for(window, inspector):
    window.toggle_fullscreen()
    assert inspector.isHidden()
    window.toggle_fullscreen()
    assert not inspector.isHidden()
    window.toggle_fullscreen()
    window.actions_by_id["inspector"].trigger()
    assert not inspector.isHidden() and window.actions_by_id["inspector"].isChecked()


def test_full_screen_puts_every_panel_away_and_brings_it_back(window, inspector, qtbot):
    window.actions_by_id["bookmarks"].trigger()
    docks = window.findChildren(QDockWidget)
    assert len(docks) == 2 and window.actions_by_id["bookmarks"].isChecked()
    window.notices.notify("Something happened.")
    window.actions_by_id["fullscreen"].trigger()
    assert all(dock.isHidden() for dock in docks) and window.docks.open == ["bookmarks", "inspector"]
    assert window.notices.isHidden()
    window.actions_by_id["fullscreen"].trigger()
    assert not any(dock.isHidden() for dock in docks)


def test_what_was_closed_stays_closed(window, inspector, qtbot):
    inspector.close()
    qtbot.waitUntil(lambda: not window.actions_by_id["inspector"].isChecked())
    window.toggle_fullscreen()
    window.toggle_fullscreen()
    assert inspector.isHidden()


def test_another_picture_is_told_of(window, inspector, qtbot, photo):
    window.opening.open(photo.with_name("a10.png"))
    qtbot.waitUntil(lambda: dict(inspector.facts.lines())["Size"].startswith("90 × 100 px"))
    settle(qtbot, window)
    point(qtbot, window, window.canvas.width() // 2, window.canvas.height() // 2)
    qtbot.waitUntil(lambda: not inspector._timer.isActive())
    said = dict(inspector.under.lines())
    column, row = (int(part) for part in said["Pixel"].split(", "))
    assert abs(column - 45) <= 1 and abs(row - 50) <= 1
    assert said["Its value"].split() == [str(value) for value in drawn(90, 100)[row, column]]
