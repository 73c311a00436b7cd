"""Decodes image files in this process: upright, in sRGB (engine/images/image.py)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import numpy as np

from engine.base.messages import Message
from engine.images.colour_signals import decide
from engine.images.decoders import composed
from engine.images.file_info import FileInfo, file_info
from engine.images.image import Image
from engine.images.image_file import ImageFile, image_errors, opened
from engine.images.metadata import Metadata, read
from engine.images.pages import NoSuchPageError, Pages, notice
from engine.images.rasters import Allocate, Rasters, upright
from engine.images.source_file import MOST_PIXELS, open_source
from engine.images.transparency import fill_invisible


@dataclass(frozen=True)
class Decoded:
    """A decoded picture that is not an Image yet. Its arrays come from `allocate` of `decode`.

    rasters: the arrays. notices, file_info, pages: as in Image.
    """

    rasters: Rasters
    notices: tuple[Message, ...]
    file_info: FileInfo
    pages: Pages


def load(path: Path, page: int | None = None) -> Image:
    """Decodes a picture of a file, in this process: upright, in sRGB.

    page: which one, from 0; None for the picture that the file shows first.
    It has 16 bits a sample if the file has more than 8, else 8.
    Any thread may call it. Raises ImageError if there is no such file or page, or it is no picture, damaged or too
    large.
    engine/images/isolated.py does the same in a child process, which may crash or hang.
    """
    with open_source(path) as stream:
        decoded = decode(stream, path, page=page)
    arrays = decoded.rasters
    about = path.name, path, decoded.notices, decoded.file_info, decoded.pages, arrays.values
    return Image(arrays.pixels, arrays.alpha, *about)


def decode(
    stream: BinaryIO,
    path: Path,
    opened_file: Callable[[ImageFile], None] = lambda _: None,
    allocate: Allocate = np.empty,
    page: int | None = None,
    most_pixels: int = MOST_PIXELS,
) -> Decoded:
    """Decodes a picture of a file of `open_source`. Raises ImageError about `path`.

    opened_file: called when the head of the file is read, before its pixels are. allocate: makes the arrays of the
    result, so that they can lie where they are needed. page: as in `load`. most_pixels: more raise TooLargeError.
    """
    with image_errors(path):
        decoded = _decode_samples(stream, path, opened_file, allocate, page, most_pixels)
        if decoded.rasters.alpha is not None:
            fill_invisible(decoded.rasters.pixels, decoded.rasters.alpha)
    return decoded


def _decode_samples(
    stream: BinaryIO,
    path: Path,
    opened_file: Callable[[ImageFile], None],
    allocate: Allocate,
    page: int | None,
    most_pixels: int,
) -> Decoded:
    """`decode` without filling invisible pixels. The decoder's own picture is freed when it returns."""
    notices: list[Message] = []
    with opened(stream, path, page, most_pixels) as file:
        opened_file(file)
        head, samples = file.decode(notices)
        space = decide(head.signals, head.model.pillow_mode, notices)
        info = file_info(head, file.size, space.name)
        arrays = upright(head, samples, space.profile, allocate)
    if page is None and (told := notice(head.pages)) is not None:
        notices.append(told)
    return Decoded(arrays, tuple(notices), info, head.pages)


def decode_frames(
    stream: BinaryIO, path: Path, first: int, allocate: Allocate = np.empty
) -> Iterator[tuple[int, Rasters | None]]:
    """Yields how many ms each frame of an animation is shown, and the frame; None if it is damaged.

    first: number of the first one. Raises ImageError if the file is no animation, or has no such frame.
    """
    with opened(stream, path, first) as file:
        frames = file.head.parsed
        if not isinstance(frames, composed.Frames):
            raise NoSuchPageError(first, 1)
        profile = decide(file.head.signals, file.head.model.pillow_mode, []).profile
        for number in range(first, file.head.pages.count):
            yield frames.ms(number), _frame(file, number, profile, allocate)


def _frame(file: ImageFile, number: int, profile: bytes | None, allocate: Allocate) -> Rasters | None:
    """Decodes a frame of an open animation, whose colours have that ICC profile."""
    notices: list[Message] = []
    try:
        head, samples = replace(file, head=composed.at_page(file.head, number)).decode(notices)
        found = upright(head, samples, profile, allocate)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - decoders meet untrusted bytes and raise whatever fails first
        return None
    if found.alpha is not None:
        fill_invisible(found.pixels, found.alpha)
    return found


def size(path: Path, page: int | None = None) -> tuple[int, int]:
    """Returns (width, height) px from the head of a file, before its orientation is applied. Raises like `load`."""
    with open_source(path) as stream, opened(stream, path, page) as file:
        return file.head.size


def metadata(path: Path, page: int | None = None) -> Metadata:
    """Reads what a picture file carries beside its pixels. Raises like `load`."""
    with open_source(path) as stream, opened(stream, path, page, most_pixels=None) as file:
        return read(file)
