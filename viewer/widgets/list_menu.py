"""A menu that lists what is remembered, above its fixed actions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

NAME_LENGTH = 80
"""Characters of a name in the menu, of those that list files."""


@dataclass(frozen=True)
class Entry:
    """text, tip: for people. value, detail: what `chosen` emits."""

    text: str
    tip: str
    value: object
    detail: object = None


class ListMenu(QMenu):
    """It is filled each time it is about to open. listed: returns the entries.

    `chosen`: value and detail of an entry.
    """

    chosen = Signal(object, object)

    def __init__(self, title: str, parent: QWidget, listed: Callable[[], Iterable[Entry]]) -> None:
        super().__init__(title, parent)
        self._listed = listed
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Replaces the listed entries with the current ones."""
        old = [action for action in self.actions() if action.data() is not None or action.isSeparator()]
        for action in old:
            self.removeAction(action)
        first = self.actions()[0] if self.actions() else None
        entries = list(self._listed())
        for entry in entries:
            action = self.addAction(entry.text.replace("&", "&&"))  # an ampersand in a name is not a mnemonic
            action.setToolTip(entry.tip)
            action.setData(entry.tip)
            action.triggered.connect(lambda _=False, entry=entry: self.chosen.emit(entry.value, entry.detail))
            self.insertAction(first, action)
        if entries:
            self.insertSeparator(first)
