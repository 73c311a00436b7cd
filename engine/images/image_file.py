"""Opens image files safely: formats of an allow-list, a size limit before decoding, and typed errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from stat import S_ISREG

import PIL.Image
import PIL.ImageFile
from PIL import PngImagePlugin

from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images import jxl, plugins
from engine.images.cicp import Coding
from engine.images.colour import PROFILE_LIMIT
from engine.images.file_head import FileHead, read_head

BUDGET = 1 << 30
"""Bytes that one decoded picture may take."""
MOST_PIXELS = BUDGET // 4
"""Pillow stores colour in 4 bytes a pixel: 268 megapixels. With 16 bits a sample the limit is half of that."""

ALLOWED = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "PPM", "AVIF", "HEIF", "JXL")

# Pillow would warn at a size of its own choice. Here the size is checked before a pixel is decoded.
PIL.Image.MAX_IMAGE_PIXELS = None
# Pillow unpacks the profile of a PNG when it opens the file, up to its limit for texts, which is 1 MB.
PngImagePlugin.MAX_TEXT_CHUNK = PROFILE_LIMIT


@dataclass(frozen=True)
class ImageFile:
    """An open image file. picture: Pillow's, lazily loaded. head: what Pillow does not report. size: bytes."""

    path: Path
    picture: PIL.ImageFile.ImageFile
    head: FileHead
    size: int

    @property
    def profile(self) -> bytes | None:
        """The ICC profile."""
        return self.picture.info.get("icc_profile")

    @property
    def coding(self) -> Coding | None:
        """The code numbers of the colours; None if a profile replaces them."""
        return None if self.profile else self.head.coding


@contextmanager
def opened(path: Path) -> Iterator[ImageFile]:
    """Opens an image file whose format and size are allowed. Any error in the block becomes an ImageError."""
    with _image_errors(path):
        picture, jxl_head, size = _open(path)
        with picture:
            head = read_head(path, picture, jxl_head)
            _refuse_too_large(path, picture.size, head.deep_bits is not None)
            yield ImageFile(path, picture, head, size)


@cache
def formats() -> tuple[str, ...]:
    """Returns those of ALLOWED that this installation can decode, HEIF and JPEG XL with their plugins."""
    PIL.Image.init()
    if plugins.installed("HEIF"):
        import_module("pillow_heif").register_heif_opener()
    if plugins.installed("JXL"):
        import_module("pillow_jxl")
    return tuple(name for name in ALLOWED if name in PIL.Image.OPEN)


@contextmanager
def _image_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except ImageError:
        raise
    except MemoryError as error:
        raise ImageError(
            path,
            message("does not fit into memory"),
            message("close other programs, or use a smaller picture"),
        ) from error
    # Decoders meet untrusted bytes and raise whatever fails first, also KeyError or struct.error.
    except Exception as error:
        cause = " ".join(str(error).split()) or type(error).__name__
        reason = message("is damaged or incomplete ({why})", why=cause)
        raise ImageError(path, reason, message("download or save the file again")) from error


def _open(path: Path) -> tuple[PIL.ImageFile.ImageFile, jxl.Head | None, int]:
    """Returns Pillow's file, the head if it is a JPEG XL, and the size in bytes."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):  # a pipe would block its reader
            raise ImageError(
                path, message("is a folder or a device, not a file"), message("open a picture file")
            )
        if jxl_head := jxl.read_head(path):  # its plugin decodes the whole file when it opens it
            _refuse_too_large(path, (jxl_head.width, jxl_head.height), jxl_head.bits > 8)
        return PIL.Image.open(path, formats=formats()), jxl_head, status.st_size
    except FileNotFoundError as error:
        raise ImageError(
            path, message("there is no such file"), message("check the name, or open another")
        ) from error
    except PermissionError as error:
        remedy = message("change its permissions, or open another")
        raise ImageError(path, message("cannot be read: permission denied"), remedy) from error
    except PIL.UnidentifiedImageError as error:
        plugins.refuse_without(path)
        reason = message("is not a supported picture, or is damaged")
        raise ImageError(
            path, reason, message("open one of {formats}", formats=", ".join(formats()))
        ) from error


def _refuse_too_large(path: Path, size_px: tuple[int, int], deep: bool) -> None:
    most, (width, height) = MOST_PIXELS // 2 if deep else MOST_PIXELS, size_px
    if width * height > most:
        reason = message(
            "is {width} x {height} px, more than {most:.0f} megapixels",
            width=width,
            height=height,
            most=most / 1e6,
        )
        raise ImageError(path, reason, message("downscale or crop it first"))
