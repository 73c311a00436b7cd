"""A path that is typed, chosen or dropped."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from viewer.base.language import tr


class PathField(QWidget):
    """choose: asks the user, and returns a path or nothing. `changed`: the path is another; `edited`: by the user."""

    changed = Signal()
    edited = Signal()

    def __init__(self, name: str, hint: str, choose: Callable[[], str]) -> None:
        super().__init__()
        self.line = _Line(placeholderText=hint)
        self.line.setAccessibleName(name)
        self.line.setMinimumHeight(28)
        self.line.setTextMargins(5, 0, 5, 0)
        self._choose = choose
        button = QPushButton(tr("Choose…"), toolTip=tr("Look for it: {name}").format(name=name))
        button.setAccessibleName(tr("Choose: {name}").format(name=name))
        button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(button)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.line.textEdited.connect(self.edited)
        self.line.dropped.connect(self._take)

    @property
    def path(self) -> str:
        """What it says, absolute; nothing where it is empty."""
        text = self.line.text().strip()
        return str(Path(text).expanduser().absolute()) if text else ""

    def say(self, path: str) -> None:
        """Says another path."""
        self.line.setText(path)
        self.line.setCursorPosition(len(path))  # a path's end tells more than its beginning

    def _take(self, path: str) -> None:
        self.say(path)
        self.edited.emit()

    def _ask(self) -> None:
        path = self._choose()
        if path:
            self._take(path)


class _Line(QLineEdit):
    """A line that takes a dropped file or folder as its path, not as the text of its address."""

    dropped = Signal(str)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            self.dropped.emit(urls[0].toLocalFile())
            event.acceptProposedAction()
        else:
            super().dropEvent(event)
