"""PPM and PGM with a maximum value above 255. Pillow keeps 8 bits of colour, and reads them one sample at a time."""

import re
from dataclasses import replace
from typing import Any, BinaryIO

import numpy as np
import PIL.ImageFile
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images.bit_depth import DeepPixels, scale_to_16_bits
from engine.images.decoders import pillow
from engine.images.head import Head, Kind
from engine.images.samples import Samples, from_arrays

COMMENT = re.compile(rb"#[^\r\n]*")


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever Pillow raises."""
    head = pillow.read_head(stream, page, "PPM")
    bits = max_value(head.parsed).bit_length()
    return replace(head, bits=bits, kind=Kind.UNSIGNED) if bits > 8 else head


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises ValueError if it is truncated or malformed, and whatever Pillow raises."""
    if head.deep and head.kind is Kind.UNSIGNED:
        return from_arrays(samples(stream, head.parsed))
    return pillow.decode(stream, head, notices)


def max_value(file: PIL.ImageFile.ImageFile) -> int:
    """Returns the value of white in a PPM or PGM; 0 for a bitmap or floats. file: opened by Pillow, not yet loaded."""
    tile: Any = file.tile[0]
    if tile.codec_name in ("ppm", "ppm_plain"):
        return 0 if file.mode == "1" else int(tile.args[1])
    return {"I;16B": 65535, "L": 255, "RGB": 255}.get(str(tile.args), 0)


def samples(stream: BinaryIO, file: PIL.ImageFile.ImageFile) -> DeepPixels:
    """Returns (H, W, 1 or 3) with white at 65535. stream: the file itself. file: as in `max_value`.

    Raises ValueError if the file is truncated or malformed.
    """
    tile: Any = file.tile[0]
    channels = len(file.getbands())
    count = file.width * file.height * channels
    stream.seek(tile.offset)
    if tile.codec_name == "ppm_plain":
        found = _decimal_samples(stream.read(), count)
    else:
        found = _binary_samples(stream.read(2 * count))
    if len(found) != count:
        raise ValueError(f"{len(found)} of {count} samples are there")
    return scale_to_16_bits(found.reshape(file.height, file.width, channels), max_value(file))


def _binary_samples(data: bytes) -> NDArray[np.uint16]:
    return np.frombuffer(data[: len(data) // 2 * 2], ">u2").astype(np.uint16)


def _decimal_samples(text: bytes, count: int) -> NDArray[np.uint16]:
    # stripped, because numpy makes one zero of blanks alone
    found = np.fromstring(COMMENT.sub(b" ", text).strip(), np.int64, sep=" ")[:count]
    return np.clip(found, 0, 65535).astype(np.uint16)
