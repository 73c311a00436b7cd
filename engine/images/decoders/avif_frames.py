"""The frames of an AVIF image sequence. Each covers the whole picture; libavif knows which it depends on."""

from functools import partial
from io import BytesIO
from typing import Any

import numpy as np
import PIL.Image

from engine.images.bit_depth import Pixels, Raster, scale_to_16_bits
from engine.images.boxes import boxes, number
from engine.images.decoders import avif, avif_head
from engine.images.decoders.animation import Animation, Disposal, Part
from engine.images.decoders.channels import rgba
from engine.images.pages import MOST_PAGES

WITHOUT_END = (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
"""Durations of a track that is repeated for ever."""
LONGEST_MS = 3600 * 1000
"""Longest time of a frame that is believed."""


def read(data: bytes, size: tuple[int, int]) -> Animation:
    """Returns the frames. size: (width, height) of the animation. Raises what Pillow raises."""
    picture: Any = PIL.Image.open(BytesIO(data), formats=("AVIF",))
    bits = avif_head.read_head(BytesIO(data)).bits
    track = _boxes_of(data, b"moov", b"trak")
    count = min(picture.n_frames, MOST_PAGES)
    durations = _durations(track, count)
    parts = tuple(
        Part(
            *(0, 0),
            *size,
            ms,
            over=False,
            disposal=Disposal.KEEP,
            read=partial(_deep, data, bits, at) if bits > 8 else partial(_plain, picture, at),
        )
        for at, ms in enumerate(durations)
    )
    return Animation(parts, _plays(track))


def _plain(picture: Any, frame: int) -> Pixels:
    picture.seek(frame)
    return np.asarray(picture.convert("RGBA"))


def _deep(data: bytes, bits: int, frame: int) -> Raster:
    return rgba(scale_to_16_bits(avif.samples(data, frame), (1 << bits) - 1))


def _boxes_of(data: bytes, *names: bytes) -> bytes:
    """Returns the contents of the first box at a path of names; empty if there is none."""
    for name in names:
        data = next((contents for kind, contents in boxes(data) if kind == name), b"")
    return data


def _durations(track: bytes, count: int) -> list[int]:
    """Returns how many ms each frame is shown (ISO/IEC 14496-12, 8.6.1.2 and 8.4.2)."""
    header = _boxes_of(track, b"mdia", b"mdhd")
    per_second = number(header, 20 if header[:1] == b"\x01" else 12, 4) or 1000
    table = _boxes_of(track, b"mdia", b"minf", b"stbl", b"stts")
    found: list[int] = []
    for at in range(8, len(table) - 7, 8):
        ms = min(round(1000 * number(table, at + 4, 4) / per_second), LONGEST_MS)
        found += [ms] * min(number(table, at, 4), count - len(found))
    return found + [0] * (count - len(found))


def _plays(track: bytes) -> int:
    """Returns how often the frames are played: by the edit list, if it repeats them (8.6.6), else without end."""
    edits, header = _boxes_of(track, b"edts", b"elst"), _boxes_of(track, b"tkhd")
    if not number(edits, 3, 1) & 1:
        return 1 if edits else 0
    segment = number(edits, 8, 8 if edits[:1] == b"\x01" else 4)
    whole = number(header, 28, 8) if header[:1] == b"\x01" else number(header, 20, 4)
    return 0 if whole in WITHOUT_END or not segment else max(1, round(whole / segment))
