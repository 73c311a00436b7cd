"""What a batch consists of: which pictures, and the file of each. Importing this loads no torch."""

from dataclasses import dataclass
from pathlib import Path

from engine.base import paths
from engine.base.errors import ExportError, UnpixelError
from engine.base.messages import message
from engine.images import folder

PLACEHOLDERS = "{name} {suffix} {folder} {number}"
"""What a name pattern may contain."""


@dataclass(frozen=True)
class BatchItem:
    """A source and its target."""

    source: Path
    target: Path


def items(
    sources: list[Path],
    out: Path,
    suffix: str,
    pattern: str,
    types: tuple[str, ...] = (),
    below: bool = True,
) -> tuple[list[BatchItem], list[UnpixelError]]:
    """Returns what a batch consists of, in a fixed order, and an error for each target that two sources would have.

    Folders are searched, with those `below` them, which are made in `out`, too; `out` itself is left out. pattern: name
    of a target without its suffix; {name}, {suffix}, {folder} and {number} stand for those of the source, and its place
    in the batch. types: suffixes of the sources; empty for all.
    Raises ExportError for a pattern with other placeholders.
    """
    found: dict[Path, BatchItem] = {}
    errors: list[UnpixelError] = []
    for number, (source, inner) in enumerate(_sources(sources, out, types, below), 1):
        target = out / inner / f"{named(pattern, source, number, out)}{suffix}"
        if target in found:
            reason = message("would have the same file as {other}", other=found[target].source)
            errors.append(
                ExportError(source, reason, message("add {more} to the name pattern", more="{suffix}"))
            )
        else:
            found[target] = BatchItem(source, target)
    return list(found.values()), errors


def _sources(sources: list[Path], out: Path, types: tuple[str, ...], below: bool) -> list[tuple[Path, Path]]:
    """Returns the pictures, and the folder of each relative to the one that was given."""
    found: dict[Path, Path] = {}
    written = out.absolute()
    for source in sources:
        if not paths.is_folder(source):
            found.setdefault(source, Path())  # also what is missing: it becomes an error of its own
            continue
        inner = sorted(path for path in source.rglob("*") if paths.is_folder(path)) if below else []
        for each in (source, *inner):
            if each != source and each.absolute().is_relative_to(written):
                continue  # what an earlier run of the batch has made
            for picture in folder.images(each):
                found.setdefault(picture, each.relative_to(source))
    wanted = {f".{each.lower().lstrip('.')}" for each in types}
    return [(path, below) for path, below in found.items() if not wanted or path.suffix.lower() in wanted]


def named(pattern: str, source: Path, number: int, out: Path) -> str:
    """Returns the name of a target, without its suffix. Raises ExportError, about `out`, for another pattern."""
    try:
        name = pattern.format(
            name=source.stem, suffix=source.suffix[1:], folder=source.parent.name, number=number
        )
    except (ValueError, LookupError, AttributeError) as error:
        reason = message("the name pattern {pattern} cannot be used", pattern=pattern)
        remedy = message("its placeholders are {names}", names=PLACEHOLDERS)
        raise ExportError(out, reason, remedy) from error
    if not name or "/" in name or "\\" in name:
        reason = message("the name pattern {pattern} gives no file name", pattern=pattern)
        raise ExportError(out, reason, message("leave out / and \\"))
    return name
