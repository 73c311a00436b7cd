"""Writes a region of a picture to a file at any resolution, in bands of rows, so that memory stays bounded."""

import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Protocol

import numpy as np

from engine.export import picture_file
from engine.geometry.axis import Axis
from engine.geometry.viewport import Region
from engine.images.depth import Raster
from engine.images.picture import Picture
from engine.models.implicit import Check, never_cancel

BAND_PIXELS = 1 << 21
"""Output px that are decoded at once: about 50 MB of intermediate values."""

Progress = Callable[[int, int, float], None]
"""Called with the output px done, the output px in total, and the output px per second."""


class ExportSource(Protocol):
    """An image that can be exported: a ContinuousImage, or one with the same interface."""

    @property
    def picture(self) -> Picture: ...

    def grid(
        self, rows: Axis, cols: Axis, check: Check = ..., *, bits: int = ...
    ) -> tuple[Raster, Raster | None]: ...


def write_region(
    source: ExportSource,
    region: Region | None,
    size: tuple[int, int],
    path: Path,
    progress: Progress,
    check: Check = never_cancel,
) -> None:
    """Writes a region of the picture to the file `path`, as `size` (width, height) px.

    region: x, y, width, height in source px; None for the whole picture.
    A 16-bit picture is written with 16 bits if the format has them. The file is replaced atomically.
    check: cancellation check, called before each band is written. Raises ExportError, and what `check` raises; then an
    older file at `path` is untouched.
    """
    rows, cols = region_axes(source.picture.size, region, size)
    image = source.picture.image
    bits = min(image.bits, picture_file.max_bits(path))
    bands = _with_progress(_bands(source, rows, cols, bits, check), size, progress, check)
    picture_file.write(path, size[0], size[1], bands, image.alpha is not None, bits)


def region_axes(
    picture_size: tuple[int, int], region: Region | None, size: tuple[int, int]
) -> tuple[Axis, Axis]:
    """Divides `region` (source px; None: the whole picture) into the rows and columns of `size` (width, height) cells.

    picture_size: (width, height), source px.
    """
    whole = (Fraction(0), Fraction(0), *map(Fraction, picture_size))
    x, y, width, height = region or whole
    return Axis(y, height / size[1], size[1]), Axis(x, width / size[0], size[0])


def _bands(source: ExportSource, rows: Axis, cols: Axis, bits: int, check: Check) -> Iterator[Raster]:
    """Yields the image from the top in bands of about BAND_PIXELS: (rows, width, 3), or 4 channels with alpha."""
    height = max(1, BAND_PIXELS // cols.count)
    for first in range(0, rows.count, height):
        piece = rows.piece(first, min(height, rows.count - first))
        colours, alpha = source.grid(piece, cols, check, bits=bits)
        yield colours if alpha is None else np.dstack([colours, alpha])


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
