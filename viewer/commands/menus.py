"""The menu bar and the context menu of the picture, made from the table of commands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from engine.base.messages import mark
from viewer.base.language import tr
from viewer.commands import mnemonics
from viewer.commands.table import (
    BACKGROUND,
    COMMANDS,
    COMPARE,
    EDIT,
    FILE,
    FIT,
    GO,
    HELP,
    PERCENT,
    RECENT,
    ROTATE,
    UNCERTAINTY,
    VIEW,
    WINDOW,
)

BAR = {
    FILE: mark("&File"),
    EDIT: mark("&Edit"),
    VIEW: mark("&View"),
    COMPARE: mark("&Compare"),
    GO: mark("&Go"),
}
"""Titles, with mnemonics, of the menus that hold only commands."""
SECTIONS = {
    FILE: ("export", "close"),
    EDIT: ("settings",),
    VIEW: ("fullscreen", "grid", "inspector", "exact", "select"),
    COMPARE: ("reference-next", "fidelity"),
    GO: ("previous-page", "slideshow", "bookmark"),
}
"""The commands that begin a section of a menu, below a separator."""
ALTERNATIVES = (FIT, UNCERTAINTY, BACKGROUND)
"""Menus of which exactly one command is checked."""
CONTEXT = (
    ("copy", "copy-source", "export"),
    ("select", "zoom-selection", "bookmark"),
    ("fit", "actual", "fullscreen"),
    ("flip", "wipe", "side-by-side", "inspector"),
)
"""Commands of the context menu, in sections."""


def fill(
    bar: QMenuBar, actions: dict[str, QAction], recents: QMenu, models: QMenu, references: QMenu
) -> None:
    """Fills the menu bar in the order of the table. Keyboard-only commands are in no menu."""
    for title, shown_title in BAR.items():
        menu = bar.addMenu(tr(shown_title))
        _add(menu, title, actions)
        separators = [menu.insertSeparator(actions[first]) for first in SECTIONS[title]]
        if title == FILE:
            menu.insertMenu(actions["new-window"], recents)
            _add(recents, RECENT, actions)
        if title == VIEW:
            for name, before in (
                (FIT, separators[0]),
                (PERCENT, separators[0]),
                (ROTATE, separators[0]),
                (BACKGROUND, separators[1]),
                (WINDOW, separators[1]),
                (UNCERTAINTY, separators[2]),
            ):
                submenu = QMenu(tr(name), menu)
                menu.insertMenu(before, submenu)
                _add(submenu, name, actions)
                if name in ALTERNATIVES:
                    group = QActionGroup(submenu)
                    for action in entries(name, actions):
                        group.addAction(action)
        if title == COMPARE:
            menu.insertMenu(separators[1], references)
        mark_mnemonics(menu.actions())
    bar.addMenu(models)
    menu = bar.addMenu(tr("&Help"))
    _add(menu, HELP, actions)
    mark_mnemonics(menu.actions())


def context_menu(actions: dict[str, QAction], parent: QWidget) -> QMenu:
    """Returns the context menu of the picture, which is deleted when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for section in CONTEXT:
        menu.addSeparator()
        menu.addActions([actions[id] for id in section])
    return menu


def entries(title: str, actions: dict[str, QAction]) -> list[QAction]:
    """Returns the actions of a menu, in the order of the table."""
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
