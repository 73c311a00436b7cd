"""SGI (RGB, RGBA, BW): 8 or 16 bits, plain or with run lengths, stored from the bottom up."""

import struct
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.decoders import run_lengths
from engine.images.decoders.interleaved import from_integers
from engine.images.head import Alpha, Head, Model
from engine.images.refusals import UnsupportedError
from engine.images.samples import Samples

SIGNATURE = b"\x01\xda"
HEAD = struct.Struct(">2sBBHHHH12x80sI")
HEAD_BYTES = 512


def is_sgi(start: bytes) -> bool:
    """Whether a file that starts so is one. Its signature has two bytes: the numbers that follow must make sense."""
    return (
        start.startswith(SIGNATURE)
        and len(start) > 5
        and start[2] < 2
        and start[3] in (1, 2)
        and start[5] in (1, 2, 3)
    )


@dataclass(frozen=True)
class Layout:
    """bytes_each: of a sample. packed: rows are run lengths."""

    width: int
    height: int
    channels: int
    bytes_each: int
    packed: bool


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises UnsupportedError."""
    layout = _layout(stream)
    model = Model.GRAY if layout.channels < 3 else Model.RGB
    alpha = Alpha.NONE if layout.channels % 2 else Alpha.STRAIGHT
    bits = 8 * layout.bytes_each
    return Head("SGI", layout.width, layout.height, bits, model=model, alpha=alpha, parsed=layout)


def decode(stream: BinaryIO, head: Head, _: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError."""
    return from_integers(_samples(stream, head.parsed), head, (1 << head.bits) - 1)


def _layout(stream: BinaryIO) -> Layout:
    """Reads the head. Raises UnsupportedError for kinds that are no plain picture."""
    stream.seek(0)
    _, packed, bytes_each, dimensions, width, height, channels, _, colours = HEAD.unpack(
        stream.read(HEAD.size)
    )
    height, channels = height if dimensions > 1 else 1, channels if dimensions > 2 else 1
    if packed > 1 or bytes_each not in (1, 2) or not 1 <= channels <= 4:
        raise UnsupportedError(message("{count} channels", count=channels))
    if colours:
        raise UnsupportedError(message("a palette of colours"))
    return Layout(width, height, channels, bytes_each, bool(packed))


def _samples(stream: BinaryIO, layout: Layout) -> NDArray[np.uint8 | np.uint16]:
    """Returns (H, W, channels), upright, uint8 or uint16. Raises DamagedError."""
    kind = np.dtype(np.uint8 if layout.bytes_each == 1 else ">u2")
    planes = _unpacked(stream, layout, kind) if layout.packed else _plain(stream, layout, kind)
    return planes[:, ::-1].transpose(1, 2, 0).astype(kind.newbyteorder("="), copy=False)


def _plain(stream: BinaryIO, layout: Layout, kind: np.dtype[Any]) -> NDArray[Any]:
    shape = layout.channels, layout.height, layout.width
    count = layout.channels * layout.height * layout.width
    stream.seek(HEAD_BYTES)
    data = stream.read(count * kind.itemsize)
    if len(data) < count * kind.itemsize:
        raise run_lengths.ends_early(len(data) // kind.itemsize, count)
    return np.frombuffer(data, kind).reshape(shape)


def _unpacked(stream: BinaryIO, layout: Layout, kind: np.dtype[Any]) -> NDArray[Any]:
    """Reads the rows, each by its own place in the file."""
    shape, rows = (layout.channels, layout.height, layout.width), layout.channels * layout.height
    stream.seek(HEAD_BYTES)
    table = stream.read(8 * rows)
    if len(table) < 8 * rows:
        raise run_lengths.ends_early(len(table) // 8, 2 * rows)
    starts, lengths = np.frombuffer(table, ">u4").reshape(2, rows).tolist()
    planes = np.empty((rows, layout.width), kind)
    for row, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        stream.seek(start)
        planes[row] = run_lengths.sgi_row(stream.read(min(length, 4 * layout.width + 8)), layout.width, kind)
    return planes.reshape(shape)
