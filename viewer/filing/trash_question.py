"""Asks before a file is moved to the trash, until the user has had enough of it."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from engine.base.printable import file_name
from viewer.base import settings
from viewer.base.language import tr


class TrashQuestion(QMessageBox):
    """`accepted`: the user agrees. name: of the file."""

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(tr("Move to trash"))
        self.setText(tr("Move “{name}” to the trash?").format(name=file_name(name, 60)))
        self.again = QCheckBox(tr("Do not ask again"))
        self.setCheckBox(self.again)
        self.agree = self.addButton(tr("Move to trash"), QMessageBox.ButtonRole.AcceptRole)
        self.addButton(QMessageBox.StandardButton.Cancel).setIcon(QIcon())
        self.setDefaultButton(self.agree)
        self.agree.clicked.connect(self._remember)

    def _remember(self) -> None:
        if self.again.isChecked():
            settings.change(confirm_trash=False)
