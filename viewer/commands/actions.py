"""A QAction for each command of the table."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from viewer.base.language import tr
from viewer.commands.table import COMMANDS

Handlers = Mapping[str, Callable[[], object]]
"""What a command does, by its id."""


def create(window: QWidget) -> dict[str, QAction]:
    """Returns the actions by id, added to the window: their keys (viewer/commands/bindings.py) work in all of it."""
    actions = {}
    for command in COMMANDS:
        action = QAction(tr(command.text), window)
        if command.checked is not None:
            action.setCheckable(True)
            action.setChecked(command.checked)
        window.addAction(action)
        actions[command.id] = action
    return actions


def connect(actions: Mapping[str, QAction], handlers: Handlers) -> None:
    """Has each action call its handler. Raises KeyError if a command has none."""
    for id, action in actions.items():
        action.triggered.connect(lambda _checked=False, handler=handlers[id]: handler())
