"""How pictures are fitted to the canvas, and what can be done with a fitted view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import drawn
from screenshots import as_opened

from engine.geometry.fit import Fit, scale
from engine.geometry.viewport import fitting, visible_region
from viewer.base import theme
from viewer.canvas.canvas import Canvas

WINDOWS = st.tuples(st.integers(10, 4000), st.integers(10, 4000))
SIDES = st.tuples(st.integers(2, 5000), st.integers(2, 5000))


@pytest.fixture
def canvas(qtbot, qapp, monkeypatch):
    theme.use(qapp)
    shown = Canvas()
    monkeypatch.setattr(shown.navigation, "_animated", lambda: False)
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def shows(canvas, width, height):
    """The region (x, y, width, height) in source px that is shown of a picture of this size."""
    return tuple(map(float, visible_region(canvas.view, (width, height))))


def settled(qtbot, canvas):
    qtbot.waitUntil(lambda: canvas.navigation.is_settled)


@given(SIDES, WINDOWS)
def test_a_fitted_picture_fills_what_its_way_says(size, window):
    across, down = (scale(Fit.WHOLE, size, *window) * side for side in size)
    assert across <= window[0] + 1e-6 and down <= window[1] + 1e-6
    assert across == pytest.approx(window[0]) or down == pytest.approx(window[1])
    across, down = (scale(Fit.FILL, size, *window) * side for side in size)
    assert across >= window[0] - 1e-6 and down >= window[1] - 1e-6
    assert across == pytest.approx(window[0]) or down == pytest.approx(window[1])
    assert scale(Fit.WIDTH, size, *window) * size[0] == pytest.approx(window[0])
    assert scale(Fit.LARGER, size, *window) == min(1, scale(Fit.WHOLE, size, *window))


@given(SIDES, WINDOWS, st.sampled_from((Fit.WHOLE, Fit.LARGER)))
def test_the_whole_picture_is_in_view(size, window, way):
    region = visible_region(fitting(size, *window, way), size)
    assert [float(side) for side in region[2:]] == pytest.approx(size)


def test_a_small_picture_is_enlarged_to_the_window_and_can_still_be_seen_at_its_own_size(canvas, qtbot):
    canvas.open(as_opened(drawn(8, 6)), keep_view=False)
    assert canvas.view.scale == 50 and canvas.fitted
    canvas.navigation.zoom_to(1.0)
    settled(qtbot, canvas)
    assert canvas.view.scale == 1.0 and not canvas.fitted
    canvas.navigation.fit()
    settled(qtbot, canvas)
    assert canvas.view.scale == 50 and canvas.fitted


def test_a_tall_picture_at_full_width_begins_at_its_top_and_can_be_moved(canvas, qtbot):
    canvas.navigation.use_fit(Fit.WIDTH)
    canvas.open(as_opened(drawn(200, 900)), keep_view=False)
    assert shows(canvas, 200, 900) == (0, 0, 200, 150)
    assert not canvas.navigation.overflows_along(0) and canvas.navigation.overflows_along(1)
    canvas.navigation.pan(0, 100)
    assert shows(canvas, 200, 900) == (0, 50, 200, 150) and canvas.fitted
    canvas.resize(800, 300)
    qtbot.waitUntil(lambda: canvas.view.width == 800)
    x, y, width, height = shows(canvas, 200, 900)
    assert (x, width, height) == (0, 200, 75) and y + height / 2 == pytest.approx(125, abs=1)


def test_a_filled_window_shows_the_middle_and_no_background(canvas, qtbot):
    canvas.navigation.use_fit(Fit.FILL)
    canvas.open(as_opened(drawn(800, 300)), keep_view=False)
    assert shows(canvas, 800, 300) == (200, 0, 400, 300)
    canvas.open(as_opened(drawn(100, 300)), keep_view=False)
    assert shows(canvas, 100, 300) == (0, 112.5, 100, 75)


def test_another_way_to_fit_applies_to_a_fitted_view_at_once(canvas, qtbot):
    canvas.open(as_opened(drawn(200, 100)), keep_view=False)
    for way, expected in ((Fit.FILL, 3), (Fit.LARGER, 1), (Fit.WHOLE, 2), (Fit.WIDTH, 2)):
        canvas.navigation.use_fit(way)
        settled(qtbot, canvas)
        assert canvas.view.scale == expected and canvas.fitted


def test_a_view_that_is_not_fitted_keeps_its_scale_when_the_way_changes(canvas, qtbot):
    canvas.open(as_opened(drawn(200, 100)), keep_view=False)
    canvas.navigation.zoom_to(7.0)
    settled(qtbot, canvas)
    canvas.navigation.use_fit(Fit.FILL)
    settled(qtbot, canvas)
    assert canvas.view.scale == 7.0 and not canvas.fitted
