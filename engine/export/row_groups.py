"""Regroups bands of rows into groups of a fixed number of rows, so that a file does not depend on the bands."""

from collections.abc import Iterator

import numpy as np

from engine.images.bit_depth import Raster


def grouped(bands: Iterator[Raster], rows: int) -> Iterator[Raster]:
    """Yields the rows of the bands in groups of `rows`; the last group has the remaining ones."""
    pending: list[Raster] = []
    for band in bands:
        pending.append(band)
        count = sum(map(len, pending))
        if count >= rows:
            joined = np.concatenate(pending)
            full = count - count % rows
            yield from np.split(joined[:full], full // rows)
            pending = [joined[full:].copy()]
    if sum(map(len, pending)):
        yield np.concatenate(pending)
