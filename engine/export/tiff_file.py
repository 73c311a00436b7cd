"""A TIFF written tile by tile as its rows arrive, BigTIFF where four gigabytes might not do."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import tifffile

from engine.images.depth import Raster

TILE = 256
CLASSIC = (1 << 32) - (1 << 25)
"""Bytes of pixels up to which a classic TIFF holds them and their tables, even if deflate gains nothing."""


def write(path: Path, shape: tuple[int, int, int], bands: Iterator[Raster], bits: int) -> None:
    """shape: (H, W, 3 or 4). bands: (rows, W, 3 or 4) sRGB of 8 or 16 `bits`, by rows. Memory: a band, TILE rows."""
    tifffile.imwrite(
        path,
        _tiles(bands),
        shape=shape,
        dtype=f"uint{bits}",
        tile=(TILE, TILE),
        photometric="rgb",
        extrasamples=("unassalpha",) if shape[2] == 4 else (),
        compression="zlib",
        predictor=True,
        bigtiff=shape[0] * shape[1] * shape[2] * bits // 8 > CLASSIC,
        metadata=None,
        maxworkers=1,  # more would run ahead of `bands`
    )


def read_back(path: Path) -> tuple[int, int]:
    """(H, W) of a file whose last tile can be decoded."""
    with tifffile.TiffFile(path) as file:
        page = file.pages.first
        last = len(page.dataoffsets) - 1
        file.filehandle.seek(page.dataoffsets[last])
        page.decode(file.filehandle.read(page.databytecounts[last]), last)
        return page.imagelength, page.imagewidth


def _tiles(bands: Iterator[Raster]) -> Iterator[Raster]:
    for strip in _strips(bands):
        for left in range(0, strip.shape[1], TILE):
            yield np.ascontiguousarray(strip[:, left : left + TILE])


def _strips(bands: Iterator[Raster]) -> Iterator[Raster]:
    """The same rows, TILE at a time; the last strip has what is left."""
    kept: list[Raster] = []
    for band in bands:
        kept.append(band)
        rows = sum(map(len, kept))
        if rows >= TILE:
            joined = np.concatenate(kept)
            full = rows - rows % TILE
            yield from np.split(joined[:full], full // TILE)
            kept = [joined[full:].copy()]
    if sum(map(len, kept)):
        yield np.concatenate(kept)
