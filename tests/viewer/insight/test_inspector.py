"""The inspector: its readout, facts, profile and histogram match the picture, and it does nothing while closed."""

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

from engine.images import source_file
from engine.session.events import ProfileReady, ReferencesSettled
from engine.session.requests import Task
from viewer.insight.histogram import luminance, value_frequencies


@pytest.fixture
def inspector(window, qtbot):
    window.actions_by_id["inspector"].trigger()
    qtbot.waitUntil(window.insight.inspector.isVisible)
    settle(qtbot, window)
    return window.insight.inspector


def zoom_to(window, qtbot, scale):
    """Zooms and waits for the view and for a profile."""
    window.canvas.navigation.zoom_to(scale)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: any(isinstance(event, ProfileReady) for event in window.events), timeout=WAIT)


def move_cursor(qtbot, window, x, y):
    qtbot.mouseMove(window.canvas, QPoint(x, y))


def test_it_shows_the_px_under_the_cursor(window, inspector, qtbot):
    zoom_to(window, qtbot, 8.0)
    move_cursor(qtbot, window, 100, 90)
    qtbot.waitUntil(lambda: inspector.pointer.position == QPointF(100, 90) and not inspector.is_read_pending)
    values = dict(inspector.cursor_table.lines())
    x, y = (
        Fraction(2 * (corner + px) + 1, 16)
        for corner, px in zip(window.canvas.view.origin, (100, 90), strict=True)
    )
    column, row = int(x), int(y)
    pixels = np.asarray(PIL.Image.open(window.opening.wanted))
    assert values["Pixel"] == f"{column}, {row}"
    assert values["Its value"].split() == [str(value) for value in pixels[row, column]]
    assert [float(part) for part in values["Position"].split(", ")] == approx([float(x), float(y)], abs=0.005)
    shown = window.canvas.grab().toImage().pixelColor(100, 90)
    assert values["Displayed"].split() == [
        str(shown.red()),
        str(shown.green()),
        str(shown.blue()),
        shown.name(),
    ]
    assert values["Latent"] == f"{column}, {row}"
    offsets = [float(part) for part in values["Offset"].split(", ")]
    assert offsets == approx([float(x) - column - 0.5, float(y) - row - 0.5], abs=0.01)


@pytest.mark.parametrize("mode", ["flip", "wipe", "difference", "side-by-side", "fidelity"])
def test_the_displayed_colour_is_that_of_the_comparison(window, inspector, qtbot, mode):
    window.compare.choose("pixels")
    window.actions_by_id[mode].trigger()
    if mode == "fidelity":
        window.compare.fidelity.slider.setValue(0)
    zoom_to(window, qtbot, 8.0)
    if mode != "fidelity":
        qtbot.waitUntil(lambda: any(isinstance(event, ReferencesSettled) for event in window.events))
    settle(qtbot, window)
    canvas = window.canvas
    shown_colours = set()
    for place in ((40, 150), (133, 201), (canvas.width() - 60, 170), (canvas.width() - 41, 203)):
        move_cursor(qtbot, window, *place)
        qtbot.waitUntil(lambda: inspector.is_read_pending, timeout=WAIT)
        qtbot.waitUntil(lambda: not inspector.is_read_pending, timeout=WAIT)
        shown = canvas.grab().toImage().pixelColor(*place)
        shown_colours.add(shown.name())
        displayed = dict(inspector.cursor_table.lines())["Displayed"]
        assert displayed.split() == [*map(str, (shown.red(), shown.green(), shown.blue())), shown.name()]
    assert len(shown_colours) > 1


def test_side_by_side_a_place_is_the_same_in_each_pane(window, inspector, qtbot):
    window.actions_by_id["side-by-side"].trigger()
    zoom_to(window, qtbot, 8.0)
    left, right = window.canvas.panes
    positions = []
    for pane in (left, right):
        move_cursor(qtbot, window, pane.x() + 50, pane.y() + 150)
        qtbot.waitUntil(lambda: not inspector.is_read_pending)
        positions.append(dict(inspector.cursor_table.lines())["Position"])
    assert positions[0] == positions[1] != ""


@pytest.mark.parametrize("most_pixels", [1 << 28, 20_000], ids=["small", "converted as a large one"])
def test_it_shows_the_files_own_number(most_pixels, make_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(source_file, "MOST_PIXELS", most_pixels)
    monkeypatch.setenv("UNPIXEL_CACHE", str(tmp_path / "cache"))
    heights = np.linspace(450, 550, 300 * 200, dtype=np.float32).reshape(200, 300)
    heights[:20] = -9999  # no data
    PIL.Image.fromarray(heights).save(tmp_path / "relief.tif")
    window = make_window(tmp_path / "relief.tif")
    settle(qtbot, window)
    window.actions_by_id["inspector"].trigger()
    qtbot.waitUntil(lambda: window.insight.inspector is not None and window.insight.inspector.isVisible())
    settle(qtbot, window)
    inspector = window.insight.inspector
    zoom_to(window, qtbot, 4.0)  # the pixels of a large picture are in memory then
    for place in ((200, 240), (200, 190)):
        at = QPointF(*place)
        move_cursor(qtbot, window, *place)
        qtbot.waitUntil(lambda at=at: inspector.pointer.position == at and not inspector.is_read_pending)
        lines = dict(inspector.cursor_table.lines())
        column, row = (int(part) for part in lines["Pixel"].split(", "))
        assert float(lines["In the file"]) == approx(heights[row, column], rel=1e-6)
        assert len(lines["Its value"].split()) == 4  # no data is transparent


def test_a_plain_file_has_no_numbers_of_its_own(window, inspector, qtbot):
    zoom_to(window, qtbot, 8.0)
    move_cursor(qtbot, window, 100, 90)
    qtbot.waitUntil(lambda: bool(dict(inspector.cursor_table.lines()).get("Its value")))
    assert "In the file" not in dict(inspector.cursor_table.lines())


def test_values_are_aligned_and_the_parts_stay_together(window, inspector, qtbot):
    window.resize(900, 1400)
    labels = [label for table in (inspector.cursor_table, inspector.facts) for label in table.labels]
    qtbot.waitUntil(lambda: len({label.x() for label in labels if label.isVisible()}) == 1)
    charts = (
        (inspector.profile.chart, inspector.profile.legend),
        (inspector.histogram, inspector.whole_box),
        (inspector.whole_box, inspector.cell),
    )
    qtbot.waitUntil(lambda: inspector.height() > 900)
    for above, below in charts:
        gap = below.mapTo(inspector, QPoint(0, 0)).y() - above.mapTo(inspector, above.rect().bottomLeft()).y()
        assert gap < 50


def test_outside_the_picture_there_are_no_values(window, inspector, qtbot):
    move_cursor(qtbot, window, 3, 3)
    qtbot.waitUntil(lambda: dict(inspector.cursor_table.lines())["Pixel"] == "outside of the picture")
    assert dict(inspector.cursor_table.lines())["Its value"] == ""


def test_coordinates_are_exact_in_a_deep_zoom(window, inspector, qtbot):
    window.canvas.navigation.zoom_to(1e10)
    settle(qtbot, window)
    move_cursor(qtbot, window, 101, 90)
    qtbot.waitUntil(lambda: inspector.pointer.position == QPointF(101, 90) and not inspector.is_read_pending)
    first = Fraction(dict(inspector.cursor_table.lines())["Position"].split(", ")[0])
    move_cursor(qtbot, window, 102, 90)
    qtbot.waitUntil(lambda: inspector.pointer.position == QPointF(102, 90) and not inspector.is_read_pending)
    assert Fraction(dict(inspector.cursor_table.lines())["Position"].split(", ")[0]) - first == Fraction(
        1, 10**10
    )


def test_it_shows_the_files_facts(window, inspector):
    values = dict(inspector.facts.lines())
    assert values["Size"].startswith("160 × 100 px")
    assert values["Depth"] == "8 bits per sample, RGB"
    assert values["Profile"].startswith("none") and values["File"].startswith("PNG, ")


def test_the_profile_follows_the_row_under_the_cursor(window, inspector, qtbot):
    zoom_to(window, qtbot, 6.0)
    move_cursor(qtbot, window, 120, 200)
    profile = inspector.profile
    y = window.canvas.view.source(120, 200)[1]
    qtbot.waitUntil(lambda: profile.line is not None and profile.line.start[1] == y, timeout=WAIT)
    qtbot.waitUntil(
        lambda: any(
            isinstance(e, ProfileReady) and e.request == window.session.newest(Task.PROFILE)
            for e in window.events
        ),
        timeout=WAIT,
    )
    pixels, model, bicubic = profile.chart.values()
    assert len(pixels) == profile.line.count > 100
    source = luminance(np.asarray(PIL.Image.open(window.opening.wanted))[int(y)])
    assert set(np.round(pixels, 3)) <= set(np.round(source, 3))
    assert np.allclose(model, bicubic)  # the model in use is bicubic
    assert np.abs(np.diff(bicubic)).max() < np.abs(np.diff(pixels)).max()
    assert "for the model" in profile.chart.accessibleDescription()


def test_a_drag_draws_a_line_and_does_not_pan(window, inspector, qtbot):
    zoom_to(window, qtbot, 6.0)
    view, canvas, profile = window.canvas.view, window.canvas, inspector.profile
    plain = canvas.grab().toImage()
    profile.draw_button.click()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
    qtbot.mouseMove(canvas, QPoint(160, 170))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(160, 170))
    assert canvas.view == view
    assert canvas.grab().toImage() != plain
    expected = view.source(60, 50), view.source(160, 170)
    qtbot.waitUntil(lambda: (profile.line.start, profile.line.end) == expected, timeout=WAIT)
    assert profile.draw_button.text() == "Clear line"
    profile.draw_button.click()
    assert canvas.grab().toImage() == plain and profile.draw_button.text() == "Draw line"
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
    qtbot.mouseMove(canvas, QPoint(40, 50))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 50))
    assert canvas.view != view  # a drag pans again


def test_at_one_to_one_the_profile_explains_why_it_is_empty(window, inspector, qtbot):
    assert "past 1:1" in inspector.profile.legend.text()
    zoom_to(window, qtbot, 6.0)
    qtbot.waitUntil(
        lambda: "bicubic" in inspector.profile.legend.text() and "past" not in inspector.profile.legend.text()
    )


def test_the_histogram_of_the_picture_stays_when_the_view_changes(window, inspector, qtbot):
    whole = inspector.whole_histogram
    assert whole.isHidden() and whole.chart.values() == []
    inspector.whole_box.click()
    qtbot.waitUntil(lambda: whole.chart.values() != [], timeout=WAIT)
    counted = whole.chart.values()
    pixels = drawn(160, 100)
    for curve, plane in zip(counted[1:], pixels.reshape(-1, 3).T, strict=True):
        assert np.allclose(curve, np.bincount(plane, minlength=256) / plane.size)
    window.canvas.navigation.jump_to(20, 20, 8.0)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not inspector.histogram.is_count_pending)
    assert np.array_equal(whole.chart.values(), counted)
    inspector.whole_box.click()
    assert whole.isHidden()


def test_the_histogram_counts_the_visible_px(window, inspector, qtbot):
    qtbot.waitUntil(lambda: inspector.histogram.chart.values() != [], timeout=WAIT)
    pixels = np.asarray(PIL.Image.open(window.opening.wanted)).reshape(-1, 3)
    shown = inspector.histogram.chart.values()  # luminance, then red, green, blue
    for values, plane in zip(shown[1:], pixels.T, strict=True):
        assert np.allclose(values, np.bincount(plane, minlength=256) / len(pixels))


def test_a_large_view_is_sampled_evenly_and_transparent_px_are_left_out():
    image = QImage(2000, 1000, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    pixels = np.frombuffer(image.bits(), np.uint8).reshape(1000, 2000, 4)
    pixels[:, :1000] = 10, 20, 30, 255
    pixels[:500, :1000] = 40, 50, 60, 255
    frequencies = value_frequencies(image)
    assert frequencies[0, 30] == approx(0.5, abs=0.01) and frequencies[0, 60] == approx(0.5, abs=0.01)
    assert frequencies[2, 10] == approx(0.5, abs=0.01) and frequencies.sum(1) == approx(np.ones(4))
    assert (
        frequencies[3, 50] == approx(0.0)
        and frequencies[3, round(0.299 * 30 + 0.587 * 20 + 0.114 * 10)] > 0.4
    )


def test_while_closed_it_requests_and_reads_nothing(window, inspector, qtbot, monkeypatch):
    requested = []
    inspector.close()
    qtbot.waitUntil(lambda: not window.actions_by_id["inspector"].isChecked())
    monkeypatch.setattr(window.session, "request_profile", requested.append)
    window.canvas.navigation.zoom_to(9.0)
    settle(qtbot, window)
    move_cursor(qtbot, window, 50, 60)
    assert not requested and not inspector.is_read_pending and not inspector.histogram.is_count_pending


def test_full_screen_hides_the_inspector_until_its_action_is_triggered(window, inspector):
    window.look.toggle_full_screen()
    assert inspector.isHidden()
    window.look.toggle_full_screen()
    assert not inspector.isHidden()
    window.look.toggle_full_screen()
    window.actions_by_id["inspector"].trigger()
    assert not inspector.isHidden() and window.actions_by_id["inspector"].isChecked()


def test_full_screen_hides_every_panel_and_restores_it(window, inspector, qtbot):
    window.actions_by_id["bookmarks"].trigger()
    docks = window.findChildren(QDockWidget)
    assert len(docks) == 2 and window.actions_by_id["bookmarks"].isChecked()
    window.notices.notify("Something happened.")
    window.actions_by_id["fullscreen"].trigger()
    assert all(dock.isHidden() for dock in docks) and window.docks.open == ["bookmarks", "inspector"]
    assert window.notices.isHidden()
    window.actions_by_id["fullscreen"].trigger()
    assert not any(dock.isHidden() for dock in docks)


def test_a_closed_inspector_stays_closed_after_full_screen(window, inspector, qtbot):
    inspector.close()
    qtbot.waitUntil(lambda: not window.actions_by_id["inspector"].isChecked())
    window.look.toggle_full_screen()
    window.look.toggle_full_screen()
    assert inspector.isHidden()


def test_another_picture_updates_facts_and_readout(window, inspector, qtbot, photo):
    window.opening.open(photo.with_name("a10.png"))
    qtbot.waitUntil(lambda: dict(inspector.facts.lines())["Size"].startswith("90 × 100 px"))
    settle(qtbot, window)
    move_cursor(qtbot, window, window.canvas.width() // 2, window.canvas.height() // 2)
    qtbot.waitUntil(lambda: not inspector.is_read_pending)
    values = dict(inspector.cursor_table.lines())
    column, row = (int(part) for part in values["Pixel"].split(", "))
    assert abs(column - 45) <= 1 and abs(row - 50) <= 1
    assert values["Its value"].split() == [str(value) for value in drawn(90, 100)[row, column]]


def test_it_reads_the_new_picture_when_it_appears_together_with_it(window, inspector, qtbot, photo):
    for name in (
        "a10.png",
        "a2.png",
    ):  # the second is wider: the cursor is beyond the right border of the first
        window.actions_by_id["training"].trigger()
        assert inspector.isHidden()
        window.open_paths(str(photo.with_name(name)))
        qtbot.waitUntil(lambda name=name: window.windowTitle() == name, timeout=WAIT)
        assert inspector.isVisible()
        settle(qtbot, window)
        right = round(window.canvas.width() / 2 + 60 * window.canvas.view.scale)
        move_cursor(qtbot, window, right, window.canvas.height() // 2)
    assert dict(inspector.cursor_table.lines())["Pixel"]
