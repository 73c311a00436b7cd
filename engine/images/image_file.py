"""Opens image files safely: formats of an allow-list, a size limit before decoding, and typed errors."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import PIL.Image
from PIL import PngImagePlugin

from engine.base import read_failure
from engine.base.errors import ImageError
from engine.base.messages import Message, message
from engine.images import foreign_files, plausible_size, plugins
from engine.images.bounded_reads import BoundedReads
from engine.images.decoders import composed, slide_kinds, slides, tiff
from engine.images.decoders.composed import FRAMES
from engine.images.decoders.table import Decoder, decoder_of, formats, slide_decoder
from engine.images.head import Head
from engine.images.icc_profile import PROFILE_LIMIT
from engine.images.pages import NoSuchPageError
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples, compare
from engine.images.source_file import MOST_PIXELS

# Pillow would warn at a size of its own choice. Here the size is checked before a pixel is decoded.
PIL.Image.MAX_IMAGE_PIXELS = None
# Pillow unpacks the profile of a PNG when it opens the file, up to its limit for texts, which is 1 MB.
PngImagePlugin.MAX_TEXT_CHUNK = PROFILE_LIMIT


@dataclass(frozen=True)
class ImageFile:
    """An open image file whose head was read and is allowed.

    path: for messages. stream: the file, which the decoder reads from. size: bytes.
    """

    path: Path
    stream: BinaryIO
    decoder: Decoder
    head: Head
    size: int

    def decode(self, notices: list[Message]) -> tuple[Head, Samples]:
        """Decodes the picture. Returns the head as decoding completed it, and the samples, which are as it declares.

        Raises whatever the decoders raise, and ValueError for samples that are not as declared.
        """
        samples = self.decoder.decode(self.stream, self.head, notices)
        head = samples.head or self.head
        compare(samples, head)
        notices.extend(head.notices)
        return head, samples


class TooLargeError(ImageError):
    """The picture does not fit into memory. file: open, its head was read."""

    def __init__(self, file: ImageFile, reason: Message, remedy: Message) -> None:
        super().__init__(file.path, reason, remedy)
        self.file = file

    def __reduce__(self) -> tuple[type, tuple[str | Path, Message, Message]]:
        return ImageError, (self.file.path, self.reason, self.remedy)


@contextmanager
def opened(
    stream: BinaryIO, path: Path, page: int | None = None, most_pixels: int | None = MOST_PIXELS
) -> Iterator[ImageFile]:
    """Opens an image file whose format and size are allowed. Any error in the block becomes an ImageError.

    stream: of `open_source`. Decoders get the stream, never the path: of a path Pillow maps uncompressed TIFFs into
    memory without checking their size. path: for messages. page: which picture of the file, from 0; None for the one
    that it shows first. most_pixels: of 8 bits; more raise TooLargeError. None allows any size.
    """
    with image_errors(path):
        yield open_file(stream, path, page, most_pixels)


def open_file(stream: BinaryIO, path: Path, page: int | None, most_pixels: int | None) -> ImageFile:
    """`opened` without its care for errors: raises whatever the decoders raise."""
    size = stream.seek(0, os.SEEK_END)
    bounded: Any = BoundedReads(stream, path)
    kind = slide_kinds.slide_kind(stream, path)
    decoder = decoder_of(stream) if kind is None else _slide_decoder(stream, path, kind)
    if kind is not None and decoder is None:
        raise DamagedError(message("OpenSlide finds no slide in it; its other files may be missing"))
    if decoder is None:
        raise _unknown(stream, path)
    try:
        if decoder.format in FRAMES:
            head = composed.read_head(bounded, page, decoder.read_head)
        else:
            head = decoder.read_head(bounded, page)
    except UnsupportedError:  # a raw photo, whose package is missing?
        plugins.refuse_without(stream, path)
        raise
    kind = tiff.slide_kind(head) if decoder.format == "TIFF" and plugins.installed(plugins.SLIDE) else None
    if kind is not None and (slide := _slide_decoder(stream, path, kind)) is not None:
        decoder, head = slide, slide.read_head(bounded, page)
    if most_pixels is not None:
        _refuse_too_large(ImageFile(path, bounded, decoder, head, size), most_pixels)
    plausible_size.refuse_implausible(path, head.format, head.size, size)
    if most_pixels is None:
        return ImageFile(path, bounded, decoder, head, size)
    plausible_size.refuse_above_free_memory(path, head)
    plausible_size.refuse_incomplete(path, head, size)
    if isinstance(head.parsed, composed.Frames):
        decoder = replace(decoder, decode=partial(composed.decode, decode_first=decoder.decode))
    return ImageFile(path, bounded, decoder, head, size)


def _slide_decoder(stream: BinaryIO, path: Path, kind: str) -> Decoder | None:
    """Returns the decoder of a slide of a kind; None if OpenSlide finds none. Raises ImageError if that is missing."""
    if not plugins.installed(plugins.SLIDE):
        raise plugins.missing_slides(path, kind)
    _refuse_other_file(stream, path)
    return slide_decoder(path) if slides.recognizes(path) else None


def _refuse_other_file(stream: BinaryIO, path: Path) -> None:
    """Raises ImageError if there is another file at the path than the one that was opened: slides are read by it."""
    if not os.path.samestat(os.fstat(stream.fileno()), path.stat()):
        reason = message("is another file than the one that was opened")
        raise ImageError(path, reason, message("open it again"))


def _unknown(stream: BinaryIO, path: Path) -> ImageError:
    """The error for a file that no decoder knows: it is no picture, or a picture of another format."""
    plugins.refuse_without(stream, path)
    start = foreign_files.read_start(stream)
    if not start:
        return ImageError(path, message("is empty"), message("download or save the file again"))
    if kind := foreign_files.foreign_picture(start):
        reason = message("is {kind}, which is not supported", kind=kind)
        return ImageError(path, reason, message("convert it to PNG with another program"))
    if kind := foreign_files.other_file(start):
        return ImageError(
            path, message("is {kind}, not a picture", kind=kind), message("open a picture file")
        )
    reason = message("is not a picture: it begins like none of the known formats")
    return ImageError(path, reason, message("open one of {formats}", formats=", ".join(formats())))


@contextmanager
def image_errors(path: Path) -> Iterator[None]:
    """Any error in the block becomes an ImageError."""
    try:
        yield
    except ImageError:
        raise
    except UnsupportedError as error:
        raise _unsupported(path, error.feature) from error
    except DamagedError as error:
        raise _damaged(path, error.why) from error
    except PIL.UnidentifiedImageError as error:
        raise _damaged(path, message("its head makes no sense")) from error
    except NoSuchPageError as error:
        reason = message("has no page {page}", page=error.page + 1)
        raise ImageError(
            path, reason, message("choose a page from 1 to {count}", count=error.count)
        ) from error
    except MemoryError as error:
        raise ImageError(
            path,
            message("does not fit into memory"),
            message("close other programs, or use a smaller picture"),
        ) from error
    # Decoders meet untrusted bytes and raise whatever fails first, also KeyError or struct.error.
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:  # of the system, not of a decoder
            raise ImageError(path, *read_failure.explained(error)) from error
        cause = " ".join(str(error).split()) or type(error).__name__
        raise (_unsupported if _names_a_feature(error) else _damaged)(path, cause) from error


def _unsupported(path: Path, feature: object) -> ImageError:
    reason = message("is a picture of a kind that is not supported ({feature})", feature=feature)
    return ImageError(path, reason, message("convert it to PNG with another program"))


def _damaged(path: Path, why: object) -> ImageError:
    reason = message("is damaged or incomplete ({why})", why=why)
    return ImageError(path, reason, message("download or save the file again"))


def _names_a_feature(error: Exception) -> bool:
    """Whether a library's error says that it lacks something, not that the file is wrong."""
    lacks = ("unsupported", "not supported", "not implemented", "unimplemented", "unknown compression")
    return isinstance(error, NotImplementedError) or any(words in str(error).lower() for words in lacks)


def _refuse_too_large(file: ImageFile, most_pixels: int) -> None:
    most, (width, height) = most_pixels // 2 if file.head.deep else most_pixels, file.head.size
    if width * height > most:
        reason = message(
            "is {width} x {height} px, more than {most:.0f} megapixels",
            width=width,
            height=height,
            most=most / 1e6,
        )
        raise TooLargeError(file, reason, message("downscale or crop it first"))
