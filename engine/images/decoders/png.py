"""PNG: imagecodecs (libpng) decodes colours of 16 bits, which Pillow reduces to 8; Pillow decodes the others."""

from dataclasses import replace
from typing import BinaryIO

import imagecodecs

from engine.base.messages import Message
from engine.images.decoders import pillow
from engine.images.decoders.channels import split_alpha
from engine.images.head import Head, Kind, Model
from engine.images.samples import Samples, from_arrays

MODELS = {0: Model.GRAY, 2: Model.RGB, 3: Model.PALETTE, 4: Model.GRAY, 6: Model.RGB}
"""Colour models by PNG's colour types."""


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever Pillow raises."""
    head = pillow.read_head(stream, page, "PNG")
    position = stream.tell()  # where Pillow goes on reading
    stream.seek(24)
    bits, colours = stream.read(2)
    stream.seek(position)
    return replace(head, bits=bits, kind=Kind.UNSIGNED, model=MODELS.get(colours, head.model))


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises whatever the decoders raise."""
    if head.bits < 16 or "16" in head.parsed.mode:
        return pillow.decode(stream, head, notices)
    stream.seek(0)
    colour, alpha = split_alpha(imagecodecs.png_decode(stream.read()))
    return from_arrays(colour, alpha, head=pillow.completed(head))
