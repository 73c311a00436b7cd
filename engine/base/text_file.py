"""A text file, whole or not at all."""

from pathlib import Path

from engine.base.atomic_file import replacing
from engine.base.errors import ExportError
from engine.base.messages import message


def write(path: Path, text: str) -> None:
    """Writes `text` in UTF-8. Raises ExportError where the disk does not take it; an older file is then untouched."""
    try:
        with replacing(path) as temporary:
            temporary.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = message("cannot be written ({why})", why=error.strerror or error)
        raise ExportError(path, reason, message("give another file, or make room")) from error
