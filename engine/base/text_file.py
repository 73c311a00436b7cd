"""Atomic writing of text files."""

from pathlib import Path

from engine.base import write_failure
from engine.base.atomic_file import replacing
from engine.base.errors import ExportError


def write(path: Path, text: str) -> None:
    """Writes `text` in UTF-8. Raises ExportError if the disk refuses it; an older file then stays as it was.

    A lone surrogate, which stands for a byte of a file name that is no text, is written as JSON writes it: \\udcff.
    """
    try:
        with replacing(path) as temporary:
            temporary.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise ExportError(path, *write_failure.explained(error, path)) from error
