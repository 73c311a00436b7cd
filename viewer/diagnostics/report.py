"""The problem report: a zip with versions, settings, log and last crash. It holds no picture and no name of one. No Qt.

`main.py doctor --report OUT.zip` writes it, also for the window.
"""

import json
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.base import write_failure
from engine.base.atomic_file import replacing
from engine.base.errors import ExportError
from engine.base.version import VERSION
from viewer.diagnostics import crash_file, log
from viewer.diagnostics.redaction import redacted

PRIVATE = ("models", "models_folder")
"""Entries of `doctor` that the user named."""


def write(path: Path, found: dict[str, Any]) -> None:
    """Writes the report. found: what `doctor` found. Raises ExportError; then an older file stays as it was."""
    about = {
        "unpixel": VERSION,
        **{name: value for name, value in found.items() if name not in PRIVATE},
    }
    texts = {
        "about.json": json.dumps(about, indent=2),
        "settings.json": json.dumps(_settings(), indent=2),
        "log.txt": redacted(log.read()),
        "crash.txt": redacted(crash_file.read_last_crash()),
    }
    try:
        with (
            replacing(path, _verify) as temporary,
            zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            for name, text in texts.items():
                archive.writestr(name, text)
    except OSError as error:
        raise ExportError(path, *write_failure.explained(error, path)) from error


def _settings() -> dict[str, Any]:
    """Returns the settings; empty if Qt, which reads them, cannot be loaded."""
    try:
        from viewer.base import settings
    except ImportError:
        return {}
    return asdict(settings.read())


def _verify(written: Path) -> None:
    """Raises OSError if the file is not a complete zip."""
    try:
        with zipfile.ZipFile(written) as archive:
            damaged = archive.testzip()
    except zipfile.BadZipFile as error:
        raise OSError(str(error)) from error
    if damaged is not None:
        raise OSError(damaged)
