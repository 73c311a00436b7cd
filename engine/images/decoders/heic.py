"""HEIC, by the plugin pillow-heif (engine/images/plugins.py): with all bits, where there are more than 8."""

from dataclasses import replace
from importlib import import_module
from typing import Any, BinaryIO

import numpy as np

from engine.base.messages import Message
from engine.images.bit_depth import scale_to_16_bits
from engine.images.cicp import Coding
from engine.images.decoders import pillow
from engine.images.decoders.channels import split_alpha
from engine.images.head import Head
from engine.images.samples import Samples, from_arrays


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever the plugin raises."""
    head = pillow.read_head(stream, page, "HEIF")
    info = head.parsed.info
    signals = replace(head.signals, later_coding=_coding(info))
    return replace(head, bits=max(8, info["bit_depth"]), signals=signals)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises whatever the plugin raises."""
    if not head.deep:
        return pillow.decode(stream, head, notices)
    stream.seek(0)
    plugin = import_module("pillow_heif")
    heic = plugin.open_heif(stream, convert_hdr_to_8bit=False, hdr_to_16bit=False)[head.pages.page]
    samples = scale_to_16_bits(np.asarray(heic), (1 << heic.info["bit_depth"]) - 1)
    return from_arrays(*split_alpha(samples), premultiplied=heic.premultiplied_alpha)


def _coding(info: dict[str | tuple[int, int], Any]) -> Coding | None:
    numbers = info.get("nclx_profile")
    if not numbers:
        return None
    return Coding(int(numbers["color_primaries"]), int(numbers["transfer_characteristics"]))
