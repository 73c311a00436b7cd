"""The recently opened files, and the menu that lists them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from engine.base.printable import one_line
from viewer.base import state
from viewer.base.language import tr

MAX_FILES = 12
"""Number of remembered files: as many as a menu shows at a glance."""
NAME_LENGTH = 80
"""Characters of a name in the menu."""
STATE_KEY = "recent"


def files() -> list[Path]:
    """Returns the files, the latest first. Some may no longer exist: that is only checked when one is opened."""
    stored = state.read(STATE_KEY)
    names = stored[:MAX_FILES] if isinstance(stored, list) else []
    return [Path(name) for name in names if isinstance(name, str)]


def add(path: Path) -> None:
    """Puts a file that was opened at the front."""
    _store([path, *(other for other in files() if other != path)][:MAX_FILES])


def remove(path: Path) -> None:
    """Removes a file that could not be opened."""
    _store([other for other in files() if other != path])


def clear() -> None:
    """Removes all files."""
    _store([])


def _store(paths: list[Path]) -> None:
    state.store(STATE_KEY, [str(path) for path in paths])


class RecentMenu(QMenu):
    """Lists the recent files above its fixed actions. It is filled each time it is about to open.

    `chosen`: a file's path.
    """

    chosen = Signal(Path)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Open recent"), parent)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Replaces the listed files with the current ones."""
        listed = [action for action in self.actions() if action.data() is not None or action.isSeparator()]
        for action in listed:
            self.removeAction(action)
        first = self.actions()[0] if self.actions() else None
        paths = files()
        for path in paths:
            # Escaped: an ampersand in a file name is not a mnemonic.
            action = self.addAction(one_line(path.name, NAME_LENGTH).replace("&", "&&"))
            action.setToolTip(one_line(str(path)))
            action.setData(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            self.insertAction(first, action)
        if paths:
            self.insertSeparator(first)
