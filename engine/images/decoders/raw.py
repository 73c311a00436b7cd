"""Raw photos of cameras (DNG, NEF, CR2, CR3, ARW …), developed by LibRaw, if the extra `raw` is installed."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO

import numpy as np

from engine.base.messages import Message, message
from engine.images.decoders import raw_kinds, tiff
from engine.images.head import Head
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples, from_arrays

SRGB_CURVE = (2.4, 12.92)
"""The exponent of sRGB, and the slope at black."""
ROTATED = (5, 6)
"""LibRaw's numbers of pictures that stand upright."""


def installed() -> bool:
    """Whether raw photos can be developed."""
    return find_spec("rawpy") is not None


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Reads the head: that of the preview of a TIFF whose raw photo LibRaw does not know.

    Raises DamagedError or UnsupportedError.
    """
    try:
        raw = _opened(stream)
    except (DamagedError, UnsupportedError):
        stream.seek(0)
        if stream.read(4) not in raw_kinds.TIFFS:
            raise
        return tiff.read_head(stream, page)
    sizes = raw.sizes
    size = (sizes.height, sizes.width) if sizes.flip in ROTATED else (sizes.width, sizes.height)
    return Head("RAW", *size, 16, decoder_orients=True, parsed=raw)


def _opened(stream: BinaryIO) -> Any:
    rawpy = import_module("rawpy")
    stream.seek(0)
    try:
        return rawpy.imread(stream)
    except rawpy.LibRawFileUnsupportedError as error:
        raise UnsupportedError(message("raw data of this camera")) from error
    except rawpy.LibRawError as error:
        raise DamagedError(_reason(error)) from error


def _reason(error: Exception) -> str:
    why = error.args[0] if error.args else error
    return why.decode("utf-8", "replace") if isinstance(why, bytes) else str(why)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Develops the photo: white balance of the camera, sRGB, 16 bits. Raises DamagedError or UnsupportedError."""
    if head.format != "RAW":
        return tiff.decode(stream, head, notices)
    rawpy, raw = import_module("rawpy"), head.parsed
    try:
        with raw:
            pixels = raw.postprocess(use_camera_wb=True, output_bps=16, gamma=SRGB_CURVE)
    except rawpy.LibRawError as error:
        raise DamagedError(_reason(error)) from error
    notices.append(message("developed from raw data with standard settings"))
    return from_arrays(np.asarray(pixels, np.uint16))
