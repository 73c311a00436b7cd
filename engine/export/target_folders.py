"""The folders that exports were written to, so that the next start finds what killed exports left there.

They are kept in `export-folders.json` in the user's data folder: a JSON object of folder and time of the last export,
in seconds since the epoch.
"""

import json
import time
from pathlib import Path

from engine.base import leftovers, own_file, text_file, user_data
from engine.base.errors import ExportError

MAX_BYTES = 1 << 20
MAX_FOLDERS = 200
"""Folders that are remembered, the latest."""
KEPT_S = 2 * leftovers.MIN_AGE_S
"""Seconds after the last export for which a folder without leftovers is remembered: an export may still run there."""


def note(folder: Path) -> None:
    """Remembers a folder that an export is about to write to. A failing disk does no harm: the export goes on."""
    folders = _read()
    folders[str(folder.absolute())] = time.time()
    _write(dict(sorted(folders.items(), key=lambda entry: entry[1])[-MAX_FOLDERS:]))


def remove_leftovers() -> list[Path]:
    """Removes the leftovers of killed exports, and forgets the folders that are done. Returns the removed files."""
    folders = _read()
    removed = leftovers.remove(map(Path, folders))
    recent = time.time() - KEPT_S
    kept = {name: at for name, at in folders.items() if at > recent or leftovers.found(Path(name))}
    if kept != folders:
        _write(kept)
    return removed


def _file() -> Path:
    return user_data.folder() / "export-folders.json"


def _read() -> dict[str, float]:
    return own_file.load(_file(), MAX_BYTES, _parsed, {})


def _parsed(content: dict[str, float]) -> dict[str, float]:
    return {str(Path(name)): float(at) for name, at in content.items()}


def _write(folders: dict[str, float]) -> None:
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        text_file.write(_file(), json.dumps(folders, indent=1) + "\n")
    except (OSError, ExportError):
        return
