"""The menu bar, made from the table of commands, and the menu of models."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from viewer.actions import COMMANDS, COMPARE, FILE, GO, HELP, PERCENT, VIEW

MENUS = (FILE, VIEW, COMPARE, GO)


def fill(bar: QMenuBar, actions: dict[str, QAction], models: QMenu, references: QMenu) -> None:
    """Menus of the commands, in the table's order; those of the keyboard alone stand in none."""
    for title in MENUS:
        menu = bar.addMenu(f"&{title}")
        _add(menu, title, actions)
        if title == VIEW:
            _add(menu.addMenu(PERCENT), PERCENT, actions)
        if title == COMPARE:
            menu.addMenu(references)
    bar.addMenu(models)
    _add(bar.addMenu(f"&{HELP}"), HELP, actions)


def _add(menu: QMenu, title: str, actions: dict[str, QAction]) -> None:
    menu.setToolTipsVisible(True)
    for command in COMMANDS:
        if command.menu == title:
            menu.addAction(actions[command.id])


class ModelMenu(QMenu):
    """`chosen`: a model's name. `asked_file`: one is to be looked for among the files."""

    chosen = Signal(str)
    asked_file = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("&Model", parent)
        self.offer((), "")

    def offer(self, names: tuple[str, ...], current: str) -> None:
        """Lists the models there are; the current one is ticked, also where it is none of them."""
        self.clear()
        group = QActionGroup(self)
        for name in (*names, *(() if current in names or not current else (current,))):
            action = self.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == current)
            action.triggered.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            group.addAction(action)
        self.addSeparator()
        self.addAction("Open model file…").triggered.connect(self.asked_file)
