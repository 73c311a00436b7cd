"""Writes picture files from bands of rows. A file is written completely or not at all."""

from collections.abc import Iterator
from pathlib import Path

from zlib_ng import zlib_ng

from engine.base import write_failure
from engine.base.atomic_file import final_target
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.compute.allocation import is_allocation_failure, typed_failures
from engine.export import preflight, target_folders
from engine.export.embedded import NOTHING, Embedded
from engine.export.formats import Format, format_of
from engine.export.options import DEFAULT, FileOptions
from engine.export.picture_head import PictureHead
from engine.images.bit_depth import Raster


def write(
    path: Path,
    width: int,
    height: int,
    bands: Iterator[Raster],
    alpha: bool,
    bits: int = 8,
    source: Path | None = None,
    options: FileOptions = DEFAULT,
    embedded: Embedded = NOTHING,
) -> None:
    """Writes a picture that arrives as bands of (rows, width, 4 if alpha else 3), from the top.

    The suffix selects the format. bits: per sample, 8 (uint8), 16 (uint16) or 32 (float32 of 0 to 1), that the format
    has. source: the file that the picture was read from, which is never replaced. The bands are in the colours of
    embedded.icc, or sRGB without one.
    If `path` is a link, the file that it leads to is written. An older file is replaced only after the new one is on
    the disk and was read back. On an error, also one raised by `bands`, the older file stays and no temporary file is
    left behind.
    Raises ExportError for an unknown suffix, an option or size that the format does not have, a `path` that is `source`
    or no regular file, too little free space or memory, or a disk error. Raises OutOfMemoryError.
    """
    head = PictureHead(height, width, 4 if alpha else 3, bits, options, embedded)
    kind, target = checked(path, head, source)
    try:
        target_folders.note(target.parent)
        checksum = None
        with (
            typed_failures(path),
            kind.replacing(path, lambda written: _verify(path, written, kind, head, checksum)) as temporary,
        ):
            checksum = kind.write(temporary, head, _checked_bands(bands, head))
    except OSError as error:
        raise ExportError(path, *write_failure.explained(error, path)) from error


def checked(path: Path, head: PictureHead, source: Path | None) -> tuple[Format, Path]:
    """Returns the format of a file and where its links lead to. Raises what `write` raises before it begins."""
    kind = format_of(path)
    preflight.check_options(path, kind, head.options)
    preflight.check_size(path, kind, head)
    check_source(path, source)
    try:
        target = final_target(path)
        preflight.check_free_space(target, kind, head)
    except OSError as error:
        raise ExportError(path, *write_failure.explained(error, path)) from error
    return kind, target


def check_source(path: Path, source: Path | None) -> None:
    """Raises ExportError if `path` is the file `source`: by another name, through links, or by a hard link."""
    try:
        same = source is not None and path.samefile(source)
    except (OSError, ValueError):  # one of them does not exist
        same = False
    if same:
        reason = message("is the file of the picture itself")
        raise ExportError(path, reason, message("choose another name"))


def _checked_bands(bands: Iterator[Raster], head: PictureHead) -> Iterator[Raster]:
    """Yields the bands. Raises ValueError if they do not add up to the picture."""
    rows = 0
    for band in bands:
        rows += len(band)
        if 8 * band.itemsize != head.bits or band.shape[1:] != head.shape[1:] or rows > head.height:
            raise ValueError(
                f"a band of {band.dtype} {band.shape} up to row {rows} in a picture of {head.shape}"
            )
        yield band
    if rows != head.height:
        raise ValueError(f"{rows} rows for a picture of {head.shape}")


def _verify(path: Path, written: Path, kind: Format, head: PictureHead, checksum: int | None) -> None:
    """Reads the temporary file `written` back. Raises ExportError, about `path`, if it is damaged.

    checksum: CRC-32 of what was written; None if the format needs none.
    """
    try:
        if checksum is not None and checksum != _checksum(written):
            raise OSError("its checksum is wrong")
        found = kind.read_back(written)
    # a failing disk can damage a file in any way, so its reader can raise any exception
    except Exception as error:
        if is_allocation_failure(error):
            raise
        reason = message("could not be read back from the disk ({why})", why=error)
        raise ExportError(path, reason, message("check the disk, and export again")) from error
    if found != head.shape[:2]:
        reason = message("was read back as {found}, not {right}", found=found, right=head.shape[:2])
        raise ExportError(path, reason, message("check the disk, and export again"))


def _checksum(path: Path) -> int:
    """Returns the CRC-32 of a file."""
    checksum = 0
    with path.open("rb") as file:
        while data := file.read(1 << 20):
            checksum = zlib_ng.crc32(data, checksum)
    return checksum
