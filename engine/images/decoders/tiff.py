"""TIFF: what its tags declare, and samples made of the numbers that are stored.

tifffile and imagecodecs decode (BSD-3, by one author, several releases a year). imagecodecs is a wheel of 26 MB that
has libpng with all its 16 bits, TIFF's compressions, AVIF, JPEG XL, and Little CMS at 16 bits. OpenCV would be twice
as large and does not know colour profiles. Pillow decodes the few old compressions that they lack.
"""

import struct
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, BinaryIO

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.bit_depth import Raster, scale_to_8_bits, scale_to_16_bits
from engine.images.decoders import (
    pillow,
    slide_kinds,
    tiff_colours,
    tiff_directories,
    tiff_lab,
    tiff_numbers,
    tiff_pixels,
)
from engine.images.decoders.tiff_directories import OnlyRawError
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.pages import Kind as PageKind
from engine.images.pages import Pages, require
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples, from_arrays
from engine.images.strips import strips
from engine.images.value_range import Scale

WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, MASK, CMYK, YCBCR, LAB, ICC_LAB = 0, 1, 2, 3, 4, 5, 6, 8, 9
"""TIFF's photometric interpretations."""
MODELS = {
    WHITE_IS_ZERO: Model.GRAY,
    BLACK_IS_ZERO: Model.GRAY,
    RGB: Model.RGB,
    PALETTE: Model.PALETTE,
    MASK: Model.GRAY,
    CMYK: Model.CMYK,
    YCBCR: Model.RGB,
    LAB: Model.LAB,
    ICC_LAB: Model.LAB,
}
KINDS = {1: Kind.UNSIGNED, 2: Kind.SIGNED, 3: Kind.FLOAT, 4: Kind.UNSIGNED}
"""By TIFF's sample formats; 4 does not say."""
ALPHAS = {1: Alpha.PREMULTIPLIED, 2: Alpha.STRAIGHT}
"""By TIFF's kinds of extra samples. Others are no alpha."""
ORIENTATION, PALETTE_MAP, JPEG_OFFSET, JPEG_LENGTH = 274, 320, 513, 514


@dataclass(frozen=True)
class _Layout:
    """The picture that is decoded. page: tifffile's.

    first: the stored channel that the colours begin at. count: of them, before a palette is applied. alpha: the stored
    channel of alpha. no_data: the number that stands for no data. scale: of numbers that are no samples; None if it is
    that of the numbers that are decoded.
    """

    page: Any
    first: int
    count: int
    alpha: int | None
    no_data: float | None
    scale: Scale | None = None


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises NoSuchPageError, UnsupportedError, and what tifffile raises for a damaged file."""
    try:
        pictures = tiff_directories.pictures(stream)
    except OnlyRawError as error:
        raise UnsupportedError(message("a raw photo: nothing but the data of a sensor")) from error
    except struct.error as error:
        raise DamagedError(message("the table of its pictures is missing")) from error
    count, number = len(pictures.offsets), pictures.main if page is None else page
    stored = tiff_pixels.open_page(stream, pictures.offsets[number if 0 < number < count else 0])
    planes = _planes(stored) if count == 1 else 1
    require(number, count * planes)
    head = (
        _head(stored, number if planes > 1 else 0) if tiff_pixels.is_decodable(stored) else _old_head(stored)
    )
    notices = (message("the preview of a raw photo, not the photo itself"),) if pictures.preview else ()
    if count > 1 and (beyond := _planes(stored)) > 1:
        notices = (*notices, message("the first of {count} channels", count=beyond))
    kind = PageKind.CHANNELS if planes > 1 else PageKind.PAGES
    return replace(head, pages=Pages(number, count * planes, kind), notices=(*notices, *head.notices))


def _planes(page: Any) -> int:
    """Returns how many pictures of gray the channels of a page are."""
    if MODELS.get(int(page.photometric)) is not Model.GRAY:
        return 1
    return max(1, int(page.samplesperpixel) - sum(int(kind) in ALPHAS for kind in page.extrasamples))


def _head(page: Any, plane: int) -> Head:
    """Returns the head of a page that tifffile decodes. plane: which channel of several gray ones."""
    layout, notices = _layout(page, plane)
    bits, model = _depth(page), MODELS.get(int(page.photometric))
    kind = Kind.UNSIGNED if model is Model.PALETTE else KINDS.get(int(page.sampleformat))
    if model is None or kind is None or page.dtype is None:
        raise UnsupportedError(message("samples of a kind that only special programs use"))
    if model is Model.LAB and (bits not in (8, 16) or kind is Kind.FLOAT):
        raise UnsupportedError(message("Lab colours of {bits} bits", bits=bits))
    alpha = (
        Alpha.NONE if layout.alpha is None else ALPHAS[int(page.extrasamples[layout.alpha - layout.count])]
    )
    return Head(
        "TIFF",
        page.imagewidth,
        page.imagelength,
        8 if model is Model.PALETTE else bits,
        kind,
        model,
        alpha,
        orientation=_number(page, ORIENTATION, 1),
        signals=tiff_colours.signals(page.tags, bits),
        notices=notices,
        present=tiff_pixels.present(page),
        parsed=layout,
    )


def _layout(page: Any, plane: int) -> tuple[_Layout, tuple[Message, ...]]:
    """Returns where colour and alpha lie in a stored pixel, and what to say of further channels."""
    model = MODELS.get(int(page.photometric), Model.GRAY)
    count = 1 if model is Model.PALETTE else model.channels
    if model is Model.CMYK and page.samplesperpixel < count:
        raise UnsupportedError(message("inks other than those of CMYK"))
    if page.samplesperpixel < count:
        raise ValueError(f"{page.samplesperpixel} of {count} channels")
    kinds = [int(kind) for kind in page.extrasamples]
    if not kinds and model is Model.RGB and page.samplesperpixel == 4:
        kinds = [2]  # old writers leave out what the fourth channel is
    kinds = [*kinds, *[0] * page.samplesperpixel][: page.samplesperpixel - count]
    others = [count + at for at, kind in enumerate(kinds) if kind not in ALPHAS]
    alpha = next((count + at for at, kind in enumerate(kinds) if kind in ALPHAS), None)
    meaning = tiff_numbers.no_data(page), tiff_numbers.known_scale(page)
    if model is Model.GRAY:
        return _Layout(page, [0, *others][plane], 1, alpha, *meaning), ()
    notices = (message("further channels are not shown: {count}", count=len(others)),) if others else ()
    return _Layout(page, 0, count, alpha, *meaning), notices


def _depth(page: Any) -> int:
    """Returns the bits per sample. Groups of 5, 6 and 5 bits are decoded to 8."""
    return page.bitspersample if isinstance(page.bitspersample, int) else 8


def _number(page: Any, tag: int, default: int) -> int:
    """Returns the first number of a tag."""
    value = page.tags.valueof(tag)
    value = value[0] if isinstance(value, tuple) and value else value
    return int(value) if isinstance(value, int) else default


def _old_head(page: Any) -> Head:
    """Returns the head of a page that Pillow decodes, from a stream that has only that page."""
    stream = page.parent.filehandle
    offset, length = (_number(page, tag, 0) for tag in (JPEG_OFFSET, JPEG_LENGTH))
    stream.seek(offset)
    jpeg = stream.read(length) if offset else b""
    if jpeg.startswith(b"\xff\xd8"):  # the preview of a raw photo
        head = pillow.read_head(BytesIO(jpeg), None, "JPEG")
    else:
        stream.seek(0)
        whole = bytearray(stream.read(-1))
        if page.parent.is_bigtiff:
            raise UnsupportedError(message("compression {name}", name=int(page.compression)))
        whole[4:8] = page.offset.to_bytes(4, "little" if page.parent.byteorder == "<" else "big")
        head = pillow.read_head(BytesIO(whole), 0, "TIFF")
        head = replace(head, orientation=1, decoder_orients=True)
    return replace(head, format="TIFF")


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises whatever the decoders raise."""
    if not isinstance(head.parsed, _Layout):
        return pillow.decode(stream, head, notices)
    return samples(head, tiff_pixels.read(head.parsed.page, notices), notices)


def samples(head: Head, stored: NDArray[Any], notices: list[Message]) -> Samples:
    """Makes samples of stored numbers, (h, w, channels), all of a page's or a part of them."""
    page = head.parsed.page
    colour, alpha = _channels(head.parsed, stored)
    if head.model is Model.LAB:
        return from_arrays(tiff_lab.samples(colour, int(page.photometric) == ICC_LAB), _whole(alpha, head))
    if head.has_values:
        return tiff_numbers.samples(colour, alpha, head, notices)
    if head.model is Model.PALETTE:
        pixels: Raster = _palette_colours(page, colour[..., 0])
    else:
        pixels = _full_range(colour, head.bits)
    if is_inverted(head):
        pixels = np.invert(pixels)
    opacity, head = _without_no_data(colour, _whole(alpha, head), head, notices)
    return from_arrays(pixels, opacity, head=head, premultiplied=head.alpha is Alpha.PREMULTIPLIED)


def _channels(layout: _Layout, stored: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any] | None]:
    """Returns the colours, (h, w, n), and alpha, (h, w), of stored pixels."""
    alpha = None if layout.alpha is None else stored[..., layout.alpha]
    return stored[..., layout.first : layout.first + layout.count], alpha


def channels(head: Head) -> list[int] | None:
    """Returns which stored channels are the colours and alpha; None if they are expanded from others."""
    layout = head.parsed
    if not isinstance(layout, _Layout) or head.model is Model.PALETTE:
        return None
    return [
        *range(layout.first, layout.first + layout.count),
        *([] if layout.alpha is None else [layout.alpha]),
    ]


def slide_kind(head: Head) -> str | None:
    """Returns the name of the kind of slide that the file is, if it is one."""
    return slide_kinds.tiff_kind(head.parsed.page) if isinstance(head.parsed, _Layout) else None


def has_planes(head: Head) -> bool:
    """Whether each channel lies in a plane of its own."""
    return isinstance(head.parsed, _Layout) and head.parsed.page.planarconfig == tiff_pixels.SEPARATE


def is_inverted(head: Head) -> bool:
    """Whether the least number is white."""
    return isinstance(head.parsed, _Layout) and int(head.parsed.page.photometric) == WHITE_IS_ZERO


def no_data(head: Head) -> float | None:
    """Returns the number that stands for no data, if the file names one."""
    return head.parsed.no_data if isinstance(head.parsed, _Layout) else None


def tiled(stream: BinaryIO, head: Head) -> dict[int, Head] | None:
    """Returns the heads of the picture (0) and of its smaller copies, by how often it is halved, if all are tiled.

    Returns None for a picture whose parts cannot be decoded one by one.
    """
    if not _is_tiled(head):
        return None
    main = head.parsed.page
    found = {0: head}
    for times, offset in tiff_directories.halved_copies(stream, main.offset).items():
        page = tiff_pixels.open_page(stream, offset)
        copy = _copy_head(head, page)
        if copy is not None and _is_tiled(copy) and _kind_of_samples(copy) == _kind_of_samples(head):
            layout = replace(copy.parsed, no_data=head.parsed.no_data, scale=head.parsed.scale)
            found[times] = replace(copy, signals=head.signals, parsed=layout)
    return found


def _copy_head(head: Head, page: Any) -> Head | None:
    """Returns the head of a smaller copy: of the same channel, if the picture is one of several gray ones."""
    if not tiff_pixels.is_decodable(page) or _planes(page) != _planes(head.parsed.page):
        return None
    return _head(page, head.pages.page if head.pages.kind is PageKind.CHANNELS else 0)


def _is_tiled(head: Head) -> bool:
    if not isinstance(head.parsed, _Layout):
        return False
    if head.has_values and (head.alpha is Alpha.PREMULTIPLIED or head.model is Model.LAB):
        return False
    page = head.parsed.page
    return bool(page.is_tiled and page.imagedepth == 1)


def _kind_of_samples(head: Head) -> tuple[Any, ...]:
    return head.bits, head.kind, head.model, head.alpha


def scale(head: Head, stored: NDArray[Any], notices: list[Message]) -> Scale:
    """Returns the scale of a picture of floats, signed or wide integers, whose numbers are these, (h, w, channels)."""
    values, _ = tiff_numbers.numbers(*_channels(head.parsed, stored), head)
    return tiff_numbers.scale(values, head, notices)


def with_scale(head: Head, scale: Scale) -> Head:
    """Returns the head of a picture whose numbers have that scale."""
    return replace(head, parsed=replace(head.parsed, scale=scale))


def may_be_transparent(head: Head) -> bool:
    """Whether parts of a picture may have alpha: it is stored, or a number stands for no data.

    Any float may be none. The scale of other numbers has to be known.
    """
    scale = head.parsed.scale
    no_data = head.kind is Kind.FLOAT or bool(scale and scale.missing) or head.parsed.no_data is not None
    return head.alpha is not Alpha.NONE or no_data


def _without_no_data(
    stored: NDArray[Any], alpha: Raster | None, head: Head, notices: list[Message]
) -> tuple[Raster | None, Head]:
    """Makes pixels transparent whose channels all have the number that stands for no data. Returns alpha and head."""
    number = head.parsed.no_data
    absent = None if number is None else (stored == number).all(axis=2)
    if absent is None or not absent.any():
        return alpha, head
    notices.append(message("pixels without a value are transparent"))
    kind = np.uint16 if head.deep else np.uint8
    opaque = np.full(absent.shape, np.iinfo(kind).max, kind) if alpha is None else alpha
    found = Alpha.STRAIGHT if head.alpha is Alpha.NONE else head.alpha
    return np.where(absent, kind(0), opaque), replace(head, alpha=found)


def _whole(alpha: NDArray[Any] | None, head: Head) -> Raster | None:
    return None if alpha is None else _full_range(alpha, head.bits)


def _full_range(stored: NDArray[Any], bits: int) -> Raster:
    """Scales unsigned samples of 16 bits or less to 8 bits, or to 16 if they have more."""
    most = (1 << bits) - 1
    return scale_to_16_bits(stored, most) if bits > 8 else scale_to_8_bits(stored.view(np.uint8), most)


def _palette_colours(page: Any, indices: NDArray[Any]) -> NDArray[np.uint8]:
    """Returns the colours, (H, W, 3). Their numbers have 16 bits, but some writers fill the lower half only."""
    numbers = np.asarray(page.tags.valueof(PALETTE_MAP)).reshape(3, -1)
    table = (numbers if numbers.max() < 256 else numbers >> 8).astype(np.uint8)
    if indices.dtype.itemsize > 1:
        deep: NDArray[np.uint8] = table.T.take(indices, axis=0, mode="clip")
        return deep
    out = np.empty((*indices.shape, 3), np.uint8)
    for rows in strips(*indices.shape):
        strip = PIL.Image.fromarray(np.ascontiguousarray(indices[rows]).view(np.uint8))
        strip.putpalette(table.T.tobytes())
        out[rows] = np.asarray(strip.convert("RGB"))
    return out
