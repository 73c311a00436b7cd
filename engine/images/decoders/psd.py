"""PSD and PSB (Photoshop): the flattened picture, which the program stores beside the layers."""

import os
import struct
import zlib
from dataclasses import dataclass
from typing import Any, BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.colour_signals import ColourSignals
from engine.images.decoders import run_lengths
from engine.images.decoders.interleaved import from_integers, from_light
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples
from engine.images.strips import strips

SIGNATURE = b"8BPS"
HEAD = struct.Struct(">4sH6xHIIHH")
BITMAP, GRAY, INDEXED, RGB, CMYK, DUOTONE, LAB = 0, 1, 2, 3, 4, 8, 9
CHANNELS = {BITMAP: 1, GRAY: 1, INDEXED: 1, RGB: 3, CMYK: 4, DUOTONE: 1, LAB: 3}
"""Channels of colour, by the number of the colour mode."""
MODELS = {
    BITMAP: Model.GRAY,
    GRAY: Model.GRAY,
    INDEXED: Model.PALETTE,
    RGB: Model.RGB,
    CMYK: Model.CMYK,
    DUOTONE: Model.GRAY,
    LAB: Model.LAB,
}
ICC, VERSION_INFO = 1039, 1057
"""Numbers of resources: the profile, and whether there is a flattened picture."""
RAW, RUN_LENGTHS, ZIP, ZIP_DIFFERENCES = 0, 1, 2, 3
PROFILE_BYTES = 8 << 20
"""A longer resource is passed over."""


@dataclass(frozen=True)
class Layout:
    """channels: of the file, those of the colour first. bits: 1, 8, 16 or 32. mode: number of the colours.

    big: it is a PSB. palette: of 256 colours. transparency: the channel after the colours is the picture's alpha.
    flattened: there is a flattened picture. offset: of its data.
    """

    width: int
    height: int
    channels: int
    bits: int
    mode: int
    big: bool
    palette: bytes
    icc: bytes | None
    transparency: bool
    flattened: bool
    offset: int

    @property
    def colours(self) -> int:
        """Channels of colour."""
        return CHANNELS[self.mode]


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises DamagedError or UnsupportedError."""
    layout = _layout(stream)
    if not layout.flattened:
        raise UnsupportedError(message("it holds layers only, no flattened picture"))
    alpha = Alpha.STRAIGHT if layout.transparency else Alpha.NONE
    floats, size = layout.bits == 32, (layout.width, layout.height)
    signals = ColourSignals(icc=layout.icc, curve=1.0 if floats and not layout.icc else None)
    kind = Kind.FLOAT if floats else Kind.UNSIGNED
    name = "PSB" if layout.big else "PSD"
    return Head(name, *size, layout.bits, kind, MODELS[layout.mode], alpha, signals=signals, parsed=layout)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the flattened picture. Raises DamagedError."""
    layout: Layout = head.parsed
    stored = _samples(stream, layout)
    if head.kind is Kind.FLOAT:
        return from_light(stored, head, notices)
    most = int(np.iinfo(stored.dtype).max)
    if layout.mode == CMYK:  # stored as light
        stored = np.concatenate([most - stored[..., :4], stored[..., 4:]], -1)
    if layout.mode == INDEXED:
        stored = np.concatenate([_palette(layout)[stored[..., 0]], stored[..., 1:]], -1)
    if layout.transparency and layout.mode in (GRAY, RGB):
        stored = _without_white(stored, most)
    return from_integers(stored, head, most)


def _palette(layout: Layout) -> NDArray[np.uint8]:
    """Returns (256, 3)."""
    if len(layout.palette) < 768:
        raise DamagedError(message("a palette of colours that is missing"))
    return np.frombuffer(layout.palette, np.uint8, 768).reshape(3, 256).T


def _without_white(stored: NDArray[Any], most: int) -> NDArray[Any]:
    """Takes away the white that the program mixes into pixels that are partly transparent."""
    out = stored.copy()
    for rows in strips(len(stored), stored[:1].size):
        alpha = stored[rows][..., -1:].astype(np.float32) / most
        colour = stored[rows][..., :-1].astype(np.float32)
        straight = (colour - most * (1 - alpha)) / np.maximum(alpha, 1 / most)
        out[rows][..., :-1] = np.rint(np.clip(straight, 0, most))
    return out


def _layout(stream: BinaryIO) -> Layout:
    """Reads the head and the resources. Raises DamagedError or UnsupportedError."""
    stream.seek(0)
    start = stream.read(HEAD.size)
    if len(start) < HEAD.size:
        raise DamagedError(message("the head has no end"))
    _, version, channels, height, width, bits, mode = HEAD.unpack(start)
    if version not in (1, 2) or bits not in (1, 8, 16, 32):
        raise DamagedError(message("the head lacks a number"))
    if mode not in CHANNELS:
        raise UnsupportedError(message("colours of mode {mode}", mode=mode))
    if channels < CHANNELS[mode]:
        raise DamagedError(message("the head lacks a number"))
    palette = stream.read(_section(stream, 4)) if mode == INDEXED else _skipped(stream, 4)
    resources = _resources(stream)
    transparency = _skip_layers(stream, 8 if version == 2 else 4) and channels > CHANNELS[mode]
    info = resources.get(VERSION_INFO, b"")
    flattened = len(info) < 5 or info[4] != 0
    return Layout(
        width, height, channels, bits, mode, version == 2, palette, resources.get(ICC), transparency, flattened,
        stream.tell(),
    )  # fmt: skip


def _section(stream: BinaryIO, count: int) -> int:
    """Reads the length of a section. Raises DamagedError for one that exceeds the file."""
    length, place = int.from_bytes(stream.read(count), "big"), stream.tell()
    end = stream.seek(0, os.SEEK_END)
    stream.seek(place)
    if place + length > end:
        raise DamagedError(message("the end is missing"))
    return length


def _skipped(stream: BinaryIO, count: int) -> bytes:
    stream.seek(_section(stream, count), os.SEEK_CUR)
    return b""


def _resources(stream: BinaryIO) -> dict[int, bytes]:
    """Returns the resources that matter, by number; the first of each."""
    found: dict[int, bytes] = {}
    length = _section(stream, 4)
    end = stream.tell() + length
    while stream.tell() + 12 <= end:
        _, number, name = struct.unpack(">4sHB", stream.read(7))
        stream.seek(name | 1, os.SEEK_CUR)  # a name of an even number of bytes, its length included
        size = int.from_bytes(stream.read(4), "big")
        if number in (ICC, VERSION_INFO) and number not in found and size <= PROFILE_BYTES:
            found[number] = stream.read(size)
            stream.seek(size & 1, os.SEEK_CUR)
        else:
            stream.seek(size + (size & 1), os.SEEK_CUR)
    stream.seek(end)
    return found


def _skip_layers(stream: BinaryIO, count: int) -> bool:
    """Passes the layers over.

    Returns whether the flattened picture has transparency: then the number of layers is negative.
    """
    length = _section(stream, count)
    end = stream.tell() + length
    negative = False
    if length > count + 2:
        layers = int.from_bytes(stream.read(count), "big")
        negative = layers > 1 and int.from_bytes(stream.read(2), "big", signed=True) < 0
    stream.seek(end)
    return negative


def _samples(stream: BinaryIO, layout: Layout) -> NDArray[Any]:
    """Returns (H, W, colours, and one more for transparency): uint8, uint16 or float32; ink is inverted.

    Raises DamagedError or UnsupportedError.
    """
    stream.seek(layout.offset)
    packing = int.from_bytes(stream.read(2), "big")
    kept = layout.colours + layout.transparency
    row = -(-layout.width * layout.bits // 8)
    data = _unpacked(stream, layout, packing, kept, row)
    if len(data) < kept * layout.height * row:
        raise run_lengths.ends_early(len(data), kept * layout.height * row)
    planes = data[: kept * layout.height * row].reshape(kept, layout.height, row)
    return np.moveaxis(_typed(planes, layout, packing), 0, 2)


def _unpacked(stream: BinaryIO, layout: Layout, packing: int, kept: int, row: int) -> NDArray[np.uint8]:
    """Returns the bytes of the first `kept` channels."""
    count = kept * layout.height * row
    if packing == RAW:
        return np.frombuffer(stream.read(count), np.uint8)
    if packing == RUN_LENGTHS:
        return _run_lengths(stream, layout, kept, row)
    if packing in (ZIP, ZIP_DIFFERENCES):
        try:
            return np.frombuffer(zlib.decompressobj().decompress(stream.read(), count), np.uint8)
        except zlib.error as error:
            raise DamagedError(message("its compressed data is wrong")) from error
    raise DamagedError(message("its compressed data is wrong"))


def _run_lengths(stream: BinaryIO, layout: Layout, kept: int, row: int) -> NDArray[np.uint8]:
    size, rows = 4 if layout.big else 2, layout.channels * layout.height
    table = stream.read(rows * size)
    if len(table) < rows * size:
        raise run_lengths.ends_early(len(table) // size, rows)
    lengths = np.frombuffer(table, f">u{size}")[: kept * layout.height]
    data = stream.read(int(lengths.sum(dtype=np.int64)))
    out = np.zeros(kept * layout.height * row, np.uint8)
    try:
        imagecodecs.packbits_decode(data, out=out.data)
    except (RuntimeError, ValueError) as error:
        raise DamagedError(message("its compressed data is wrong")) from error
    return out


def _typed(planes: NDArray[np.uint8], layout: Layout, packing: int) -> NDArray[Any]:
    """Returns (channels, H, W) of the bytes (channels, H, bytes of a row)."""
    if layout.bits == 1:
        return np.where(np.unpackbits(planes, axis=2)[..., : layout.width], 0, 255).astype(np.uint8)
    differences = packing == ZIP_DIFFERENCES
    if layout.bits == 8:
        return np.cumsum(planes, axis=2, dtype=np.uint8) if differences else planes
    if layout.bits == 16:
        words = planes.view(">u2").astype(np.uint16)
        return np.cumsum(words, axis=2, dtype=np.uint16) if differences else words
    if differences:  # the highest bytes of all samples of a row come first
        whole = np.cumsum(planes, axis=2, dtype=np.uint8).reshape(*planes.shape[:2], 4, layout.width)
        planes = np.ascontiguousarray(whole.swapaxes(2, 3)).reshape(planes.shape)
    return planes.view(">f4").astype(np.float32)
