"""The setting of the mouse wheel; wheels with a modifier and trackpads do not follow it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWheelEvent
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
