"""A picture as upright sRGB pixels, and alpha if there is any.

Samples have 8 bits, or 16 where the file has more than 8.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.messages import Message
from engine.base.printable import file_name
from engine.images.area import Area
from engine.images.bit_depth import Pixels, Raster, read_only, to_8_bits, white
from engine.images.file_info import FileInfo
from engine.images.pages import SINGLE, Pages
from engine.images.transparency import fill_invisible


@dataclass(frozen=True, eq=False)
class Image:
    """A picture. Its arrays are read-only, because several threads use them.

    pixels: (H, W, 3) uint8 or uint16 sRGB, not premultiplied: a contiguous array, or an area of a large picture, whose
    pixels are read when they are needed (engine/images/large). Where alpha is 0 they have the colour of their visible
    neighbours (see `fill_invisible`).
    alpha: (H, W) of the same type and kind; None if all pixels are opaque.
    name: display name. path: the file it came from, if any.
    notices: what was changed and the user might not expect, one line each.
    file_info: facts about the file; None without a file. pages: which of the file's pictures it is.
    values: (H, W) or (H, W, 3) float32, the file's own numbers where `pixels` cannot hold them: floats, signed samples
    and those of 32 bits; an area of a large picture. Else None.
    """

    pixels: Area
    alpha: Area | None
    name: str
    path: Path | None = None
    notices: tuple[Message, ...] = ()
    file_info: FileInfo | None = None
    pages: Pages = SINGLE
    values: Area | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", file_name(self.name))
        for name in ("pixels", "alpha", "values"):
            if isinstance(array := getattr(self, name), np.ndarray):
                object.__setattr__(self, name, read_only(array))

    @property
    def bits(self) -> int:
        """Bits per sample: 8 or 16."""
        return 8 * self.pixels.dtype.itemsize

    @property
    def eight_bits(self) -> Pixels:
        """The pixels in 8 bits, (H, W, 3) uint8. They are a copy if there are 16, and of a large picture."""
        return to_8_bits(self.pixels[:, :])

    @property
    def height(self) -> int:
        """Source px."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """Source px."""
        return int(self.pixels.shape[1])


def from_array(pixels: Raster, name: str) -> Image:
    """Makes an Image of a copy of (H, W, 3 or 4) uint8 or uint16 sRGB, alpha not premultiplied.

    Raises ValueError for any other array.
    """
    if (
        pixels.dtype not in (np.uint8, np.uint16)
        or pixels.ndim != 3
        or pixels.shape[2] not in (3, 4)
        or not pixels.size
    ):
        raise ValueError(f"no picture: {pixels.dtype} of shape {pixels.shape}")
    colour: Raster = np.array(pixels[..., :3], order="C")
    alpha: Raster | None = np.array(pixels[..., 3], order="C") if pixels.shape[2] == 4 else None
    if alpha is None or alpha.min() == white(alpha):
        return Image(colour, None, name)
    fill_invisible(colour, alpha)
    return Image(colour, alpha, name)
