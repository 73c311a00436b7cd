"""The menu bar and the context menu of the picture, made from the table of commands."""

from collections.abc import Mapping, Sequence

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
    COPY_TO,
    EDIT,
    FILE,
    FIT,
    GO,
    HELP,
    MOVE_TO,
    OPEN_WITH,
    PERCENT,
    RECENT,
    ROTATE,
    SCREEN,
    SORT,
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
    FILE: ("show-folder", "export", "close"),
    EDIT: ("paste", "delete", "select", "settings"),
    VIEW: ("fullscreen", "grid", "inspector", "exact"),
    COMPARE: ("reference-next", "fidelity"),
    GO: ("filmstrip", "previous-page", "slideshow", "bookmark"),
}
"""The commands that begin a section of a menu, below a separator."""
SUBMENUS = {
    RECENT: (FILE, "new-window"),
    OPEN_WITH: (FILE, "show-folder"),
    COPY_TO: (FILE, "trash"),
    MOVE_TO: (FILE, "trash"),
    FIT: (VIEW, "fullscreen"),
    PERCENT: (VIEW, "fullscreen"),
    ROTATE: (VIEW, "fullscreen"),
    BACKGROUND: (VIEW, "grid"),
    SCREEN: (VIEW, "grid"),
    WINDOW: (VIEW, "grid"),
    UNCERTAINTY: (VIEW, "inspector"),
    SORT: (GO, "sort-reversed"),
}
"""The menu that holds a menu, and the command above which it is; above its separator, if that begins a section."""
ALTERNATIVES = (FIT, UNCERTAINTY, BACKGROUND, SCREEN, SORT)
"""Menus of which exactly one command is checked."""
CONTEXT = (
    ("copy", "copy-source", "export"),
    ("show-folder", "rename", "trash", "properties"),
    ("select", "zoom-selection", "bookmark"),
    ("fit", "actual", "fullscreen"),
    ("flip", "wipe", "side-by-side", "inspector"),
)
"""Commands of the context menu, in sections."""


def fill(
    bar: QMenuBar, actions: dict[str, QAction], models: QMenu, references: QMenu, listed: Mapping[str, QMenu]
) -> None:
    """Fills the menu bar in the order of the table. Keyboard-only commands are in no menu.

    listed: menus of SUBMENUS that list more than commands.
    """
    for title, shown_title in BAR.items():
        menu = bar.addMenu(tr(shown_title))
        _add(menu, title, actions)
        separators = {first: menu.insertSeparator(actions[first]) for first in SECTIONS[title]}
        for name, (holder, before) in SUBMENUS.items():
            if holder == title:
                submenu = listed[name] if name in listed else QMenu(tr(name), menu)
                menu.insertMenu(separators.get(before, actions[before]), submenu)
                _fill_submenu(submenu, name, actions)
        if title == COMPARE:
            menu.insertMenu(separators["fidelity"], references)
        mark_mnemonics(menu.actions())
    bar.addMenu(models)
    menu = bar.addMenu(tr("&Help"))
    _add(menu, HELP, actions)
    mark_mnemonics(menu.actions())


def _fill_submenu(menu: QMenu, title: str, actions: dict[str, QAction]) -> None:
    _add(menu, title, actions)
    if title in ALTERNATIVES:
        group = QActionGroup(menu)
        for action in entries(title, actions):
            group.addAction(action)


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
