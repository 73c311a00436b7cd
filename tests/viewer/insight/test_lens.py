"""The lens: what it shows, where, and what it costs."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QApplication
from screenshots import rendered, screen
from waiting import settle

MIDDLE = slice(-30, 30)


def hover(window, x, y, kind=QEvent.Type.HoverMove):
    at = QPointF(x, y)
    QApplication.sendEvent(window.canvas, QHoverEvent(kind, at, window.canvas.mapToGlobal(at), QPointF()))


@pytest.fixture
def lens(window, qtbot):
    window.actions_by_id["lens"].trigger()
    hover(window, 300, 200)
    return window


def part(window, x, y):
    return screen(window.canvas)[y - 30 : y + 30, x - 30 : x + 30].astype(int)


def expected(window, photo):
    """Returns the middle of the lens as the engine decodes it."""
    pixels = rendered(photo, "bicubic", window.insight.lens.view).astype(int)
    y, x = pixels.shape[0] // 2, pixels.shape[1] // 2
    return pixels[y - 30 : y + 30, x - 30 : x + 30]


@pytest.mark.action("lens")
@pytest.mark.parametrize("scale", [1.5, 3.0])
def test_it_shows_the_decoded_picture_four_times_as_large(lens, qtbot, photo, scale):
    lens.canvas.navigation.jump_to(80, 50, scale)
    settle(qtbot, lens)
    assert lens.insight.lens.view.scale == 4 * scale
    qtbot.waitUntil(lambda: np.abs(part(lens, 300, 200) - expected(lens, photo)).max() <= 1)
    hover(lens, 340, 220)
    qtbot.waitUntil(lambda: np.abs(part(lens, 340, 220) - expected(lens, photo)).max() <= 1)


def test_the_point_under_the_cursor_is_in_its_middle(lens):
    view, outer = lens.insight.lens.view, lens.canvas.view
    x, y = view.source(view.width / 2, view.height / 2)
    there = outer.source(300, 200)
    assert abs(x - there[0]) < 1 / view.scale and abs(y - there[1]) < 1 / view.scale


class PaintedAreas(QObject):
    def __init__(self, canvas):
        super().__init__(canvas)
        self.areas = []
        canvas.installEventFilter(self)

    def eventFilter(self, _canvas, event):
        if event.type() == QEvent.Type.Paint:
            self.areas.append(event.rect().width() * event.rect().height())
        return False


def test_a_movement_repaints_only_the_lens_and_nothing_without_it(lens, qtbot):
    settle(qtbot, lens)
    painted = PaintedAreas(lens.canvas)
    hover(lens, 310, 200)
    QApplication.processEvents()
    assert painted.areas and max(painted.areas) < lens.canvas.width() * lens.canvas.height() / 2
    lens.actions_by_id["lens"].trigger()
    QApplication.processEvents()
    painted.areas.clear()
    hover(lens, 320, 200)
    QApplication.processEvents()
    assert painted.areas == []


def test_it_goes_with_the_cursor_and_at_the_end(lens, qtbot):
    settle(qtbot, lens)
    with_lens = part(lens, 300, 200)
    hover(lens, -1, -1, QEvent.Type.HoverLeave)
    assert lens.insight.lens.view is None
    assert (part(lens, 300, 200) != with_lens).any()
    lens.actions_by_id["lens"].trigger()
    assert not lens.canvas.overlays.count(lens.insight.lens._paint)
