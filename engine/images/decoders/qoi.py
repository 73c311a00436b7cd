"""QOI (Quite OK Image): 8 bits, RGB or RGBA."""

import os
import struct
from typing import BinaryIO

import imagecodecs

from engine.base.messages import Message, message
from engine.images.decoders.interleaved import from_integers
from engine.images.head import Alpha, Head
from engine.images.refusals import DamagedError
from engine.images.samples import Samples

SIGNATURE = b"qoif"
END = b"\0\0\0\0\0\0\0\1"
"""The head's number of samples that are proportional to light."""


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises DamagedError."""
    stream.seek(0)
    start = stream.read(14)
    if len(start) < 14 or start[12] not in (3, 4):
        raise DamagedError(message("the head has no end"))
    # The mark of linear colours is ignored: the specification calls it informative, and writers set it for any colours.
    width, height, channels, _ = struct.unpack_from(">IIBB", start, 4)
    alpha = Alpha.STRAIGHT if channels == 4 else Alpha.NONE
    return Head("QOI", width, height, alpha=alpha)


def decode(stream: BinaryIO, head: Head, _: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError."""
    stream.seek(max(stream.seek(0, os.SEEK_END) - 64, 0))
    if not stream.read().rstrip(b"\r\n").endswith(END):  # the decoder would make up what is missing
        raise DamagedError(message("the end is missing"))
    stream.seek(0)
    try:
        return from_integers(imagecodecs.qoi_decode(stream.read()), head, 255)
    except imagecodecs.QoiError as error:
        raise DamagedError(message("its compressed data is wrong")) from error
