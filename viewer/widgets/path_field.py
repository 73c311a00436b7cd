"""A field for a path, which can be typed, chosen in a dialog or dropped."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from engine.base import paths
from engine.base.printable import file_name
from viewer.base import local_files
from viewer.base.language import tr


class PathField(QWidget):
    """`changed`: the path has changed. `edited`: the user has changed it.

    choose: opens a dialog; returns the chosen path, if any.

    A path that was chosen or dropped is kept as it is, whatever the line can show of it.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, name: str, hint: str, choose: Callable[[], Path | None]) -> None:
        super().__init__()
        self.line = _Line(placeholderText=hint)
        self.line.setAccessibleName(name)
        self.line.setMinimumHeight(28)
        self._choose = choose
        self._given: tuple[str, Path] | None = None  # the text that was set, and the path that it stands for
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
        if self._given is not None and self._given[0] == self.line.text():
            return str(paths.absolute(self._given[1]))
        text = self.line.text().strip()
        return str(paths.absolute(Path(text).expanduser())) if text else ""

    def set_path(self, path: Path | str) -> None:
        """Shows another path; "" for none."""
        text = file_name(path)
        self._given = (text, Path(path)) if text else None  # before the signals of the line
        self.line.setText(text)
        self.line.setCursorPosition(len(text))  # shows the end of a path that is too long

    def _edit(self, path: Path) -> None:
        self.set_path(path)
        self.edited.emit()

    def _open_dialog(self) -> None:
        path = self._choose()
        if path is not None:
            self._edit(path)


class _Line(QLineEdit):
    """A line edit that takes a dropped file or folder as its path, not as a file:// URL."""

    dropped = Signal(object)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = local_files.paths_of(event.mimeData())
        if dropped:
            self.dropped.emit(dropped[0])
            event.acceptProposedAction()
        else:
            super().dropEvent(event)
