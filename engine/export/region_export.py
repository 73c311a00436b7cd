"""A region of a picture, written at any resolution, in bands: memory stays bounded whatever the size."""

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
"""Output px that are decoded at once: about 50 MB on their way."""

Progress = Callable[[int, int, float], None]
"""Called with output px done, in all, and a second."""


class ExportSource(Protocol):
    """What can be exported: a ContinuousImage, or what is asked like one."""

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
    """Writes `region` (x, y, width, height in source px; None: all) as `size` (width, height) px to `path`, atomically.

    A picture of 16 bits a sample is written with as many where the format has them.
    Raises ExportError, and what `check` raises; then an older file at `path` is untouched.
    """
    rows, cols = region_axes(source, region, size)
    image = source.picture.image
    bits = min(image.bits, picture_file.max_bits(path))
    bands = _watched(_bands(source, rows, cols, bits, check), size, progress, check)
    picture_file.write(path, size[0], size[1], bands, image.alpha is not None, bits)


def region_axes(source: ExportSource, region: Region | None, size: tuple[int, int]) -> tuple[Axis, Axis]:
    """The rows and columns of cells that `region` is cut into."""
    whole = (Fraction(0), Fraction(0), *map(Fraction, source.picture.size))
    x, y, width, height = region or whole
    return Axis(y, height / size[1], size[1]), Axis(x, width / size[0], size[0])


def _bands(source: ExportSource, rows: Axis, cols: Axis, bits: int, check: Check) -> Iterator[Raster]:
    high = max(1, BAND_PIXELS // cols.count)
    for first in range(0, rows.count, high):
        piece = rows.piece(first, min(high, rows.count - first))
        colours, alpha = source.grid(piece, cols, check, bits=bits)
        yield colours if alpha is None else np.dstack([colours, alpha])


def _watched(
    bands: Iterator[Raster], size: tuple[int, int], progress: Progress, check: Check
) -> Iterator[Raster]:
    began, done, total = time.perf_counter(), 0, size[0] * size[1]
    for band in bands:
        check()
        yield band
        done += band.shape[0] * band.shape[1]
        progress(done, total, done / max(time.perf_counter() - began, 1e-6))
