"""The files that were open lately, and the menu that offers them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from viewer.base import state
from viewer.base.language import tr

MOST = 12
"""Files that are kept: as many as a menu shows at a glance."""
NAME = "recent"


def files() -> list[Path]:
    """The latest first. They may be gone by now: nobody looks before one is asked for."""
    kept = state.read(NAME)
    return [Path(name) for name in kept if isinstance(name, str)] if isinstance(kept, list) else []


def add(path: Path) -> None:
    """It is open now."""
    _keep([path, *(other for other in files() if other != path)][:MOST])


def remove(path: Path) -> None:
    """It could not be opened."""
    _keep([other for other in files() if other != path])


def clear() -> None:
    """Forgets all of them."""
    _keep([])


def _keep(paths: list[Path]) -> None:
    state.store(NAME, [str(path) for path in paths])


class RecentMenu(QMenu):
    """`chosen`: a file's path. It is filled when it is about to be seen, above what it holds from the start."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Open recent"), parent)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offers the files there are."""
        own = [action for action in self.actions() if action.data() is not None or action.isSeparator()]
        for action in own:
            self.removeAction(action)
        first = self.actions()[0] if self.actions() else None
        paths = files()
        for path in paths:
            # An ampersand in a name is no key.
            action = self.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            self.insertAction(first, action)
        if paths:
            self.insertSeparator(first)
