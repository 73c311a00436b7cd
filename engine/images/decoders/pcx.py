"""PCX (ZSoft Paintbrush): 1 to 8 bits with a palette, gray, RGB."""

import os
import struct
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.decoders import run_lengths
from engine.images.decoders.interleaved import from_integers
from engine.images.head import Alpha, Head, Model
from engine.images.refusals import UnsupportedError
from engine.images.samples import Samples

HEAD = struct.Struct("<4B4H4x48sxBHH")
VERSIONS = (0, 2, 3, 4, 5)
WITHOUT_PALETTE = 3
"""The version whose pictures have the colours of EGA."""
KINDS = {(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (4, 1), (8, 1), (8, 3), (8, 4)}
"""(bits, planes) that exist."""
EGA = bytes.fromhex(
    "000000 0000aa 00aa00 00aaaa aa0000 aa00aa aa5500 aaaaaa 555555 5555ff 55ff55 55ffff ff5555 ff55ff ffff55 ffffff"
)
GRAY = 2
"""Kind of palette: shades of gray."""


@dataclass(frozen=True)
class Layout:
    """bits: of a sample. planes: lines of samples of a row. stride: bytes of such a line.

    palette: of up to 16 colours. gray: the file says so.
    """

    width: int
    height: int
    bits: int
    planes: int
    stride: int
    palette: bytes
    gray: bool


def is_pcx(start: bytes) -> bool:
    """Whether these are the first 128 bytes of a PCX. Its signature is weak, so that all fields are looked at."""
    if len(start) < 128:
        return False
    maker, version, packed, bits, left, top, right, bottom, _, planes, stride, kind = HEAD.unpack_from(start)
    fits = right >= left and bottom >= top and stride * 8 >= (right - left + 1) * bits
    return (
        maker == 10 and version in VERSIONS and packed == 1 and bits in (1, 2, 4, 8) and 1 <= planes <= 4 and fits
        and start[64] == 0 and kind in (0, 1, GRAY)
    )  # fmt: skip


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises UnsupportedError."""
    layout = _layout(stream)
    gray = layout.planes == 1 and (
        layout.bits == 1 or (layout.bits == 8 and _palette(stream, layout) is None)
    )
    model = Model.GRAY if gray else Model.RGB if layout.bits == 8 and layout.planes > 1 else Model.PALETTE
    alpha = Alpha.STRAIGHT if (layout.bits, layout.planes) == (8, 4) else Alpha.NONE
    bits = 8 if layout.bits == 8 else layout.bits * layout.planes
    return Head("PCX", layout.width, layout.height, bits, model=model, alpha=alpha, parsed=layout)


def decode(stream: BinaryIO, head: Head, _: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError."""
    return from_integers(_samples(stream, head.parsed), head, 255)


def _layout(stream: BinaryIO) -> Layout:
    """Reads the head. Raises UnsupportedError for bits and planes that no program writes."""
    stream.seek(0)
    _, version, _, bits, left, top, right, bottom, palette, planes, stride, kind = HEAD.unpack(
        stream.read(HEAD.size)
    )
    if (bits, planes) not in KINDS:
        raise UnsupportedError(message("{bits} bits in {planes} planes", bits=bits, planes=planes))
    colours = EGA if version == WITHOUT_PALETTE else palette
    return Layout(right - left + 1, bottom - top + 1, bits, planes, stride, colours, kind == GRAY)


def _samples(stream: BinaryIO, layout: Layout) -> NDArray[np.uint8]:
    """Returns (H, W, 1, 3 or 4), 0 to 255. Raises DamagedError."""
    stream.seek(128)
    data = stream.read()
    count = layout.height * layout.planes * layout.stride
    lines = run_lengths.pcx(data, count).reshape(layout.height, layout.planes, layout.stride)
    if layout.bits == 8 and layout.planes > 1:
        return lines[..., : layout.width].transpose(0, 2, 1)
    indices = _indices(lines, layout)
    palette = _palette(stream, layout)
    return indices[..., None] if palette is None else palette[indices]


def _indices(lines: NDArray[np.uint8], layout: Layout) -> NDArray[np.uint8]:
    """Returns (H, W): the planes of a row give one bit each, or one plane gives all bits."""
    if layout.bits == 8:
        return lines[:, 0, : layout.width]
    per_byte = 8 // layout.bits
    shifts = np.arange(per_byte - 1, -1, -1, dtype=np.uint8) * np.uint8(layout.bits)
    parts = (lines[..., None] >> shifts) & np.uint8((1 << layout.bits) - 1)
    planes = parts.reshape(layout.height, layout.planes, -1)[..., : layout.width]
    indices = planes[:, 0].copy()
    for number in range(1, layout.planes):
        indices |= planes[:, number] << np.uint8(number)
    return indices


def _palette(stream: BinaryIO, layout: Layout) -> NDArray[np.uint8] | None:
    """Returns (N, 3), or (2, 1) of black and white, or None for gray. 256 colours stand at the end of the file."""
    if (layout.bits, layout.planes) == (1, 1):
        return np.array([[0], [255]], np.uint8)
    if layout.bits < 8:
        return np.frombuffer(layout.palette, np.uint8).reshape(16, 3)
    stream.seek(-769, os.SEEK_END)
    data = stream.read(769)
    if data[0] != 12 or layout.gray:
        return None
    return np.frombuffer(data[1:], np.uint8).reshape(256, 3)
