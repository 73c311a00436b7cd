"""Facts about an image file for display. No computation uses them."""

from dataclasses import dataclass

from engine.images.head import Head


@dataclass(frozen=True)
class FileInfo:
    """format: PNG, JPEG, …. mode: name of the colours, in the manner of Pillow's. bits: bits per sample.

    profile: name of the colour space that the picture is converted from. None for sRGB without a profile and for a
    profile without a name. size: bytes.
    """

    format: str
    mode: str
    bits: int
    profile: str | None
    size: int


def file_info(head: Head, size: int, colours: str | None) -> FileInfo:
    """Describes a decoded file of `size` bytes. colours: name of its colour space."""
    return FileInfo(head.format, head.mode, head.bits, colours, size)
