"""Radiance HDR (RGBE, XYZE): linear light in 32 bits a pixel."""

import re
from dataclasses import dataclass
from typing import BinaryIO

import imagecodecs
import numpy as np

from engine.base.messages import Message, message
from engine.images.colour_signals import ColourSignals
from engine.images.decoders import run_lengths
from engine.images.decoders.interleaved import from_light
from engine.images.head import Head, Kind
from engine.images.refusals import DamagedError
from engine.images.rgb_profile import Primaries
from engine.images.samples import Samples, Values

SIGNATURES = b"#?RADIANCE", b"#?RGBE"
HEAD_BYTES = 1 << 16
"""Bytes in which the head must end."""
SIZE = re.compile(rb"([+-])([XY]) +(\d{1,9}) +([+-])([XY]) +(\d{1,9})[ \r]*")
CANONICAL = b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y %d +X %d\n"
"""The only head that the decoder reads."""
NEW_RUNS = b"\2\2"
"""First bytes of a line whose channels are compressed one by one."""
XYZ_TO_RGB = np.array(
    [[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560], [0.0556434, -0.2040259, 1.0572252]],
    np.float32,
)  # fmt: skip


@dataclass(frozen=True)
class _Layout:
    """lines, line: pixels, in the order of the file. swapped: lines are columns.

    from_bottom, from_right: the picture starts there. xyz: the samples are CIE XYZ. offset: of the pixels.
    """

    lines: int
    line: int
    swapped: bool
    from_bottom: bool
    from_right: bool
    xyz: bool
    offset: int


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises DamagedError."""
    stream.seek(0)
    fields, found, offset = _fields(stream.read(HEAD_BYTES))
    signs = {found[2]: found[1], found[5]: found[4]}
    if len(signs) < 2:
        raise DamagedError(message("the head lacks a number"))
    lines, line, swapped = int(found[3]), int(found[6]), found[2] == b"X"
    xyz = fields.get(b"FORMAT", b"").strip() == b"32-bit_rle_xyze"
    layout = _Layout(lines, line, swapped, signs[b"Y"] == b"+", signs[b"X"] == b"-", xyz, offset)
    size = (lines, line) if swapped else (line, lines)
    signals = ColourSignals(curve=1.0, primaries=None if xyz else _primaries(fields.get(b"PRIMARIES")))
    return Head("HDR", *size, 32, Kind.FLOAT, signals=signals, parsed=layout)


def _fields(data: bytes) -> tuple[dict[bytes, bytes], re.Match[bytes], int]:
    """Returns the variables of the head, the size, and where the pixels start."""
    fields, position = dict[bytes, bytes](), 0
    while (end := data.find(b"\n", position)) >= 0:
        line = data[position:end]
        if found := SIZE.fullmatch(line):
            return fields, found, end + 1
        name, _, value = line.partition(b"=")
        fields[name.strip()] = value
        position = end + 1
    raise DamagedError(message("the head has no end"))


def _primaries(text: bytes | None) -> Primaries | None:
    """Returns the primary colours; None if the head does not say them."""
    try:
        numbers = [float(number) for number in (text or b"").split()]
    except ValueError:
        return None
    if len(numbers) != 8:
        return None
    red, green, blue, white = [(numbers[at], numbers[at + 1]) for at in (0, 2, 4, 6)]
    return Primaries(white, red, green, blue)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError."""
    layout: _Layout = head.parsed
    stream.seek(layout.offset)
    light = _light(layout, stream.read())
    if layout.swapped:
        light = light.swapaxes(0, 1)
    light = light[:: -1 if layout.from_bottom else 1, :: -1 if layout.from_right else 1]
    if layout.xyz:
        light = light @ XYZ_TO_RGB.T
    return from_light(np.ascontiguousarray(light), head, notices)


def _light(layout: _Layout, data: bytes) -> Values:
    """Returns the stored lines, (lines, line, 3). imagecodecs does not know the runs of the first programs."""
    head, pixels = CANONICAL % (layout.lines, layout.line), layout.lines * layout.line
    try:
        light: Values = imagecodecs.rgbe_decode(head + data)
    except imagecodecs.RgbeError as error:
        if data.startswith(NEW_RUNS):
            raise DamagedError(message("its compressed data is wrong")) from error
        light = imagecodecs.rgbe_decode(head + run_lengths.radiance(data, pixels).tobytes())
    return light
