"""Writes JPEG files. Pillow needs the whole picture in memory. Transparent pixels are blended with white."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import PIL.Image

from engine.images.bit_depth import Raster

QUALITY = 95


def write(path: Path, shape: tuple[int, int, int], bands: Iterator[Raster], bits: int) -> None:
    """Writes bands of (rows, W, 3 or 4) uint8 sRGB, from the top. shape: (H, W, 3 or 4). bits: 8.

    Memory: the whole picture.
    """
    assert bits == 8  # the format has no others
    picture = np.empty((shape[0], shape[1], 3), np.uint8)
    top = 0
    for band in bands:
        picture[top : top + len(band)] = _on_white(band) if shape[2] == 4 else band
        top += len(band)
    # Colour keeps its full resolution: halving it would undo the purpose of an enlargement.
    PIL.Image.fromarray(picture).save(path, "JPEG", quality=QUALITY, subsampling=0)


def read_back(path: Path) -> tuple[int, int]:
    """Decodes the file to its end and returns (H, W). Raises what Pillow raises for a damaged file."""
    with PIL.Image.open(path, formats=("JPEG",)) as picture:
        width, height = picture.size
        picture.draft("RGB", (width // 8, height // 8))  # reads the whole file, decodes a 64th of the pixels
        picture.load()
    return height, width


def _on_white(band: Raster) -> Raster:
    """Blends (rows, W, 4) uint8 with white -> (rows, W, 3), rounded."""
    alpha = band[..., 3:].astype(np.uint16)
    return ((band[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
