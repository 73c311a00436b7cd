"""WebP: Pillow decodes it. A truncated or damaged file is completed first, so that what is there can be shown."""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

import numpy as np
import PIL.Image

from engine.base.messages import Message
from engine.images import damage
from engine.images.bit_depth import Pixels
from engine.images.decoders import pillow
from engine.images.head import Alpha, Head
from engine.images.samples import Samples, from_arrays

FILLERS = (b"\0", b"\x55", b"\xaa")
"""Bytes in place of missing ones. What depends on them is not of the picture."""
PIXELS = (b"VP8 ", b"VP8L", b"ALPH", b"ANMF")
"""Chunks that are completed. Others are left as they are."""
SMALL = 1 << 16
"""Bytes that are filled in for the head, whatever length the chunk declares."""
EIGHTHS = (8, 7, 6, 5, 4, 3, 2, 1)
"""Of a damaged file, how much of it is tried, until something can be decoded."""


@dataclass(frozen=True)
class Incomplete:
    """data: what is there of a truncated file."""

    data: bytes


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever Pillow raises."""
    stream.seek(0)
    data = stream.read()
    if _is_complete(data):
        return pillow.read_head(stream, page, "WEBP")
    head = pillow.read_head(BytesIO(_completed(data, FILLERS[0], SMALL)), None, "WEBP")
    return replace(head, parsed=Incomplete(data))


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture, or the rows of it that are there. Raises ValueError if there are none."""
    if isinstance(head.parsed, Incomplete):
        return _salvaged(head.parsed.data, head, notices)
    try:
        return pillow.decode(stream, head, notices)
    except OSError:
        if head.pages.page:
            raise
        stream.seek(0)
        return _salvaged(stream.read(), head, notices)


def _chunks(data: bytes) -> list[tuple[bytes, int, bytes]]:
    """Returns the chunks: kind, declared length, and the data that is there."""
    found, position = [], 12
    while position + 8 <= len(data):
        kind, length = (
            data[position : position + 4],
            int.from_bytes(data[position + 4 : position + 8], "little"),
        )
        found.append((kind, length, data[position + 8 : position + 8 + length]))
        position += 8 + length + length % 2
    return found


def _is_complete(data: bytes) -> bool:
    """Whether the file is as long as it declares, and its chunks are."""
    declared = 8 + int.from_bytes(data[4:8], "little")
    return declared <= len(data) and all(
        length == len(there) for _, length, there in _chunks(data[:declared])
    )


def _completed(data: bytes, filler: bytes, missing: int) -> bytes:
    """Returns a file whose truncated chunk of pixels is filled with `missing` bytes."""
    out = bytearray(data[:12])
    for kind, length, there in _chunks(data):
        content = there + filler * missing if kind in PIXELS and len(there) < length else there
        out += kind + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)
    out[4:8] = (len(out) - 8).to_bytes(4, "little")
    return bytes(out)


def _salvaged(data: bytes, head: Head, notices: list[Message]) -> Samples:
    """Returns the rows that do not depend on what the file is completed with; the others are transparent."""
    for eighths in EIGHTHS:
        variants = [_variant(data[: len(data) * eighths // 8], filler, head) for filler in FILLERS]
        decoded = [each for each in variants if each is not None]
        if len(decoded) > 1:
            break
    else:
        raise ValueError("nothing of the picture can be decoded")
    rows = min(_equal_rows(decoded[0], other) for other in decoded[1:])
    if not rows:
        raise ValueError("not one row of pixels is there")
    colour, alpha = decoded[0][..., :3], decoded[0][..., 3]
    alpha[rows:] = 0
    missing = 1 - rows / len(alpha)
    notices.append(damage.shown_transparent(missing) if missing else damage.ends_early())
    return from_arrays(colour, alpha, head=replace(head, alpha=Alpha.STRAIGHT))


def _variant(data: bytes, filler: bytes, head: Head) -> Pixels | None:
    """Returns RGBA pixels of the completed file; None if it cannot be decoded so."""
    whole = _completed(data, filler, SMALL + 2 * head.width * head.height)
    try:
        with PIL.Image.open(BytesIO(whole), formats=("WEBP",)) as picture:
            return np.array(picture.convert("RGBA")) if picture.size == head.size else None
    except (OSError, ValueError):
        return None


def _equal_rows(one: Pixels, other: Pixels) -> int:
    """Returns how many rows from the top are the same."""
    same = (one == other).all(axis=(1, 2))
    return len(same) if same.all() else int(np.argmin(same))
