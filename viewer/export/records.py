"""Records of the exports that wait or run, so that the next start can tell what a crash lost. No widgets.

One JSON file each, in `exports` of the state folder. The exporting process deletes it when the export has ended.
"""

import json
import logging
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.base import own_file, owner, text_file, user_data
from engine.base.errors import ExportError
from engine.base.exact_number import fraction
from engine.export.options import DEFAULT, FileOptions
from engine.geometry.orientation import UPRIGHT
from engine.geometry.viewport import Region

MAX_BYTES = 1 << 16
"""Largest record that is read; one takes some hundred bytes and its two paths."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ExportRecord:
    """What is exported, and by which process.

    source: the picture's file, or the word demo; None for a pasted picture, which is gone with its process. model: a
    name, or a file's path. region: source px; None is the whole picture. size: (width, height) of the file in px.
    fidelity: weight of the model in the mixture with bicubic. pid, started: the process (engine/base/owner.py).
    page: of the file, from 0; None if it has only one. options: of the exported file. place: in the line of exports.
    """

    source: str | None
    orientation: int
    model: str
    target: Path
    region: Region | None
    size: tuple[int, int]
    fidelity: float
    pid: int
    started: float
    page: int | None = None
    options: FileOptions = DEFAULT
    place: int = 0


@dataclass(frozen=True)
class CommandRecord:
    """An export by a process of its own: the arguments of its command, without those that steer it. Else as above."""

    arguments: tuple[str, ...]
    target: Path
    pid: int
    started: float
    place: int = 0


Record = ExportRecord | CommandRecord


def add(record: Record) -> Path | None:
    """Stores a record. Returns its file; None if the disk refuses it, which does not stop an export."""
    path = _folder() / f"{secrets.token_hex(8)}.json"
    return path if replace(path, record) else None


def replace(path: Path, record: Record) -> bool:
    """Stores a record in a file of its own, which may have an older one. Returns whether the disk has taken it."""
    values = asdict(record) | {"target": str(record.target)}
    if isinstance(record, ExportRecord) and record.region is not None:
        values["region"] = [str(value) for value in record.region]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text_file.write(path, json.dumps(values))
    except (OSError, ExportError):
        logger.exception("an export has no record")
        return False
    return True


def abandoned() -> list[tuple[Path, Record]]:
    """Returns the records whose process is not alive any more, in their order, each with its file."""
    found = [(path, record) for path, record in _all() if not owner.alive(record.pid, record.started)]
    return sorted(found, key=lambda each: (each[1].started, each[1].place))


def remove(path: Path) -> None:
    """Deletes a record: its export has ended, or the user knows."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        logger.exception("the record of an export cannot be deleted")


def _all() -> Iterator[tuple[Path, Record]]:
    """Yields the records. A file that is none is deleted: only this program writes here."""
    for path in _folder().glob("*.json"):
        try:
            record = _parsed(path)
        except (OSError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError):
            logger.exception("the record of an export cannot be read")
            remove(path)
            continue
        yield path, record


def _parsed(path: Path) -> Record:
    """Reads a record. Raises an error of many types if it is none."""
    values: dict[str, Any] = own_file.read_json(path, MAX_BYTES)
    process = int(values["pid"]), float(values["started"])
    place = int(values.get("place", 0))
    if "arguments" in values:
        return CommandRecord(tuple(map(str, values["arguments"])), Path(values["target"]), *process, place)
    source, region = values["source"], values["region"]
    width, height = values["size"]
    return ExportRecord(
        None if source is None else str(source),
        int(values.get("orientation", UPRIGHT)) % 8,
        str(values["model"]),
        Path(values["target"]),
        None if region is None else _region(region),
        (int(width), int(height)),
        float(values["fidelity"]),
        *process,
        None if values.get("page") is None else int(values["page"]),
        FileOptions(**values.get("options", {})),
        place,
    )


def _region(texts: list[str]) -> Region:
    x, y, width, height = map(fraction, texts)
    return x, y, width, height


def _folder() -> Path:
    return user_data.state_folder() / "exports"
