"""Exports all settings to a file, and imports them."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.base import own_file, text_file
from engine.base.errors import FileError
from engine.base.messages import message
from viewer.base import settings
from viewer.base.settings import Settings

NAME = "unpixel-settings.json"
KIND = "unpixel-settings"
"""First entry of the file, which tells it from other JSON files."""
MAX_BYTES = 1 << 20


def write(path: Path, now: Settings) -> Settings:
    """Writes all settings, and returns them. Any thread. Raises FileError or ExportError if the disk refuses it."""
    content = {"kind": KIND, **asdict(now)}
    try:
        text_file.write(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")
    except OSError as error:
        reason = message("cannot be written ({why})", why=str(error.strerror))
        raise FileError(path, reason, message("choose another folder")) from error
    return now


def read(path: Path) -> Settings:
    """Returns the settings of a file. Those that it lacks, or has invalid values for, have their defaults.

    Any thread. Raises FileError for a file that holds no settings.
    """
    try:
        content: Any = own_file.read_json(path, MAX_BYTES)
    except OSError as error:
        reason = message("cannot be read ({why})", why=str(error.strerror))
        raise FileError(path, reason, message("choose another file")) from error
    except ValueError:
        content = None
    if not isinstance(content, dict) or content.get("kind") != KIND:
        reason = message("contains no settings of Unpixel")
        raise FileError(path, reason, message("choose a file that was exported from the settings"))
    return settings.parsed(content)
