"""Keys that a focused control handles itself although they are shortcuts of the window.

Qt first sends a ShortcutOverride event to the focused widget. If the widget accepts it, the key reaches the widget as
an ordinary key press instead of triggering the shortcut.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QListWidget, QSlider

LIST_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
"""Keys that move through a list."""
SLIDER_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, *LIST_KEYS)
"""Keys that move a slider."""


def keeps(event: QEvent, keys: tuple[Qt.Key, ...] = SLIDER_KEYS) -> bool:
    """Accepts a ShortcutOverride of one of the keys without modifiers. Returns whether it did."""
    override = (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in keys
        and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    )
    if override:
        event.accept()
    return override


class Slider(QSlider):
    """A slider that its arrow keys move. A frame shows that it has the focus."""

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


class List(QListWidget):
    """A list in which its keys move the current row."""

    def event(self, event: QEvent) -> bool:
        return keeps(event, LIST_KEYS) or super().event(event)
