"""Raw photos of cameras (DNG, NEF, CR2, CR3, ARW …), developed by LibRaw, if the extra `raw` is installed.

The second picture of such a file is the preview that the camera has stored in it, a JPEG.
"""

from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any, BinaryIO

import numpy as np

from engine.base.messages import Message, message
from engine.images.decoders import jpeg, raw_kinds, tiff
from engine.images.head import Head
from engine.images.pages import SINGLE, Kind, Pages, require
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples, from_arrays

SRGB_CURVE = (2.4, 12.92)
"""The exponent of sRGB, and the slope at black."""
ROTATED = (5, 6)
"""LibRaw's numbers of pictures that stand upright."""
ORIENTATIONS = {3: 3, 5: 8, 6: 6}
"""EXIF's orientation by LibRaw's number; 1 for others."""


@dataclass(frozen=True)
class Preview:
    """The preview in a raw photo: the bytes of a JPEG, and their head."""

    data: bytes
    head: Head


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
    sizes, stored = raw.sizes, _preview(raw)
    pages = SINGLE if stored is None else Pages(page or 0, 2, Kind.VIEWS)
    require(page or 0, pages.count)
    if stored is not None and pages.page == 1:
        own = stored.head
        turned = own.orientation if own.orientation != 1 else ORIENTATIONS.get(sizes.flip, 1)
        return replace(own, format="RAW", orientation=turned, pages=pages, parsed=stored)
    size = (sizes.height, sizes.width) if sizes.flip in ROTATED else (sizes.width, sizes.height)
    return Head("RAW", *size, 16, decoder_orients=True, pages=pages, parsed=raw)


def _preview(raw: Any) -> Preview | None:
    """Returns the preview; None if there is none, or none that can be read."""
    rawpy = import_module("rawpy")
    try:
        found = raw.extract_thumb()
    except rawpy.LibRawError:
        return None
    if found.format is not rawpy.ThumbFormat.JPEG:
        return None
    try:
        return Preview(found.data, jpeg.read_head(BytesIO(found.data), None))
    except (DamagedError, UnsupportedError):
        return None


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
    if isinstance(head.parsed, Preview):
        return _decoded(head.parsed, head, notices)
    rawpy, raw = import_module("rawpy"), head.parsed
    try:
        with raw:
            pixels = raw.postprocess(use_camera_wb=True, output_bps=16, gamma=SRGB_CURVE)
    except rawpy.LibRawError as error:
        raise DamagedError(_reason(error)) from error
    notices.append(message("developed from raw data with standard settings"))
    return from_arrays(np.asarray(pixels, np.uint16))


def _decoded(preview: Preview, head: Head, notices: list[Message]) -> Samples:
    """Decodes the preview as any JPEG. Raises DamagedError or UnsupportedError."""
    samples = jpeg.decode(BytesIO(preview.data), preview.head, notices)
    if samples.head is None:
        return samples
    return replace(
        samples,
        head=replace(samples.head, format=head.format, orientation=head.orientation, pages=head.pages),
    )
