"""A bar with one message at the bottom of the picture. It is never modal and hides after the reading time."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QWidget,
)

from viewer.base.language import tr

ICON = QSize(18, 18)
"""Size of the warning icon of an error, in logical px."""
BASE_MS, MS_PER_LETTER = 5000, 40
"""Time that a notice stays: a base, plus reading time for each letter."""


class NoticeBar(QFrame):
    """Shows notices and errors, one at a time; hidden while there is none.

    A notice hides by itself, but not while it may be unread or in use. An error stays until it is dismissed.
    `covers`: the bar's current height in logical px; 0 while it is hidden.
    """

    covers = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._action: Callable[[], object] | None = None
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._icon = QLabel()
        warning = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        self._icon.setPixmap(warning.pixmap(ICON, self.devicePixelRatioF()))
        self._icon.setAccessibleName(tr("Failed"))
        self.button = QPushButton()
        self.button.clicked.connect(self._run_action)
        close = QToolButton(text="✕", autoRaise=True, toolTip=tr("Dismiss (Esc)"))
        close.setAccessibleName(tr("Dismiss the message"))
        close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 8, 6)
        for widget in (self._icon, self._text, self.button, close):
            line.addWidget(widget)
        self.hide_timer = QTimer(self, singleShot=True)
        self.hide_timer.timeout.connect(self._hide_or_wait)
        self.hide()

    @property
    def text(self) -> str:
        """The message that was shown last."""
        return self._text.text()

    def notify(self, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Shows a notice. action: text of a button, and the function that the button calls."""
        self._display(text, failure=False)
        if action is not None:
            label, self._action = action
            self.button.setText(label)
            self.button.show()

    def show_error(self, message: str) -> None:
        """Shows an error. It stays until the user dismisses it."""
        self._display(message, failure=True)

    def _display(self, text: str, failure: bool) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action = None
        self.button.hide()
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
            self.hide()

    def _in_use(self) -> bool:
        """Whether the pointer or the focus is in the bar, or the window is inactive, so the notice may be unread."""
        focus = QApplication.focusWidget()
        focused = focus is not None and self.isAncestorOf(focus)
        return self.underMouse() or focused or not self.isActiveWindow()

    def _run_action(self) -> None:
        if self._action is not None:
            self._action()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.covers.emit(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.isHidden():
            self.covers.emit(self.height())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hide_timer.stop()
        self.covers.emit(0)
