"""Writes TIFF files tile by tile as rows arrive. Uses BigTIFF if the file might exceed four gigabytes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import tifffile

from engine.images.bit_depth import Raster

TILE = 256
"""Side of a tile, px."""
MAX_CLASSIC_BYTES = (1 << 32) - (1 << 25)
"""Size of the raw pixels up to which a classic TIFF holds them and its tables, even if deflate saves nothing."""


def write(path: Path, shape: tuple[int, int, int], bands: Iterator[Raster], bits: int) -> None:
    """Writes bands of (rows, W, 3 or 4) sRGB, from the top. shape: (H, W, 3 or 4). bits: per sample, 8 or 16.

    Memory: one band and TILE rows.
    """
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
        bigtiff=shape[0] * shape[1] * shape[2] * bits // 8 > MAX_CLASSIC_BYTES,
        metadata=None,
        maxworkers=1,  # more workers would take bands before they are needed
    )


def read_back(path: Path) -> tuple[int, int]:
    """Decodes the file's last tile and returns (H, W). Raises what tifffile raises for a damaged file."""
    with tifffile.TiffFile(path) as file:
        page = file.pages.first
        last = len(page.dataoffsets) - 1
        file.filehandle.seek(page.dataoffsets[last])
        page.decode(file.filehandle.read(page.databytecounts[last]), last)
        return page.imagelength, page.imagewidth


def _tiles(bands: Iterator[Raster]) -> Iterator[Raster]:
    """Yields the tiles row by row, TILE px a side or less at the right and bottom borders."""
    for strip in _strips(bands):
        for left in range(0, strip.shape[1], TILE):
            yield np.ascontiguousarray(strip[:, left : left + TILE])


def _strips(bands: Iterator[Raster]) -> Iterator[Raster]:
    """Regroups the bands into strips of TILE rows. The last strip has the remaining rows."""
    pending: list[Raster] = []
    for band in bands:
        pending.append(band)
        rows = sum(map(len, pending))
        if rows >= TILE:
            joined = np.concatenate(pending)
            full = rows - rows % TILE
            yield from np.split(joined[:full], full // TILE)
            pending = [joined[full:].copy()]
    if sum(map(len, pending)):
        yield np.concatenate(pending)
