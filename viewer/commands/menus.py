"""The menu bar, made from the table of commands, the menu of models, and that of a right click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from engine.base.messages import mark
from viewer.base.language import tr
from viewer.commands import mnemonics
from viewer.commands.actions import (
    COMMANDS,
    COMPARE,
    EDIT,
    FILE,
    GO,
    HELP,
    MODEL,
    PERCENT,
    RECENT,
    TRUST,
    TURN,
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
    bar: QMenuBar, actions: dict[str, QAction], recents: QMenu, models: "ModelMenu", references: QMenu
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
            for part, before in ((PERCENT, lines[0]), (TURN, lines[0]), (TRUST, lines[2])):
                within = QMenu(tr(part), menu)
                menu.insertMenu(before, within)
                _add(within, part, actions)
        if title == COMPARE:
            menu.insertMenu(lines[1], references)
        _mark(menu.actions())
    bar.addMenu(models)
    models.offer_always(_of(MODEL, actions))
    menu = bar.addMenu(tr("&Help"))
    _add(menu, HELP, actions)
    _mark(menu.actions())


def here(actions: dict[str, QAction], parent: QWidget) -> QMenu:
    """The menu of a right click, which goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for part in HERE:
        menu.addSeparator()
        menu.addActions([actions[each] for each in part])
    return menu


def _of(title: str, actions: dict[str, QAction]) -> list[QAction]:
    return [actions[command.id] for command in COMMANDS if command.menu == title]


def _add(menu: QMenu, title: str, actions: dict[str, QAction]) -> None:
    menu.setToolTipsVisible(True)
    menu.addActions(_of(title, actions))
    _mark(menu.actions())


def _mark(entries: Sequence[QAction]) -> None:
    """Gives each entry its letter."""
    named = [entry for entry in entries if not entry.isSeparator()]
    plain = [mnemonics.plain(entry.text()) for entry in named]
    for entry, text in zip(named, mnemonics.marked(plain), strict=True):
        entry.setText(text)


class ModelMenu(QMenu):
    """`chosen`: a model's name, or its file's path."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("&Model"), parent)
        self.setToolTipsVisible(True)
        self._always: list[QAction] = []
        self.offer((), "", "")

    def offer_always(self, actions: list[QAction]) -> None:
        """What stands below the models."""
        self._always = actions
        _mark(actions)
        self.addActions(actions)

    def offer(self, names: tuple[str, ...], current: str, asked: str) -> None:
        """Lists the models there are. current, asked: what the one that decodes is called, and was asked for by; it is
        ticked, also where it is none of them."""
        for action in self._always:
            self.removeAction(action)
        self.clear()
        group = QActionGroup(self)
        listed = {name: name for name in names}
        for model, text in (listed if asked in listed or not asked else {**listed, asked: current}).items():
            action = self.addAction(text.replace("&", "&&"))
            action.setToolTip(model)
            action.setCheckable(True)
            action.setChecked(model == asked)
            action.triggered.connect(lambda _checked=False, model=model: self.chosen.emit(model))
            group.addAction(action)
        self.addSeparator()
        self.addActions(self._always)
