"""The folders that files were copied or moved to, the latest first."""

from pathlib import Path

from engine.base.printable import file_name
from viewer.base import state
from viewer.widgets.list_menu import NAME_LENGTH, Entry

MAX_FOLDERS = 8
STATE_KEY = "folders"


def remembered() -> list[Path]:
    """Returns the folders. Some may no longer exist: that is only checked when one is chosen."""
    stored = state.read(STATE_KEY)
    names = stored if isinstance(stored, list) else []
    return [Path(name) for name in names if isinstance(name, str) and name][:MAX_FOLDERS]


def remember(folder: Path) -> None:
    """Puts a folder at the front."""
    others = [other for other in remembered() if other != folder]
    state.store(STATE_KEY, [str(path) for path in (folder, *others)][:MAX_FOLDERS])


def entries() -> list[Entry]:
    """Returns the folders as the entries of a menu."""
    return [Entry(file_name(path.name or path, NAME_LENGTH), file_name(path), path) for path in remembered()]
