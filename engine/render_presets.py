"""Named sets of options of `render`, in `export-presets.json` in the folder of the user's settings.

The file is a JSON object of names; each holds options by their names on the command line, without the dashes:
{"web": {"longest": 2048, "format": "jpg", "quality": 85, "metadata": "no-location"}}.
"""

import json
from itertools import chain, starmap
from pathlib import Path
from typing import Any

from engine.base import own_file, text_file, user_data, write_failure
from engine.base.errors import ExportError
from engine.base.messages import message

MAX_BYTES = 1 << 20

Presets = dict[str, dict[str, Any]]
"""Options by the name of the preset."""


def names() -> list[str]:
    """Returns the names of the presets, sorted."""
    return sorted(_read())


def words(name: str) -> list[str]:
    """Returns the words of a command line that a preset stands for. Raises ExportError if there is none."""
    return as_words(options(name))


def options(name: str) -> dict[str, Any]:
    """Returns the options of a preset. Raises ExportError if there is none."""
    presets = _read()
    if name not in presets:
        known = ", ".join(sorted(presets)) or "—"
        reason = message("has no preset {name}", name=name)
        raise ExportError(path(), reason, message("choose one of: {names}", names=known))
    return presets[name]


def as_words(options: dict[str, Any]) -> list[str]:
    """Returns options as words of a command line."""
    return list(chain.from_iterable(starmap(_words, options.items())))


def save(name: str, options: dict[str, Any]) -> None:
    """Stores a preset; one of this name is replaced. Raises ExportError if the disk refuses it."""
    _write(_read() | {name: options})


def remove(name: str) -> None:
    """Deletes a preset. Raises ExportError if the disk refuses it."""
    _write({each: options for each, options in _read().items() if each != name})


def path() -> Path:
    """Returns the path of the file."""
    return user_data.settings_folder() / "export-presets.json"


def _read() -> Presets:
    none: Presets = {}
    return own_file.load(path(), MAX_BYTES, _parsed, none)


def _write(presets: Presets) -> None:
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(path(), *write_failure.explained(error, path())) from error
    text_file.write(path(), json.dumps(presets, indent=1, ensure_ascii=False) + "\n")


def _parsed(content: dict[str, dict[str, Any]]) -> Presets:
    return {str(name): dict(options.items()) for name, options in content.items()}


def _words(option: str, value: Any) -> list[str]:
    if value is True:
        return [f"--{option}"]
    return [] if value in (False, None) else [f"--{option}={value}"]
