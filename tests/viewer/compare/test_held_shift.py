"""Shift held alone shows the reference; Shift with anything else does not."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from viewer.compare.held_shift import HeldShift


@pytest.fixture
def shift_window(qtbot):
    window = QWidget()
    canvas = QWidget(focusPolicy=Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(window)
    column.addWidget(canvas)
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.resize(200, 200)
    window.show()
    qtbot.waitExposed(window)
    canvas.setFocus()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
        qtbot.mouseRelease(canvas, button)  # another test may have left the button pressed
    window.canvas, window.shift, window.events = canvas, HeldShift(window, canvas), []
    window.shift.held.connect(window.events.append)
    return window


def hold_shift(qtbot, shift_window):
    qtbot.keyPress(shift_window.canvas, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: shift_window.events == [True])


def test_holding_and_releasing_shift_are_reported(shift_window, qtbot):
    hold_shift(qtbot, shift_window)
    qtbot.keyRelease(shift_window.canvas, Qt.Key.Key_Shift)
    assert shift_window.events == [True, False]


def wheel(shift_window, _qtbot):
    at = QPointF(20, 20)
    none = Qt.MouseButton.NoButton
    shift, phase = Qt.KeyboardModifier.ShiftModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        at, shift_window.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), none, shift, phase, False
    )
    QGuiApplication.sendEvent(shift_window.canvas, event)


def button(shift_window, qtbot):
    qtbot.mousePress(shift_window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseRelease(shift_window.canvas, Qt.MouseButton.LeftButton)


def key(shift_window, qtbot):
    qtbot.keyClick(shift_window.canvas, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)


def deactivate(shift_window, _qtbot):
    QGuiApplication.sendEvent(shift_window, QEvent(QEvent.Type.WindowDeactivate))


@pytest.mark.parametrize("other", [wheel, button, key, deactivate])
def test_other_input_ends_it_and_before_the_delay_prevents_it(shift_window, qtbot, other):
    hold_shift(qtbot, shift_window)
    other(shift_window, qtbot)
    assert shift_window.events == [True, False]
    qtbot.keyRelease(shift_window.canvas, Qt.Key.Key_Shift)
    shift_window.events.clear()
    qtbot.keyPress(shift_window.canvas, Qt.Key.Key_Shift)
    other(shift_window, qtbot)
    assert not shift_window.shift._delay.isActive()
    qtbot.keyRelease(shift_window.canvas, Qt.Key.Key_Shift)
    assert shift_window.events == []


def test_another_modifier_or_a_hidden_canvas_prevents_it(shift_window, qtbot):
    qtbot.keyPress(
        shift_window.canvas,
        Qt.Key.Key_Shift,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert not shift_window.shift._delay.isActive()
    shift_window.canvas.hide()
    qtbot.keyPress(shift_window, Qt.Key.Key_Shift)
    assert not shift_window.shift._delay.isActive()
