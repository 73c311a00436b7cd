"""A slider in a window whose shortcuts are the keys that move it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider

KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
"""Those that move a slider."""
MODIFIED = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


def keeps(event: QEvent) -> bool:
    """Whether a key is about to become a shortcut of the window's that would move a slider; then it is accepted."""
    mine = (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in KEYS
        and not event.modifiers() & MODIFIED
    )
    if mine:
        event.accept()
    return mine


class Slider(QSlider):
    """Keeps the keys that move it, which are the window's elsewhere."""

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)
