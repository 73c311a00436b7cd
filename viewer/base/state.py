"""State that one run leaves to the next: recent files, geometry of the window, last view.

It has a file of its own, apart from the user's settings (viewer/base/settings.py): those can be reset alone.
"""

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSettings


def read(name: str) -> Any:
    """Returns the stored value, of JSON's types; None if there is none, or it cannot be read."""
    stored = _file().value(name)
    try:
        return json.loads(stored) if isinstance(stored, str) else None
    except ValueError:
        return None


def store(name: str, value: Any) -> None:
    """Stores a value of JSON's types for the next run."""
    store_all({name: value})


def store_all(values: Mapping[str, Any]) -> None:
    """Stores several values with one write. Any thread may call it."""
    file = _file()
    for name, value in values.items():
        file.setValue(name, json.dumps(value))


def _file() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "unpixel", "state")
