"""Asks before a file is deleted for ever, each time."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from engine.base.printable import file_name
from viewer.base.language import tr


class DeleteQuestion(QMessageBox):
    """`accepted`: the user agrees. name: of the file."""

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(tr("Delete permanently"))
        self.setText(tr("Delete “{name}” for ever? This cannot be undone.").format(name=file_name(name, 60)))
        self.agree = self.addButton(tr("Delete permanently"), QMessageBox.ButtonRole.AcceptRole)
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        cancel.setIcon(QIcon())
        self.setDefaultButton(cancel)
