"""A part of a file that will be exported, and how it will look. No torch: the window reads it."""

from dataclasses import dataclass

from engine.images.bit_depth import Pixels

Crop = tuple[int, int, int, int]
"""x, y, width, height in px of the exported file."""


@dataclass(frozen=True)
class CropPreview:
    """crop: the part of the file that is shown. result, source: (h, w, 4) uint8 blue, green, red, alpha, premultiplied.

    source: the picture's own px at the same place. bytes: of the whole file, estimated; exact if the crop is the file.
    decode_ms, write_ms: of a million px.
    """

    crop: Crop
    result: Pixels
    source: Pixels
    bytes: int
    decode_ms: float
    write_ms: float
