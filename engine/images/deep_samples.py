"""Reads samples of more than 8 bits from files that Pillow reduces to 8 bits: PNG, TIFF, AVIF, HEIC, JPEG XL, PPM.

tifffile and imagecodecs decode them (BSD-3, by one author, several releases a year). imagecodecs is a wheel of 26 MB:
libpng with all its 16 bits, TIFF's compressions, AVIF, JPEG XL, and Little CMS at 16 bits, which
engine/images/colour.py needs. OpenCV would be twice as large and does not know colour profiles. pypng takes ten seconds
where libpng takes a third of one. HEIC is not in that wheel; its plugin for Pillow returns all bits on request.
engine/images/file_head.py decides which files are decoded here.
"""

from importlib import import_module
from typing import Any, BinaryIO

import imagecodecs
import numpy as np
import tifffile
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images import avif, jxl, netpbm
from engine.images.bit_depth import DeepPixels, scale_to_16_bits, to_16_bits
from engine.images.file_head import TIFF_CHANNELS
from engine.images.image_file import ImageFile

Planes = tuple[DeepPixels, DeepPixels | None]
"""Colour (H, W, 1, 3 or 4) and alpha (H, W), if there is any."""

ASSOCIATED, STRAIGHT = 1, 2
"""TIFF's kinds of alpha: premultiplied, not premultiplied. Other extra samples are ignored."""
TOLERANCE = 0.02
"""How far lossy float samples may exceed [0, 1] without a notice."""


def read_samples(file: ImageFile, bits: int, notices: list[Message]) -> Planes:
    """Returns the samples of a file as stored, but with white at 65535. bits: bits per sample, `head.deep_bits`.

    Colour is gray, RGB or CMYK, not premultiplied. Only JPEG XL and HEIC are upright already. Raises whatever the
    decoders raise.
    """
    stream = file.stream
    stream.seek(0)
    match file.picture.format:
        case "PNG":
            return _split_alpha(imagecodecs.png_decode(stream.read()))
        case "TIFF":
            return _tiff(stream, file.pages.page)
        case "AVIF":
            return _split_alpha(
                scale_to_16_bits(avif.samples(stream.read(), file.pages.page), (1 << bits) - 1)
            )
        case "HEIF":
            return _heic(stream, file.pages.page)
        case "JXL":
            samples = _jxl_to_16_bits(jxl.samples(stream.read(), file.pages.page), bits, notices)
            return _split_alpha(samples, file.head.premultiplied)
    return netpbm.samples(stream, file.picture), None


def _split_alpha(samples: DeepPixels, premultiplied: bool = False) -> Planes:
    """Splits (H, W) or (H, W, 1 to 4) into colour (H, W, 1 or 3) and alpha, the last of an even number of channels."""
    if samples.ndim == 2:
        return samples[..., None], None
    if samples.shape[2] % 2:
        return samples, None
    colour, alpha = samples[..., :-1], samples[..., -1]
    return (_unpremultiplied(colour, alpha) if premultiplied else colour), alpha


def _heic(stream: BinaryIO, page: int) -> Planes:
    heic = import_module("pillow_heif").open_heif(stream, convert_hdr_to_8bit=False, hdr_to_16bit=False)[page]
    samples = scale_to_16_bits(np.asarray(heic), (1 << heic.info["bit_depth"]) - 1)
    return _split_alpha(samples, heic.premultiplied_alpha)


def _jxl_to_16_bits(samples: NDArray[Any], bits: int, notices: list[Message]) -> DeepPixels:
    if samples.dtype == np.uint16:
        return scale_to_16_bits(samples, (1 << bits) - 1)
    if samples.dtype == np.uint8:
        return to_16_bits(samples)
    return _float_to_16_bits(samples.astype(np.float32, copy=False), notices)


def _float_to_16_bits(samples: NDArray[np.float32], notices: list[Message]) -> DeepPixels:
    """Converts [0, 1] to 16 bits. Values that exceed the range by more than TOLERANCE are reported."""
    if not (samples.min() >= -TOLERANCE and samples.max() <= 1 + TOLERANCE):
        notices.append(message("values brighter than white, darker than black or not numbers are clipped"))
    out: DeepPixels = np.rint(np.clip(np.nan_to_num(samples), 0, 1) * np.float32(65535)).astype(np.uint16)
    return out


def _tiff(stream: BinaryIO, number: int) -> Planes:
    """Returns a page of a TIFF: colour (H, W, n) and straight alpha (H, W), if it has one, both uint16."""
    # A stream made of a descriptor has a number as its name, which tifffile cannot use.
    with tifffile.TiffFile(stream, name="picture.tif") as file:
        page: Any = file.pages[number]
        samples: DeepPixels = page.asarray()
        if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE:
            samples = np.moveaxis(samples, 0, 2)
        channels = TIFF_CHANNELS[page.photometric]
        colour, extra_kinds = samples[..., :channels], tuple(page.extrasamples)
    if page.photometric == 0:
        colour = 65535 - colour
    if samples.shape[2] == channels or not extra_kinds or extra_kinds[0] not in (ASSOCIATED, STRAIGHT):
        return colour, None
    alpha = samples[..., channels]
    return (_unpremultiplied(colour, alpha) if extra_kinds[0] == ASSOCIATED else colour), alpha


def _unpremultiplied(colour: DeepPixels, alpha: DeepPixels) -> DeepPixels:
    """Divides premultiplied colour by alpha."""
    divisor = np.maximum(alpha, 1).astype(np.uint32)[..., None]
    straight = (colour.astype(np.uint32) * 65535 + divisor // 2) // divisor
    out: DeepPixels = np.minimum(straight, 65535).astype(np.uint16)
    return out
