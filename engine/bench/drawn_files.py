"""Writes files of any number of pixels for measurements: a photo over and over."""

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray

TILE = 256
"""Px along a side of a tile."""
DIFFERENT = 8
"""Different tiles in a row and in a column: the photo has DIFFERENT * TILE px a side."""
SMALLEST = 2048
"""Px of the longer side of the smallest copy, at most."""
LONG, SHORT, LONG8 = 4, 3, 16
"""Types of a TIFF's values."""


def photo(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Returns a picture at the size of the photo that the files repeat."""
    side = DIFFERENT * TILE
    return np.asarray(PIL.Image.fromarray(pixels).resize((side, side)))


def write_repeated(path: Path, pixels: NDArray[np.uint8], side: int, **options: Any) -> None:
    """Writes a square JPEG or PNG. options: of libvips."""
    import pyvips

    times = -(-side // len(pixels))
    tile = pyvips.Image.new_from_array(pixels)
    tile.replicate(times, times).crop(0, 0, side, side).write_to_file(str(path), **options)


def write_tiled(path: Path, pixels: NDArray[np.uint8], side: int) -> None:
    """Writes a square tiled TIFF with smaller copies. It takes little room: its places share few different tiles."""
    cut = [pixels[y : y + TILE, x : x + TILE] for y in _corners() for x in _corners()]
    tiles = [zlib.compress(tile.tobytes(), 1) for tile in cut]
    with path.open("wb") as file:
        file.write(struct.pack("<2sHHHQ", b"II", 43, 8, 0, 0))
        places = []
        for tile in tiles:
            places.append((file.tell(), len(tile)))
            file.write(tile)
        link, reduced = 8, 0
        while True:
            start, link_after = _write_directory(file, places, side, reduced)
            file.seek(link)
            file.write(struct.pack("<Q", start))
            file.seek(0, 2)
            if side <= SMALLEST:
                return
            link, side, reduced = link_after, -(-side // 2), 1


def _corners() -> range:
    return range(0, DIFFERENT * TILE, TILE)


def _write_directory(file: Any, places: list[tuple[int, int]], side: int, reduced: int) -> tuple[int, int]:
    """Writes one picture of the file. Returns where it is, and where the place of the next one is to be written."""
    across = -(-side // TILE)
    down, right = np.divmod(np.arange(across * across), across)
    which = np.array(places)[(down % DIFFERENT) * DIFFERENT + right % DIFFERENT]
    offsets, counts = file.tell(), file.tell() + 8 * len(which)
    file.write(which[:, 0].astype("<u8").tobytes())
    file.write(which[:, 1].astype("<u4").tobytes())
    values = {254: reduced, 256: side, 257: side, 259: 8, 262: 2, 277: 3, 322: TILE, 323: TILE}
    entries = {tag: struct.pack("<HHQQ", tag, LONG, 1, value) for tag, value in values.items()}
    entries[258] = struct.pack("<HHQHHHH", 258, SHORT, 3, 8, 8, 8, 0)
    entries[324] = struct.pack("<HHQQ", 324, LONG8, len(which), offsets)
    entries[325] = struct.pack("<HHQQ", 325, LONG, len(which), counts)
    start = file.tell()
    file.write(struct.pack("<Q", len(entries)) + b"".join(entry for _, entry in sorted(entries.items())))
    link = file.tell()
    file.write(struct.pack("<Q", 0))
    return start, link
