"""The dock panels beside the picture. A panel is created when it is first opened."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow


class Docks(QObject):
    """Opens, closes and remembers the panels.

    A panel's name is the id of the command that opens and closes it. The command is checked while the panel is open.
    All panels are hidden in full screen and beside the training page, but they still count as open.
    """

    def __init__(self, window: QMainWindow, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._makers: dict[str, Callable[[], QDockWidget]] = {}
        self._docks: dict[str, QDockWidget] = {}
        self._open = set[str]()
        self._has_room = True

    @property
    def open(self) -> list[str]:
        """Names of the open panels, also while they are temporarily hidden."""
        return sorted(self._open)

    def offer(self, name: str, make: Callable[[], QDockWidget]) -> None:
        """Registers a panel by the function that creates it."""
        self._makers[name] = make

    def toggle(self, name: str) -> None:
        """Opens a closed panel, or closes an open one."""
        self.show(name, name not in self._docks or self._docks[name].isHidden())

    def show(self, name: str, shown: bool = True) -> None:
        """Opens a panel, or closes it."""
        if name in self._docks or shown:
            self._dock(name).setVisible(shown)

    def reopen(self, names: Iterable[object]) -> None:
        """Opens the panels of the last run. Ignores names that are no longer registered."""
        for name in names:
            if isinstance(name, str) and name in self._makers:
                self.show(name, self._has_room)
                self._open.add(name)

    def arrange(self, has_room: bool) -> None:
        """Shows or hides the open panels. has_room: the window is neither in full screen nor shows the training."""
        self._has_room = has_room
        for name, dock in self._docks.items():
            dock.setVisible(has_room and name in self._open)

    def _dock(self, name: str) -> QDockWidget:
        """Returns a panel. Creates it on the first call, at its place of the last run, else right or below."""
        if name not in self._docks:
            dock = self._docks[name] = self._makers[name]()
            dock.hide()
            # Not a lambda: Qt disconnects a bound method when it deletes `self`, which happens before the docks go.
            dock.visibilityChanged.connect(self._record_visibility)
            if not self._window.restoreDockWidget(dock):
                area = Qt.DockWidgetArea
                right = dock.isAreaAllowed(area.RightDockWidgetArea)
                self._window.addDockWidget(
                    area.RightDockWidgetArea if right else area.BottomDockWidgetArea, dock
                )
        return self._docks[name]

    @Slot()
    def _record_visibility(self) -> None:
        """Updates the command's check mark, and the set of open panels unless the panels are temporarily hidden."""
        name, dock = next((name, dock) for name, dock in self._docks.items() if dock is self.sender())
        shown = not dock.isHidden()
        self._actions[name].setChecked(shown)
        if self._has_room and shown:
            self._open.add(name)
        elif self._has_room:
            self._open.discard(name)
