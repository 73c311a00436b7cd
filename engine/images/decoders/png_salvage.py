"""Makes what is there of the pixels of a damaged or truncated PNG decodable, and tells which pixels are missing."""

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.images.bit_depth import Raster
from engine.images.decoders.png_chunks import inflated
from engine.images.decoders.png_layout import Layout, Pass

MOST_FILTER = 4
"""The largest number of a row's filter. Others are damage."""


@dataclass(frozen=True)
class Salvaged:
    """compressed: a sound zlib stream of all rows, zeros in place of those that are missing.

    rows: how many rows of each pass are there, from the first on.
    """

    compressed: bytes
    rows: tuple[int, ...]


def salvage(compressed: bytes, layout: Layout) -> Salvaged:
    """Inflates rows up to the first damage. Raises ValueError if there is not even one."""
    found = inflated(compressed, layout.bytes)
    counts = _sound_rows(found, layout)
    if not counts[0]:
        raise ValueError("not one row of pixels is there")
    kept = sum(count * layout.row_bytes(each) for count, each in zip(counts, layout.passes, strict=True))
    return Salvaged(zlib.compress(found[:kept] + bytes(layout.bytes - kept), 0), counts)


def _sound_rows(data: bytes, layout: Layout) -> tuple[int, ...]:
    """Returns how many rows of each pass are there. After a damaged one there is no other."""
    counts, start, sound = [], 0, True
    for each in layout.passes:
        step, rows = layout.row_bytes(each), layout.rows(each)
        filters = np.frombuffer(data, np.uint8)[start : start + rows * step : step]
        whole = min(len(filters), max(0, len(data) - start) // step)
        damaged = np.flatnonzero(filters[:whole] > MOST_FILTER)
        count = (int(damaged[0]) if damaged.size else whole) if sound else 0
        counts.append(count)
        sound = count == rows
        start += rows * step
    return tuple(counts)


def fill_passes(samples: Raster, layout: Layout, rows: tuple[int, ...]) -> NDArray[np.bool_]:
    """Fills pixels of later passes, in place, from the earlier passes that are there, in blocks as browsers do.

    samples: (H, W) or (H, W, n). rows: as in Salvaged. Returns where pixels are missing, (H, W).
    """
    missing = np.ones(samples.shape[:2], bool)
    values = [
        samples[each.y :: each.dy, each.x :: each.dx][:count].copy() for each, count in _pairs(layout, rows)
    ]
    for (each, count), value in zip(_pairs(layout, rows), values, strict=True):
        if count:
            _paint(samples, missing, each, value)
    return missing


def fraction_there(layout: Layout, rows: tuple[int, ...]) -> float:
    """Returns the fraction of the pixels that have values of their own. rows: as in Salvaged."""
    count = sum(
        rows_there * -(-(layout.width - each.x) // each.dx) for each, rows_there in _pairs(layout, rows)
    )
    return count / (layout.width * layout.height)


def _pairs(layout: Layout, rows: tuple[int, ...]) -> list[tuple[Pass, int]]:
    return list(zip(layout.passes, rows, strict=True))


def _paint(samples: Raster, missing: NDArray[np.bool_], of: Pass, values: Raster) -> None:
    """Each pixel of a pass fills its block."""
    for down in range(of.high):
        for right in range(of.wide):
            place = (slice(of.y + down, None, of.dy), slice(of.x + right, None, of.dx))
            target = samples[place][: len(values)]
            target[...] = values[: target.shape[0], : target.shape[1]]
            missing[place][: len(values)] = False
