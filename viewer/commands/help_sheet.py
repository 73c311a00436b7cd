"""The sheet of keys, made from the table of commands and what the user has made of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.base.messages import mark
from viewer.base import settings
from viewer.base.language import tr
from viewer.commands import bindings
from viewer.commands.table import (
    COMMANDS,
    COMPARE,
    EDIT,
    FILE,
    GO,
    HELP,
    KEYBOARD,
    MODEL,
    PERCENT,
    POINTER_INPUT,
    RECENT,
    ROTATE,
    UNCERTAINTY,
    VIEW,
)

COLUMNS = 3
MOUSE = mark("Mouse and trackpad")
GROUPS = (FILE, RECENT, EDIT, VIEW, PERCENT, ROTATE, UNCERTAINTY, COMPARE, GO, MODEL, HELP, KEYBOARD)
"""As the menu bar has them."""
HEADING = 2
"""Lines that a heading is as high as."""
ABOVE = 12
"""Logical px over a heading, beside the space between two lines."""

SheetLine = tuple[list[str], str, str]
"""Keys as this system writes them, what they do, and more about it."""


class HelpSheet(QDialog):
    """Not modal: one may try the keys beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(tr("Table of keys"))
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(tr("Table of keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._fill()
        settings.notifier.changed.connect(self._fill)

    def _fill(self, *_settings: object) -> None:
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(28, 22, 28, 24)
        row.setSpacing(44)
        groups = lines(settings.read().keys)
        for names in _columns({name: len(found) for name, found in groups.items()}):
            row.addLayout(_column([(name, groups[name]) for name in names]))
        self._scroll.setWidget(sheet)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wanted, room = sheet.sizeHint(), self.screen().availableSize()
        if wanted.height() > room.height():
            wanted.setWidth(wanted.width() + bar)
        self.resize(wanted.boundedTo(room))


def lines(own: bindings.Keys) -> dict[str, list[SheetLine]]:
    """By menu, what has a key under the user's own keys; and what hands do."""
    keys = bindings.bound(own)
    groups: dict[str, list[SheetLine]] = {name: [] for name in GROUPS}
    for command in COMMANDS:
        if keys[command.id]:
            line = bindings.shown(keys[command.id]), tr(command.text), tr(command.tip)
            groups[command.menu].append(line)
    groups[MOUSE] = [([tr(hand)], tr(text), "") for hand, text in POINTER_INPUT]
    return {name: found for name, found in groups.items() if found}


def _columns(heights: dict[str, int]) -> list[list[str]]:
    """The groups, in order, in columns as equally high as that allows."""
    most = (sum(heights.values()) + HEADING * len(heights)) / COLUMNS
    columns: list[list[str]] = [[]]
    height = 0.0
    for name, count in heights.items():
        # a group goes where more of it fits
        if columns[-1] and len(columns) < COLUMNS and height + (count + HEADING) / 2 > most:
            columns.append([])
            height = 0.0
        columns[-1].append(name)
        height += count + HEADING
    return columns


def _column(groups: list[tuple[str, list[SheetLine]]]) -> QGridLayout:
    """One table for all groups of a column: what keys do begins at one place."""
    table = QGridLayout()
    table.setHorizontalSpacing(16)
    table.setVerticalSpacing(6)
    table.setColumnStretch(1, 1)
    for name, lines in groups:
        heading = QLabel(tr(name))
        heading.setProperty("heading", True)
        heading.setContentsMargins(0, ABOVE if table.count() else 0, 0, 2)
        table.addWidget(heading, table.rowCount(), 0, 1, 2)
        for keys, text, tip in lines:
            row = table.rowCount()
            table.addWidget(_keycaps(keys), row, 0, Qt.AlignmentFlag.AlignLeft)
            table.addWidget(QLabel(text, toolTip=tip), row, 1)
    table.setRowStretch(table.rowCount(), 1)
    return table


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
