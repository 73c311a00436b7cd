"""State that one run leaves to the next: recent files, geometry of the window, last view.

It has a file of its own, apart from the user's settings (viewer/base/settings.py): those can be reset alone.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.base import user_data
from viewer.base import stored_values


def read(name: str) -> Any:
    """Returns the stored value, of JSON's types; None if there is none, or it cannot be read."""
    return stored_values.read(_file()).get(name)


def store(name: str, value: Any) -> None:
    """Stores a value of JSON's types for the next run."""
    store_all({name: value})


def store_all(values: Mapping[str, Any]) -> None:
    """Stores several values with one write. Any thread may call it."""
    stored_values.update(_file(), values)


def _file() -> Path:
    return user_data.state_folder() / "state.json"
