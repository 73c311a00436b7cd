"""Writes a region of a picture to a file at any resolution, in bands of rows, so that memory stays bounded."""

import time
from collections.abc import Callable, Hashable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np

from engine.base.errors import SessionEnded, Superseded
from engine.export import export_plan, picture_file, pixel_identity, preflight
from engine.export.export_plan import ExportPlan
from engine.export.formats import Format
from engine.export.kept_bands import KeptBands
from engine.export.options import DEFAULT
from engine.export.ordered_work import ordered
from engine.export.picture_head import PictureHead
from engine.geometry.axis import Axis
from engine.geometry.viewport import Region
from engine.images.bit_depth import Raster
from engine.images.picture import Picture
from engine.models.implicit import Check, never_cancel

BAND_PIXELS = 1 << 21
"""Output px that are decoded at once: about 50 MB of intermediate values."""
DECODING_BYTES = 24
"""Of the intermediate values, per px."""
BANDS_AT_ONCE = 3
"""Bands that are decoded, converted and compressed at a time."""

Progress = Callable[[int, int, float], None]
"""Called with the output px done, the output px in total, and the output px per second."""


class ExportSource(Protocol):
    """An image that can be exported: a ContinuousImage, or one with the same interface."""

    @property
    def picture(self) -> Picture: ...

    @property
    def identity(self) -> Hashable: ...

    def prefetch(self, rows: Axis, cols: Axis, view: tuple[Axis, Axis], check: Check = ...) -> None: ...

    def grid(
        self, rows: Axis, cols: Axis, check: Check = ..., *, bits: int = ...
    ) -> tuple[Raster, Raster | None]: ...


class Kept(Protocol):
    """Bands that need not be decoded; see KeptBands."""

    def band(self, row: int, decode: Callable[[], Raster]) -> Raster: ...

    def remove(self) -> None: ...

    def close(self) -> None: ...


def write_region(
    source: ExportSource,
    region: Region | None,
    size: tuple[int, int],
    path: Path,
    progress: Progress,
    check: Check = never_cancel,
    piece_side: int | None = None,
    planned: ExportPlan | None = None,
) -> None:
    """Writes a region of the picture to the file `path`, as `size` (width, height) px.

    region: x, y, width, height in source px; None for the whole picture.
    A 16-bit picture is written with 16 bits if the format has them. The file is replaced atomically.
    piece_side: output px a side of the pieces that a band is decoded in, so that `check` is called often in the calling
    thread even if a band takes seconds; None decodes a band at once.
    planned: what the file will hold; None plans it with the default options.
    What a costly export has decoded is kept until the file is complete: the next one to the same file goes on there.
    check: cancellation check, called before each piece and each band, and by the decoder in pool threads.
    Raises ExportError, and what `check` raises; then an older file at `path` is untouched.
    """
    rows, cols = region_axes(source.picture.size, region, size)
    planned = planned or export_plan.plan(path, source.picture.image, size, DEFAULT)
    kept = _kept_bands(source, rows, cols, path, planned.decoded_bits, piece_side)
    write_bands(source, rows, cols, path, progress, planned, kept, check, piece_side)


def write_bands(
    source: ExportSource,
    rows: Axis,
    cols: Axis,
    path: Path,
    progress: Progress,
    planned: ExportPlan,
    kept: Kept,
    check: Check = never_cancel,
    piece_side: int | None = None,
) -> None:
    """Does what `write_region` does, for the cells of rows x cols, with the bands that are kept elsewhere."""
    image, size = source.picture.image, (cols.count, rows.count)
    decoded = decoded_bands(source, rows, cols, planned.decoded_bits, check, piece_side, kept)
    finished = ordered(planned.finished, decoded) if planned.convert else map(planned.finished, decoded)
    bands = _with_progress(finished, size, progress, check)
    alpha, about = image.alpha is not None, (planned.options, planned.embedded)
    try:
        picture_file.write(path, size[0], size[1], bands, alpha, planned.bits, image.path, *about)
    except SessionEnded:
        kept.close()
        raise
    except Superseded:
        kept.remove()
        raise
    except BaseException:
        kept.close()
        raise
    kept.remove()


def _kept_bands(
    source: ExportSource, rows: Axis, cols: Axis, path: Path, bits: int, piece_side: int | None
) -> KeptBands:
    """Returns the bands that an earlier try has kept, and that this one keeps."""
    image = source.picture.image

    def identify() -> str:
        return pixel_identity.identity(source.identity, image, rows, cols, bits, piece_side)

    return KeptBands(path, len(band_rows(rows, cols)), *band_kind(source, cols, bits), identify)


def band_kind(source: ExportSource, cols: Axis, bits: int) -> tuple[tuple[int, int], type]:
    """Returns what decoded bands are like: the shape of a row, (width, channels), and the type of the samples."""
    shape = cols.count, 3 if source.picture.image.alpha is None else 4
    return shape, np.uint16 if bits > 8 else np.uint8


def memory(kind: Format, head: PictureHead) -> int:
    """Returns the bytes that an export takes beyond the caches of the decoder, about."""
    pixels = min(head.width * head.height, BAND_PIXELS)
    bands = BANDS_AT_ONCE * pixels * head.channels * head.bits // 8
    return preflight.writer_memory(kind, head) + pixels * DECODING_BYTES + bands


def region_axes(
    picture_size: tuple[int, int], region: Region | None, size: tuple[int, int]
) -> tuple[Axis, Axis]:
    """Divides `region` (source px; None: the whole picture) into the rows and columns of `size` (width, height) cells.

    picture_size: (width, height), source px.
    """
    whole = (Fraction(0), Fraction(0), *map(Fraction, picture_size))
    x, y, width, height = region or whole
    return Axis(y, height / size[1], size[1]), Axis(x, width / size[0], size[0])


def decoded_bands(
    source: ExportSource,
    rows: Axis,
    cols: Axis,
    bits: int,
    check: Check,
    piece_side: int | None,
    kept: Kept | None = None,
) -> Iterator[Raster]:
    """Yields the image from the top in bands of about BAND_PIXELS: (rows, width, 3), or 4 channels with alpha.

    kept: bands that need not be decoded, and keeps the others.
    """
    for first in band_rows(rows, cols):
        decode = partial(decode_in_pieces, source, band_at(first, rows, cols), cols, bits, check, piece_side)
        yield decode() if kept is None else kept.band(first, decode)


def band_rows(rows: Axis, cols: Axis) -> range:
    """Returns the first row of each band."""
    return range(0, rows.count, max(1, BAND_PIXELS // cols.count))


def band_at(first: int, rows: Axis, cols: Axis) -> Axis:
    """Returns the rows of the band that begins at `first`."""
    return rows.piece(first, min(band_rows(rows, cols).step, rows.count - first))


def _decode(source: ExportSource, rows: Axis, cols: Axis, bits: int, check: Check) -> Raster:
    colours, alpha = source.grid(rows, cols, check, bits=bits)
    return colours if alpha is None else np.dstack([colours, alpha])


def decode_in_pieces(
    source: ExportSource, rows: Axis, cols: Axis, bits: int, check: Check, side: int | None
) -> Raster:
    """Decodes a band in square pieces, row by row, and calls `check` before each. side: None decodes it at once."""
    if side is None:
        return _decode(source, rows, cols, bits, check)
    lines = []
    for top in range(0, rows.count, side):
        down = rows.piece(top, min(side, rows.count - top))
        pieces = []
        for left in range(0, cols.count, side):
            across = cols.piece(left, min(side, cols.count - left))
            check()
            source.prefetch(down, across, (rows, cols), check)
            pieces.append(_decode(source, down, across, bits, check))
        lines.append(np.hstack(pieces))
    return np.vstack(lines)


def _with_progress(
    bands: Iterator[Raster], size: tuple[int, int], progress: Progress, check: Check
) -> Iterator[Raster]:
    """Yields the bands. Calls `check` before each, and reports progress after each was written."""
    began, done, total = time.perf_counter(), 0, size[0] * size[1]
    for band in bands:
        check()
        yield band
        done += band.shape[0] * band.shape[1]
        progress(done, total, done / max(time.perf_counter() - began, 1e-6))
