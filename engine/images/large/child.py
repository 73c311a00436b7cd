"""The child's side of large pictures: decides whether a file can be read by regions, and reads them.

The last such picture stays open: its tables of tiles are read once.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from engine.base.messages import Message
from engine.images.bit_depth import white
from engine.images.colour_signals import decide
from engine.images.file_info import FileInfo, file_info
from engine.images.head import Alpha, Head, Model
from engine.images.image_file import ImageFile, open_file
from engine.images.large.facts import LargeFacts
from engine.images.large.slide_source import slide_source
from engine.images.large.source import Corner, Source
from engine.images.large.tiff_source import tiff_source
from engine.images.plugins import SLIDE
from engine.images.rasters import Allocate, Rasters, upright
from engine.images.samples import compare
from engine.images.transparency import fill_invisible

LEAST_CELL, MOST_CELL = 256, 1024
"""Px along a side of what is read at once: whole tiles of the file, unless these are larger."""
SOURCES: dict[str, Callable[[ImageFile, list[Message]], Source | None]] = {
    "TIFF": tiff_source,
    SLIDE: slide_source,
}
"""Makes the source of an open file, by its format."""


@dataclass(frozen=True)
class LargePicture:
    """A picture in a file that is open. profile: of its colours; None for sRGB."""

    facts: LargeFacts
    info: FileInfo
    source: Source
    profile: bytes | None
    notices: tuple[Message, ...]

    def read(
        self, times: int, corners: list[Corner], size: Corner, allocate: Allocate = np.empty
    ) -> tuple[Rasters, int]:
        """Returns rectangles of a level below each other, as stored, in sRGB, and how many tiles of them are damaged.

        size: (height, width) px of each. Beyond the picture its last row and column are repeated.
        """
        strip, samples, damaged = self.source.samples(times, corners, size)
        compare(samples, samples.head or strip)
        found = upright(strip, samples, self.profile, allocate)
        if not self.facts.alpha:
            return found, damaged
        alpha = found.alpha
        if alpha is None:
            alpha = allocate(found.pixels.shape[:2], found.pixels.dtype.type)
            alpha[...] = white(alpha)
        height, _ = size
        for top in range(0, len(alpha), height):
            fill_invisible(found.pixels[top : top + height], alpha[top : top + height])
        return replace(found, alpha=alpha), damaged


def large_picture(file: ImageFile) -> LargePicture | None:
    """Returns the picture of an open file, whose head was read, if its regions can be read; else None."""
    notices = list(file.head.notices)
    open_source = SOURCES.get(file.decoder.format)
    source = None if open_source is None else open_source(file, notices)
    if source is None:
        return None
    head = source.head
    space = decide(head.signals, head.model.pillow_mode, notices)
    facts = LargeFacts(
        *head.size,
        bits=16 if head.deep or head.has_values or head.alpha is Alpha.PREMULTIPLIED else 8,
        alpha=source.alpha,
        values=_values(head),
        orientation=1 if head.decoder_orients else head.orientation,
        levels=source.levels,
        coarse=source.coarse,
        cell=(_cell_side(source.tile[0]), _cell_side(source.tile[1])),
    )
    return LargePicture(facts, file_info(head, file.size, space.name), source, space.profile, tuple(notices))


def _values(head: Head) -> int:
    """Returns how many numbers of a pixel are kept beside its samples; those of inks are not."""
    return head.model.channels if head.has_values and head.model is not Model.CMYK else 0


def _cell_side(tile: int) -> int:
    """Returns px of a whole number of tiles."""
    return min(tile * -(-LEAST_CELL // tile), MOST_CELL)


_kept: list[tuple[tuple[Any, ...], LargePicture | None]] = []


def kept(source: BinaryIO, path: Path, page: int | None) -> LargePicture | None:
    """Returns the large picture of a file that the app has opened; None if its regions cannot be read.

    It stays open until another one is. Raises whatever decoders raise.
    """
    status = os.fstat(source.fileno())
    key = status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, page
    if not _kept or _kept[0][0] != key:
        _kept.clear()
        stream = os.fdopen(os.dup(source.fileno()), "rb")  # the app's is closed after the job
        _kept.append((key, large_picture(open_file(stream, path, page, most_pixels=None))))
    return _kept[0][1]
