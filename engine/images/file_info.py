"""Facts about an image file for display. No computation uses them."""

from dataclasses import dataclass
from io import BytesIO

from PIL import ImageCms

from engine.images.colour import PROFILE_LIMIT
from engine.images.head import Head


@dataclass(frozen=True)
class FileInfo:
    """format: PNG, JPEG, …. mode: name of the colours, in the manner of Pillow's. bits: bits per sample.

    profile: name of the ICC profile, or of the code numbers in its place. None for sRGB without a profile and for a
    profile that cannot be read. size: bytes.
    """

    format: str
    mode: str
    bits: int
    profile: str | None
    size: int


def file_info(head: Head, size: int) -> FileInfo:
    """Describes a decoded file of `size` bytes."""
    coding = None if head.signals.icc else head.signals.coding
    colours = coding.name if coding else _profile_name(head.signals.icc)
    return FileInfo(head.format, head.mode, head.bits, colours, size)


def _profile_name(profile: bytes | None) -> str | None:
    if not profile or len(profile) > PROFILE_LIMIT:
        return None
    try:
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile))).strip() or None
    except (OSError, ImageCms.PyCMSError):
        return None
