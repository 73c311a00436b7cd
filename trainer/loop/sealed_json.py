"""JSON files of a run folder with a hash of their content, so that a damaged or changed one is recognised."""

import hashlib
import json
from collections.abc import Mapping
from errno import EIO
from pathlib import Path
from typing import Any

from engine.base import own_file
from engine.base.atomic_file import replacing
from engine.base.messages import Message, message

SEAL = "sha256"
"""Key of the hash. No table has it for anything else."""
MAX_BYTES = 1 << 20
"""Largest file that is read; a recipe takes some 2 KB."""


class DamagedError(Exception):
    """A file is not what was written. reason: for people."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def write(path: Path, table: Mapping[str, Any]) -> None:
    """Writes a table of JSON values with its hash. Raises OSError."""
    text = json.dumps({**table, SEAL: _hash(table)}, indent=2) + "\n"

    def verify(written: Path) -> None:
        if written.read_text(encoding="utf-8") != text:
            raise OSError(EIO, f"{path.name} was not written correctly")

    with replacing(path, verify) as temporary:
        temporary.write_text(text, encoding="utf-8")


def read(path: Path) -> dict[str, Any]:
    """Returns the table that `write` stored. Raises DamagedError if it is anything else, OSError if it is not read."""
    try:
        table = own_file.read_json(path, MAX_BYTES)
        if isinstance(table, dict) and table.pop(SEAL, None) == _hash(table):
            return table
    except ValueError as error:
        raise DamagedError(message("is not valid JSON")) from error
    raise DamagedError(message("was damaged, changed, or written by another version"))


def _hash(table: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(table, sort_keys=True).encode()).hexdigest()
