"""The help sheet: all commands with their current keys, and the gestures of mouse and trackpad."""

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
from viewer.commands.menus import SUBMENUS
from viewer.commands.table import (
    BACKGROUND,
    COMMANDS,
    COMPARE,
    EDIT,
    FILE,
    FIT,
    GO,
    HELP,
    KEYBOARD,
    MODEL,
    PERCENT,
    POINTER_INPUT,
    RECENT,
    ROTATE,
    SCREEN,
    UNCERTAINTY,
    VIEW,
    WINDOW,
)

COLUMNS = 3
MOUSE = mark("Mouse and trackpad")
IN_VIEW = (FIT, PERCENT, ROTATE, BACKGROUND, SCREEN, WINDOW, UNCERTAINTY)
GROUPS = (FILE, RECENT, EDIT, VIEW, *IN_VIEW, COMPARE, GO, MODEL, HELP, KEYBOARD)
"""Order of the groups: that of the menu bar, keyboard-only last. Commands of other menus are with those above."""
HEADING_LINES = 2
"""Height of a heading, in lines of a group."""
HEADING_SPACE = 12
"""Space above a heading, in addition to that between lines; logical px."""

SheetLine = tuple[list[str], str, str]
"""Keys in the system's notation, text and tooltip of a command."""


class HelpSheet(QDialog):
    """Dialog with the table; not modal, so that the keys can be tried. It follows changes of the keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAccessibleName(tr("List of keyboard shortcuts"))
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(tr("List of keyboard shortcuts"))
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
        for names in _balanced_columns({name: len(group) for name, group in groups.items()}):
            row.addLayout(_column([(name, groups[name]) for name in names]))
        self._scroll.setWidget(sheet)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wanted, available = sheet.sizeHint(), self.screen().availableSize()
        if wanted.height() > available.height():
            wanted.setWidth(wanted.width() + bar)
        self.resize(wanted.boundedTo(available))


def lines(user_keys: bindings.Keys) -> dict[str, list[SheetLine]]:
    """Returns the lines by group: the commands that have a key, given the user's keys; and the gestures."""
    keys = bindings.current(user_keys)
    groups: dict[str, list[SheetLine]] = {name: [] for name in GROUPS}
    for command in COMMANDS:
        if keys[command.id]:
            line = bindings.native(keys[command.id]), tr(command.text), tr(command.tip)
            menu = command.menu if command.menu in GROUPS else SUBMENUS[command.menu][0]
            groups[menu].append(line)
    groups[MOUSE] = [([tr(gesture)], tr(text), "") for gesture, text in POINTER_INPUT]
    return {name: group for name, group in groups.items() if group}


def _balanced_columns(heights: dict[str, int]) -> list[list[str]]:
    """Distributes the groups, in order, over columns of about equal height."""
    target = (sum(heights.values()) + HEADING_LINES * len(heights)) / COLUMNS
    columns: list[list[str]] = [[]]
    height = 0.0
    for name, count in heights.items():
        # a group goes into the column that more than half of it fits into
        if columns[-1] and len(columns) < COLUMNS and height + (count + HEADING_LINES) / 2 > target:
            columns.append([])
            height = 0.0
        columns[-1].append(name)
        height += count + HEADING_LINES
    return columns


def _column(groups: list[tuple[str, list[SheetLine]]]) -> QGridLayout:
    """Lays out a column's groups as one table, so that all texts are aligned."""
    table = QGridLayout()
    table.setHorizontalSpacing(16)
    table.setVerticalSpacing(6)
    table.setColumnStretch(1, 1)
    for name, lines in groups:
        heading = QLabel(tr(name))
        heading.setProperty("heading", True)
        heading.setContentsMargins(0, HEADING_SPACE if table.count() else 0, 0, 2)
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
