"""Loads an image file as upright sRGB pixels, and alpha if there is any.

Samples have 8 bits, or 16 where the file has more than 8.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import PIL.Image
import PIL.ImageFile

from engine.base.messages import Message, message
from engine.base.printable import one_line
from engine.images import deep_samples, exif_orientation
from engine.images.bit_depth import DeepPixels, Pixels, Raster, read_only, to_8_bits
from engine.images.colour import deep_to_srgb, to_srgb
from engine.images.file_info import FileInfo, file_info
from engine.images.image_file import ImageFile, open_source, opened
from engine.images.transparency import bleed, bleed_deep

Plane = PIL.Image.Image | Raster
"""Samples as their decoder returned them: a picture of Pillow's (8 bits), or an array."""
Planes = tuple[Plane, Plane | None]
"""Upright sRGB colour, RGB or (H, W, 3), and alpha, L or (H, W), if not opaque."""


@dataclass(frozen=True)
class Decoded:
    """A decoded picture that is not an Image yet, so that its planes can be copied to where they are needed.

    notices, file_info: as in Image.
    """

    colour: Plane
    alpha: Plane | None
    notices: tuple[Message, ...]
    file_info: FileInfo


@dataclass(frozen=True, eq=False)
class Image:
    """A decoded picture. Its arrays are read-only, because several threads use them.

    pixels: (H, W, 3) uint8 or uint16 sRGB, contiguous, not premultiplied. Where alpha is 0 they have the colour of
    their visible neighbours (see `bleed`).
    alpha: (H, W) of the same type; None if all pixels are opaque.
    name: display name. path: the file it came from, if any.
    notices: what was changed and the user might not expect, one line each.
    file_info: facts about the file; None without a file.
    """

    pixels: Raster
    alpha: Raster | None
    name: str
    path: Path | None = None
    notices: tuple[Message, ...] = ()
    file_info: FileInfo | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", one_line(self.name))
        object.__setattr__(self, "pixels", read_only(self.pixels))
        if self.alpha is not None:
            object.__setattr__(self, "alpha", read_only(self.alpha))

    @property
    def bits(self) -> int:
        """Bits per sample: 8 or 16."""
        return 8 * self.pixels.itemsize

    @property
    def eight_bits(self) -> Pixels:
        """The pixels in 8 bits, (H, W, 3) uint8. They are a copy only if there are 16."""
        return to_8_bits(self.pixels)

    @property
    def height(self) -> int:
        """Source px."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """Source px."""
        return int(self.pixels.shape[1])


def load(path: Path) -> Image:
    """Decodes the picture in a file, in this process: upright, in sRGB, only the first frame.

    It has 16 bits a sample if the file has more than 8 (engine/images/deep_samples.py), else 8.
    Any thread may call it. Raises ImageError if there is no such file, or it is no picture, damaged or too large.
    engine/images/isolated.py does the same in a child process, which may crash or hang.
    """
    with open_source(path) as stream:
        decoded = decode(stream, path)
    alpha = None if decoded.alpha is None else np.asarray(decoded.alpha)
    return Image(np.asarray(decoded.colour), alpha, path.name, path, decoded.notices, decoded.file_info)


def decode(
    stream: BinaryIO, path: Path, opened_file: Callable[[ImageFile], None] = lambda _: None
) -> Decoded:
    """Decodes the picture in a file of `open_source`. Raises ImageError about `path`.

    opened_file: called when the head of the file is read, before its pixels are.
    """
    notices: list[Message] = []
    with opened(stream, path) as file:
        opened_file(file)
        info = file_info(file)
        deep = _deep_samples(file, notices)
        planes = _planes(file, notices) if deep is None else _deep_planes(file, *deep, notices)
    return Decoded(*planes, tuple(notices), info)


def size(path: Path) -> tuple[int, int]:
    """Returns (width, height) px from the head of a file, before its orientation is applied. Raises like `load`."""
    with open_source(path) as stream, opened(stream, path) as file:
        return file.picture.size


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
    colour, alpha = pixels[..., :3], pixels[..., 3] if pixels.shape[2] == 4 else None
    if pixels.dtype == np.uint16:
        deep: DeepPixels = np.array(colour, np.uint16, order="C")
        return Image(*_with_deep_alpha(deep, None if alpha is None else alpha.astype(np.uint16)), name)
    mask = None if alpha is None else PIL.Image.fromarray(np.ascontiguousarray(alpha))
    planes = _with_alpha(PIL.Image.fromarray(np.ascontiguousarray(colour)), mask)
    return Image(np.asarray(planes[0]), None if planes[1] is None else np.asarray(planes[1]), name)


def _deep_samples(file: ImageFile, notices: list[Message]) -> deep_samples.Planes | None:
    """Returns (colour, alpha) with 16 bits per sample if the file has more than 8.

    Otherwise decodes file.picture in place and returns None.
    """
    picture, planes = file.picture, None
    if file.head.deep_bits is not None:
        planes = deep_samples.read_samples(file, file.head.deep_bits, notices)
    else:
        picture.load()
    _report_frames(picture, notices)
    if planes is None and (picture.mode in ("I", "F") or picture.mode.startswith("I;16")):
        return _gray(picture, notices), None
    return planes


def _report_frames(picture: PIL.ImageFile.ImageFile, notices: list[Message]) -> None:
    # The JPEG of a camera may contain previews as further frames (MPO). The first is the photo; nothing is lost.
    if getattr(picture, "is_animated", False) and picture.format != "MPO":
        pages = picture.format == "TIFF"
        notices.append(message("first of several pages") if pages else message("first frame of an animation"))


def _split(picture: PIL.Image.Image) -> tuple[PIL.Image.Image, PIL.Image.Image | None]:
    """Splits into colour in L, RGB, CMYK or LAB, still in the file's colour space, and alpha in L."""
    if picture.mode in ("LA", "La"):
        gray, alpha = picture.convert("LA").split()
        return gray, alpha
    if picture.has_transparency_data:
        straight = picture.convert("RGBA")
        return straight.convert("RGB"), straight.getchannel("A")
    if picture.mode in ("L", "RGB", "CMYK", "LAB"):
        return picture, None
    return picture.convert("L" if picture.mode == "1" else "RGB"), None


def _gray(picture: PIL.Image.Image, notices: list[Message]) -> DeepPixels:
    """Converts gray of 16 bits, 32 bits or float to (H, W, 1).

    16-bit values and floats in [0, 1] have a known white. Any other range is stretched to black and white.
    """
    values = np.asarray(picture).astype(np.float32)
    if not np.isfinite(values).all():
        notices.append(message("values that are not numbers are shown as black"))
        values = np.nan_to_num(values, posinf=0, neginf=0)
    low, high = 0.0, 1.0 if picture.mode == "F" else 65535.0
    if values.min() < low or values.max() > high:
        low, high = float(values.min()), float(values.max())
        notices.append(
            message("values from {low:g} to {high:g} scaled to black and white", low=low, high=high)
        )
    gray: DeepPixels = np.rint((values - low) * (65535 / (high - low or 1.0))).astype(np.uint16)[..., None]
    # White may be 0 in a TIFF, which Pillow respects at 8 bits only.
    tags: Any = getattr(picture, "tag_v2", {})
    return 65535 - gray if tags.get(262) == 0 else gray


def _profile(file: ImageFile, notices: list[Message]) -> bytes | None:
    """Returns the file's ICC profile, or one made from its code numbers; None for sRGB."""
    return file.coding.profile(notices) if file.coding else file.profile


def _planes(file: ImageFile, notices: list[Message]) -> Planes:
    """Converts Pillow's picture to upright sRGB and alpha."""
    colour, alpha = _split(exif_orientation.upright(file, notices))
    return _with_alpha(to_srgb(colour, _profile(file, notices), notices), alpha)


def _deep_planes(
    file: ImageFile, colour: DeepPixels, alpha: DeepPixels | None, notices: list[Message]
) -> tuple[DeepPixels, DeepPixels | None]:
    """Converts samples of 16 bits as stored to upright sRGB and alpha."""
    transpose = exif_orientation.array_transpose(file, notices)
    pixels = deep_to_srgb(transpose(colour), _profile(file, notices), notices)
    return _with_deep_alpha(pixels, None if alpha is None else transpose(alpha))


def _with_deep_alpha(pixels: DeepPixels, alpha: DeepPixels | None) -> tuple[DeepPixels, DeepPixels | None]:
    """Fills invisible pixels; alpha that is opaque everywhere becomes None."""
    if alpha is None or alpha.min() == 65535:
        return pixels, None
    contiguous = np.ascontiguousarray(alpha)
    return bleed_deep(pixels, contiguous), contiguous


def _with_alpha(
    colour: PIL.Image.Image, alpha: PIL.Image.Image | None
) -> tuple[PIL.Image.Image, PIL.Image.Image | None]:
    """`_with_deep_alpha` for pictures of 8 bits."""
    if alpha is None or alpha.getextrema() == (255, 255):
        return colour, None
    return bleed(colour, alpha), alpha
