"""Regroups bands of rows into groups of a fixed number of rows, so that a file does not depend on the bands."""

from collections.abc import Iterator

import numpy as np

from engine.images.bit_depth import Raster


def grouped(bands: Iterator[Raster], rows: int) -> Iterator[Raster]:
    """Yields the rows of the bands in groups of `rows`; the last group has the remaining ones.

    A group inside one band is a view of it.
    """
    pending: list[Raster] = []
    missing = rows
    for band in bands:
        start = 0
        if pending:
            start = min(missing, len(band))
            pending.append(band[:start])
            missing -= start
            if missing:
                continue
            yield np.concatenate(pending)
            pending = []
        while len(band) - start >= rows:
            yield band[start : start + rows]
            start += rows
        if start < len(band):
            pending = [band[start:]]
        missing = rows - (len(band) - start)
    if pending:
        yield np.concatenate(pending)
