"""The child's side of large pictures: decides whether a file can be read by regions, and reads them.

The last such picture stays open: its tables of tiles are read once.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images.bit_depth import white
from engine.images.colour_signals import decide
from engine.images.damage import part_missing
from engine.images.decoders import tiff, tiff_pixels, tiff_tiles
from engine.images.decoders.tiff_tiles import Corner
from engine.images.file_info import FileInfo, file_info
from engine.images.head import Alpha, Head
from engine.images.image_file import ImageFile, open_file
from engine.images.large.facts import LargeFacts
from engine.images.rasters import Allocate, Rasters, upright
from engine.images.samples import compare
from engine.images.transparency import fill_invisible

LEAST_CELL, MOST_CELL = 256, 1024
"""Px along a side of what is read at once: whole tiles of the file, unless these are larger."""
MOST_COARSE, MOST_COARSE_OF_FILE = 1 << 22, 1 << 24
"""Pixels of the smaller copy that is kept in memory: more than most screens show. The second holds for files that have
none as small as the first."""


@dataclass(frozen=True)
class LargePicture:
    """A picture in a file that is open.

    heads: of the picture (0) and of its copies, by how often they are halved. profile: of its colours; None for sRGB.
    """

    facts: LargeFacts
    info: FileInfo
    heads: dict[int, Head]
    profile: bytes | None
    notices: tuple[Message, ...]

    def read(
        self, times: int, corners: list[Corner], size: Corner, allocate: Allocate = np.empty
    ) -> tuple[Rasters, int]:
        """Returns rectangles of a level below each other, as stored, in sRGB, and how many tiles of them are damaged.

        size: (height, width) px of each. Beyond the picture its last row and column are repeated.
        """
        head, (height, width) = self.heads[times], size
        stored, damaged = _read_stored(head.parsed.page, corners, size)
        strip = replace(head, width=width, height=len(corners) * height, decoder_orients=True)
        samples = tiff.samples(strip, stored.reshape(-1, width, stored.shape[-1]), [])
        compare(samples, samples.head or strip)
        found = upright(strip, samples, self.profile, allocate)
        if not self.facts.alpha:
            return found, damaged
        alpha = found.alpha
        if alpha is None:
            alpha = allocate(found.pixels.shape[:2], found.pixels.dtype.type)
            alpha[...] = white(alpha)
        for top in range(0, len(alpha), height):
            fill_invisible(found.pixels[top : top + height], alpha[top : top + height])
        return replace(found, alpha=alpha), damaged


def _read_stored(page: Any, corners: list[Corner], size: Corner) -> tuple[NDArray[Any], int]:
    """`tiff_tiles.read` of rectangles that may begin beyond a copy whose sides were rounded down."""
    inside = [(min(top, page.imagelength - 1), min(left, page.imagewidth - 1)) for top, left in corners]
    stored, damaged = tiff_tiles.read(page, inside, size)
    for rectangle, (top, left) in zip(stored, inside, strict=True):
        rows, columns = page.imagelength - top, page.imagewidth - left
        rectangle[rows:] = rectangle[rows - 1 : rows][: len(rectangle[rows:])]
        rectangle[:, columns:] = rectangle[:, columns - 1 : columns]
    return stored, damaged


def large_picture(file: ImageFile) -> LargePicture | None:
    """Returns the picture of an open file, whose head was read, if its regions can be read; else None."""
    heads = tiff.tiled(file.stream, file.head) if file.decoder.format == "TIFF" else None
    coarse = None if heads is None else _coarse(heads)
    if heads is None or coarse is None:
        return None
    head, page, notices = file.head, file.head.parsed.page, list(file.head.notices)
    space = decide(head.signals, head.model.pillow_mode, notices)
    if tiff_pixels.listed(page) < 1 or tiff_pixels.is_cut(page):
        notices.append(part_missing())
    facts = LargeFacts(
        *head.size,
        bits=16 if head.deep or head.alpha is Alpha.PREMULTIPLIED else 8,
        alpha=tiff.may_be_transparent(head),
        orientation=1 if head.decoder_orients else head.orientation,
        levels=tuple(sorted(heads)),
        coarse=coarse,
        cell=(_cell_side(page.tilelength), _cell_side(page.tilewidth)),
    )
    alpha = Alpha.STRAIGHT if facts.alpha and head.alpha is Alpha.NONE else head.alpha
    info = file_info(replace(head, alpha=alpha), file.size, space.name)
    return LargePicture(facts, info, heads, space.profile, tuple(notices))


def _coarse(heads: dict[int, Head]) -> int | None:
    """Returns the copy that is kept in memory: the largest that is small enough."""
    small = [times for times, head in heads.items() if head.width * head.height <= MOST_COARSE]
    last = heads[max(heads)]
    if not small and last.width * last.height <= MOST_COARSE_OF_FILE:
        return max(heads)
    # the picture itself is small in tests only
    return min((times for times in small if times), default=0 if small else None)


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
