"""Named values in a JSON file. Any thread may call these functions."""

import json
import os
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import platformdirs

from engine.base import bounded_json, own_file, text_file
from engine.base.errors import ExportError
from engine.base.messages import message

MAX_BYTES = 4 << 20
"""Largest file that is read; a full one takes some kB."""
_lock = threading.Lock()
"""Held from reading the file to replacing it."""


def read(file: Path) -> dict[str, Any]:
    """Returns the values by name; none if there is no file. One that cannot be used is set aside and reported."""
    if not os.path.lexists(file):
        return _of_older_version(file.stem)
    return own_file.load(file, MAX_BYTES, _parsed, {})


def update(file: Path, changes: Mapping[str, Any], removed: Iterable[str] = ()) -> None:
    """Changes some values. If the disk refuses that, it is reported once, and the next change tries again."""
    with _lock:
        values = read(file) | changes
        for name in removed:
            values.pop(name, None)
        _write(file, values)


def _write(file: Path, values: dict[str, Any]) -> None:
    text = json.dumps(values, indent=1, ensure_ascii=False) + "\n"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        text_file.write(file, text)
    except (OSError, ExportError) as error:
        why = error.strerror if isinstance(error, OSError) else error.reason
        own_file.report_once(file, str(why), message("changes are lost when Unpixel ends"))


def _parsed(content: Any) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise ValueError("not a JSON object")
    return content


def _of_older_version(name: str) -> dict[str, Any]:
    """Returns the values of the INI file that Unpixel wrote at first, until there is a JSON file."""
    if "UNPIXEL_DATA" in os.environ:
        return {}
    path = platformdirs.user_config_path("unpixel", appauthor=False) / f"{name}.ini"
    try:
        content = own_file.read_bytes(path, MAX_BYTES)
    except OSError:
        return {}
    if b"@" in content:  # the values of Unpixel have none; Qt builds objects of any type from such a value
        return {}
    from PySide6.QtCore import QSettings

    file, values = QSettings(str(path), QSettings.Format.IniFormat), {}
    for key in file.allKeys():
        try:
            values[key] = bounded_json.parse(str(file.value(key)))
        except ValueError:
            continue
    return values
