"""Colour of 16 bits a sample out of PNG and TIFF, of which Pillow keeps the upper 8.

tifffile and imagecodecs (BSD-3, by one author, several releases a year) do it: libpng with all its 16 bits, TIFF's
compressions, and Little CMS at 16 bits, which engine/colour.py needs, in a wheel of 26 MB. OpenCV would be twice as
large and knows no colour profiles; pypng takes ten seconds where libpng takes a third of one.
"""

from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import PIL.Image
import tifffile
from numpy.typing import NDArray

Deep = NDArray[np.uint16]

PNG_COLOURS = (2, 4, 6)
"""The colour types that Pillow cuts: RGB, gray with alpha, RGB with alpha."""
TIFF_COLOURS = {0: 1, 1: 1, 2: 3, 5: 4}
"""Samples a pixel, by TIFF's photometric interpretation: gray that counts from white, gray, RGB, inks."""
ASSOCIATED, STRAIGHT = 1, 2
"""TIFF's kinds of alpha; other further samples mean nothing here."""


def cut(path: Path, file: PIL.Image.Image) -> bool:
    """Whether Pillow would keep 8 bits of 16. file: the same, opened and not yet loaded."""
    return (file.format == "PNG" and _cut_png(path)) or (file.format == "TIFF" and _cut_tiff(file))


def read(path: Path, file: PIL.Image.Image) -> tuple[Deep, Deep | None]:
    """What is in a file that Pillow would cut, as it stands there: colour and alpha.

    Colour is (H, W, 1, 3 or 4): gray, RGB, CMYK; alpha (H, W), colour not premultiplied by it.
    Raises what the decoders stumble over.
    """
    return _png(path) if file.format == "PNG" else _tiff(path)


def _cut_png(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(26)
    return head[24] == 16 and head[25] in PNG_COLOURS


def _png(path: Path) -> tuple[Deep, Deep | None]:
    samples: Deep = imagecodecs.png_decode(path.read_bytes())
    if samples.shape[2] in (2, 4):
        return samples[..., :-1], samples[..., -1]
    return samples, None


def _cut_tiff(file: PIL.Image.Image) -> bool:
    tags: Any = getattr(file, "tag_v2", {})
    bits, kinds = tags.get(258, (1,)), tags.get(339, (1,))
    own = TIFF_COLOURS.get(tags.get(262, -1), 0)
    # Gray without alpha is Pillow's to read: it keeps its 16 bits.
    return set(bits) == {16} and set(kinds) == {1} and len(bits) >= own > 0 and len(bits) > 1


def _tiff(path: Path) -> tuple[Deep, Deep | None]:
    with tifffile.TiffFile(path) as file:
        page = file.pages.first
        samples: Deep = page.asarray()
        if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE:
            samples = np.moveaxis(samples, 0, 2)
        own = TIFF_COLOURS[page.photometric]
        colour, further = samples[..., :own], tuple(page.extrasamples)
    if page.photometric == 0:
        colour = 65535 - colour
    if samples.shape[2] == own or not further or further[0] not in (ASSOCIATED, STRAIGHT):
        return colour, None
    alpha = samples[..., own]
    return (_straight(colour, alpha) if further[0] == ASSOCIATED else colour), alpha


def _straight(colour: Deep, alpha: Deep) -> Deep:
    """Colour that was premultiplied by alpha, without."""
    below = np.maximum(alpha, 1).astype(np.uint32)[..., None]
    straight = (colour.astype(np.uint32) * 65535 + below // 2) // below
    out: Deep = np.minimum(straight, 65535).astype(np.uint16)
    return out
