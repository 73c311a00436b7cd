"""The frames of an animated WebP (RFC 9649). Each is decoded by Pillow as a WebP of its own."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import BinaryIO

import numpy as np
import PIL.Image

from engine.images.bit_depth import Pixels
from engine.images.decoders.animation import Animation, Disposal, Part, refuse_oversized
from engine.images.pages import MOST_PAGES

ANIMATED, ALPHA = 0x02, 0x10
"""Flags of the extended header: the file is an animation; pictures have alpha."""


def first_alone(stream: BinaryIO) -> bytes | None:
    """Returns an animated WebP with only its first frame; None for any other file.

    libwebp reads no animation with a damaged frame, whichever it is.
    """
    stream.seek(0)
    start = stream.read(21)
    if start[:4] != b"RIFF" or start[8:16] != b"WEBPVP8X" or not start[20] & ANIMATED:
        return None
    data = start + stream.read()
    kept, frames = b"WEBP", 0
    for kind, begin, end in _chunks(data, 12, len(data)):
        frames += kind == b"ANMF"
        if kind != b"ANMF" or frames == 1:
            kept += data[begin - 8 : end] + b"\0" * ((end - begin) % 2)
    return b"RIFF" + len(kept).to_bytes(4, "little") + kept


def read(data: bytes, size: tuple[int, int]) -> Animation:
    """Returns the frames as far as the file goes. size: (width, height) of the animation."""
    parts, plays = list[Part](), 0
    for kind, start, end in _chunks(data, 12, len(data)):
        if kind == b"ANIM":
            plays = int.from_bytes(data[start + 4 : start + 6], "little")
        elif kind == b"ANMF" and end - start > 16 and len(parts) < MOST_PAGES:
            parts.append(_part(data, start, end, size))
    return Animation(tuple(parts), plays)


def _part(data: bytes, start: int, end: int, size: tuple[int, int]) -> Part:
    x, y, width, height, ms = (
        int.from_bytes(data[at : at + 3], "little") for at in range(start, start + 15, 3)
    )
    flags, frame_size = data[start + 15], (width + 1, height + 1)
    read = partial(_decoded, data, start + 16, end, frame_size, size)
    disposal = Disposal.CLEAR if flags & 1 else Disposal.KEEP
    return Part(2 * x, 2 * y, *frame_size, ms, not flags & 2, disposal, read)


def _decoded(data: bytes, start: int, end: int, frame_size: tuple[int, int], size: tuple[int, int]) -> Pixels:
    """Decodes a frame to RGBA."""
    refuse_oversized(*frame_size, size)
    kinds = [kind for kind, _, _ in _chunks(data, start, end)]
    extended = b""
    if b"ALPH" in kinds:
        sides = b"".join((side - 1).to_bytes(3, "little") for side in frame_size)
        extended = b"VP8X" + (10).to_bytes(4, "little") + bytes([ALPHA, 0, 0, 0]) + sides
    content = b"WEBP" + extended + data[start:end]
    alone = b"RIFF" + len(content).to_bytes(4, "little") + content
    with PIL.Image.open(BytesIO(alone), formats=("WEBP",)) as picture:
        return np.asarray(picture.convert("RGBA"))


def _chunks(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yields the kind of each chunk, and where its data begins and ends."""
    while start + 8 <= end:
        length = int.from_bytes(data[start + 4 : start + 8], "little")
        yield data[start : start + 4], start + 8, min(start + 8 + length, end)
        start += 8 + length + length % 2
