"""Draws tiled TIFFs that are cheap: few different tiles stand for all."""

import numpy as np
import tifffile
from numpy.typing import NDArray


def drawn(height: int, width: int, seed: int = 0) -> NDArray[np.uint8]:
    """Returns (H, W, 3): soft hills with fine lines, different everywhere."""
    y, x = np.mgrid[:height, :width].astype(np.float32)
    phase = np.random.default_rng(seed).uniform(0, 6, 3)
    planes = [np.sin(x / (19 + 7 * i) + phase[i]) * np.cos(y / (23 + 5 * i)) for i in range(3)]
    colours = np.stack(planes, axis=2) * 100 + 127 + ((x + 2 * y) % 5)[..., None]
    return colours.astype(np.uint8)


def halved(pixels, times=1):
    """Returns the picture halved so often by averages; sides are rounded down, as Aperio does."""
    for _ in range(times):
        even = pixels[: len(pixels) // 2 * 2, : pixels.shape[1] // 2 * 2].astype(np.uint32)
        total = even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]
        pixels = ((total + 2) // 4).astype(pixels.dtype)
    return pixels


def write_pyramid(path, pixels, times=(1, 2, 3), tile=(256, 256), bigtiff=False, marked=True, **options):
    """Writes the picture and copies of it that are halved so often. marked: whether they are marked as reduced."""
    with tifffile.TiffWriter(path, bigtiff=bigtiff) as file:
        file.write(pixels, tile=tile, metadata=None, **options)
        options.pop("extratags", None)
        for each in times:
            kind = 1 if marked else 0
            file.write(halved(pixels, each), tile=tile, subfiletype=kind, metadata=None, **options)
    return path
