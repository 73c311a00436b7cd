"""OpenEXR: linear light in floats of 16 or 32 bits.

The library of the format's authors decodes it (a wheel of 2 MB); imagecodecs has this format on Windows alone.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

import numpy as np

from engine.base.messages import Message, message
from engine.images.colour_signals import ColourSignals
from engine.images.decoders import exr_head
from engine.images.decoders.exr_head import HALF, Part
from engine.images.decoders.interleaved import from_light
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.pages import Pages, require
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples, Values


@dataclass(frozen=True)
class _Shown:
    """Names of the channels that are shown: red, green and blue, or one; then alpha, if there is any."""

    colours: tuple[str, ...]
    alpha: tuple[str, ...]


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Reads the head of a part. Raises DamagedError or UnsupportedError."""
    parts = exr_head.read(stream)
    require(page or 0, len(parts))
    pages = Pages(page or 0, len(parts))
    part = parts[pages.page]
    if part.deep:
        raise UnsupportedError(message("deep pixels"))
    shown, notices = _shown(part)
    if any(part.channels[name].reduced for name in (*shown.colours, *shown.alpha)):
        raise UnsupportedError(message("channels of fewer samples than pixels"))
    if not part.whole:
        notices = (*notices, message("all stored pixels, not the window that its author chose"))
    bits = max(16 if part.channels[name].kind == HALF else 32 for name in shown.colours)
    return Head(
        "EXR",
        part.width,
        part.height,
        bits,
        Kind.FLOAT,
        Model.RGB if len(shown.colours) == 3 else Model.GRAY,
        Alpha.PREMULTIPLIED if shown.alpha else Alpha.NONE,
        pages=pages,
        signals=ColourSignals(curve=1.0, primaries=part.primaries),
        notices=notices,
        parsed=shown,
    )


def _shown(part: Part) -> tuple[_Shown, tuple[Message, ...]]:
    """Chooses red, green and blue, those of the first layer that has them, or a single channel."""
    names = part.channels
    layers = ["", *(name[:-1] for name in names if name.endswith(".R"))]
    for layer in layers:
        colours = tuple(layer + letter for letter in "RGB")
        if all(name in names for name in colours):
            alpha = (f"{layer}A",) if f"{layer}A" in names else ()
            notices = (message("layer {name}", name=layer[:-1]),) if layer else ()
            return _Shown(colours, alpha), notices
    single = "Y" if "Y" in names else next((name for name in names if name != "A"), "A")
    if single not in names:
        raise DamagedError(message("it holds no picture"))
    if single == "Y" and "RY" in names:
        raise UnsupportedError(message("channels of fewer samples than pixels"))
    alpha = ("A",) if "A" in names and single == "Y" else ()
    return _Shown((single,), alpha), () if single == "Y" else (message("channel {name}", name=single),)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the part. Raises DamagedError."""
    stream.seek(0)
    try:
        file = import_module("OpenEXR").File(stream, separate_channels=True, num_threads=0)
    except (RuntimeError, ValueError, TypeError) as error:
        raise DamagedError(message("its compressed data is wrong")) from error
    channels = file.parts[head.pages.page].channels
    names = (*head.parsed.colours, *head.parsed.alpha)
    light: Values = np.stack([channels[name].pixels for name in names], -1).astype(np.float32, copy=False)
    return from_light(light, head, notices)
