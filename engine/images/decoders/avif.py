"""AVIF: imagecodecs decodes samples of 10 or 12 bits, which Pillow reduces to 8; Pillow decodes the others.

Pillow reports neither the bits nor the code numbers of the colours.
"""

from dataclasses import replace
from typing import BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images.bit_depth import scale_to_16_bits
from engine.images.decoders import avif_head, pillow
from engine.images.decoders.channels import split_alpha
from engine.images.head import Head
from engine.images.samples import Samples, from_arrays


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever Pillow raises."""
    declared = avif_head.read_head(stream)
    head = pillow.read_head(stream, page, "AVIF")
    signals = replace(head.signals, later_coding=declared.coding)
    return replace(head, bits=max(8, declared.bits), signals=signals)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises whatever the decoders raise."""
    if not head.deep:
        return pillow.decode(stream, head, notices)
    stream.seek(0)
    stored = samples(stream.read(), head.pages.page)
    return from_arrays(*split_alpha(scale_to_16_bits(stored, (1 << head.bits) - 1)))


def samples(data: bytes, frame: int = 0) -> NDArray[np.uint8 | np.uint16]:
    """Returns the samples of a frame, (H, W) or (H, W, 3 or 4), in [0, 1 << bits), alpha straight.

    Raises whatever the decoder raises.
    """
    decoded: NDArray[np.uint8 | np.uint16] = imagecodecs.avif_decode(data, index=frame)
    return decoded
