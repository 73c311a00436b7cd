"""Detects that Shift alone is held. Shift with the wheel, a mouse button or another key has other meanings."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

DELAY = 80
"""Milliseconds until Shift counts as held alone. A key or button combined with Shift is pressed within this time."""
CANCELLING_EVENTS = (
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.NativeGesture,
)
"""Canvas events that end the held state."""


class HeldShift(QObject):
    """Event filter of the window and the canvas.

    `held`: emits True when Shift alone is held, False when that ends.
    window: receives the key events that no child widget accepts.
    """

    held = Signal(bool)

    def __init__(self, window: QWidget, canvas: QWidget) -> None:
        super().__init__(window)
        self._window, self._canvas = window, canvas
        self._is_held = False
        self._delay = QTimer(self, singleShot=True, interval=DELAY)
        self._delay.timeout.connect(lambda: self._set_held(True))
        window.installEventFilter(self)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._canvas:
            if kind in CANCELLING_EVENTS or kind == QEvent.Type.Hide:
                self._end()
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_Shift:
                self._end()
            elif kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._begin(event)
        elif kind == QEvent.Type.WindowDeactivate or (
            kind == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Shift
        ):
            self._end()
        return False

    def _begin(self, event: QKeyEvent) -> None:
        alone = event.modifiers() in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier)
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if alone and not pressed and self._canvas.isVisible():
            self._delay.start()

    def _end(self) -> None:
        self._delay.stop()
        self._set_held(False)

    def _set_held(self, is_held: bool) -> None:
        if is_held != self._is_held:
            self._is_held = is_held
            self.held.emit(is_held)
