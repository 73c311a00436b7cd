"""The canvas without an engine: navigation, pointer input and painting."""

from fractions import Fraction
from itertools import pairwise
from time import perf_counter

import numpy as np
import pytest
from pictures import drawn
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QProxyStyle, QStyle
from pytest import approx
from screenshots import as_opened, grabbed

from engine.geometry.fit import Fit
from engine.geometry.tiling import tile_rects
from engine.session.events import Grade, Tile, TilesReady
from viewer.base import theme
from viewer.canvas import pointer_input
from viewer.canvas.animation import DECAY, FADE
from viewer.canvas.canvas import Canvas


@pytest.fixture
def canvas(qtbot, qapp):
    theme.use(qapp)
    shown = Canvas()
    shown.navigation.use_fit(Fit.LARGER)
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show()
    qtbot.waitExposed(shown)
    shown.open(as_opened(drawn(200, 150)), keep_view=False)
    return shown


def wait_settled(qtbot, canvas):
    qtbot.waitUntil(lambda: canvas.navigation.is_settled)


def turn_wheel(canvas, x, y, notches, modifiers=Qt.KeyboardModifier.NoModifier):
    at = QPointF(x, y)
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    canvas.wheelEvent(event)


def test_a_picture_opens_fitted_and_small_ones_are_not_enlarged(canvas):
    assert canvas.fitted and canvas.view.scale == 1.0
    shown = grabbed(canvas)
    assert (shown[75:225, 100:300] == drawn(200, 150)).all()
    canvas.open(as_opened(drawn(800, 150)), keep_view=False)
    assert canvas.view.scale == 0.5


def test_every_pixel_is_covered_while_zooming_and_panning(canvas, qtbot):
    red = np.zeros((150, 200, 3), np.uint8)
    red[..., 0] = 255
    canvas.open(as_opened(red), keep_view=False)
    turn_wheel(canvas, 200, 150, 12)
    frames = 0
    while canvas.navigation.is_animating:
        qtbot.wait(5)
        frames += 1
        shown = grabbed(canvas)
        filled = (shown == (255, 0, 0)).all(-1)
        ys, xs = np.nonzero(filled)
        assert filled[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1].all()
    assert frames > 1
    for _ in range(5):
        canvas.navigation.pan(37, 11)
        assert (grabbed(canvas) == (255, 0, 0)).all()


def test_the_wheel_keeps_the_point_under_the_cursor(canvas, qtbot):
    canvas.zoom_to(3.0)
    wait_settled(qtbot, canvas)
    before = canvas.view.source(301, 97)
    for _ in range(6):
        turn_wheel(canvas, 301, 97, 1)
    wait_settled(qtbot, canvas)
    after = canvas.view.source(301, 97)
    assert canvas.view.scale == approx(3.0 * 2**1.5)
    assert float(abs(after[0] - before[0])) < 1e-9 and float(abs(after[1] - before[1])) < 1e-9


def test_zooming_from_fit_never_jumps(canvas, qtbot):
    canvas.open(as_opened(drawn(100, 400)), keep_view=False)
    views = []
    canvas.view_changed.connect(lambda: views.append(canvas.view))
    for _ in range(16):
        turn_wheel(canvas, 390, 150, 1)
        wait_settled(qtbot, canvas)
    for before, after in pairwise(views):
        # the zoom alone moves the picture's middle by at most this much
        zoom_factor = max(after.scale / before.scale, before.scale / after.scale)
        x, y = (float((50 - view.left) * round(view.scale * 1e6) / 1_000_000) for view in (before, after))
        assert abs(x - y) <= (zoom_factor - 1) * 800 + 2


def test_drag_double_click_and_keys(canvas, qtbot):
    canvas.zoom_to(4.0)
    wait_settled(qtbot, canvas)
    left = canvas.view.left
    qtbot.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(200, 150))
    qtbot.mouseMove(canvas, QPoint(180, 150))
    qtbot.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(180, 150))
    assert canvas.view.left - left == 5
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    wait_settled(qtbot, canvas)
    assert canvas.view.scale == 1.0
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    wait_settled(qtbot, canvas)
    assert canvas.view.scale == 2.0  # it fits at 1:1


def flick(qtbot, canvas, button=Qt.MouseButton.LeftButton):
    """Drags left by 10 px every 10 ms and releases without a pause. Returns [time], the canvas's clock."""
    now = [100.0]
    canvas.navigation.clock = lambda: now[0]
    qtbot.mousePress(canvas, button, pos=QPoint(300, 150))
    for k in range(1, 11):
        now[0] += 0.01
        qtbot.mouseMove(canvas, QPoint(300 - 10 * k, 150))
    qtbot.mouseRelease(canvas, button, pos=QPoint(200, 150))
    return now


def test_a_flick_glides_and_then_stops(canvas, qtbot):
    canvas.zoom_to(16.0)
    wait_settled(qtbot, canvas)
    now = flick(qtbot, canvas)
    left, requested = canvas.view.left, []
    canvas.view_requested.connect(lambda view, moving: requested.append((view, moving)))
    now[0] += DECAY
    qtbot.waitUntil(lambda: canvas.view.left > left + 10)
    assert canvas.navigation.is_animating
    now[0] += 10 * DECAY
    wait_settled(qtbot, canvas)
    assert float(canvas.view.left - left) * 16 == approx(1000 * DECAY, rel=0.02)
    qtbot.waitUntil(lambda: bool(requested) and requested[-1] == (canvas.view, False))


def test_a_press_stops_a_glide(canvas, qtbot):
    canvas.zoom_to(16.0)
    wait_settled(qtbot, canvas)
    now = flick(qtbot, canvas, Qt.MouseButton.MiddleButton)
    left = canvas.view.left
    now[0] += DECAY / 4
    qtbot.waitUntil(lambda: canvas.view.left > left)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    stopped = canvas.view
    now[0] += DECAY
    wait_settled(qtbot, canvas)
    assert canvas.view == stopped


def test_a_two_finger_flick_on_the_trackpad_glides(canvas, qtbot, monkeypatch):
    monkeypatch.setattr(pointer_input, "MAC", False)
    canvas.zoom_to(16.0)
    wait_settled(qtbot, canvas)
    now, phase, at = [100.0], Qt.ScrollPhase, QPointF(200, 150)
    canvas.navigation.clock = lambda: now[0]

    def scroll(pixels, in_phase):
        none, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        global_position = canvas.mapToGlobal(at)
        event = QWheelEvent(
            at, global_position, QPoint(pixels, 0), QPoint(2 * pixels, 0), buttons, none, in_phase, False
        )
        QApplication.sendEvent(canvas, event)
        now[0] += 0.01

    scroll(0, phase.ScrollBegin)
    for _ in range(8):
        scroll(-10, phase.ScrollUpdate)
    scroll(0, phase.ScrollEnd)
    left = canvas.view.left
    now[0] += 10 * DECAY
    wait_settled(qtbot, canvas)
    assert float(canvas.view.left - left) * 16 == approx(1000 * DECAY, rel=0.15)
    scroll(0, phase.ScrollBegin)
    assert not canvas.navigation.is_animating


def test_a_drag_that_pauses_before_its_release_does_not_glide(canvas, qtbot):
    canvas.zoom_to(16.0)
    wait_settled(qtbot, canvas)
    now = [100.0]
    canvas.navigation.clock = lambda: now[0]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 150))
    for k in range(1, 5):
        now[0] += 0.01
        qtbot.mouseMove(canvas, QPoint(300 - 10 * k, 150))
    now[0] += 1
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(260, 150))
    assert not canvas.navigation.is_animating


def test_a_pinch_on_the_screen_keeps_the_point_between_the_fingers(canvas, qtbot):
    window = QMainWindow()  # if the canvas were a window itself, Qt would recognise each pinch twice
    qtbot.addWidget(window)
    window.setCentralWidget(canvas)
    window.resize(400, 300)
    window.show()
    canvas.zoom_to(4.0)
    wait_settled(qtbot, canvas)
    # Qt's simulated touches have the same position in the window and on the screen
    at = canvas.mapFromGlobal(QPoint(100, 80))
    before = canvas.view.source(at.x(), at.y())
    device = QTest.createTouchDevice()
    QTest.touchEvent(canvas, device).press(0, QPoint(80, 80)).press(1, QPoint(120, 80)).commit()
    for distance in range(20, 61, 4):
        ends = QPoint(100 - distance, 80), QPoint(100 + distance, 80)
        QTest.touchEvent(canvas, device).move(0, ends[0]).move(1, ends[1]).commit()
    QTest.touchEvent(canvas, device).release(0, ends[0]).release(1, ends[1]).commit()
    assert canvas.view.scale == approx(12.0)
    after = canvas.view.source(at.x(), at.y())
    assert all(abs(a - b) * 12 < 1 for a, b in zip(after, before, strict=True))
    window.takeCentralWidget()


def test_a_pen_pans_like_a_mouse_and_drags_nothing_out(canvas, qtbot):
    canvas.zoom_to(4.0)
    wait_settled(qtbot, canvas)
    stylus = QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen
    pen = QPointingDevice("a pen", 8, *stylus, QInputDevice.Capability.Position, 1, 1)
    dragged_out, before = [], canvas.view
    canvas.drag_out_requested.connect(lambda: dragged_out.append(True))

    def send(kind, x, buttons):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at = QPointF(x, 100)
        QApplication.sendEvent(canvas, QMouseEvent(kind, at, at, left, buttons, none, pen))

    send(QEvent.Type.MouseButtonPress, 100, Qt.MouseButton.LeftButton)
    for x in range(100, 160, 10):
        send(QEvent.Type.MouseMove, x, Qt.MouseButton.LeftButton)
    send(QEvent.Type.MouseButtonRelease, 150, Qt.MouseButton.NoButton)
    assert float(before.left - canvas.view.left) * 4 == approx(50)
    canvas.navigation.fit()
    wait_settled(qtbot, canvas)
    send(QEvent.Type.MouseButtonPress, 100, Qt.MouseButton.LeftButton)
    send(QEvent.Type.MouseMove, 180, Qt.MouseButton.LeftButton)
    assert dragged_out == []


def test_a_pinch_on_a_trackpad_keeps_the_point_under_the_cursor(canvas, qtbot):
    canvas.zoom_to(4.0)
    wait_settled(qtbot, canvas)
    before, at = canvas.view.source(100, 80), QPointF(100, 80)
    touchpad = QPointingDevice.primaryPointingDevice()
    zoom = Qt.NativeGestureType.ZoomNativeGesture
    event = QNativeGestureEvent(zoom, touchpad, 2, at, at, canvas.mapToGlobal(at), 0.25, QPointF())
    QApplication.sendEvent(canvas, event)
    assert canvas.view.scale == approx(5.0)
    assert canvas.view.source(100, 80) == approx(before)


def test_the_scale_is_limited(canvas, qtbot):
    canvas.zoom_by(1e30)
    wait_settled(qtbot, canvas)
    assert canvas.view.scale == 1e13
    assert grabbed(canvas).shape == (300, 400, 3)
    canvas.zoom_by(1e-30)
    wait_settled(qtbot, canvas)
    assert canvas.view.scale == 1 / 8


def test_a_fitted_view_stays_fitted_when_the_window_is_resized(canvas, qtbot):
    canvas.open(as_opened(drawn(800, 600)), keep_view=False)
    assert canvas.view.scale == 0.5
    canvas.resize(200, 150)
    qtbot.waitUntil(lambda: canvas.view.scale == 0.25)
    assert (canvas.view.width, canvas.view.height) == (200, 150)


def test_a_resize_during_a_zoom_keeps_the_target_scale(canvas, qtbot):
    turn_wheel(canvas, 200, 150, 8)
    assert canvas.navigation.is_animating
    canvas.resize(380, 300)
    wait_settled(qtbot, canvas)
    assert canvas.view.scale == approx(4.0)


def test_a_reload_keeps_the_view(canvas, qtbot):
    canvas.zoom_to(7.0)
    wait_settled(qtbot, canvas)
    view = canvas.view
    canvas.open(as_opened(drawn(200, 150), picture=2), keep_view=True)
    assert canvas.view == view
    canvas.open(as_opened(drawn(400, 150), picture=3), keep_view=True)
    assert (canvas.view.scale, canvas.view.top) == (7.0, view.top)
    half = Fraction(view.width, 14)
    assert canvas.view.left + half == approx(2 * (view.left + half))


def test_for_a_quick_model_every_frame_of_a_gesture_is_requested(canvas, qtbot):
    wait_settled(qtbot, canvas)
    canvas.navigation.follows = True
    requested = []
    canvas.view_requested.connect(lambda view, moving: requested.append((view, moving)))
    turn_wheel(canvas, 200, 150, 6)
    wait_settled(qtbot, canvas)
    qtbot.waitUntil(lambda: bool(requested) and not requested[-1][1])
    assert requested[-1][0] == canvas.view
    scales = [view.scale for view, _ in requested]
    assert scales == sorted(scales) and all(moving for _, moving in requested[:-1])
    requested.clear()
    canvas.navigation.pan(10, 8)
    qtbot.waitUntil(lambda: bool(requested) and not requested[-1][1])
    assert requested[-1][0] == canvas.view


def test_only_the_last_view_of_a_frame_is_requested(canvas, qtbot):
    wait_settled(qtbot, canvas)
    requested = []
    canvas.view_requested.connect(lambda view, _moving: requested.append(view))
    for _ in range(50):
        turn_wheel(canvas, 200, 150, 0.25)
    wait_settled(qtbot, canvas)
    assert requested[-1].origin == canvas.view.origin and requested[-1].scale == canvas.view.scale
    assert len(requested) == 1  # no frame ended between the turns; scales in between are not requested


def test_tiles_are_shown(canvas):
    shown = grabbed(canvas)
    black = np.zeros((150, 200, 4), np.uint8)
    canvas.put(TilesReady(1, 1, (Tile(1.0, 0, 0, black, Grade.EXACT),)))
    canvas.navigation.clock = lambda: perf_counter() + FADE
    assert not (grabbed(canvas) == shown).all()


def test_a_checkerboard_is_visible_behind_a_transparent_picture(canvas):
    clear = np.zeros((150, 200, 4), np.uint8)
    canvas.open(as_opened(clear, picture=2), keep_view=False)
    board = grabbed(canvas)[75:225, 100:300].reshape(-1, 3)
    colours = np.unique(board, axis=0, return_counts=True)
    assert len(colours[0]) == 2
    assert colours[1].min() > 0.4 * len(board)
    around = grabbed(canvas)[:70]
    assert len(np.unique(around.reshape(-1, 3), axis=0)) == 1


def test_visible_returns_the_picture_without_the_background(canvas):
    image = canvas.visible()
    assert (image.width(), image.height()) == (200, 150)


def put_white_tiles(canvas, grade):
    for rect in tile_rects(canvas.view, (200, 150), 64):
        pixels = np.full((rect.height, rect.width, 4), 255, np.uint8)
        canvas.put(TilesReady(1, 1, (Tile(rect.scale, rect.x, rect.y, pixels, grade),)))


def test_settling_drops_sketches_after_the_exact_tiles_have_faded_in(canvas, qtbot):
    canvas.navigation.zoom_to(4.0)
    wait_settled(qtbot, canvas)
    view_bytes = sum(4 * rect.width * rect.height for rect in tile_rects(canvas.view, (200, 150), 64))
    now = perf_counter()
    canvas.navigation.clock = lambda: now
    put_white_tiles(canvas, Grade.SKETCH)
    now += FADE
    put_white_tiles(canvas, Grade.EXACT)
    canvas.settle()
    now += FADE / 2
    assert (grabbed(canvas) == 255).all()
    assert canvas.layers.tile_bytes == 2 * view_bytes
    now += FADE
    qtbot.waitUntil(lambda: canvas.layers.tile_bytes == view_bytes)


def test_tiles_fade_in_monotonically(canvas, qtbot):
    wait_settled(qtbot, canvas)
    before, began = grabbed(canvas), perf_counter()
    canvas.navigation.clock = lambda: began
    put_white_tiles(canvas, Grade.EXACT)
    assert (grabbed(canvas) == before).all()
    shown = before
    for k in range(1, 9):
        canvas.navigation.clock = lambda k=k: began + k / 8 * FADE + 1e-6
        shown, last = grabbed(canvas), shown
        assert (shown[75:225, 100:300] >= last[75:225, 100:300]).all()
        assert (shown != last).any()
    assert (shown[75:225, 100:300] == 255).all()


def test_a_zoom_ends_fades_at_once(canvas, qtbot):
    wait_settled(qtbot, canvas)
    began = perf_counter()
    canvas.navigation.clock = lambda: began
    put_white_tiles(canvas, Grade.EXACT)
    canvas.navigation.zoom_at_once(1.5, (200, 150))
    assert (grabbed(canvas)[100:200, 100:300] == 255).all()
    canvas.navigation.zoom_at_once(1 / 1.5, (200, 150))
    assert (grabbed(canvas)[100:200, 120:280] == 255).all()


def test_nothing_fades_if_the_system_disables_animations(canvas, qapp, qtbot):
    class Still(QProxyStyle):
        def styleHint(self, hint, *more):
            if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
                return 0
            return super().styleHint(hint, *more)

    wait_settled(qtbot, canvas)
    began, still = perf_counter(), Still("Fusion")
    canvas.setStyle(still)
    canvas.navigation.clock = lambda: began
    put_white_tiles(canvas, Grade.EXACT)
    assert (grabbed(canvas)[75:225, 100:300] == 255).all()
    canvas.setStyle(None)
