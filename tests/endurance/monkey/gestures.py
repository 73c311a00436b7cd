"""Gestures on a canvas as real events of Qt: each is a sequence of single events, one for each tick of the monkey."""

import random
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
MODIFIERS = (
    NONE,
    NONE,
    NONE,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def any_gesture(canvas: QWidget, chance: random.Random) -> Iterator[None]:
    """Returns a gesture: a wheel, a drag, hovering, keys."""
    kind: Callable = chance.choice((wheel, wheel, drag, hover, keys, double_click))
    return kind(canvas, chance)


def wheel(canvas: QWidget, chance: random.Random) -> Iterator[None]:
    """Turns the wheel by some notches in one direction."""
    at, modifiers = _point(canvas, chance), chance.choice(MODIFIERS)
    step = chance.choice((120, 120, -120, -120, 15, -15, 480, -480))
    for _ in range(chance.randrange(1, 12)):
        turned = QWheelEvent(
            QPointF(at),
            QPointF(canvas.mapToGlobal(at)),
            QPoint(),
            QPoint(0, step),
            NO_BUTTON,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas, turned)
        yield


def drag(canvas: QWidget, chance: random.Random) -> Iterator[None]:
    """Drags with the left button: pans, draws a selection or a line, or moves a divider."""
    at, speed = _point(canvas, chance), QPoint(chance.randrange(-40, 40), chance.randrange(-40, 40))
    _mouse(canvas, QEvent.Type.MouseButtonPress, at, LEFT, LEFT)
    yield
    for _ in range(chance.randrange(2, 15)):
        at += speed
        _mouse(canvas, QEvent.Type.MouseMove, at, NO_BUTTON, LEFT)
        yield
    _mouse(canvas, QEvent.Type.MouseButtonRelease, at, LEFT, NO_BUTTON)
    yield


def hover(canvas: QWidget, chance: random.Random) -> Iterator[None]:
    """Moves the pointer over the picture."""
    at = _point(canvas, chance)
    QApplication.sendEvent(canvas, QEnterEvent(QPointF(at), QPointF(at), QPointF(canvas.mapToGlobal(at))))
    for _ in range(chance.randrange(2, 8)):
        at += QPoint(chance.randrange(-30, 30), chance.randrange(-30, 30))
        _mouse(canvas, QEvent.Type.MouseMove, at, NO_BUTTON, NO_BUTTON)
        yield
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))


def keys(canvas: QWidget, chance: random.Random) -> Iterator[None]:
    """Presses keys that the canvas has for itself, and holds Shift for a while."""
    key = chance.choice(
        (Qt.Key.Key_Shift, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Escape, Qt.Key.Key_Space)
    )
    QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyPress, key, NONE))
    for _ in range(chance.randrange(1, 10)):
        yield
    QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyRelease, key, NONE))
    yield


def double_click(canvas: QWidget, chance: random.Random) -> Iterator[None]:
    """A double click."""
    at = _point(canvas, chance)
    for kind, down in (
        (QEvent.Type.MouseButtonPress, LEFT),
        (QEvent.Type.MouseButtonRelease, NO_BUTTON),
        (QEvent.Type.MouseButtonDblClick, LEFT),
        (QEvent.Type.MouseButtonRelease, NO_BUTTON),
    ):
        _mouse(canvas, kind, at, LEFT, down)
        yield


def _point(canvas: QWidget, chance: random.Random) -> QPoint:
    return QPoint(chance.randrange(max(canvas.width(), 1)), chance.randrange(max(canvas.height(), 1)))


def _mouse(
    canvas: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, down: Qt.MouseButton
) -> None:
    event = QMouseEvent(kind, QPointF(at), QPointF(canvas.mapToGlobal(at)), button, down, NONE)
    QApplication.sendEvent(canvas, event)
