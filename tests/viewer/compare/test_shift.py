"""Shift alone shows the reference; with anything else it does not."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from viewer.compare.shift import Shift


@pytest.fixture
def hands(qtbot):
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
        qtbot.mouseRelease(canvas, button)  # another test may have left it pressed
    window.canvas, window.shift, window.events = canvas, Shift(window, canvas), []
    window.shift.held.connect(window.events.append)
    return window


def hold(qtbot, hands):
    qtbot.keyPress(hands.canvas, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: hands.events == [True])


def test_held_and_let_go(hands, qtbot):
    hold(qtbot, hands)
    qtbot.keyRelease(hands.canvas, Qt.Key.Key_Shift)
    assert hands.events == [True, False]


def wheel(hands, _qtbot):
    at = QPointF(20, 20)
    none = Qt.MouseButton.NoButton
    shift, phase = Qt.KeyboardModifier.ShiftModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, hands.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), none, shift, phase, False)
    QGuiApplication.sendEvent(hands.canvas, event)


def button(hands, qtbot):
    qtbot.mousePress(hands.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseRelease(hands.canvas, Qt.MouseButton.LeftButton)


def key(hands, qtbot):
    qtbot.keyClick(hands.canvas, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)


def elsewhere(hands, _qtbot):
    QGuiApplication.sendEvent(hands, QEvent(QEvent.Type.WindowDeactivate))


@pytest.mark.parametrize("other", [wheel, button, key, elsewhere])
def test_with_something_else_it_ends_and_before_the_delay_it_never_began(hands, qtbot, other):
    hold(qtbot, hands)
    other(hands, qtbot)
    assert hands.events == [True, False]
    qtbot.keyRelease(hands.canvas, Qt.Key.Key_Shift)
    hands.events.clear()
    qtbot.keyPress(hands.canvas, Qt.Key.Key_Shift)
    other(hands, qtbot)
    assert not hands.shift._delay.isActive()
    qtbot.keyRelease(hands.canvas, Qt.Key.Key_Shift)
    assert hands.events == []


def test_with_another_modifier_or_without_a_canvas_in_sight_it_does_not_begin(hands, qtbot):
    qtbot.keyPress(
        hands.canvas,
        Qt.Key.Key_Shift,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert not hands.shift._delay.isActive()
    hands.canvas.hide()
    qtbot.keyPress(hands, Qt.Key.Key_Shift)
    assert not hands.shift._delay.isActive()
