"""A short text over a widget that hides by itself and takes no input."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

SHOWN_MS = 2000
TOP = 18
"""Logical px between the top edge of the parent and the text."""
MARGIN = 12
"""Least logical px beside the text."""


class Hint(QLabel):
    """Shows a text at the top of its parent, in the middle, for two seconds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, objectName="hint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, text: str) -> None:
        """Shows a text."""
        self.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, _parent: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _place(self) -> None:
        room = self.parentWidget().width() - 2 * MARGIN
        self.setWordWrap(False)
        wanted = self.sizeHint()
        if wanted.width() > room:
            self.setWordWrap(True)
            wanted.setWidth(room)
            wanted.setHeight(self.heightForWidth(room))
        self.resize(wanted)
        self.move((self.parentWidget().width() - wanted.width()) // 2, TOP)
