"""Run lengths of old formats, decoded into a bounded number of bytes."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import message
from engine.images.refusals import DamagedError

PIECE = 1 << 20
"""Bytes of a file that are decoded at a time."""


def pcx(data: bytes, count: int) -> NDArray[np.uint8]:
    """Returns `count` bytes of PCX: a byte from 0xC0 on says how often the next one is repeated."""
    out, filled, position = np.empty(count, np.uint8), 0, 0
    while filled < count:
        values, times, used = _pcx_piece(data[position : position + PIECE])
        if not used:
            raise ends_early(filled, count)
        piece = np.repeat(values, times)[: count - filled]
        out[filled : filled + len(piece)] = piece
        filled, position = filled + len(piece), position + used
    return out


def _pcx_piece(data: bytes) -> tuple[NDArray[np.uint8], NDArray[np.uint8], int]:
    """Returns values, how often each comes, and how many bytes were used: a header at the end is left.

    Headers are found without a loop: of neighbours from 0xC0 on, every second one is a value.
    """
    found, index = np.frombuffer(data, np.uint8), np.arange(len(data), dtype=np.int32)
    high = found >= 0xC0
    first_of_neighbours = np.maximum.accumulate(np.where(high, 0, index + 1))
    header = high & ((index - first_of_neighbours) % 2 == 0)
    used = len(data) - int(len(data) and header[-1])
    times = np.ones(len(data), np.uint8)
    times[1:][header[:-1]] = found[:-1][header[:-1]] & 0x3F
    is_value = ~header
    return found[is_value], times[is_value], used


def sgi_row(data: bytes, count: int, kind: Any) -> NDArray[Any]:
    """Returns a row of `count` samples of SGI. kind: type of the samples, big-endian.

    A sample's low 7 bits are a length, 0 at the end; with the bit above them set as many samples follow, else one that
    is repeated.
    """
    found = np.frombuffer(data[: len(data) // np.dtype(kind).itemsize * np.dtype(kind).itemsize], kind)
    out, filled, position = np.empty(count, kind), 0, 0
    codes = (found & 0xFF).astype(np.uint8).tobytes()
    while filled < count and position < len(codes) and (length := codes[position] & 0x7F):
        end = min(filled + length, count)
        if codes[position] & 0x80:
            piece = found[position + 1 : position + 1 + end - filled]
            position += 1 + length
        else:
            piece = found[position + 1 : position + 2]
            position += 2
        if not len(piece) or (len(piece) > 1 and len(piece) < end - filled):
            break
        out[filled:end] = piece
        filled = end
    if filled < count:
        raise ends_early(filled, count)
    return out


def radiance(data: bytes, count: int) -> NDArray[np.uint8]:
    """Returns `count` pixels of four bytes of Radiance HDR's first kind of runs.

    A pixel of 1, 1, 1 says by its last byte how often the one before it is repeated. Of such in a row, each is worth
    256 times the one before.
    """
    words = np.frombuffer(data[: len(data) // 4 * 4], np.uint8).reshape(-1, 4)
    run, index = (words[:, :3] == 1).all(axis=1), np.arange(len(words))
    pixel = np.maximum.accumulate(np.where(run, 0, index))
    digit = np.minimum(index - pixel - 1, 3)
    times = np.where(run, words[:, 3].astype(np.int64) << 8 * np.maximum(digit, 0), 1)
    ends = np.cumsum(times)
    if not len(words) or run[0] or ends[-1] < count:
        raise ends_early(int(ends[-1]) if len(words) else 0, count)
    starts = ends - times
    return np.repeat(words[pixel], np.clip(count - starts, 0, times), axis=0)


def ends_early(found: int, count: int) -> DamagedError:
    """The error for data that holds fewer samples than the picture."""
    return DamagedError(message("{found:,} of {count:,} samples are there", found=found, count=count))
