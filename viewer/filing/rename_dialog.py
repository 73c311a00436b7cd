"""Asks for another name of a file."""

from pathlib import PurePath

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from engine.base.paths import MAX_NAME
from engine.base.printable import file_name, is_text
from viewer.base.language import tr

WIDTH = 420
"""Logical px."""
FORBIDDEN = ("/", "\0")
"""Characters that no name has; the system refuses others by itself."""


class RenameDialog(QDialog):
    """`accepted`: `name` is the new name. Without a change, and for what can be no name, the button is disabled."""

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Rename"))
        self._before = name
        self.field = QLineEdit(name if is_text(name) else file_name(name), maxLength=MAX_NAME)
        self.field.setAccessibleName(tr("New name"))
        label = QLabel(tr("&New name"))
        label.setBuddy(self.field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.agree = buttons.addButton(tr("Rename"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.agree.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ending = QLabel(wordWrap=True)
        self.ending.setProperty("faint", True)
        column = QVBoxLayout(self)
        for widget in (label, self.field, self.ending):
            column.addWidget(widget)
        column.addStretch()
        column.addWidget(buttons)
        self.resize(WIDTH, self.sizeHint().height())
        self.field.textChanged.connect(self._check)
        self._check()
        stem = name.rpartition(".")[0]
        self.field.setSelection(0, len(stem or name))
        self.field.setFocus()

    @property
    def name(self) -> str:
        """The new name."""
        return self.field.text().strip()

    def _check(self) -> None:
        name = self.name
        possible = name not in ("", ".", "..", self._before)
        self.agree.setEnabled(possible and not any(character in name for character in FORBIDDEN))
        ending = PurePath(self._before).suffix
        changes = possible and PurePath(name).suffix.casefold() != ending.casefold()
        told = tr("Without the ending {ending}, programs may no longer know what the file is.")
        self.ending.setText(told.format(ending=ending) if ending and changes else "")
