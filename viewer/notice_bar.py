"""One line about what happened, that stays until it is read: never a window in the way."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QWidget,
)

from viewer.language import tr

SIGN = QSize(18, 18)
"""Logical px of what tells a failure from other news."""


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

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

    def _acted(self) -> None:
        if self._act is not None:
            self._act()
