"""A JPEG, which Pillow writes from the whole picture, on white where the picture is transparent."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import PIL.Image

from engine.images.depth import Raster

QUALITY = 95


def write(path: Path, shape: tuple[int, int, int], bands: Iterator[Raster], bits: int) -> None:
    """shape: (H, W, 3 or 4). bands: (rows, W, 3 or 4) sRGB of 8 `bits`, from the top. Memory: the whole picture."""
    assert bits == 8  # all that the format has
    picture = np.empty((shape[0], shape[1], 3), np.uint8)
    top = 0
    for band in bands:
        picture[top : top + len(band)] = _on_white(band) if shape[2] == 4 else band
        top += len(band)
    # Full resolution of colour: halving it would undo what an enlargement is for.
    PIL.Image.fromarray(picture).save(path, "JPEG", quality=QUALITY, subsampling=0)


def read_back(path: Path) -> tuple[int, int]:
    """(H, W) of a file that can be decoded to its end."""
    with PIL.Image.open(path, formats=("JPEG",)) as picture:
        width, height = picture.size
        picture.draft("RGB", (width // 8, height // 8))  # all of the file, a 64th of the pixels
        picture.load()
    return height, width


def _on_white(band: Raster) -> Raster:
    alpha = band[..., 3:].astype(np.uint16)
    return ((band[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
