"""A bar with one message at the bottom of the picture. It is never modal and hides after the reading time."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QWidget,
)

from engine.base.printable import one_line
from viewer.base.language import tr

ICON = QSize(18, 18)
"""Size of the warning icon of an error, in logical px."""
Action = tuple[str, Callable[[], object]]
"""Text of a button, and the function that it calls."""
MOST_ACTIONS = 3
LEAST_WIDTH, NARROW = 160, 340
"""Logical px: the least width, and the one below which buttons are below the text."""
BASE_MS, MS_PER_LETTER = 5000, 40
"""Time that a notice stays: a base, plus reading time for each letter."""


class NoticeBar(QFrame):
    """Shows notices and errors, one at a time; hidden while there is none.

    A notice hides by itself, but not while it may be unread or in use. An error stays until it is dismissed. A kept
    notice comes back after other messages, until it is dismissed or one of its buttons was pressed.
    `covers`: the bar's current height in logical px; 0 while it is hidden.
    """

    covers = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._actions: Sequence[Action] = ()
        self._kept: list[
            tuple[str, Sequence[Action], bool]
        ] = []  # text, actions, failure; the latest is shown
        self._shows_kept = False
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._icon = QLabel()
        warning = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        self._icon.setPixmap(warning.pixmap(ICON, self.devicePixelRatioF()))
        self._icon.setAccessibleName(tr("Failed"))
        self.buttons = tuple(QPushButton() for _ in range(MOST_ACTIONS))
        for index, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._run_action, index))
        close = QToolButton(text="✕", autoRaise=True, toolTip=tr("Dismiss (Esc)"))
        close.setAccessibleName(tr("Dismiss the message"))
        close.clicked.connect(self.dismiss)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in self.buttons:
            self._row.addWidget(button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 6, 8, 6)
        self._grid.setColumnStretch(1, 1)
        for column, widget in ((0, self._icon), (1, self._text), (3, close)):
            self._grid.addWidget(widget, 0, column)
        self._grid.addLayout(self._row, 0, 2)
        self.setMinimumWidth(LEAST_WIDTH)
        self._narrow = False
        self.hide_timer = QTimer(self, singleShot=True)
        self.hide_timer.timeout.connect(self._hide_or_wait)
        self.hide()

    @property
    def text(self) -> str:
        """The message that was shown last."""
        return self._text.text()

    @property
    def button(self) -> QPushButton:
        """The first button."""
        return self.buttons[0]

    def notify(self, text: str, *actions: Action | None) -> None:
        """Shows a notice with at most MOST_ACTIONS buttons. None is no button."""
        self._display(text, [action for action in actions if action is not None])

    def show_progress(self, text: str) -> None:
        """Shows a message that stays until `clear`, or another message."""
        if text != self.text or self.isHidden():
            self._display(text)
        self.hide_timer.stop()

    def show_error(self, message: str) -> None:
        """Shows an error. It stays until the user dismisses it."""
        self._display(message, failure=True)

    def keep(self, text: str, *actions: Action, failure: bool = False) -> None:
        """Shows a message with at most MOST_ACTIONS buttons. It stays, and comes back after other messages."""
        self._kept.append((text, actions, failure))
        self._display_kept()

    def clear(self) -> None:
        """Hides the message: it is outdated. A kept notice stays or comes back."""
        if not self._shows_kept:
            self.hide()
            self._display_kept()

    def dismiss(self) -> None:
        """Hides the message for the user. A kept notice comes back if it was another message."""
        if self._shows_kept:
            self._kept.pop()
        self._shows_kept = False
        self.clear()

    def _display_kept(self) -> None:
        if self._kept:
            self._display(*self._kept[-1])
            self._shows_kept = True
            self.hide_timer.stop()

    def _display(self, text: str, actions: Sequence[Action] = (), failure: bool = False) -> None:
        text = one_line(text)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._actions, self._shows_kept = actions, False
        for index, button in enumerate(self.buttons):
            button.setText(actions[index][0] if index < len(actions) else "")
            button.setVisible(index < len(actions))
        self._arrange()
        self._icon.setVisible(failure)
        self.setProperty("failure", failure)
        # Qt evaluates a style sheet's property selectors only when the widget is polished again.
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self.hide_timer.stop()
        if not failure:
            self.hide_timer.start(BASE_MS + MS_PER_LETTER * len(text))

    def _hide_or_wait(self) -> None:
        if self._in_use():
            self.hide_timer.start()
        else:
            self.clear()

    def _in_use(self) -> bool:
        """Whether the pointer or the focus is in the bar, or the window is inactive, so the notice may be unread."""
        focus = QApplication.focusWidget()
        focused = focus is not None and self.isAncestorOf(focus)
        return self.underMouse() or focused or not self.isActiveWindow()

    def _run_action(self, index: int) -> None:
        _, perform = self._actions[index]
        if self._shows_kept:
            self.dismiss()
        perform()

    def _arrange(self) -> None:
        """Puts the buttons beside the text, or below it and each other where the bar is narrow."""
        narrow = self.width() < NARROW and bool(self._actions)
        if narrow is not self._narrow:
            self._narrow = narrow
            self._grid.removeItem(self._row)
            across = QBoxLayout.Direction.LeftToRight
            self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else across)
            self._grid.addLayout(self._row, *((1, 0, 1, 4) if narrow else (0, 2)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.covers.emit(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if not self.isHidden():
            self.covers.emit(self.height())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hide_timer.stop()
        self.covers.emit(0)
