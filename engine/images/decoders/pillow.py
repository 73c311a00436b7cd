"""Formats that Pillow decodes: JPEG, WebP, GIF, BMP, and those files of other formats that have 8 bits a sample."""

from typing import BinaryIO

import numpy as np
import PIL.Image
import PIL.ImageFile

from engine.base.messages import Message
from engine.images.colour_signals import ColourSignals
from engine.images.decoders import exif_facts
from engine.images.decoders.interleaved import from_numbers
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.pages import MOST_PAGES, Pages, require
from engine.images.pages import Kind as PageKind
from engine.images.samples import Planes, Samples, from_arrays
from engine.images.value_range import UNIT, Meaning

MODELS = {"CMYK": Model.CMYK, "LAB": Model.LAB, "P": Model.PALETTE, "PA": Model.PALETTE}
"""Colour models by Pillow's modes; modes that are not gray are RGB otherwise."""
GRAY_MODES = ("1", "L", "LA", "La", "I", "F", "I;16", "I;16L", "I;16B", "I;16N")
BITS = {"1": 1, "I": 32, "F": 32}
"""Bits per sample by Pillow's modes. Others have 8, or 16 in their name."""
PAGE_KINDS = {"TIFF": PageKind.PAGES, "HEIF": PageKind.PICTURES, "MPO": PageKind.VIEWS}
"""What several pictures of a file are; those of other formats are frames."""


def read_head(stream: BinaryIO, page: int | None, format_name: str) -> Head:
    """Returns the head of a file as Pillow understands it. format_name: Pillow's.

    page: which picture, from 0; None for the one that Pillow opens. Raises NoSuchPageError, and whatever Pillow raises.
    """
    stream.seek(0)
    picture = PIL.Image.open(stream, formats=(format_name,))
    if page is not None:
        require(page, _count(picture))
        picture.seek(page)
    return describe(picture)


def describe(picture: PIL.ImageFile.ImageFile) -> Head:
    """Returns the head of a file that Pillow has opened."""
    mode, name = picture.mode, picture.format or ""
    deep = mode in ("I", "F") or "16" in mode
    notices: list[Message] = []
    exif = exif_facts.of_picture(picture, notices)
    return Head(
        format=name,
        width=picture.width,
        height=picture.height,
        bits=16 if "16" in mode else BITS.get(mode, 8),
        kind=Kind.FLOAT if mode == "F" else Kind.SIGNED if mode == "I" else Kind.UNSIGNED,
        model=MODELS.get(mode, Model.GRAY if mode in GRAY_MODES else Model.RGB),
        alpha=Alpha.STRAIGHT if not deep and picture.has_transparency_data else Alpha.NONE,
        orientation=exif.orientation,
        pages=_pages(picture),
        signals=ColourSignals(icc=picture.info.get("icc_profile"), adobe_rgb=exif.adobe_rgb),
        notices=tuple(notices),
        parsed=picture,
    )


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture that `read_head` has opened. Raises whatever Pillow raises."""
    picture: PIL.ImageFile.ImageFile = head.parsed
    picture.load()
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        return _gray(picture, head, notices)
    return _eight_bits(picture, head)


def _count(picture: PIL.Image.Image) -> int:
    return min(getattr(picture, "n_frames", 1), MOST_PAGES)


def _pages(picture: PIL.Image.Image) -> Pages:
    kind = PAGE_KINDS.get(picture.format or "", PageKind.FRAMES)
    plays = picture.info.get("loop", 0) if kind is PageKind.FRAMES else 0
    return Pages(picture.tell(), _count(picture), kind, plays)


def _eight_bits(picture: PIL.Image.Image, head: Head) -> Samples:
    """Samples of a loaded picture of 8 bits, which Pillow's strips are converted to."""

    def read(rows: slice) -> Planes:
        colour, alpha = _split(picture.crop((0, rows.start, picture.width, rows.stop)))
        pixels = np.asarray(colour)
        if colour.mode == "LAB":
            pixels = pixels ^ np.array([0, 128, 128], np.uint8)
        return pixels[..., None] if pixels.ndim == 2 else pixels, None if alpha is None else np.asarray(alpha)

    colour, alpha = read(slice(0, 1))
    return Samples(
        picture.height, picture.width, colour.shape[2], np.uint8, alpha is not None, read, head=head
    )


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


def _gray(picture: PIL.Image.Image, head: Head, notices: list[Message]) -> Samples:
    """Gray of 16 bits, of 32 bits, or float."""
    numbers = np.asarray(picture)[..., None]
    if picture.mode not in ("I", "F"):
        return from_arrays(numbers.astype(np.uint16), head=head)
    declared = UNIT if picture.mode == "F" else (0.0, 65535.0)
    return from_numbers(numbers.astype(np.float32), head, notices, Meaning(declared))
