"""A field for a path, which can be typed, chosen in a dialog or dropped."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from viewer.base.language import tr


class PathField(QWidget):
    """`changed`: the path has changed. `edited`: the user has changed it.

    choose: opens a dialog; returns the chosen path or "".
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, name: str, hint: str, choose: Callable[[], str]) -> None:
        super().__init__()
        self.line = _Line(placeholderText=hint)
        self.line.setAccessibleName(name)
        self.line.setMinimumHeight(28)
        self.line.setTextMargins(5, 0, 5, 0)
        self._choose = choose
        button = QPushButton(tr("Choose…"), toolTip=tr("Browse: {name}").format(name=name))
        button.setAccessibleName(tr("Choose: {name}").format(name=name))
        button.clicked.connect(self._open_dialog)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(button)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.line.textEdited.connect(self.edited)
        self.line.dropped.connect(self._edit)

    @property
    def path(self) -> str:
        """The absolute path; "" if the field is empty."""
        text = self.line.text().strip()
        return str(Path(text).expanduser().absolute()) if text else ""

    def set_path(self, path: str) -> None:
        """Shows another path."""
        self.line.setText(path)
        self.line.setCursorPosition(len(path))  # shows the end of a path that is too long

    def _edit(self, path: str) -> None:
        self.set_path(path)
        self.edited.emit()

    def _open_dialog(self) -> None:
        path = self._choose()
        if path:
            self._edit(path)


class _Line(QLineEdit):
    """A line edit that takes a dropped file or folder as its path, not as a file:// URL."""

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
