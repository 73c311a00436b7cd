"""The navigator: where it says the view is, and hands and keys that move it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytest import approx
from waiting import settle


@pytest.fixture
def navigator(window, qtbot):
    window.actions_by_id["navigator"].trigger()
    window.canvas.navigation.zoom_to(12.0)
    settle(qtbot, window)
    return window.insight.navigator


def middle(canvas):
    """Of the view, as parts of the picture."""
    x, y = canvas.view.source(canvas.view.width / 2, canvas.view.height / 2)
    return float(x / canvas.layers.size[0]), float(y / canvas.layers.size[1])


def test_it_shows_while_there_is_something_out_of_sight(window, navigator, qtbot):
    assert navigator.isVisible()
    window.canvas.navigation.fit()
    settle(qtbot, window)
    assert navigator.isHidden()


def test_it_shows_the_whole_picture(window, navigator):
    image = navigator._map.toImage()
    small = np.array([[image.pixelColor(x, y).getRgb()[:3] for x in range(176)] for y in range(110)])
    whole = window.canvas.layers.floor.images[0, 0].pixels[..., 2::-1]
    assert small.shape == (110, 176, 3)
    # 160 x 100 px enlarged by a tenth: the blocks' means stay
    coarse = small.reshape(10, 11, 16, 11, 3).mean((1, 3))
    expected = whole.reshape(10, 10, 16, 10, 3).mean((1, 3))
    assert np.abs(coarse - expected).max() < 4


def test_a_press_outside_of_the_rectangle_centres_there(window, navigator, qtbot):
    at = QPoint(navigator.width() // 4, navigator.height() * 3 // 4)
    assert not navigator.frame().contains(QPointF(at))
    qtbot.mouseClick(navigator, Qt.MouseButton.LeftButton, pos=at)
    assert middle(window.canvas) == approx((at.x() / navigator.width(), at.y() / navigator.height()))
    assert window.canvas.view.scale == 12.0


def test_the_rectangle_is_dragged_by_where_it_was_taken(window, navigator, qtbot):
    before = middle(window.canvas)
    start = (navigator.frame().center() + QPointF(5, 3)).toPoint()
    qtbot.mousePress(navigator, Qt.MouseButton.LeftButton, pos=start)
    assert middle(window.canvas) == approx(before)
    qtbot.mouseMove(navigator, start + QPoint(11, -7))
    now = middle(window.canvas)
    assert now[0] - before[0] == approx(11 / navigator.width())
    assert now[1] - before[1] == approx(-7 / navigator.height())
    qtbot.mouseRelease(navigator, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(navigator, start)
    assert middle(window.canvas) == now


def test_arrow_keys_pan_and_the_focus_is_seen(window, navigator, qtbot):
    unfocused = navigator.grab().toImage()
    navigator.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(navigator.hasFocus)
    assert navigator.grab().toImage() != unfocused
    left = window.canvas.view.left
    qtbot.keyClick(navigator, Qt.Key.Key_Right)
    assert window.canvas.view.left > left


def test_in_a_deep_zoom_the_rectangle_is_still_seen(window, navigator, qtbot):
    window.canvas.navigation.zoom_to(1e9)
    settle(qtbot, window)
    frame = navigator.frame()
    assert frame.width() >= 7 and frame.height() >= 7
    x, y = middle(window.canvas)
    assert frame.center().x() == approx(x * navigator.width())
    assert frame.center().y() == approx(y * navigator.height())


def test_another_picture_has_another_map(window, navigator, qtbot, photo):
    before = navigator.size()
    window.opening.open(photo.with_name("a10.png"))
    qtbot.waitUntil(lambda: navigator.size() != before)
    assert navigator.width() / navigator.height() == approx(90 / 100, rel=0.02)
