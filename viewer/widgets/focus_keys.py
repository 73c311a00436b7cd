"""Keys that a control keeps for itself while it has the focus, though the window has commands on them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QListWidget, QSlider

PLACES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
"""Those that go through a list."""
MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, *PLACES)
"""Those that move a slider."""


def keeps(event: QEvent, keys: tuple[Qt.Key, ...] = MOVES) -> bool:
    """Whether one of the keys, alone, is about to become a command of the window's; then it is accepted."""
    mine = (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in keys
        and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    )
    if mine:
        event.accept()
    return mine


class Slider(QSlider):
    """Moved by its keys; a frame around it says that it has them."""

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as draw:
                draw.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
                draw.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


class List(QListWidget):
    """Gone through by its keys."""

    def event(self, event: QEvent) -> bool:
        return keeps(event, PLACES) or super().event(event)
