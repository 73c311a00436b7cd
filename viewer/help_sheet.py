"""The sheet of keys, made from the table of commands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from viewer.actions import COMMANDS, COMPARE, FILE, GO, HANDS, HELP, KEYBOARD, PERCENT, VIEW

COLUMNS = ((FILE, GO, COMPARE), (VIEW, KEYBOARD, HELP), ("Mouse and trackpad", PERCENT))


class HelpSheet(QDialog):
    """Not modal: one may try the keys beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAccessibleName("Table of keys")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 22, 28, 24)
        row.setSpacing(44)
        for groups in COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(18)
            for group in groups:
                column.addLayout(_group(group))
            column.addStretch()
            row.addLayout(column)


def _group(group: str) -> QVBoxLayout:
    heading = QLabel(group)
    heading.setProperty("heading", True)
    table = QGridLayout()
    table.setHorizontalSpacing(16)
    table.setVerticalSpacing(6)
    table.setColumnStretch(1, 1)
    for line, (keys, text, tip) in enumerate(_lines(group)):
        table.addWidget(_keycaps(keys), line, 0, Qt.AlignmentFlag.AlignLeft)
        table.addWidget(QLabel(text, toolTip=tip), line, 1)
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(heading)
    column.addLayout(table)
    return column


def _lines(group: str) -> list[tuple[list[str], str, str]]:
    """Keys as this system writes them, what they do, and more about it."""
    commands = [c for c in COMMANDS if c.menu == group and c.keys]
    if not commands:
        return [([hand], text, "") for hand, text in HANDS]
    native = QKeySequence.SequenceFormat.NativeText
    return [([QKeySequence(key).toString(native) for key in c.keys], c.text, c.tip) for c in commands]


def _keycaps(keys: list[str]) -> QWidget:
    caps = QWidget()
    row = QHBoxLayout(caps)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for key in keys:
        cap = QLabel(key)
        cap.setProperty("keycap", True)
        row.addWidget(cap)
    return caps
