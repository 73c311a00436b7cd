"""The recently opened files, and the menu that lists them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from engine.base.printable import file_name
from engine.images.pages import MOST_PAGES
from viewer.base import state
from viewer.base.language import tr

MAX_FILES = 12
"""Number of remembered files: as many as a menu shows at a glance."""
NAME_LENGTH = 80
"""Characters of a name in the menu."""
STATE_KEY = "recent"


Recents = dict[Path, int | None]
"""Files, the latest first, each with the page that was shown last, from 0; None if it has only one."""


def files() -> Recents:
    """Returns the files. Some may no longer exist: that is only checked when one is opened."""
    stored = state.read(STATE_KEY)
    found: Recents = {}
    for entry in stored[:MAX_FILES] if isinstance(stored, list) else []:
        match entry:
            case str(name):
                found[Path(name)] = None
            case [str(name), int(page)] if 0 <= page < MOST_PAGES:
                found[Path(name)] = page
    return found


def add(path: Path, page: int | None = None) -> None:
    """Puts a file that was opened at the front."""
    others = {other: each for other, each in files().items() if other != path}
    _store({path: page, **others})


def remove(path: Path) -> None:
    """Removes a file that could not be opened."""
    _store({other: page for other, page in files().items() if other != path})


def clear() -> None:
    """Removes all files."""
    _store({})


def _store(recents: Recents) -> None:
    entries = [str(path) if page is None else [str(path), page] for path, page in recents.items()]
    state.store(STATE_KEY, entries[:MAX_FILES])


class RecentMenu(QMenu):
    """Lists the recent files above its fixed actions. It is filled each time it is about to open.

    `chosen`: a file's path and page.
    """

    chosen = Signal(Path, object)

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
        for path, page in paths.items():
            # Escaped: an ampersand in a file name is not a mnemonic.
            action = self.addAction(file_name(path.name, NAME_LENGTH).replace("&", "&&"))
            action.setToolTip(file_name(path))
            action.setData(str(path))
            action.triggered.connect(lambda _=False, path=path, page=page: self.chosen.emit(path, page))
            self.insertAction(first, action)
        if paths:
            self.insertSeparator(first)
