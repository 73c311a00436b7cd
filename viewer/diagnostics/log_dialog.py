"""Shows the log, and copies it; the folder of its file can be opened."""

from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from viewer.base import local_files
from viewer.base.language import tr
from viewer.diagnostics import crash_file, log

SIZE = (760, 480)
"""Logical px."""


class LogDialog(QDialog):
    """Shows the last crash, if there was one, and the log, with its end in sight. It does not follow the file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Log"))
        self.text = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Log"))
        self.text.setPlaceholderText(tr("The log is empty: nothing went wrong."))
        self.text.setPlainText(crash_file.read_last_crash() + log.read())
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.copy_button = QPushButton(tr("Copy"))
        self.copy_button.clicked.connect(self._copy)
        self.folder_button = QPushButton(tr("Open folder"))
        self.folder_button.clicked.connect(self._open_folder)
        close = QPushButton(tr("Close"), default=True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self.copy_button, self.folder_button, close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addLayout(row)
        self.resize(*SIZE)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(local_files.url_of(log.path().parent))
