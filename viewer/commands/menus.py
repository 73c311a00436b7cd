"""The menu bar, made from the table of commands, the menu of models, and that of a right click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from engine.base.messages import mark
from viewer.base.language import tr
from viewer.commands import mnemonics
from viewer.commands.table import (
    COMMANDS,
    COMPARE,
    EDIT,
    FILE,
    GO,
    HELP,
    PERCENT,
    RECENT,
    ROTATE,
    UNCERTAINTY,
    VIEW,
)

BAR = {
    FILE: mark("&File"),
    EDIT: mark("&Edit"),
    VIEW: mark("&View"),
    COMPARE: mark("&Compare"),
    GO: mark("&Go"),
}
"""The menus that hold nothing but commands, with their letters."""
PARTS = {
    FILE: ("export", "close"),
    EDIT: ("settings",),
    VIEW: ("fullscreen", "grid", "inspector", "exact", "select"),
    COMPARE: ("reference-next", "fidelity"),
    GO: ("keep-view", "bookmark"),
}
"""The commands that begin another part of a menu, below a line."""
HERE = (
    ("copy", "copy-source", "export"),
    ("select", "zoom-selection", "bookmark"),
    ("fit", "actual", "fullscreen"),
    ("flip", "wipe", "beside", "inspector"),
)
"""What a right click on the picture offers, in parts."""


def fill(
    bar: QMenuBar, actions: dict[str, QAction], recents: QMenu, models: QMenu, references: QMenu
) -> None:
    """Menus of the commands, in the table's order; those of the keyboard alone stand in none."""
    for title, name in BAR.items():
        menu = bar.addMenu(tr(name))
        _add(menu, title, actions)
        lines = [menu.insertSeparator(actions[first]) for first in PARTS[title]]
        if title == FILE:
            menu.insertMenu(actions["new-window"], recents)
            _add(recents, RECENT, actions)
        if title == VIEW:
            for part, before in ((PERCENT, lines[0]), (ROTATE, lines[0]), (UNCERTAINTY, lines[2])):
                within = QMenu(tr(part), menu)
                menu.insertMenu(before, within)
                _add(within, part, actions)
        if title == COMPARE:
            menu.insertMenu(lines[1], references)
        mark_mnemonics(menu.actions())
    bar.addMenu(models)
    menu = bar.addMenu(tr("&Help"))
    _add(menu, HELP, actions)
    mark_mnemonics(menu.actions())


def here(actions: dict[str, QAction], parent: QWidget) -> QMenu:
    """The menu of a right click, which goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for part in HERE:
        menu.addSeparator()
        menu.addActions([actions[each] for each in part])
    return menu


def entries(title: str, actions: dict[str, QAction]) -> list[QAction]:
    return [actions[command.id] for command in COMMANDS if command.menu == title]


def _add(menu: QMenu, title: str, actions: dict[str, QAction]) -> None:
    menu.setToolTipsVisible(True)
    menu.addActions(entries(title, actions))
    mark_mnemonics(menu.actions())


def mark_mnemonics(actions: Sequence[QAction]) -> None:
    """Gives each entry of a menu a letter of its own."""
    named = [entry for entry in actions if not entry.isSeparator()]
    plain = [mnemonics.plain(entry.text()) for entry in named]
    for entry, text in zip(named, mnemonics.marked(plain), strict=True):
        entry.setText(text)
