"""Facts from the head of an image file that Pillow does not report. They are read once per load and passed on."""

from dataclasses import dataclass
from typing import Any, BinaryIO

import PIL.ImageFile

from engine.images import avif, jxl, netpbm
from engine.images.cicp import Coding

DEEP_PNG_COLOURS = (2, 4, 6)
"""Colour types that Pillow reduces to 8 bits: RGB, gray with alpha, RGB with alpha."""
TIFF_CHANNELS = {0: 1, 1: 1, 2: 3, 5: 4}
"""Colour channels by TIFF's photometric interpretation: gray with white at 0, gray, RGB, CMYK."""


@dataclass(frozen=True)
class FileHead:
    """deep_bits: bits per sample if Pillow would keep fewer; else None.

    coding: code numbers of the colours, in AVIF and HEIC. They apply if the file has no ICC profile.
    premultiplied: alpha is multiplied into the colours (JPEG XL).
    decoder_orients: the decoder applies the orientation itself, so that the one in the EXIF is not applied again.
    """

    deep_bits: int | None = None
    coding: Coding | None = None
    premultiplied: bool = False
    decoder_orients: bool = False


def read_head(stream: BinaryIO, picture: PIL.ImageFile.ImageFile, jxl_head: jxl.Head | None) -> FileHead:
    """Returns the head of a file. picture: opened by Pillow, not yet loaded. jxl_head: None for other formats.

    It moves the position of the stream.
    """
    match picture.format:
        case "PNG" | "TIFF":
            deep = _is_deep_png(stream) if picture.format == "PNG" else _is_deep_tiff(picture)
            return FileHead(16 if deep else None)
        case "AVIF":
            head = avif.read_head(stream)
            return FileHead(_above_8(head.bits), head.coding)
        case "HEIF":
            return FileHead(_above_8(picture.info["bit_depth"]), _nclx(picture))
        case "PPM":
            return FileHead(_above_8(netpbm.max_value(picture).bit_length()))
        case "JXL" if jxl_head is not None:
            return _jxl_file_head(jxl_head, picture.mode)
    return FileHead()


def _above_8(bits: int) -> int | None:
    return bits if bits > 8 else None


def _is_deep_png(stream: BinaryIO) -> bool:
    stream.seek(0)
    start = stream.read(26)
    return start[24] == 16 and start[25] in DEEP_PNG_COLOURS


def _is_deep_tiff(picture: PIL.ImageFile.ImageFile) -> bool:
    tags: Any = getattr(picture, "tag_v2", {})
    bits, sample_formats = tags.get(258, (1,)), tags.get(339, (1,))
    channels = TIFF_CHANNELS.get(tags.get(262, -1), 0)
    # Gray without alpha is left to Pillow, which keeps its 16 bits.
    return set(bits) == {16} and set(sample_formats) == {1} and len(bits) >= channels > 0 and len(bits) > 1


def _nclx(picture: PIL.ImageFile.ImageFile) -> Coding | None:
    numbers = picture.info.get("nclx_profile")
    if not numbers:
        return None
    return Coding(int(numbers["color_primaries"]), int(numbers["transfer_characteristics"]))


def _jxl_file_head(head: jxl.Head, mode: str) -> FileHead:
    """Premultiplied colours count as deep at 8 bits too.

    Without the alpha they need more bits, and Pillow's plugin does not divide by it. One channel without alpha is left
    to the plugin, which keeps its bits.
    """
    deep = mode not in ("I;16", "F") and (head.bits > 8 or head.premultiplied)
    return FileHead(head.bits if deep else None, None, head.premultiplied, head.decoder_orients)
