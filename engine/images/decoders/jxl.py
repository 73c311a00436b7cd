"""JPEG XL. The plugin pillow-jxl-plugin decodes the whole file when it opens it, and keeps 8 bits of colour.

imagecodecs decodes samples of more bits, and colours that are to be divided by their alpha.
"""

from dataclasses import replace
from typing import Any, BinaryIO

import imagecodecs
import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.bit_depth import DeepPixels, Raster, scale_to_16_bits, to_16_bits
from engine.images.colour_signals import ColourSignals
from engine.images.decoders import jxl_codestream, pillow
from engine.images.decoders.channels import split_alpha
from engine.images.decoders.interleaved import from_numbers
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.pages import require
from engine.images.samples import Samples, from_arrays
from engine.images.value_range import UNIT, Meaning


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head of the codestream. Profile and EXIF are known after decoding. Raises NoSuchPageError."""
    require(page or 0, 1)
    found = jxl_codestream.read_head(stream)
    if found is None:
        raise ValueError("no JPEG XL")
    turned = found.decoder_orients and found.orientation > 4
    kind = Alpha.PREMULTIPLIED if found.premultiplied else Alpha.STRAIGHT if found.alpha else Alpha.NONE
    return Head(
        "JXL",
        found.height if turned else found.width,
        found.width if turned else found.height,
        bits=found.bits,
        kind=Kind.FLOAT if found.floats else Kind.UNSIGNED,
        model=Model.GRAY if found.gray else Model.RGB,
        alpha=kind,
        decoder_orients=found.decoder_orients,
        # No installed decoder tells how long the frames of a JPEG XL are shown.
        notices=(message("first frame of an animation; JPEG XL is not played"),) if found.animated else (),
        signals=ColourSignals(coding=found.coding),
    )


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises whatever the decoders raise."""
    stream.seek(0)
    opened = pillow.describe(PIL.Image.open(stream, formats=("JXL",)))
    found = (*head.notices, *opened.notices)
    complete = replace(
        head,
        signals=replace(opened.signals, coding=head.signals.coding),
        orientation=opened.orientation,
        notices=found,
        parsed=opened.parsed,
    )
    # One channel without alpha is left to the plugin, which keeps its bits.
    plain = head.bits <= 8 and head.alpha is not Alpha.PREMULTIPLIED
    if plain or opened.parsed.mode in ("I;16", "F"):
        return pillow.decode(stream, complete, notices)
    stream.seek(0)
    stored = samples(stream.read())
    if stored.dtype.kind == "f":
        return _from_floats(stored, complete, notices)
    colour, alpha = split_alpha(_to_16_bits(stored, head.bits))
    return from_arrays(colour, alpha, head=complete, premultiplied=head.alpha is Alpha.PREMULTIPLIED)


def _from_floats(stored: NDArray[Any], head: Head, notices: list[Message]) -> Samples:
    numbers, opacity = split_alpha(stored.astype(np.float32, copy=False))
    if opacity is None:
        return from_numbers(numbers, head, notices, Meaning(UNIT))
    opacity = np.clip(np.nan_to_num(opacity), 0, 1)
    if head.alpha is Alpha.PREMULTIPLIED:
        numbers = numbers / np.where(opacity > 0, opacity, np.float32(1))[..., None]
    alpha = np.rint(opacity * 65535).astype(np.uint16)
    return from_numbers(numbers, head, notices, Meaning(UNIT), alpha)


def samples(data: bytes) -> NDArray[Any]:
    """Returns a file's samples, (H, W) or (H, W, 2 to 4), upright.

    They are uint8, uint16 in [0, 1 << bits), or float32 with white at 1. Raises whatever the decoder raises.
    """
    decoded: NDArray[Any] = imagecodecs.jpegxl_decode(data, index=0)
    return decoded


def _to_16_bits(stored: Raster, bits: int) -> DeepPixels:
    return to_16_bits(stored) if stored.dtype == np.uint8 else scale_to_16_bits(stored, (1 << bits) - 1)
