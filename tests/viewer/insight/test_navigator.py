"""The navigator: its map, the view's rectangle, and the mouse and keys that move the view."""

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


def view_centre(canvas):
    """Returns the view's centre as fractions of the picture's width and height."""
    x, y = canvas.view.source(canvas.view.width / 2, canvas.view.height / 2)
    return float(x / canvas.layers.size[0]), float(y / canvas.layers.size[1])


def test_it_is_visible_while_part_of_the_picture_is_out_of_view(window, navigator, qtbot):
    assert navigator.isVisible()
    window.canvas.navigation.fit()
    settle(qtbot, window)
    assert navigator.isHidden()


def test_it_shows_the_whole_picture(window, navigator):
    image = navigator._map.toImage()
    map_px = np.array([[image.pixelColor(x, y).getRgb()[:3] for x in range(176)] for y in range(110)])
    picture = window.canvas.layers.preview.images[0, 0].pixels[..., 2::-1]
    assert map_px.shape == (110, 176, 3)
    # 160 x 100 px enlarged by 1.1: the means of corresponding blocks are equal
    block_means = map_px.reshape(10, 11, 16, 11, 3).mean((1, 3))
    expected = picture.reshape(10, 10, 16, 10, 3).mean((1, 3))
    assert np.abs(block_means - expected).max() < 4


def test_a_press_outside_the_rectangle_centres_the_view_there(window, navigator, qtbot):
    position = QPoint(navigator.width() // 4, navigator.height() * 3 // 4)
    assert not navigator.view_rect().contains(QPointF(position))
    qtbot.mouseClick(navigator, Qt.MouseButton.LeftButton, pos=position)
    assert view_centre(window.canvas) == approx(
        (position.x() / navigator.width(), position.y() / navigator.height())
    )
    assert window.canvas.view.scale == 12.0


def test_the_rectangle_is_dragged_from_the_pressed_point(window, navigator, qtbot):
    before = view_centre(window.canvas)
    start = (navigator.view_rect().center() + QPointF(5, 3)).toPoint()
    qtbot.mousePress(navigator, Qt.MouseButton.LeftButton, pos=start)
    assert view_centre(window.canvas) == approx(before)
    qtbot.mouseMove(navigator, start + QPoint(11, -7))
    after = view_centre(window.canvas)
    assert after[0] - before[0] == approx(11 / navigator.width())
    assert after[1] - before[1] == approx(-7 / navigator.height())
    qtbot.mouseRelease(navigator, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(navigator, start)
    assert view_centre(window.canvas) == after


def test_arrow_keys_pan_and_the_focus_is_visible(window, navigator, qtbot):
    unfocused = navigator.grab().toImage()
    navigator.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(navigator.hasFocus)
    assert navigator.grab().toImage() != unfocused
    left = window.canvas.view.left
    qtbot.keyClick(navigator, Qt.Key.Key_Right)
    assert window.canvas.view.left > left


def test_in_a_deep_zoom_the_rectangle_is_still_visible(window, navigator, qtbot):
    window.canvas.navigation.zoom_to(1e9)
    settle(qtbot, window)
    rect = navigator.view_rect()
    assert rect.width() >= 7 and rect.height() >= 7
    x, y = view_centre(window.canvas)
    assert rect.center().x() == approx(x * navigator.width())
    assert rect.center().y() == approx(y * navigator.height())


def test_another_picture_has_another_map(window, navigator, qtbot, photo):
    before = navigator.size()
    window.opening.open(photo.with_name("a10.png"))
    qtbot.waitUntil(lambda: navigator.size() != before)
    assert navigator.width() / navigator.height() == approx(90 / 100, rel=0.02)
