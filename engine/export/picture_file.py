"""Writes PNG, TIFF and JPEG files from bands of rows. A file is written completely or not at all."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.base.atomic_file import final_target, replacing
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.compute.allocation import is_allocation_failure, typed_failures
from engine.export import jpeg_file, png_file, target_folders, tiff_file
from engine.images.bit_depth import Raster
from engine.images.image_file import MOST_PIXELS

Shape = tuple[int, int, int]
"""(height, width, channels), px."""

SPACE_MARGIN = 1.2
"""Required free space, as a multiple of the largest size that the file can have."""


@dataclass(frozen=True)
class Format:
    """Functions and limits of a file format.

    read_back: decodes a written file as far as needed to trust it, and returns (H, W).
    max_bits: per sample. max_side, max_pixels: px. bytes_per_sample: most bytes that an 8-bit sample takes in the file.
    """

    write: Callable[[Path, Shape, Iterator[Raster], int], None]
    read_back: Callable[[Path], tuple[int, int]]
    max_bits: int
    max_side: int
    max_pixels: int
    bytes_per_sample: float


PNG = Format(png_file.write, png_file.read_back, 16, (1 << 31) - 1, 1 << 62, 1)
TIFF = Format(tiff_file.write, tiff_file.read_back, 16, (1 << 31) - 1, 1 << 62, 1)
JPEG = Format(jpeg_file.write, jpeg_file.read_back, 8, 65_500, MOST_PIXELS, 0.5)

FORMATS = {".png": PNG, ".tif": TIFF, ".tiff": TIFF, ".jpg": JPEG, ".jpeg": JPEG}


def max_bits(path: Path) -> int:
    """Returns the most bits per sample of the format that the suffix names: 8 or 16. Raises ExportError if unknown."""
    return _format(path).max_bits


def write(
    path: Path,
    width: int,
    height: int,
    bands: Iterator[Raster],
    alpha: bool,
    bits: int = 8,
    source: Path | None = None,
) -> None:
    """Writes a picture that arrives as bands of (rows, width, 4 if alpha else 3) sRGB, from the top.

    The suffix selects the format. bits: per sample, 8 (uint8) or 16 (uint16), at most `max_bits(path)`.
    source: the file that the picture was read from, which is never replaced.
    If `path` is a link, the file that it leads to is written. An older file is replaced only after the new one is on
    the disk and was read back. On an error, also one raised by `bands`, the older file stays and no temporary file is
    left behind.
    Raises ExportError for an unknown suffix, a size beyond the format's limits, a `path` that is `source` or no regular
    file, too little free space or a disk error. Raises OutOfMemoryError.
    """
    shape = height, width, 4 if alpha else 3
    kind = _format(path)
    _check_size(path, kind, shape)
    _check_source(path, source)
    try:
        target = final_target(path)
        _check_free_space(target, kind, shape, bits)
        target_folders.note(target.parent)
        with (
            typed_failures(path),
            replacing(path, lambda written: _verify(path, written, kind, shape)) as temporary,
        ):
            kind.write(temporary, shape, _checked_bands(bands, shape, bits), bits)
    except OSError as error:
        reason = message("cannot be written ({why})", why=error.strerror or error)
        raise ExportError(path, reason, message("free disk space, or choose another folder")) from error


def _format(path: Path) -> Format:
    """Returns the format of the suffix. Raises ExportError if it is unknown."""
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        named = path.suffix or message("a name without a suffix")
        reason = message("{suffix} is not a supported format", suffix=named)
        raise ExportError(
            path, reason, message("use a name that ends in one of {suffixes}", suffixes=" ".join(FORMATS))
        )
    return kind


def _check_size(path: Path, kind: Format, shape: Shape) -> None:
    """Raises ExportError if the format cannot hold a picture of this size."""
    height, width, _ = shape
    if min(height, width) < 1:
        reason = message("{width} x {height} px is not a valid size", width=width, height=height)
        raise ExportError(path, reason, message("choose at least one pixel"))
    if max(height, width) > kind.max_side or height * width > kind.max_pixels:
        limit = (
            message(
                "{side} px per side, {most:.0f} megapixels", side=kind.max_side, most=kind.max_pixels / 1e6
            )
            if kind is JPEG
            else message("{side} px per side", side=kind.max_side)
        )
        reason = message(
            "{width} x {height} px exceeds the format's limit of {limit}",
            width=width,
            height=height,
            limit=limit,
        )
        raise ExportError(path, reason, message("use a .tif or a .png"))


def _check_source(path: Path, source: Path | None) -> None:
    """Raises ExportError if `path` is the file `source`: by another name, through links, or by a hard link."""
    try:
        same = source is not None and path.samefile(source)
    except (OSError, ValueError):  # one of them does not exist
        same = False
    if same:
        reason = message("is the file of the picture itself")
        raise ExportError(path, reason, message("choose another name"))


def _check_free_space(path: Path, kind: Format, shape: Shape, bits: int) -> None:
    """Raises ExportError if the largest possible file does not fit on the disk."""
    need = SPACE_MARGIN * kind.bytes_per_sample * bits / 8 * shape[0] * shape[1] * shape[2]
    free = shutil.disk_usage(path.parent).free
    if need > free:
        reason = message(
            "may need {need:,.0f} MB, but {free:,.0f} MB are free", need=need / 1e6, free=free / 1e6
        )
        raise ExportError(path, reason, message("free disk space, or choose another disk"))


def _checked_bands(bands: Iterator[Raster], shape: Shape, bits: int) -> Iterator[Raster]:
    """Yields the bands. Raises ValueError if they do not add up to `shape`."""
    rows = 0
    for band in bands:
        rows += len(band)
        if 8 * band.itemsize != bits or band.shape[1:] != shape[1:] or rows > shape[0]:
            raise ValueError(f"a band of {band.dtype} {band.shape} up to row {rows} in a picture of {shape}")
        yield band
    if rows != shape[0]:
        raise ValueError(f"{rows} rows for a picture of {shape}")


def _verify(path: Path, written: Path, kind: Format, shape: Shape) -> None:
    """Reads the temporary file `written` back. Raises ExportError, about `path`, if it is damaged."""
    try:
        found = kind.read_back(written)
    # a failing disk can damage a file in any way, so its reader can raise any exception
    except Exception as error:
        if is_allocation_failure(error):
            raise
        reason = message("could not be read back from the disk ({why})", why=error)
        raise ExportError(path, reason, message("check the disk, and export again")) from error
    if found != shape[:2]:
        reason = message("was read back as {found}, not {right}", found=found, right=shape[:2])
        raise ExportError(path, reason, message("check the disk, and export again"))
