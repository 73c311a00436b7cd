"""The list of the files that an export could not write, to read and to copy."""

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from engine.base.printable import file_name
from viewer.base.language import tr
from viewer.export.queued import QueuedExport


def show_failures(window: QWidget, export: QueuedExport) -> None:
    """Opens the list."""
    dialog = FailuresDialog(window, export)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


class FailuresDialog(QDialog):
    """One line for each file: which, why, and what to do."""

    def __init__(self, window: QWidget, export: QueuedExport) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Export errors"))
        name = file_name(export.target.name)
        about = QLabel(f"{name}: {export.message}" if export.failures else name, wordWrap=True)
        self.lines = QPlainTextEdit(
            "\n".join(export.failures or (export.message,)),
            readOnly=True,
            lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap,
        )
        self.lines.setAccessibleName(tr("Export errors"))
        self.lines.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        self.copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.lines.toPlainText()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (about, self.lines, buttons):
            column.addWidget(widget)
        self.resize(640, 320)
