"""Image files in: what the allow-list knows becomes upright 8-bit sRGB pixels, and alpha if there is any."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISREG
from typing import Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray
from PIL import PngImagePlugin

from engine.colour import PROFILE_LIMIT, to_srgb
from engine.errors import ImageError
from engine.transparency import bleed

Pixels = NDArray[np.uint8]

BUDGET = 1 << 30
"""Bytes that one decoded picture may take."""
MOST_PIXELS = BUDGET // 4
"""Pillow holds colour at 4 bytes a pixel, so that is the dearest a pixel gets: 268 megapixels."""

ALLOWED = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "PPM", "AVIF", "HEIF", "JXL")

UPRIGHT = {
    2: PIL.Image.Transpose.FLIP_LEFT_RIGHT,
    3: PIL.Image.Transpose.ROTATE_180,
    4: PIL.Image.Transpose.FLIP_TOP_BOTTOM,
    5: PIL.Image.Transpose.TRANSPOSE,
    6: PIL.Image.Transpose.ROTATE_270,
    7: PIL.Image.Transpose.TRANSVERSE,
    8: PIL.Image.Transpose.ROTATE_90,
}

# Pillow would warn at a size of its own choosing; here the size is weighed before a pixel is decoded.
PIL.Image.MAX_IMAGE_PIXELS = None
# A profile in a PNG is unpacked when the file is opened, under Pillow's limit for texts, which is 1 MB.
PngImagePlugin.MAX_TEXT_CHUNK = PROFILE_LIMIT


@dataclass(frozen=True, eq=False)
class Image:
    """A picture as everything else here takes it.

    pixels: (H, W, 3) uint8 sRGB, contiguous, not premultiplied; where alpha is 0, as around it (see `bleed`).
    alpha: (H, W) uint8, or None when all is opaque.
    name: what to call it. path: the file it came from, if any.
    notices: what was done to it that its owner might not expect, one line each.
    """

    pixels: Pixels
    alpha: Pixels | None
    name: str
    path: Path | None = None
    notices: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """Source px."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """Source px."""
        return int(self.pixels.shape[1])


def load(path: Path) -> Image:
    """The picture in a file: upright, in sRGB, 8 bits a channel, the first frame if there are more.

    Any thread may call it. Raises ImageError: no such file, not a picture, damaged, or above MOST_PIXELS.
    """
    notices: list[str] = []
    with _opened(path) as file:
        file.load()
        _tell_frames(file, notices)
        colour, alpha = _split(_upright(file, notices), notices)
        colour = to_srgb(colour, file.info.get("icc_profile"), notices)
        return _image(colour, alpha, path.name, path, notices)


def size(path: Path) -> tuple[int, int]:
    """(width, height) in px as the file's head says, not yet turned upright. Raises ImageError like `load`."""
    with _opened(path) as file:
        return file.size


@contextmanager
def _opened(path: Path) -> Iterator[PIL.Image.Image]:
    """The file, opened and weighed; whatever goes wrong with it within becomes an ImageError."""
    try:
        with _open(path) as file:
            _weigh(path, file)
            yield file
    except ImageError:
        raise
    except MemoryError as error:
        raise ImageError(path, "does not fit into memory", "close other programs, or reduce it") from error
    # A decoder meets bytes that nobody vouches for, and raises what it stumbles over: KeyError, struct.error
    except Exception as error:
        reason = f"is damaged or cut short ({str(error) or type(error).__name__})"
        raise ImageError(path, reason, "fetch or save the file again") from error


def from_array(pixels: Pixels, name: str) -> Image:
    """A picture from memory (the clipboard): (H, W, 3) or (H, W, 4) uint8 sRGB, alpha not premultiplied."""
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or not pixels.size:
        raise ValueError(f"no picture: {pixels.dtype} of shape {pixels.shape}")
    colour = PIL.Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
    alpha = PIL.Image.fromarray(np.ascontiguousarray(pixels[..., 3])) if pixels.shape[2] == 4 else None
    return _image(colour, alpha, name, None, [])


@cache
def formats() -> tuple[str, ...]:
    """Those of ALLOWED that this installation can decode, HEIF and JPEG XL by their plugins."""
    PIL.Image.init()
    if find_spec("pillow_heif"):
        import_module("pillow_heif").register_heif_opener()
    if find_spec("pillow_jxl"):
        import_module("pillow_jxl")
    return tuple(name for name in ALLOWED if name in PIL.Image.OPEN)


def _open(path: Path) -> PIL.Image.Image:
    try:
        if not S_ISREG(path.stat().st_mode):  # a pipe would keep its reader waiting
            raise ImageError(path, "is a folder or a device, not a file", "open a picture in it")
        return PIL.Image.open(path, formats=formats())
    except FileNotFoundError as error:
        raise ImageError(path, "there is no such file", "check the name, or open another") from error
    except PermissionError as error:
        raise ImageError(path, "may not be read", "change its permissions, or open another") from error
    except PIL.UnidentifiedImageError as error:
        remedy = f"open one of {', '.join(formats())}"
        raise ImageError(path, "is not a picture that can be opened, or is damaged", remedy) from error


def _weigh(path: Path, file: PIL.Image.Image) -> None:
    if file.width * file.height > MOST_PIXELS:
        size = f"is {file.width} x {file.height} px, more than {MOST_PIXELS / 1e6:.0f} megapixels"
        raise ImageError(path, size, "reduce or crop it first")


def _tell_frames(file: PIL.Image.Image, notices: list[str]) -> None:
    # A camera's JPEG may carry previews as further frames (MPO): the first is the photo, nothing is amiss.
    if getattr(file, "is_animated", False) and file.format != "MPO":
        notices.append("first page of several" if file.format == "TIFF" else "first frame of an animation")


def _upright(picture: PIL.Image.Image, notices: list[str]) -> PIL.Image.Image:
    # Asked after decoding: Pillow turns a TIFF itself, and then takes the orientation out of its EXIF.
    try:
        orientation = picture.getexif().get(0x0112)
    except (SyntaxError, ValueError, KeyError, TypeError, OSError, EOFError) as error:
        notices.append(f"unreadable EXIF ignored ({error})")
        return picture
    turn = UPRIGHT.get(orientation) if isinstance(orientation, int) else None
    return picture if turn is None else picture.transpose(turn)


def _split(picture: PIL.Image.Image, notices: list[str]) -> tuple[PIL.Image.Image, PIL.Image.Image | None]:
    """Colour in L, RGB, CMYK or LAB, as the file's profile describes it, and alpha in L."""
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        return _eight_bits(picture, notices), None
    if picture.mode in ("LA", "La"):
        gray, alpha = picture.convert("LA").split()
        return gray, alpha
    if picture.has_transparency_data:
        straight = picture.convert("RGBA")
        return straight.convert("RGB"), straight.getchannel("A")
    if picture.mode in ("L", "RGB", "CMYK", "LAB"):
        return picture, None
    return picture.convert("L" if picture.mode == "1" else "RGB"), None


def _eight_bits(picture: PIL.Image.Image, notices: list[str]) -> PIL.Image.Image:
    """Gray of 16 bits, 32 or float -> L. 16-bit and [0, 1] have a known white, anything else is stretched."""
    values = np.asarray(picture).astype(np.float32)
    if not np.isfinite(values).all():
        notices.append("values that are no numbers shown as black")
        values = np.nan_to_num(values, posinf=0, neginf=0)
    low, high = 0.0, 1.0 if picture.mode == "F" else 65535.0
    if values.min() < low or values.max() > high:
        low, high = float(values.min()), float(values.max())
        notices.append(f"values from {low:g} to {high:g} stretched to black and white")
    gray = np.rint((values - low) * (255 / (high - low))).astype(np.uint8)
    # TIFF may count from white to black, which Pillow minds at 8 bits only.
    tags: Any = getattr(picture, "tag_v2", {})
    return PIL.Image.fromarray(255 - gray if tags.get(262) == 0 else gray)


def _image(
    colour: PIL.Image.Image, alpha: PIL.Image.Image | None, name: str, path: Path | None, notices: list[str]
) -> Image:
    if alpha is None or alpha.getextrema() == (255, 255):
        return Image(np.array(colour), None, name, path, tuple(notices))
    return Image(np.array(bleed(colour, alpha)), np.array(alpha), name, path, tuple(notices))
