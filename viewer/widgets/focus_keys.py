"""The rule of keys in the main window: a key belongs to the focused control if it uses it, else to the window.

Qt first sends a ShortcutOverride event to the focused widget and, until one accepts it, to the widgets around it. If it
is accepted, the key reaches the focused widget as an ordinary key press instead of triggering a shortcut. Fields of
text accept what they use themselves; for all other controls FocusKeys does, by the table KEYS. Tab moves the focus,
except on the picture, where it is a command.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

Key = Qt.Key
SIDEWAYS, UP_DOWN = (Key.Key_Left, Key.Key_Right), (Key.Key_Up, Key.Key_Down)
PAGES, ENDS = (Key.Key_PageUp, Key.Key_PageDown), (Key.Key_Home, Key.Key_End)
PRESS = (Key.Key_Space,)
ENTER, EDIT = (Key.Key_Return, Key.Key_Enter), (Key.Key_Delete, Key.Key_F2)
KEYS: dict[type[QWidget], frozenset[Qt.Key]] = {
    QAbstractSlider: frozenset((*SIDEWAYS, *UP_DOWN, *PAGES, *ENDS)),
    QAbstractItemView: frozenset((*UP_DOWN, *PAGES, *ENDS, *PRESS, *ENTER, *EDIT)),
    QComboBox: frozenset((*UP_DOWN, *PAGES, *ENDS, *PRESS)),
    QAbstractSpinBox: frozenset((*UP_DOWN, *PAGES)),
    QTextEdit: frozenset((*SIDEWAYS, *UP_DOWN, *PAGES, *ENDS)),
    QPlainTextEdit: frozenset((*SIDEWAYS, *UP_DOWN, *PAGES, *ENDS)),
    QTabBar: frozenset(SIDEWAYS),
    QRadioButton: frozenset((*SIDEWAYS, *UP_DOWN, *PRESS)),
    QAbstractButton: frozenset(PRESS),
}
"""Keys, without modifiers, that the controls of a class use. The first class that fits counts."""
PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
"""Modifiers with which a key types a character."""


def uses(control: QWidget | None, event: QKeyEvent) -> bool:
    """Whether a control uses a key itself."""
    keys = next((keys for kind, keys in KEYS.items() if isinstance(control, kind)), frozenset[Qt.Key]())
    if isinstance(control, QListView) and control.flow() == QListView.Flow.LeftToRight:
        keys |= frozenset(SIDEWAYS)
    return event.key() in keys and event.modifiers() in PLAIN[:2]


class FocusKeys(QObject):
    """Event filter of a window, which is the last to get a ShortcutOverride.

    picture: the widget on which Tab is a command. form: whether the window shows fields to fill in. There a character
    is text, never a command: who misses a field must not open a dialog.
    """

    def __init__(self, window: QWidget, picture: QWidget, form: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._picture, self._form = window, picture, form
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        key = event if isinstance(event, QKeyEvent) else None
        if key is None or event.type() != QEvent.Type.ShortcutOverride:
            return False
        focus = self._window.focusWidget()
        moves_focus = key.key() == Key.Key_Tab and key.modifiers() in PLAIN[:1] and focus is not self._picture
        if moves_focus or uses(focus, key) or (self._form() and _types(key)):
            event.accept()
        return False


class DeleteKey(QObject):
    """Calls `act` when Delete is pressed in a list, which has that key for itself."""

    def __init__(self, control: QAbstractItemView, act: Callable[[], object]) -> None:
        super().__init__(control)
        self._act = act
        control.installEventFilter(self)

    def eventFilter(self, _control: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if not (pressed and event.key() == Key.Key_Delete):
            return False
        self._act()
        return True


def _types(event: QKeyEvent) -> bool:
    """Whether a key types a character that is visible."""
    return event.modifiers() in PLAIN and bool(event.text().strip()) and event.text().isprintable()


class Slider(QSlider):
    """A slider with a frame that shows that it has the focus."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
