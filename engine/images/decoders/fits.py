"""FITS (astronomy): the arrays of a file, integers or floats, stored from the bottom up. Their planes are its pages."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.decoders.interleaved import from_integers, from_numbers
from engine.images.decoders.run_lengths import ends_early
from engine.images.head import Head, Kind, Model
from engine.images.pages import MOST_PAGES, Pages, require
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples, Values
from engine.images.strips import strips

SIGNATURE = b"SIMPLE  ="
CARD, BLOCK = 80, 2880
"""Bytes of a line of a head, and of the blocks that the file is made of."""
MOST_BLOCKS, MOST_UNITS = 1000, 1000
"""Blocks of a head, and arrays or tables of a file, that are looked at."""
TYPES = {8: ">u1", 16: ">i2", 32: ">i4", 64: ">i8", -32: ">f4", -64: ">f8"}
"""numpy's types by BITPIX."""

Cards = dict[str, str]
"""The values of a head as text, by keyword."""


@dataclass(frozen=True)
class _Array:
    """One array of the file. bits: BITPIX. axes: the longest run of numbers first. offset: of its first number.

    A stored number means scale * number + zero; `blank` means nothing.
    """

    bits: int
    axes: tuple[int, ...]
    offset: int
    scale: float
    zero: float
    blank: int | None

    @property
    def planes(self) -> int:
        """How many pictures it holds."""
        return prod(self.axes[2:])

    @property
    def plain(self) -> bool:
        """Whether its numbers are those of a picture of 8 bits."""
        return self.bits == 8 and (self.scale, self.zero, self.blank) == (1, 0, None)


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Reads the head of the array with the page. Raises DamagedError or UnsupportedError."""
    arrays = list(_arrays(stream))
    count = sum(array.planes for array in arrays)
    if not arrays:
        raise DamagedError(message("it holds no picture"))
    require(page or 0, min(count, MOST_PAGES))
    pages, plane = Pages(page or 0, min(count, MOST_PAGES)), page or 0
    while plane >= arrays[0].planes:
        plane -= arrays.pop(0).planes
    array = arrays[0]
    kind = Kind.FLOAT if array.bits < 0 else Kind.UNSIGNED if array.plain else Kind.SIGNED
    width, height = array.axes[:2]
    bits = 8 if array.plain else max(abs(array.bits), 16)
    return Head("FITS", width, height, bits, kind, Model.GRAY, pages=pages, parsed=(array, plane))


def _arrays(stream: BinaryIO) -> Iterator[_Array]:
    """Yields the arrays of two axes and more."""
    end, position = stream.seek(0, os.SEEK_END), 0
    for _ in range(MOST_UNITS):
        if position + BLOCK > end:
            return
        cards, data = _cards(stream, position)
        bits = _integer(cards, "BITPIX", 0)
        axes = tuple(
            _integer(cards, f"NAXIS{n}", 0) for n in range(1, min(_integer(cards, "NAXIS", 0), 999) + 1)
        )
        if bits not in TYPES or min(axes, default=0) < 0:
            raise DamagedError(message("the head lacks a number"))
        if cards.get("ZIMAGE") == "T":
            raise UnsupportedError(message("compression by tiles"))
        is_array = "XTENSION" not in cards or cards["XTENSION"].startswith("'IMAGE")
        if is_array and len(axes) > 1 and min(axes) > 0:
            blank = _integer(cards, "BLANK", 0) if "BLANK" in cards and bits > 0 else None
            yield _Array(bits, axes, data, _number(cards, "BSCALE", 1), _number(cards, "BZERO", 0), blank)
        numbers = prod(axes) if axes else 0
        groups, heap = _integer(cards, "GCOUNT", 1), _integer(cards, "PCOUNT", 0)
        size = abs(bits) // 8 * groups * (heap + numbers)
        position = data + -(-size // BLOCK) * BLOCK


def _cards(stream: BinaryIO, position: int) -> tuple[Cards, int]:
    """Reads a head. Returns its values, and where its data starts."""
    cards: Cards = {}
    stream.seek(position)
    for _ in range(MOST_BLOCKS):
        block = stream.read(BLOCK).decode("latin-1")
        for at in range(0, len(block), CARD):
            keyword, value = block[at : at + 8].strip(), block[at + 8 : at + CARD]
            if keyword == "END":
                return cards, stream.tell()
            if value.startswith("=") and keyword not in cards:
                cards[keyword] = value[1:].split("/")[0].strip()
        if len(block) < BLOCK:
            break
    raise DamagedError(message("the head has no end"))


def _integer(cards: Cards, keyword: str, default: int) -> int:
    return int(_number(cards, keyword, default))


def _number(cards: Cards, keyword: str, default: float) -> float:
    try:
        number = float(cards.get(keyword, default))
    except ValueError as error:
        raise DamagedError(message("the head lacks a number")) from error
    if not abs(number) < 1 << 62:
        raise DamagedError(message("the head lacks a number"))
    return number


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the plane. Raises DamagedError."""
    array, plane = head.parsed
    stored = _plane(stream, array, plane)[::-1]
    if array.plain:
        return from_integers(stored[..., None], head, 255)
    return from_numbers(_values(stored, array)[..., None], head, notices)


def _plane(stream: BinaryIO, array: _Array, plane: int) -> NDArray[Any]:
    """Returns (H, W) as stored."""
    kind, (width, height) = np.dtype(TYPES[array.bits]), array.axes[:2]
    size = width * height * kind.itemsize
    stream.seek(array.offset + plane * size)
    data = stream.read(size)
    if len(data) < size:
        raise ends_early(len(data) // kind.itemsize, width * height)
    return np.frombuffer(data, kind).reshape(height, width)


def _values(stored: NDArray[Any], array: _Array) -> Values:
    """Returns what the numbers mean; those that mean nothing are NaN."""
    out = np.empty(stored.shape, np.float32)
    for rows in strips(*stored.shape):
        out[rows] = stored[rows].astype(np.float64) * array.scale + array.zero
        if array.blank is not None:
            out[rows][stored[rows] == array.blank] = np.nan
    return out
