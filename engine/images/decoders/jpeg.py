"""JPEG: libjpeg-turbo decodes it, also what is there of a damaged or truncated file.

simplejpeg (MIT, by one author, some releases a year, a wheel of 0.5 MB) is its only binding that tells what libjpeg
warns of: Pillow and imagecodecs show damaged pictures without a word. Its pixels are those of Pillow, in half the time.
"""

from dataclasses import replace
from typing import BinaryIO

import imagecodecs
import numpy as np
import PIL
import simplejpeg
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images import damage
from engine.images.bit_depth import DeepPixels, scale_to_16_bits
from engine.images.colour_signals import ColourSignals
from engine.images.decoders import exif_facts, jpeg_segments, pillow
from engine.images.head import Head, Model
from engine.images.pages import require
from engine.images.refusals import UnsupportedError
from engine.images.samples import Samples, from_arrays

SPACES = {Model.GRAY: "GRAY", Model.RGB: "RGB", Model.CMYK: "CMYK"}
"""simplejpeg's names."""
END_MARK = b"\xff\xd9"
EARLY_END = "Premature end of JPEG file"
HARMLESS = ("Invalid SOS parameters", "Unknown Adobe color transform")
"""libjpeg's warnings of files that are whole."""
GRAY = 128
"""What libjpeg fills missing parts with, give or take one."""
BLOCK = 8
"""Sides of the blocks that a picture is stored in, px."""
DEEP_BITS = range(9, 17)
"""Bits a sample of JPEGs that Pillow does not know: 12 of lossy ones, any of these of lossless ones."""
MODELS = {1: Model.GRAY, 3: Model.RGB, 4: Model.CMYK}
"""By number of channels."""
EXIF_MARK = b"Exif\0\0"


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever Pillow raises."""
    try:
        head = pillow.read_head(stream, page, "JPEG")
    except PIL.UnidentifiedImageError:
        if (deep := _deep_head(stream, page)) is None:
            raise
        return deep
    return _with_signals(head, head.parsed.applist)


def _deep_head(stream: BinaryIO, page: int | None) -> Head | None:
    """Returns the head of a JPEG of more than 8 bits, which Pillow does not know; None for any other."""
    found = list(jpeg_segments.segments(stream))
    if any(marker == jpeg_segments.JPEG_LS_FRAME for marker, _ in found):
        raise UnsupportedError(message("a JPEG-LS picture"))
    frame = jpeg_segments.frame_of(found)
    if frame is None or frame.bits not in DEEP_BITS or frame.channels not in MODELS:
        return None
    require(page or 0, 1)
    notices: list[Message] = []
    applications = jpeg_segments.applications(found)
    exif = next((data for name, data in applications if name == "APP1" and data.startswith(EXIF_MARK)), b"")
    facts = exif_facts.read(exif, notices)
    head = Head(
        "JPEG",
        frame.width,
        frame.height,
        frame.bits,
        model=MODELS[frame.channels],
        orientation=facts.orientation,
        signals=ColourSignals(adobe_rgb=facts.adobe_rgb),
        notices=tuple(notices),
    )
    return _with_signals(head, applications)


def _with_signals(head: Head, segments: list[jpeg_segments.Segment]) -> Head:
    signals = replace(head.signals, icc=jpeg_segments.profile(segments))
    notices = head.notices
    if jpeg_segments.has_gain_map(segments):
        notices = (*notices, message("the map of areas brighter than white (HDR) is ignored"))
    return replace(head, signals=signals, notices=notices)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture, or what is there of it. Raises whatever Pillow raises for what simplejpeg cannot decode."""
    if head.pages.page or head.model not in SPACES:
        return pillow.decode(stream, head, notices)
    stream.seek(0)
    data = stream.read()
    if head.bits in DEEP_BITS:
        return from_arrays(_deep_samples(data, head))
    try:
        colour, warning = _decoded(data, SPACES[head.model])
    except ValueError:
        return pillow.decode(stream, head, notices)
    if warning and not warning.startswith(HARMLESS):
        notices.append(_damage(data, colour, warning, head))
    if head.model is Model.CMYK:  # all writers follow Adobe, whose zero is full ink
        np.subtract(255, colour, out=colour)
    return from_arrays(colour)


def _decoded(data: bytes, space: str) -> tuple[NDArray[np.uint8], str]:
    """Returns pixels (H, W, 1, 3 or 4) and libjpeg's last warning. Raises ValueError if there are no pixels."""
    try:
        return simplejpeg.decode_jpeg(data, space), ""
    except ValueError as error:
        return simplejpeg.decode_jpeg(data, space, strict=False), str(error)


def _deep_samples(data: bytes, head: Head) -> DeepPixels:
    """Returns samples of more than 8 bits in 16, (H, W, 1, 3 or 4)."""
    decoded = scale_to_16_bits(imagecodecs.jpeg8_decode(data), (1 << head.bits) - 1)
    samples = decoded.reshape(head.height, head.width, -1)
    return 65535 - samples if head.model is Model.CMYK else samples


def _damage(data: bytes, colour: NDArray[np.uint8], warning: str, head: Head) -> Message:
    """Returns what is wrong: missing rows, only the end mark, or something within."""
    missing = _gray_part(colour)
    if missing:
        return damage.shown_gray(missing)
    if warning != EARLY_END:
        return damage.wrong_parts()
    if head.parsed.info.get("progressive"):
        return damage.details_missing()
    try:
        simplejpeg.decode_jpeg(data + END_MARK, SPACES[head.model])
    except ValueError:
        return damage.shown_gray(missing)
    return damage.ends_early()


def _gray_part(colour: NDArray[np.uint8]) -> float:
    """Returns the fraction of the blocks, at the end, that have nothing but libjpeg's filling."""
    height, width = colour.shape[0] // BLOCK, colour.shape[1] // BLOCK
    whole = colour[: height * BLOCK, : width * BLOCK].reshape(height, BLOCK, width, -1)
    missing = 0
    for row in whole[::-1]:
        gray = ((row >= GRAY - 1) & (row <= GRAY)).all(axis=(0, 2))
        run = width if gray.all() else int(np.argmin(gray[::-1]))
        missing += run
        if not run:
            break
    return float(missing / max(1, height * width))
