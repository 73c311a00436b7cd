"""One line about what happened, for as long as it takes to read it: never a window in the way."""

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

SIGN = QSize(18, 18)
"""Logical px of what tells a failure from other news."""
LINGER, PER_LETTER = 5000, 40
"""Milliseconds that news stay, and more for each letter that is to be read."""


class NoticeBar(QFrame):
    """Hidden while there is nothing to say. News go by themselves, but never unread; a failure stays until dismissed.

    `covers`: how many logical px it is high now; 0 while it is hidden.
    """

    covers = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._act: Callable[[], object] | None = None
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sign = QLabel()
        warning = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        self._sign.setPixmap(warning.pixmap(SIGN, self.devicePixelRatioF()))
        self._sign.setAccessibleName(tr("It failed"))
        self._button = QPushButton()
        self._button.clicked.connect(self._acted)
        close = QToolButton(text="✕", autoRaise=True, toolTip=tr("Dismiss (Esc)"))
        close.setAccessibleName(tr("Dismiss the message"))
        close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 8, 6)
        for widget in (self._sign, self._text, self._button, close):
            line.addWidget(widget)
        self._going = QTimer(self, singleShot=True)
        self._going.timeout.connect(self._go)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def tell(self, text: str, act: tuple[str, Callable[[], object]] | None = None) -> None:
        """Says something, and offers to do something about it: a button's text and what it calls."""
        self._say(text, failure=False)
        if act is not None:
            self._button.setText(act[0])
            self._act = act[1]
            self._button.show()

    def fail(self, message: str) -> None:
        """Says what could not be done."""
        self._say(message, failure=True)

    def _say(self, text: str, failure: bool) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self._act = None
        self._button.hide()
        self._sign.setVisible(failure)
        self.setProperty("failure", failure)
        # A style sheet looks at a property only when it is told to.
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._going.stop()
        if not failure:
            self._going.start(LINGER + PER_LETTER * len(text))

    def _go(self) -> None:
        if self._held():
            self._going.start()
        else:
            self.hide()

    def _held(self) -> bool:
        """Whether somebody is at it, or nobody can have seen it: the window is not the one that is worked in."""
        focus = QApplication.focusWidget()
        at_it = self.underMouse() or (focus is not None and self.isAncestorOf(focus))
        return at_it or not self.isActiveWindow()

    def _acted(self) -> None:
        if self._act is not None:
            self._act()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.covers.emit(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.isHidden():
            self.covers.emit(self.height())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._going.stop()
        self.covers.emit(0)
