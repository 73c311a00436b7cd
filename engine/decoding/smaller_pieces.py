"""Decodes a grid in smaller pieces where memory does not suffice for all of it."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.compute.allocation import unless_out_of_memory
from engine.geometry.axis import Axis

MIN_SIDE = 32
"""Cells along a side of a piece that is not divided further. Above scale 1 it reads a few tiles of latents."""

Arrays = tuple[NDArray[Any], ...]


def decode_in_pieces(
    decode: Callable[[Axis, Axis], Arrays], rows: Axis, cols: Axis, free: Callable[[], None]
) -> Arrays:
    """Decodes the grid rows x cols at once; if memory runs out, in halves, and these again, down to MIN_SIDE cells.

    decode: returns arrays (R, C, ...), and for a part of the grid the same values. free: frees what can be made again;
    called each time memory ran out. Raises what `decode` raises, also the failure to allocate of a smallest piece.
    """
    arrays = unless_out_of_memory(lambda: decode(rows, cols))
    if arrays is not None:
        return arrays
    free()
    if max(rows.count, cols.count) <= MIN_SIDE:
        return decode(rows, cols)
    axis = 0 if rows.count >= cols.count else 1
    halves = (
        [(half, cols) for half in _halves(rows)] if axis == 0 else [(rows, half) for half in _halves(cols)]
    )
    parts = [decode_in_pieces(decode, *half, free) for half in halves]
    return tuple(np.concatenate(both, axis) for both in zip(*parts, strict=True))


def _halves(axis: Axis) -> tuple[Axis, Axis]:
    middle = axis.count // 2
    return axis.piece(0, middle), axis.piece(middle, axis.count - middle)
