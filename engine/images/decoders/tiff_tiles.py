"""The stored numbers of rectangles of a tiled TIFF: only the tiles that they touch are read and decoded."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
import tifffile
from numpy.typing import NDArray

from engine.images.decoders import tiff_parts, tiff_pixels, tiff_salvage
from engine.images.decoders.tiff_pixels import MOST_THREADS, SEPARATE

MOST_GROWTH, ALWAYS_ALLOWED = 2, 1 << 16
"""Times the size of a tile, and bytes, that it may take in the file: compression may enlarge it a little."""
Corner = tuple[int, int]
"""Top, left, px."""


@dataclass(frozen=True)
class _Tile:
    """A stored tile. index: in the tables of the file. plane: of separate channels. top, left: px."""

    index: int
    plane: int
    top: int
    left: int


def read(page: Any, corners: list[Corner], size: tuple[int, int]) -> tuple[NDArray[Any], int]:
    """Returns rectangles of `size` (height, width) px, (n, h, w, channels), and how many of their tiles are damaged.

    What lies beyond the picture, or is missing or damaged, is 0, as far as nothing of it can be decoded.
    page: tifffile's.
    """
    height, width = size
    out = np.zeros((len(corners), height, width, page.samplesperpixel), page.dtype)
    places: dict[_Tile, list[int]] = {}
    for number, corner in enumerate(corners):
        for tile in _tiles(page, corner, size):
            places.setdefault(tile, []).append(number)
    read_tiles = [(tile, _stored(page, tile)) for tile in places]

    def decode(tile: _Tile, data: bytes) -> bool:
        numbers, whole = _decoded(page, tile, data)
        if numbers is not None:
            for number in places[tile]:
                _paste(out[number], corners[number], numbers, tile, page)
        return whole

    with ThreadPoolExecutor(MOST_THREADS) as pool:
        wholes = list(pool.map(lambda each: decode(*each), read_tiles))
    return out, wholes.count(False)


def _tiles(page: Any, corner: Corner, size: tuple[int, int]) -> Iterator[_Tile]:
    """Yields the tiles under a rectangle, of each plane."""
    across, down = -(-page.imagewidth // page.tilewidth), -(-page.imagelength // page.tilelength)
    rows = range(corner[0] // page.tilelength, min(-(-(corner[0] + size[0]) // page.tilelength), down))
    columns = range(corner[1] // page.tilewidth, min(-(-(corner[1] + size[1]) // page.tilewidth), across))
    for plane in range(page.samplesperpixel if page.planarconfig == SEPARATE else 1):
        for row in rows:
            for column in columns:
                index = (plane * down + row) * across + column
                yield _Tile(index, plane, row * page.tilelength, column * page.tilewidth)


def _stored(page: Any, tile: _Tile) -> bytes | None:
    """Returns the bytes of a tile, those that the file has of them; None for a tile that the file cannot have."""
    if tile.index >= min(len(page.dataoffsets), len(page.databytecounts)):
        return None
    count = page.databytecounts[tile.index]
    if count > MOST_GROWTH * prod(page.chunks) * page.dtype.itemsize + ALWAYS_ALLOWED:
        return None
    return os.pread(page.parent.filehandle.fileno(), count, page.dataoffsets[tile.index])


def _decoded(page: Any, tile: _Tile, data: bytes | None) -> tuple[NDArray[Any] | None, bool]:
    """Decodes a tile. Returns its numbers, (h, w, channels), None if there are none; and whether it is whole."""
    if data is None or tiff_parts.is_larger(page, data):
        return None, False
    count = page.databytecounts[tile.index]
    if not count:  # an empty tile of a sparse file
        return np.full((page.tilelength, page.tilewidth, page.samplesperpixel), page.nodata, page.dtype), True
    numbers = _segment(page, tile.index, data) if len(data) == count else None
    if numbers is not None:
        return numbers, True
    rest = tiff_salvage.decodable(page, tile.index, data) if data else b""
    return (_segment(page, tile.index, rest) if rest else None), False


def _segment(page: Any, index: int, data: bytes) -> NDArray[Any] | None:
    try:
        segment, _, shape = page.decode(data, index, jpegtables=page.jpegtables)
    except (OSError, ValueError, RuntimeError, tifffile.TiffFileError):
        return None
    return None if segment is None else tiff_pixels.unpacked(page, segment[0, : shape[1], : shape[2]])


def _paste(out: NDArray[Any], corner: Corner, numbers: NDArray[Any], tile: _Tile, page: Any) -> None:
    """Copies the part of a tile that lies in a rectangle."""
    top, left = tile.top - corner[0], tile.left - corner[1]
    channels = slice(tile.plane, tile.plane + 1) if page.planarconfig == SEPARATE else slice(None)
    part = numbers[max(-top, 0) :, max(-left, 0) :]
    place = out[max(top, 0) :, max(left, 0) :, channels][: part.shape[0], : part.shape[1]]
    place[...] = part[: place.shape[0], : place.shape[1]]
