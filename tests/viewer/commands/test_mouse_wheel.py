"""The setting of the mouse wheel; wheels with a modifier and trackpads do not follow it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from waiting import settle

from viewer.base import settings

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def turn(window, notches, modifiers=NONE, kind=QInputDevice.DeviceType.Mouse):
    device = QPointingDevice(
        "a device", 7, kind, QPointingDevice.PointerType.Generic, QInputDevice.Capability.Position, 1, 3
    )
    event = QWheelEvent(
        QPointF(100, 80),
        QPointF(100, 80),
        QPoint(),
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        device,
    )
    QApplication.sendEvent(window.canvas, event)


def moved(x, y, button):
    """A movement of the mouse with a button held; QTest sends none."""
    at, none = QPointF(x, y), Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, at, at, none, button, NONE)


def test_it_zooms_by_default(window, qtbot):
    turn(window, 8)
    settle(qtbot, window)
    assert window.canvas.view.scale > 2


def test_it_pans_if_set_so_and_zooms_with_ctrl(window, qtbot):
    settings.change(wheel="pan")
    turn(window, 12, CTRL)
    settle(qtbot, window)
    scale, top = window.canvas.view.scale, window.canvas.view.top
    assert scale > 2
    turn(window, -1)
    assert window.canvas.view.scale == scale and window.canvas.view.top > top


def test_it_changes_pictures_if_set_so(window, qtbot):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    settings.change(wheel="next")
    turn(window, -0.5)
    turn(window, -0.5)
    qtbot.waitUntil(lambda: window.status.position.text() == "3 of 3")
    settle(qtbot, window)
    turn(window, 1)
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    settle(qtbot, window)
    before = window.canvas.view
    turn(window, 1, kind=QInputDevice.DeviceType.TouchPad)
    assert window.status.position.text() == "2 of 3" and window.canvas.view.scale == before.scale


def test_with_ctrl_it_does_what_the_settings_say(window, qtbot):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    settings.change(wheel_ctrl="next")
    before = window.canvas.view.scale
    turn(window, -1, CTRL)
    qtbot.waitUntil(lambda: window.status.position.text() == "3 of 3")
    settle(qtbot, window)
    turn(window, -1, CTRL, kind=QInputDevice.DeviceType.TouchPad)
    assert window.status.position.text() == "3 of 3" and window.canvas.view.scale <= before


def test_the_steps_of_a_zoom_are_a_setting(window, qtbot):
    settings.change(zoom_steps=1)
    before = window.canvas.view.scale
    turn(window, 2)
    settle(qtbot, window)
    assert window.canvas.view.scale == 4 * before
    window.actions_by_id["zoom-out"].trigger()
    settle(qtbot, window)
    assert window.canvas.view.scale == 2 * before


def test_a_double_click_does_what_the_settings_say(window, qtbot):
    settings.change(double_click="nothing")
    scale = window.canvas.view.scale
    qtbot.mouseDClick(window.canvas, Qt.MouseButton.LeftButton)
    assert not window.isFullScreen() and window.canvas.view.scale == scale and window.canvas.is_idle
    settings.change(double_click="fullscreen")
    qtbot.mouseDClick(window.canvas, Qt.MouseButton.LeftButton)
    assert window.isFullScreen()


def test_a_click_of_the_middle_button_acts_and_a_drag_pans(window, qtbot):
    settings.change(middle_click="fullscreen")
    window.canvas.zoom_to(8.0)
    settle(qtbot, window)
    canvas, middle, left = window.canvas, Qt.MouseButton.MiddleButton, window.canvas.view.left
    qtbot.mousePress(canvas, middle, pos=QPoint(200, 100))
    QApplication.sendEvent(canvas, moved(150, 100, middle))
    qtbot.mouseRelease(canvas, middle, pos=QPoint(150, 100))
    assert canvas.view.left != left
    qtbot.mouseClick(canvas, middle, pos=QPoint(150, 100))
    assert window.isFullScreen()
