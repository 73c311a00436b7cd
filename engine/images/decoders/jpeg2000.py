"""JPEG 2000: files of boxes (JP2, JPX) and bare codestreams (J2K), 1 to 16 bits, decoded by OpenJPEG."""

from dataclasses import dataclass
from typing import Any, BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.colour_signals import ColourSignals
from engine.images.decoders import jpeg2000_head
from engine.images.decoders.interleaved import from_integers
from engine.images.decoders.jpeg2000_head import (
    CMYK,
    CODESTREAM,
    GRAY,
    LAB,
    PREMULTIPLIED,
    SRGB,
    SYCC,
    Boxes,
    Component,
)
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples

SPACES = {Model.GRAY: GRAY, Model.RGB: SRGB, Model.CMYK: CMYK}
MODELS = {1: Model.GRAY, 3: Model.RGB, 4: Model.CMYK}
"""By the number of channels of colour."""


@dataclass(frozen=True)
class _Depth:
    """bits: of each channel of the decoded picture. signed: zero is in the middle.

    reduced_colours: of three channels, the last two have fewer samples than the picture has pixels.
    """

    bits: tuple[int, ...]
    signed: bool
    reduced_colours: bool


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises DamagedError or UnsupportedError."""
    codestream, found = jpeg2000_head.read(stream)
    components = codestream.components
    depths = found.palette or tuple(component.bits for component in components)
    if max(depths) > 16:
        raise UnsupportedError(message("{bits} bits", bits=max(depths)))
    alpha = _alpha(found, len(depths))
    colours = len(depths) - (alpha is not Alpha.NONE)
    if found.space == LAB:
        raise UnsupportedError(message("Lab colours"))
    if colours not in MODELS:
        raise UnsupportedError(message("{count} channels", count=len(depths)))
    return Head(
        "JPEG2000", codestream.width, codestream.height, max(depths), Kind.UNSIGNED, MODELS[colours], alpha,
        signals=ColourSignals(icc=found.icc), parsed=_Depth(depths, _signed(found, components), _reduced(components)),
    )  # fmt: skip


def _alpha(found: Boxes, channels: int) -> Alpha:
    """Returns the kind of alpha. Files that do not describe their channels have it in the second or the fourth one."""
    if found.alpha_kind is not None:
        return Alpha.PREMULTIPLIED if found.alpha_kind == PREMULTIPLIED else Alpha.STRAIGHT
    undescribed = not found.channels_described and found.space != CMYK
    return Alpha.STRAIGHT if undescribed and channels in (2, 4) else Alpha.NONE


def _reduced(components: tuple[Component, ...]) -> bool:
    return [component.reduced for component in components] == [False, True, True]


def _signed(found: Boxes, components: tuple[Component, ...]) -> bool:
    return not found.palette and components[0].signed


def decode(stream: BinaryIO, head: Head, _: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError."""
    stream.seek(0)
    try:
        decoded: NDArray[Any] = imagecodecs.jpeg2k_decode(_with_known_colours(stream.read(), head))
    except (imagecodecs.Jpeg2kError, ValueError) as error:
        if "subsampling" in str(error):
            raise UnsupportedError(message("channels of fewer samples than pixels")) from error
        raise DamagedError(message("its compressed data is wrong")) from error
    return from_integers(_unsigned(np.atleast_3d(decoded), head.parsed), head, (1 << head.bits) - 1)


def _with_known_colours(data: bytes, head: Head) -> bytes:
    """Returns the file with an enumerated colour space in place of its profile, which the decoder would apply.

    A bare codestream whose colours have fewer samples than its luma gets boxes: only so they are decoded.
    """
    if data.startswith(CODESTREAM) and head.parsed.reduced_colours:
        return jpeg2000_head.boxed(data, head.width, head.height, SYCC)
    profile = head.signals.icc
    if not profile or len(profile) < 4:
        return data
    place = data.index(profile)
    enumerated = b"\1\0\0" + SPACES[head.model].to_bytes(4, "big")
    return data[: place - 3] + enumerated + data[place + 4 :]


def _unsigned(stored: NDArray[Any], depth: _Depth) -> NDArray[Any]:
    """Brings all channels to the same number of bits, without a sign."""
    if depth.signed:
        middles = np.array([1 << (bits - 1) for bits in depth.bits], np.int32)
        stored = (stored + middles).astype(np.uint16)
    most = max(depth.bits)
    for place, bits in enumerate(depth.bits):
        if bits < most:
            scale = ((1 << most) - 1) / ((1 << bits) - 1)
            stored[..., place] = np.rint(stored[..., place] * scale)
    return stored
