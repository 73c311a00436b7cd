"""AVIF: how its head says its picture is held, and its samples with all of their 10 or 12 bits.

Pillow tells of neither, and keeps 8 bits.
"""

from dataclasses import dataclass
from pathlib import Path

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.images.boxes import boxes, number
from engine.images.cicp import UNSAID, Coding

UNTOLD = Coding(UNSAID, UNSAID)
Property = tuple[bytes, bytes]
"""A box that describes a picture in the file: kind and contents."""


@dataclass(frozen=True)
class Head:
    """bits: of a sample. coding: its colours, as far as they are told without a profile."""

    bits: int = 8
    coding: Coding = UNTOLD


def head(path: Path) -> Head:
    """Of the main picture. What the file does not say, as a mere sequence may not, is as Head has it."""
    properties = _properties(path.read_bytes())
    return Head(_bits(properties), _coding(properties))


def samples(path: Path) -> NDArray[np.uint8 | np.uint16]:
    """(H, W) or (H, W, 3 or 4) as they stand there, up to 1 << bits; alpha is not multiplied in. The first frame.

    Raises what the decoder stumbles over.
    """
    found: NDArray[np.uint8 | np.uint16] = imagecodecs.avif_decode(path.read_bytes(), index=0)
    return found


def _properties(data: bytes) -> list[Property]:
    """Those of the main picture (ISO/IEC 14496-12, 8.11)."""
    meta = dict(boxes(dict(boxes(data)).get(b"meta", b"")[4:]))
    chosen, parts = meta.get(b"pitm", b""), dict(boxes(meta.get(b"iprp", b"")))
    item = number(chosen, 4, 4 if chosen[:1] > b"\0" else 2)
    kept = list(boxes(parts.get(b"ipco", b"")))
    numbers = _associated(parts.get(b"ipma", b""), item)
    return [kept[one - 1] for one in numbers if 0 < one <= len(kept)]


def _associated(table: bytes, item: int) -> list[int]:
    """The numbers, from 1 on, of an item's properties in the table of all items."""
    identity, wide = 4 if table[:1] > b"\0" else 2, 2 if number(table, 3, 1) & 1 else 1
    at = 8
    while at < len(table):
        count, first = number(table, at + identity, 1), at + identity + 1
        if number(table, at, identity) == item:
            # the highest bit says whether a reader must know the property
            keep = (1 << (8 * wide - 1)) - 1
            return [number(table, first + wide * index, wide) & keep for index in range(count)]
        at = first + wide * count
    return []


def _bits(properties: list[Property]) -> int:
    for kind, told in properties:
        if kind == b"pixi":  # version, flags, number of channels, bits of each
            return max(told[5:], default=8)
    for kind, told in properties:
        if kind == b"av1C":
            flags = number(told, 2, 1)
            return 8 if not flags & 0x40 else 12 if flags & 0x20 else 10
    return 8


def _coding(properties: list[Property]) -> Coding:
    for kind, told in properties:
        if kind == b"colr" and told[:4] == b"nclx":
            return Coding(number(told, 4, 2), number(told, 6, 2))
    return UNTOLD
