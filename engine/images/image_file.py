"""Opens image files safely: formats of an allow-list, a size limit before decoding, and typed errors."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

import PIL.Image
import PIL.ImageFile
from PIL import PngImagePlugin

from engine.base.errors import ImageError
from engine.base.messages import message
from engine.base.regular_file import NotRegularError, open_regular
from engine.images import jxl, plausible_size, plugins
from engine.images.bounded_reads import BoundedReads
from engine.images.cicp import Coding
from engine.images.colour import PROFILE_LIMIT
from engine.images.file_head import FileHead, read_head
from engine.images.pages import MOST_PAGES, Kind, Pages, refuse_missing

BUDGET = 1 << 30
"""Bytes that one decoded picture may take."""
MOST_PIXELS = BUDGET // 4
"""Pillow stores colour in 4 bytes a pixel: 268 megapixels. With 16 bits a sample the limit is half of that."""

ALLOWED = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "PPM", "AVIF", "HEIF", "JXL")

PAGE_KINDS = {"TIFF": Kind.PAGES, "HEIF": Kind.PICTURES, "MPO": Kind.PICTURES}
"""What several pictures of a file are; those of other formats are frames."""

# Pillow would warn at a size of its own choice. Here the size is checked before a pixel is decoded.
PIL.Image.MAX_IMAGE_PIXELS = None
# Pillow unpacks the profile of a PNG when it opens the file, up to its limit for texts, which is 1 MB.
PngImagePlugin.MAX_TEXT_CHUNK = PROFILE_LIMIT


@dataclass(frozen=True)
class ImageFile:
    """An open image file.

    path: for messages. stream: the file, which every decoder reads from. picture: Pillow's, lazily loaded.
    head: what Pillow does not report. size: bytes. pages: which of its pictures this is.
    """

    path: Path
    stream: BinaryIO
    picture: PIL.ImageFile.ImageFile
    head: FileHead
    size: int
    pages: Pages

    @property
    def profile(self) -> bytes | None:
        """The ICC profile."""
        return self.picture.info.get("icc_profile")

    @property
    def coding(self) -> Coding | None:
        """The code numbers of the colours; None if a profile replaces them."""
        return None if self.profile else self.head.coding


def open_source(path: Path) -> BinaryIO:
    """Opens the file of a picture, whatever is in it. Raises ImageError if there is none that can be read."""
    try:
        return open_regular(path)
    except FileNotFoundError as error:
        raise ImageError(
            path, message("there is no such file"), message("check the name, or open another")
        ) from error
    except PermissionError as error:
        remedy = message("change its permissions, or open another")
        raise ImageError(path, message("cannot be read: permission denied"), remedy) from error
    except NotRegularError as error:
        reason = message("is a folder or a device, not a file")
        raise ImageError(path, reason, message("open a picture file")) from error
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror or error)
        raise ImageError(path, reason, message("check the disk, or open another")) from error


@contextmanager
def opened(stream: BinaryIO, path: Path, page: int | None = None) -> Iterator[ImageFile]:
    """Opens an image file whose format and size are allowed. Any error in the block becomes an ImageError.

    stream: of `open_source`. Pillow gets the stream, never the path: of a path it maps uncompressed TIFFs into memory
    without checking their size. path: for messages. page: from 0; None for the picture that the file shows first.
    """
    with image_errors(path):
        picture, jxl_head = _open(stream, path)
        with picture:
            pages = _go_to_page(path, picture, page)
            position = stream.tell()
            head = read_head(stream, picture, jxl_head)
            size = stream.seek(0, os.SEEK_END)
            _refuse_by_head(path, picture.format, picture.size, head.deep_bits is not None, size)
            if picture.format == "TIFF":
                plausible_size.refuse_incomplete_tiff(path, picture, size)
            stream.seek(position)
            yield ImageFile(path, stream, picture, head, size, pages)


@contextmanager
def image_errors(path: Path) -> Iterator[None]:
    """Any error in the block becomes an ImageError."""
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


@cache
def formats() -> tuple[str, ...]:
    """Returns those of ALLOWED that this installation can decode, HEIF and JPEG XL with their plugins."""
    PIL.Image.init()
    if plugins.installed("HEIF"):
        import_module("pillow_heif").register_heif_opener()
    if plugins.installed("JXL"):
        import_module("pillow_jxl")
    return tuple(name for name in ALLOWED if name in PIL.Image.OPEN)


def _open(stream: BinaryIO, path: Path) -> tuple[PIL.ImageFile.ImageFile, jxl.Head | None]:
    """Returns Pillow's file, and the head if it is a JPEG XL."""
    try:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        if jxl_head := jxl.read_head(stream):  # its plugin decodes the whole file when it opens it
            _refuse_by_head(path, "JXL", (jxl_head.width, jxl_head.height), jxl_head.bits > 8, size)
        stream.seek(0)
        bounded: Any = BoundedReads(stream, path)
        return PIL.Image.open(bounded, formats=formats()), jxl_head
    except PIL.UnidentifiedImageError as error:
        plugins.refuse_without(stream, path)
        reason = message("is not a supported picture, or is damaged")
        raise ImageError(
            path, reason, message("open one of {formats}", formats=", ".join(formats()))
        ) from error


def _go_to_page(path: Path, picture: PIL.ImageFile.ImageFile, page: int | None) -> Pages:
    """Moves to a page; None stands for the one that Pillow has opened. Raises ImageError if there is none."""
    count = min(getattr(picture, "n_frames", 1), MOST_PAGES)
    if page is not None:
        refuse_missing(path, page, count)
        picture.seek(page)
    kind = PAGE_KINDS.get(picture.format or "", Kind.FRAMES)
    return Pages(picture.tell(), count, kind, picture.info.get("loop", 0) if kind is Kind.FRAMES else 0)


def _refuse_by_head(
    path: Path, format_name: str | None, size_px: tuple[int, int], deep: bool, file_bytes: int
) -> None:
    """Refuses what is too large, what the file cannot hold, and what the memory cannot."""
    _refuse_too_large(path, size_px, deep)
    plausible_size.refuse_implausible(path, format_name, size_px, file_bytes)
    plausible_size.refuse_above_free_memory(path, format_name, size_px, deep)


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
