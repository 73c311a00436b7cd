"""Picture files out: PNG, TIFF and JPEG from bands of rows, whole or not at all."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.base.atomic_file import replacing
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.export import jpeg_file, png_file, tiff_file
from engine.images.depth import Raster
from engine.images.image import MOST_PIXELS

Shape = tuple[int, int, int]

SPARE = 1.2
"""Free space wanted, in sizes of the file."""


@dataclass(frozen=True)
class Format:
    """How a kind of file is written and read back, and what it can hold.

    bits: most of a sample. side: most px along an edge. pixels: most in all. weight: bytes that a sample of 8 bits may
    take in the file.
    """

    write: Callable[[Path, Shape, Iterator[Raster], int], None]
    read_back: Callable[[Path], tuple[int, int]]
    bits: int
    side: int
    pixels: int
    weight: float


PNG = Format(png_file.write, png_file.read_back, 16, (1 << 31) - 1, 1 << 62, 1)
TIFF = Format(tiff_file.write, tiff_file.read_back, 16, (1 << 31) - 1, 1 << 62, 1)
JPEG = Format(jpeg_file.write, jpeg_file.read_back, 8, 65_500, MOST_PIXELS, 0.5)

FORMATS = {".png": PNG, ".tif": TIFF, ".tiff": TIFF, ".jpg": JPEG, ".jpeg": JPEG}


def max_bits(path: Path) -> int:
    """Of a sample, in the format that the suffix names: 8 or 16. Raises ExportError for one that will not do."""
    return _format(path).bits


def write(path: Path, width: int, height: int, bands: Iterator[Raster], alpha: bool, bits: int = 8) -> None:
    """Writes a picture that arrives as bands of (rows, width, 4 if alpha else 3) sRGB, from the top.

    bits: of a sample, uint8 or uint16, at most `max_bits`.
    The suffix is the format. An older file at `path` stays until the new one is on the disk and has been read
    back; on an error, one raised by `bands` too, it stays for good and nothing else is left behind.
    Raises ExportError: a suffix, size or free space that will not do, or a disk that fails.
    """
    shape = height, width, 4 if alpha else 3
    kind = _format(path)
    _weigh(path, kind, shape)
    try:
        _make_sure_of_room(path, kind, shape, bits)
        with replacing(path, lambda written: _verify(path, written, kind, shape)) as temporary:
            kind.write(temporary, shape, _complete(bands, shape, bits), bits)
    except OSError as error:
        reason = message("cannot be written ({why})", why=error.strerror or error)
        raise ExportError(path, reason, message("make room, or choose another folder")) from error


def _format(path: Path) -> Format:
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        named = path.suffix or message("a name without a suffix")
        reason = message("{suffix} is no format that can be written", suffix=named)
        raise ExportError(
            path, reason, message("end the name in one of {suffixes}", suffixes=" ".join(FORMATS))
        )
    return kind


def _weigh(path: Path, kind: Format, shape: Shape) -> None:
    height, width, _ = shape
    if min(height, width) < 1:
        reason = message("{width} x {height} px is no picture", width=width, height=height)
        raise ExportError(path, reason, message("choose at least one pixel"))
    if max(height, width) > kind.side or height * width > kind.pixels:
        limit = (
            message("{side} px a side, {most:.0f} megapixels", side=kind.side, most=kind.pixels / 1e6)
            if kind is JPEG
            else message("{side} px a side", side=kind.side)
        )
        reason = message(
            "{width} x {height} px is above the format's {limit}", width=width, height=height, limit=limit
        )
        raise ExportError(path, reason, message("write a .tif or a .png"))


def _make_sure_of_room(path: Path, kind: Format, shape: Shape, bits: int) -> None:
    need = SPARE * kind.weight * bits / 8 * shape[0] * shape[1] * shape[2]
    free = shutil.disk_usage(path.parent).free
    if need > free:
        reason = message(
            "may take {need:,.0f} MB, and {free:,.0f} MB are free", need=need / 1e6, free=free / 1e6
        )
        raise ExportError(path, reason, message("make room, or choose another disk"))


def _complete(bands: Iterator[Raster], shape: Shape, bits: int) -> Iterator[Raster]:
    """The bands, held to the shape that was promised for them."""
    rows = 0
    for band in bands:
        rows += len(band)
        if 8 * band.itemsize != bits or band.shape[1:] != shape[1:] or rows > shape[0]:
            raise ValueError(f"a band of {band.dtype} {band.shape} up to row {rows} in a picture of {shape}")
        yield band
    if rows != shape[0]:
        raise ValueError(f"{rows} rows for a picture of {shape}")


def _verify(path: Path, written: Path, kind: Format, shape: Shape) -> None:
    try:
        found = kind.read_back(written)
    # What is wrong with a file on a failing disk can be anything, and so can what its reader raises.
    except Exception as error:
        reason = message("did not read back from the disk ({why})", why=error)
        raise ExportError(path, reason, message("check the disk, and export again")) from error
    if found != shape[:2]:
        reason = message("read back as {found}, not {right}", found=found, right=shape[:2])
        raise ExportError(path, reason, message("check the disk, and export again"))
