"""JPEG: libjpeg-turbo decodes it, also what is there of a damaged or truncated file.

simplejpeg (MIT, by one author, some releases a year, a wheel of 0.5 MB) is its only binding that tells what libjpeg
warns of: Pillow and imagecodecs show damaged pictures without a word. Its pixels are those of Pillow, in half the time.
"""

from dataclasses import replace
from typing import BinaryIO

import numpy as np
import simplejpeg
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images import damage
from engine.images.decoders import pillow
from engine.images.head import Head, Model
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
ICC_MARK = b"ICC_PROFILE\0"


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever Pillow raises."""
    head = pillow.read_head(stream, page, "JPEG")
    return replace(head, signals=replace(head.signals, icc=_profile(head.parsed.applist)))


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture, or what is there of it. Raises whatever Pillow raises for what simplejpeg cannot decode."""
    if head.pages.page or head.model not in SPACES or head.bits != 8:
        return pillow.decode(stream, head, notices)
    stream.seek(0)
    data = stream.read()
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


def _profile(segments: list[tuple[str, bytes]]) -> bytes | None:
    """Returns the ICC profile, whose parts may be in any order. It is empty, and so unusable, if a part is missing."""
    parts = sorted(
        data[len(ICC_MARK) :] for name, data in segments if name == "APP2" and data.startswith(ICC_MARK)
    )
    if not parts:
        return None
    if [part[0] for part in parts if part] != list(range(1, len(parts) + 1)):
        return b""
    return b"".join(part[2:] for part in parts)
