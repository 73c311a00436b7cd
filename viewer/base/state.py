"""What one run leaves to the next without anyone having chosen it: recent files, the window's place, the last view.

A file of its own, so that choices (viewer/base/settings.py) can be undone without it.
"""

import json
from typing import Any

from PySide6.QtCore import QSettings


def read(name: str) -> Any:
    """What was kept, of JSON's types; None where there is nothing that makes sense."""
    kept = _file().value(name)
    try:
        return json.loads(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def store(name: str, value: Any) -> None:
    """Keeps a value of JSON's types for the next run."""
    _file().setValue(name, json.dumps(value))


def _file() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "unpixel", "state")
