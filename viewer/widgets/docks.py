"""The panels beside the picture: made when they are first asked for, away while there is room for the page alone."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow


class Docks(QObject):
    """A panel has the name of the command that opens and closes it, and ticks it in the menu."""

    def __init__(self, window: QMainWindow, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._makers: dict[str, Callable[[], QDockWidget]] = {}
        self._docks: dict[str, QDockWidget] = {}
        self._open = set[str]()
        self._room = True

    @property
    def open(self) -> list[str]:
        """Those that are open, also while they are away."""
        return sorted(self._open)

    def offer(self, name: str, make: Callable[[], QDockWidget]) -> None:
        """There is such a panel."""
        self._makers[name] = make

    def toggle(self, name: str) -> None:
        """Opens a panel, and closes it."""
        self.show(name, name not in self._docks or self._docks[name].isHidden())

    def show(self, name: str, shown: bool = True) -> None:
        """Opens a panel, or closes it."""
        if name in self._docks or shown:
            self._dock(name).setVisible(shown)

    def reopen(self, names: Iterable[object]) -> None:
        """Opens those of the last run that there still are."""
        for name in names:
            if isinstance(name, str) and name in self._makers:
                self.show(name, self._room)
                self._open.add(name)

    def arrange(self, room: bool) -> None:
        """room: whether the window shows more than the picture, and nothing but the picture."""
        self._room = room
        for name, dock in self._docks.items():
            dock.setVisible(room and name in self._open)

    def _dock(self, name: str) -> QDockWidget:
        if name not in self._docks:
            dock = self._docks[name] = self._makers[name]()
            dock.hide()
            dock.visibilityChanged.connect(lambda: self._note(name, dock))
            if not self._window.restoreDockWidget(dock):
                self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return self._docks[name]

    def _note(self, name: str, dock: QDockWidget) -> None:
        shown = not dock.isHidden()
        self._actions[name].setChecked(shown)
        if self._room and shown:
            self._open.add(name)
        elif self._room:
            self._open.discard(name)
