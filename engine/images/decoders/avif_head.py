"""AVIF: the bit depth and colour coding from its head, and its samples with all of their 10 or 12 bits.

Pillow reports neither of the two, and keeps 8 bits of each sample.
"""

from dataclasses import dataclass
from typing import BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.images.boxes import boxes, file_boxes, number
from engine.images.cicp import UNSPECIFIED, Coding

META_BYTES = 4 << 20
"""Bytes of the `meta` box that are read."""
SRGB = Coding(UNSPECIFIED, UNSPECIFIED)
Property = tuple[bytes, bytes]
"""A box that describes an item of the file: kind and contents."""


@dataclass(frozen=True)
class Head:
    """bits: bits per sample. coding: code numbers of the colours. The defaults stand for what the file leaves out."""

    bits: int = 8
    coding: Coding = SRGB


def read_head(stream: BinaryIO) -> Head:
    """Returns the head of the main picture. A file that is only a sequence may have none; it gets the defaults.

    It reads the `meta` box alone, not the whole file. Raises OSError.
    """
    meta = next(
        (stream.read(min(length, META_BYTES)) for kind, length in file_boxes(stream) if kind == b"meta"), b""
    )
    properties = _properties(meta)
    return Head(_bits(properties), _coding(properties))


def samples(data: bytes, frame: int = 0) -> NDArray[np.uint8 | np.uint16]:
    """Returns the samples of a frame, (H, W) or (H, W, 3 or 4), in [0, 1 << bits), alpha straight.

    Raises whatever the decoder raises.
    """
    decoded: NDArray[np.uint8 | np.uint16] = imagecodecs.avif_decode(data, index=frame)
    return decoded


def _properties(meta: bytes) -> list[Property]:
    """Returns the properties of the main picture from the contents of the `meta` box (ISO/IEC 14496-12, 8.11)."""
    parts = dict(boxes(meta[4:]))
    primary, item_properties = parts.get(b"pitm", b""), dict(boxes(parts.get(b"iprp", b"")))
    item = number(primary, 4, 4 if primary[:1] > b"\0" else 2)
    stored = list(boxes(item_properties.get(b"ipco", b"")))
    indices = _associated(item_properties.get(b"ipma", b""), item)
    return [stored[index - 1] for index in indices if 0 < index <= len(stored)]


def _associated(table: bytes, item: int) -> list[int]:
    """Returns the indices, from 1 on, of the properties of one item, from the contents of the `ipma` box."""
    id_bytes, index_bytes = 4 if table[:1] > b"\0" else 2, 2 if number(table, 3, 1) & 1 else 1
    # the highest bit of an index says whether a reader must understand the property
    mask = (1 << (8 * index_bytes - 1)) - 1
    position = 8
    while position < len(table):
        count, first = number(table, position + id_bytes, 1), position + id_bytes + 1
        if number(table, position, id_bytes) == item:
            return [number(table, first + index_bytes * index, index_bytes) & mask for index in range(count)]
        position = first + index_bytes * count
    return []


def _bits(properties: list[Property]) -> int:
    """Returns the bits per sample of the main picture, from its own property or from its AV1 configuration."""
    for kind, contents in properties:
        if kind == b"pixi":  # version, flags, number of channels, bits of each channel
            return max(contents[5:], default=8)
    for kind, contents in properties:
        if kind == b"av1C":
            flags = number(contents, 2, 1)
            return 8 if not flags & 0x40 else 12 if flags & 0x20 else 10
    return 8


def _coding(properties: list[Property]) -> Coding:
    """Returns the code numbers of the main picture's colours (CICP); those of sRGB if it has none."""
    for kind, contents in properties:
        if kind == b"colr" and contents[:4] == b"nclx":
            return Coding(number(contents, 4, 2), number(contents, 6, 2))
    return SRGB
