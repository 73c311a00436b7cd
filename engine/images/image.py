"""Image files in: what the allow-list knows becomes upright sRGB pixels, and alpha if there is any.

They have 8 bits a sample, or 16 where the file has more than 8.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from stat import S_ISREG
from typing import Any

import numpy as np
import PIL.Image
import PIL.ImageFile
from numpy.typing import NDArray
from PIL import PngImagePlugin

from engine.base.errors import ImageError
from engine.base.messages import Message, message
from engine.images import deep_file, jxl, plugins
from engine.images.colour import PROFILE_LIMIT, deep_to_srgb, to_srgb
from engine.images.deep_file import Deep
from engine.images.depth import Raster, to_8_bits
from engine.images.transparency import bleed, bleed_deep

Pixels = NDArray[np.uint8]

BUDGET = 1 << 30
"""Bytes that one decoded picture may take."""
MOST_PIXELS = BUDGET // 4
"""Pillow holds colour at 4 bytes a pixel: 268 megapixels; half as many where they have 16 bits a sample."""

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
TURNED: dict[PIL.Image.Transpose | None, Callable[[Deep], Deep]] = {
    None: lambda samples: samples,
    PIL.Image.Transpose.FLIP_LEFT_RIGHT: lambda samples: samples[:, ::-1],
    PIL.Image.Transpose.FLIP_TOP_BOTTOM: lambda samples: samples[::-1],
    PIL.Image.Transpose.ROTATE_90: np.rot90,
    PIL.Image.Transpose.ROTATE_180: lambda samples: samples[::-1, ::-1],
    PIL.Image.Transpose.ROTATE_270: lambda samples: np.rot90(samples, -1),
    PIL.Image.Transpose.TRANSPOSE: lambda samples: samples.swapaxes(0, 1),
    PIL.Image.Transpose.TRANSVERSE: lambda samples: samples[::-1, ::-1].swapaxes(0, 1),
}
"""The same turns of (H, W, …), in shared memory."""

# Pillow would warn at a size of its own choosing; here the size is weighed before a pixel is decoded.
PIL.Image.MAX_IMAGE_PIXELS = None
# A profile in a PNG is unpacked when the file is opened, under Pillow's limit for texts, which is 1 MB.
PngImagePlugin.MAX_TEXT_CHUNK = PROFILE_LIMIT


@dataclass(frozen=True, eq=False)
class Image:
    """A picture as everything else here takes it.

    pixels: (H, W, 3) uint8 or uint16 sRGB, contiguous, not premultiplied; where alpha is 0, as around it (see `bleed`).
    alpha: (H, W) of the same type, or None when all is opaque.
    name: what to call it. path: the file it came from, if any.
    notices: what was done to it that its owner might not expect, one line each.
    """

    pixels: Raster
    alpha: Raster | None
    name: str
    path: Path | None = None
    notices: tuple[Message, ...] = ()

    @property
    def bits(self) -> int:
        """Of a sample: 8 or 16."""
        return 8 * self.pixels.itemsize

    @property
    def eight_bits(self) -> Pixels:
        """The pixels in 8 bits, (H, W, 3) uint8."""
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
    """The picture in a file: upright, in sRGB, the first frame if there are more.

    16 bits a sample where the file has more than 8 (engine/images/deep_file.py), else 8.
    Any thread may call it. Raises ImageError: no such file, not a picture, damaged, or above MOST_PIXELS.
    """
    notices: list[Message] = []
    with _opened(path) as file:
        deep = deep_file.read_samples(path, file, notices) if deep_file.bits(path, file) else None
        if deep is None:
            file.load()
        _tell_frames(file, notices)
        if deep is None and (file.mode in ("I", "F") or file.mode.startswith("I;16")):
            deep = _gray(file, notices), None
        if deep is not None:
            return _deep_image(file, *deep, path, notices)
        colour, alpha = _split(_upright(path, file, notices))
        colour = to_srgb(colour, _profile(path, file, notices), notices)
        return _image(colour, alpha, path.name, path, notices)


def size(path: Path) -> tuple[int, int]:
    """(width, height) in px as the file's head says, not yet turned upright. Raises ImageError like `load`."""
    with _opened(path) as file:
        return file.size


@contextmanager
def _opened(path: Path) -> Iterator[PIL.ImageFile.ImageFile]:
    """The file, opened and weighed; whatever goes wrong with it within becomes an ImageError."""
    try:
        with _open(path) as file:
            _weigh(path, file.size, deep_file.bits(path, file) is not None)
            yield file
    except ImageError:
        raise
    except MemoryError as error:
        raise ImageError(
            path, message("does not fit into memory"), message("close other programs, or reduce it")
        ) from error
    # A decoder meets bytes that nobody vouches for, and raises what it stumbles over: KeyError, struct.error
    except Exception as error:
        told = " ".join(str(error).split()) or type(error).__name__
        reason = message("is damaged or cut short ({why})", why=told)
        raise ImageError(path, reason, message("fetch or save the file again")) from error


def from_array(pixels: Raster, name: str) -> Image:
    """A picture from memory (the clipboard): (H, W, 3 or 4) uint8 or uint16 sRGB, alpha not premultiplied."""
    if (
        pixels.dtype not in (np.uint8, np.uint16)
        or pixels.ndim != 3
        or pixels.shape[2] not in (3, 4)
        or not pixels.size
    ):
        raise ValueError(f"no picture: {pixels.dtype} of shape {pixels.shape}")
    if pixels.dtype == np.uint16:
        deep: Deep = np.ascontiguousarray(pixels, np.uint16)
        return _deep(
            np.ascontiguousarray(deep[..., :3]), deep[..., 3] if deep.shape[2] == 4 else None, name, None, []
        )
    colour = PIL.Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
    alpha = PIL.Image.fromarray(np.ascontiguousarray(pixels[..., 3])) if pixels.shape[2] == 4 else None
    return _image(colour, alpha, name, None, [])


@cache
def formats() -> tuple[str, ...]:
    """Those of ALLOWED that this installation can decode, HEIF and JPEG XL by their plugins."""
    PIL.Image.init()
    if plugins.there("HEIF"):
        import_module("pillow_heif").register_heif_opener()
    if plugins.there("JXL"):
        import_module("pillow_jxl")
    return tuple(name for name in ALLOWED if name in PIL.Image.OPEN)


def _open(path: Path) -> PIL.ImageFile.ImageFile:
    try:
        if not S_ISREG(path.stat().st_mode):  # a pipe would keep its reader waiting
            raise ImageError(
                path, message("is a folder or a device, not a file"), message("open a picture in it")
            )
        if head := jxl.head(path):  # its plugin decodes whatever it opens
            _weigh(path, (head.width, head.height), head.bits > 8)
        return PIL.Image.open(path, formats=formats())
    except FileNotFoundError as error:
        raise ImageError(
            path, message("there is no such file"), message("check the name, or open another")
        ) from error
    except PermissionError as error:
        remedy = message("change its permissions, or open another")
        raise ImageError(path, message("may not be read"), remedy) from error
    except PIL.UnidentifiedImageError as error:
        plugins.refuse_without(path)
        reason = message("is not a picture that can be opened, or is damaged")
        raise ImageError(
            path, reason, message("open one of {formats}", formats=", ".join(formats()))
        ) from error


def _weigh(path: Path, size_px: tuple[int, int], deep: bool) -> None:
    most, (width, height) = MOST_PIXELS // 2 if deep else MOST_PIXELS, size_px
    if width * height > most:
        reason = message(
            "is {width} x {height} px, more than {most:.0f} megapixels",
            width=width,
            height=height,
            most=most / 1e6,
        )
        raise ImageError(path, reason, message("reduce or crop it first"))


def _tell_frames(file: PIL.ImageFile.ImageFile, notices: list[Message]) -> None:
    # A camera's JPEG may carry previews as further frames (MPO): the first is the photo, nothing is amiss.
    if getattr(file, "is_animated", False) and file.format != "MPO":
        pages = file.format == "TIFF"
        notices.append(message("first page of several") if pages else message("first frame of an animation"))


def _upright(path: Path, picture: PIL.Image.Image, notices: list[Message]) -> PIL.Image.Image:
    # Asked after decoding: Pillow turns a TIFF itself, and then takes the orientation out of its EXIF.
    turn = _turn(path, picture, notices)
    return picture if turn is None else picture.transpose(turn)


def _turn(path: Path, picture: PIL.Image.Image, notices: list[Message]) -> PIL.Image.Transpose | None:
    if picture.format == "JXL" and jxl.turns_itself(path):
        return None
    try:
        orientation = picture.getexif().get(0x0112)
    except (SyntaxError, ValueError, KeyError, TypeError, OSError, EOFError) as error:
        notices.append(message("unreadable EXIF ignored ({why})", why=error))
        return None
    return UPRIGHT.get(orientation) if isinstance(orientation, int) else None


def _split(picture: PIL.Image.Image) -> tuple[PIL.Image.Image, PIL.Image.Image | None]:
    """Colour in L, RGB, CMYK or LAB, as the file's profile describes it, and alpha in L."""
    if picture.mode in ("LA", "La"):
        gray, alpha = picture.convert("LA").split()
        return gray, alpha
    if picture.has_transparency_data:
        straight = picture.convert("RGBA")
        return straight.convert("RGB"), straight.getchannel("A")
    if picture.mode in ("L", "RGB", "CMYK", "LAB"):
        return picture, None
    return picture.convert("L" if picture.mode == "1" else "RGB"), None


def _gray(picture: PIL.Image.Image, notices: list[Message]) -> Deep:
    """Gray of 16 bits, 32 or float -> (H, W, 1). 16-bit and [0, 1] have a known white, anything else is stretched."""
    values = np.asarray(picture).astype(np.float32)
    if not np.isfinite(values).all():
        notices.append(message("values that are no numbers shown as black"))
        values = np.nan_to_num(values, posinf=0, neginf=0)
    low, high = 0.0, 1.0 if picture.mode == "F" else 65535.0
    if values.min() < low or values.max() > high:
        low, high = float(values.min()), float(values.max())
        notices.append(
            message("values from {low:g} to {high:g} stretched to black and white", low=low, high=high)
        )
    gray: Deep = np.rint((values - low) * (65535 / (high - low or 1.0))).astype(np.uint16)[..., None]
    # TIFF may count from white to black, which Pillow minds at 8 bits only.
    tags: Any = getattr(picture, "tag_v2", {})
    return 65535 - gray if tags.get(262) == 0 else gray


def _profile(path: Path, file: PIL.ImageFile.ImageFile, notices: list[Message]) -> bytes | None:
    """The file's ICC profile, or one made of the numbers that tell its colours; None for sRGB."""
    profile: bytes | None = file.info.get("icc_profile")
    coding = None if profile else deep_file.coding(path, file)
    return coding.profile(notices) if coding else profile


def _deep_image(
    file: PIL.ImageFile.ImageFile, colour: Deep, alpha: Deep | None, path: Path, notices: list[Message]
) -> Image:
    """A picture of 16 bits, from samples as they stand in the file."""
    turn = _turn(path, file, notices)
    pixels = deep_to_srgb(TURNED[turn](colour), _profile(path, file, notices), notices)
    return _deep(pixels, None if alpha is None else TURNED[turn](alpha), path.name, path, notices)


def _deep(pixels: Deep, alpha: Deep | None, name: str, path: Path | None, notices: list[Message]) -> Image:
    if alpha is None or alpha.min() == 65535:
        return Image(pixels, None, name, path, tuple(notices))
    shown = np.ascontiguousarray(alpha)
    return Image(bleed_deep(pixels, shown), shown, name, path, tuple(notices))


def _image(
    colour: PIL.Image.Image,
    alpha: PIL.Image.Image | None,
    name: str,
    path: Path | None,
    notices: list[Message],
) -> Image:
    if alpha is None or alpha.getextrema() == (255, 255):
        return Image(np.array(colour), None, name, path, tuple(notices))
    return Image(np.array(bleed(colour, alpha)), np.array(alpha), name, path, tuple(notices))
