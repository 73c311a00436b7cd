"""The recently opened files."""

from pathlib import Path

from engine.base.printable import file_name
from engine.images.pages import MOST_PAGES
from viewer.base import state
from viewer.widgets.list_menu import NAME_LENGTH, Entry

MAX_FILES = 12
"""Number of remembered files: as many as a menu shows at a glance."""
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


def entries() -> list[Entry]:
    """Returns the files as the entries of a menu: each file's path, and its page as the detail."""
    return [
        Entry(file_name(path.name, NAME_LENGTH), file_name(path), path, page)
        for path, page in files().items()
    ]
