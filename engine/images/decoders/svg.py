"""SVG drawings, drawn by librsvg (LGPL, in libvips' wheel) large enough to be zoomed into.

The drawing's own size says little: an icon of 24 px is drawn at LONGEST px, too. Nothing outside the file is loaded:
librsvg follows no reference from a text that has no place.
"""

import re
from typing import Any, BinaryIO

import numpy as np

from engine.base.messages import Message, message
from engine.images.decoders.interleaved import from_integers
from engine.images.head import Alpha, Head
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples

LONGEST = 2048
"""Px of the longer side of a drawing, unless it says that it is larger."""
MOST_LONGEST = 8192
MOST_BYTES = 64 << 20
"""Largest file that is read."""
ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")
BEFORE = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!DOCTYPE", b">"))
"""What may stand before the first element: its first and last characters."""


def is_svg(start: bytes) -> bool:
    """Whether a file that starts so is an SVG drawing: a text whose first element is one."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    while before := next((each for each in BEFORE if text.startswith(each[0])), None):
        end = b"]>" if before[1] == b">" and b"[" in text.partition(b">")[0] else before[1]
        text = text.partition(end)[2].lstrip()
    return ROOT.match(text) is not None


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the drawing, and says how large it will be. Raises DamagedError or UnsupportedError."""
    stream.seek(0)
    text = stream.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise UnsupportedError(message("a drawing of more than {limit} MB", limit=MOST_BYTES >> 20))
    own = _loaded(text, 1.0)
    longest = max(own.width, own.height)
    picture = _loaded(text, min(max(longest, LONGEST), MOST_LONGEST) / longest)
    told = message("a drawing, drawn at {width} × {height} px", width=picture.width, height=picture.height)
    return Head("SVG", picture.width, picture.height, alpha=Alpha.STRAIGHT, notices=(told,), parsed=picture)


def decode(_stream: BinaryIO, head: Head, _: list[Message]) -> Samples:
    """Draws the picture. Raises DamagedError."""
    import pyvips

    try:
        pixels = np.asarray(head.parsed.numpy())
    except pyvips.Error as error:
        raise DamagedError(_reason(error)) from error
    return from_integers(pixels, head, 255)


def _loaded(text: bytes, scale: float) -> Any:
    """Returns libvips' picture, which is drawn when it is read. Raises DamagedError."""
    import pyvips

    try:
        return pyvips.Image.svgload_buffer(text, scale=scale)
    except pyvips.Error as error:
        raise DamagedError(_reason(error)) from error


def _reason(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[-1].strip() if lines else "libvips"
