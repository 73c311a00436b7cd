"""Whether Shift alone is held over the picture: with a wheel, a button or another key it means something else."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

DELAY = 80
"""Milliseconds: whoever means Shift with something presses that by then."""
OTHER = (
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.NativeGesture,
)
"""What ends it, wherever it happens on the canvas."""


class Shift(QObject):
    """`held`: it is held alone now, or no more. window: what hears the keys that no widget took."""

    held = Signal(bool)

    def __init__(self, window: QWidget, canvas: QWidget) -> None:
        super().__init__(window)
        self._window, self._canvas = window, canvas
        self._holds = False
        self._delay = QTimer(self, singleShot=True, interval=DELAY)
        self._delay.timeout.connect(lambda: self._tell(True))
        window.installEventFilter(self)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._canvas:
            if kind in OTHER or kind == QEvent.Type.Hide:
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
        self._tell(False)

    def _tell(self, holds: bool) -> None:
        if holds != self._holds:
            self._holds = holds
            self.held.emit(holds)
