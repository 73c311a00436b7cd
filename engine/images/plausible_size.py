"""Refuses pictures before they are decoded: those that their file cannot hold, and those that the memory cannot.

A file of a few bytes may declare hundreds of megapixels. Each format has a greatest possible, or for formats without
one a greatest sensible, number of pixels per byte.
"""

from pathlib import Path

from engine.base import free_memory
from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images.head import Alpha, Head
from engine.images.plugins import SLIDE

ALWAYS_ALLOWED = 1 << 24
"""Pixels that any file may declare: a plain picture of this size costs little, and its file may be tiny."""
MOST_PIXELS_PER_BYTE = {
    "PNG": 8256,  # deflate expands at most 1032 times; 8 pixels of 1 bit to a byte
    "JPEG": 1024,  # 64 pixels take a bit or more, with Huffman codes; twice that for arithmetic coding
    "GIF": 2731,  # a code of 12 bits stands for 4096 pixels or fewer
    "BMP": 128,  # runs of 255 pixels in 2 bytes
    "PPM": 8,
    "TGA": 64,  # runs of 128 pixels in 2 bytes
    "SGI": 64,
    "PCX": 252,  # runs of 63 bytes in 2; 8 pixels of 1 bit to a byte
    "QOI": 62,
    "DDS": 2,  # blocks of 16 pixels in 8 bytes
    "FITS": 1,
    "PSD": 8256,  # as PNG
    "PSB": 8256,
    "TIFF": 32_768,  # LZW of 1 bit; fax codes of empty rows may take less
}
SENSIBLE_PIXELS_PER_BYTE = 4096
"""WebP, AVIF, HEIC, JPEG XL, JPEG 2000 and floats: a plain picture takes a few bytes. Photos have less than 100."""

PEAK_BYTES = {
    "JPEG": 11,
    "WEBP": 18,
    "AVIF": 16,
    "HEIF": 15,
    "JXL": 16,
    "JPEG2000": 17,
    "DDS": 15,
    "PSD": 13,
    "PSB": 13,
    "TGA": 11,
    "PCX": 10,
    SLIDE: 12,
}
"""Bytes per pixel while a picture of 8 bits is decoded, measured: the decoder's, Pillow's 4, and the final ones."""
OTHER_PEAK_BYTES, DEEP_PEAK_BYTES = 9, 22
"""The same for other formats, and with 16 bits."""
FLOAT_PEAK_BYTES, FLOAT_CHANNEL_PEAK_BYTES = 6, 13
"""The same for floats, signed and wide integers, whose own values are kept: per pixel, and for each channel."""
ANIMATION_PEAK_BYTES, OTHER_ANIMATION_PEAK_BYTES = {"WEBP": 27, "AVIF": 27}, 16
"""The same for frames of animations of 8 bits, which are composed; those of 16 bits take twice that."""
MEMORY_SHARE = 0.9
"""Of the available memory that a picture may take."""
LEAST_PART = 1 / 20
"""Of a picture that is shown, if the rest is missing."""
UNCHECKED_BYTES = 512 << 20
"""Peaks that are tried however little memory is available: the system knows better what it can swap out."""

Size = tuple[int, int]
"""(width, height), px."""


def refuse_implausible(path: Path, format_name: str | None, size_px: Size, file_bytes: int) -> None:
    """Raises ImageError if no file of that format and length holds so many pixels."""
    if format_name == SLIDE:  # further files may hold its pixels
        return
    most = MOST_PIXELS_PER_BYTE.get(format_name or "", SENSIBLE_PIXELS_PER_BYTE)
    if size_px[0] * size_px[1] > max(ALWAYS_ALLOWED, most * file_bytes):
        raise _incomplete(path, size_px, file_bytes)


def refuse_incomplete(path: Path, head: Head, file_bytes: int) -> None:
    """Raises ImageError if nearly all of the picture is missing: it would cost more than it shows."""
    if head.present < LEAST_PART:
        raise _incomplete(path, head.size, file_bytes)


def refuse_above_free_memory(path: Path, head: Head) -> None:
    """Raises ImageError if decoding takes more memory than the machine has available."""
    needed = head.width * head.height * _peak_bytes(head)
    if needed <= UNCHECKED_BYTES or needed <= MEMORY_SHARE * (free := free_memory.available_bytes()):
        return
    reason = message(
        "needs {needed:,.0f} MB of memory to open, and {free:,.0f} MB are free",
        needed=needed / 1e6,
        free=free / 1e6,
    )
    raise ImageError(path, reason, message("close other programs, or use a smaller picture"))


def _peak_bytes(head: Head) -> int:
    """Bytes per pixel that decoding takes at most."""
    if head.has_values:
        channels = head.model.channels + (head.alpha is not Alpha.NONE)
        stored = max(0, head.bits // 8 - 4)  # beyond the 4 of a value
        return max(DEEP_PEAK_BYTES, FLOAT_PEAK_BYTES + channels * (FLOAT_CHANNEL_PEAK_BYTES + stored))
    if head.pages.animated:
        return (1 + head.deep) * ANIMATION_PEAK_BYTES.get(head.format, OTHER_ANIMATION_PEAK_BYTES)
    return DEEP_PEAK_BYTES if head.deep else PEAK_BYTES.get(head.format, OTHER_PEAK_BYTES)


def _incomplete(path: Path, size_px: Size, file_bytes: int) -> ImageError:
    reason = message(
        "is incomplete: {width} x {height} px do not fit into its {size:,} bytes",
        width=size_px[0],
        height=size_px[1],
        size=file_bytes,
    )
    return ImageError(path, reason, message("download or save the file again"))
