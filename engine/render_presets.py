"""Named sets of options of `render`, in `export-presets.json` in the folder of the user's settings.

The file is a JSON object of names; each holds options by their names on the command line, without the dashes:
{"web": {"longest": 2048, "format": "jpg", "quality": 85, "metadata": "no-location"}}.
"""

from itertools import chain, starmap
from pathlib import Path
from typing import Any

from engine.base import own_file, user_data
from engine.base.errors import ExportError
from engine.base.messages import message

MAX_BYTES = 1 << 20

Presets = dict[str, list[str]]
"""Words of a command line by name."""


def words(name: str) -> list[str]:
    """Returns the words of a command line that a preset stands for. Raises ExportError if there is none."""
    none: Presets = {}
    presets = own_file.load(path(), MAX_BYTES, _parsed, none)
    if name not in presets:
        known = ", ".join(sorted(presets)) or "—"
        reason = message("has no preset {name}", name=name)
        raise ExportError(path(), reason, message("choose one of: {names}", names=known))
    return presets[name]


def path() -> Path:
    """Returns the path of the file."""
    return user_data.settings_folder() / "export-presets.json"


def _parsed(content: dict[str, dict[str, Any]]) -> Presets:
    return {
        str(name): list(chain.from_iterable(starmap(_words, options.items())))
        for name, options in content.items()
    }


def _words(option: str, value: Any) -> list[str]:
    if value is True:
        return [f"--{option}"]
    return [] if value in (False, None) else [f"--{option}={value}"]
