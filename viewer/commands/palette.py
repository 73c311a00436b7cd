"""The list of commands: one is found by typing parts of its name, and run."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.base import settings
from viewer.base.language import tr
from viewer.commands import bindings
from viewer.commands.menus import SUBMENUS
from viewer.commands.table import COMMANDS, Command
from viewer.widgets.qt_items import append_row

ID = "palette"
"""The command that opens the list; it is not in it."""
SIZE = (560, 420)
"""Logical px."""
ORDER = 2
"""Hidden column that the rows are sorted by."""
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys that move through the list while the focus is in the field."""


class Palette(QDialog):
    """Lists the commands with their menus and keys; those that cannot be used now are grey. actions: by their ids."""

    def __init__(self, parent: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find a command"))
        self._actions = actions
        self.search = QLineEdit(placeholderText=tr("Type a part of a command"))
        self.search.setAccessibleName(tr("Find a command"))
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._run_current)
        self.search.installEventFilter(self)
        self.list = _CommandList()
        self.list.itemActivated.connect(lambda _item: self._run_current())
        self.list.itemClicked.connect(lambda _item: self._run_current())
        self._nothing = QLabel(tr("No command is called that."))
        self._nothing.setProperty("faint", True)
        column = QVBoxLayout(self)
        for part in (self.search, self.list, self._nothing):
            column.addWidget(part)
        keys = bindings.current(settings.read().keys)
        for command in COMMANDS:
            if command.id != ID:
                self.list.add(command, keys[command.id], self._hindrance(command))
        self._filter("")
        self.resize(*SIZE)

    @property
    def shown(self) -> list[str]:
        """Ids of the commands that are listed, the best first."""
        rows = (self.list.topLevelItem(number) for number in range(self.list.topLevelItemCount()))
        return [row.data(0, Qt.ItemDataRole.UserRole) for row in rows if not row.isHidden()]

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES:
            self.list.keyPressEvent(event)
            return True
        return False

    def _filter(self, wanted: str) -> None:
        found = self.list.filter(wanted.casefold().split())
        self._nothing.setVisible(not found)

    def _hindrance(self, command: Command) -> str:
        """Returns why a command cannot be used now; empty if it can."""
        if self._actions[command.id].isEnabled():
            return ""
        # what every picture can do
        return tr("not for this picture") if self._actions["fit"].isEnabled() else tr("needs an open picture")

    def _run_current(self) -> None:
        """Closes, and then runs the command: it may open a dialog of its own."""
        row = self.list.currentItem()
        if row is not None and not row.isHidden() and not row.isDisabled():
            action = self._actions[row.data(0, Qt.ItemDataRole.UserRole)]
            self.accept()
            QTimer.singleShot(0, action, action.trigger)


class _CommandList(QTreeWidget):
    """Rows of menu and name, and of keys."""

    def __init__(self) -> None:
        super().__init__(columnCount=3, headerHidden=True, rootIsDecorated=False, uniformRowHeights=True)
        self.setAccessibleName(tr("Commands"))
        self.hideColumn(ORDER)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def add(self, command: Command, keys: tuple[str, ...], hindrance: str) -> None:
        """Adds a row. hindrance: why the command cannot be used now; empty if it can."""
        row = append_row(self)
        row.setText(0, _path(command))
        row.setText(1, hindrance or ", ".join(bindings.native(keys)))
        row.setDisabled(bool(hindrance))
        row.setData(ORDER, Qt.ItemDataRole.UserRole, self.topLevelItemCount())
        row.setToolTip(0, tr(command.tip))
        row.setData(0, Qt.ItemDataRole.UserRole, command.id)

    def filter(self, words: list[str]) -> bool:
        """Shows the commands with all words in their names or explanations. What can be used goes first, then names."""
        for row in self._rows():
            place = row.data(ORDER, Qt.ItemDataRole.UserRole)
            row.setText(ORDER, f"{row.isDisabled():d} {not _contains(row.text(0), words):d} {place:06d}")
        self.sortItems(ORDER, Qt.SortOrder.AscendingOrder)
        rows = self._rows()
        for row in rows:
            row.setHidden(not _contains(f"{row.text(0)} {row.toolTip(0)}", words))
        found = [row for row in rows if not row.isHidden()]
        usable = next((row for row in found if not row.isDisabled()), None)
        self.setCurrentItem(usable)
        if found:
            self.scrollToItem(usable or found[0])
        return bool(found)

    def _rows(self) -> list[QTreeWidgetItem]:
        return [self.topLevelItem(number) for number in range(self.topLevelItemCount())]


def _path(command: Command) -> str:
    """Returns the menus that lead to a command, and its name."""
    names = [tr(command.menu), tr(command.text)]
    if command.menu in SUBMENUS:
        names.insert(0, tr(SUBMENUS[command.menu][0]))
    return " ▸ ".join(names)


def _contains(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
