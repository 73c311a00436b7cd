"""Facts about an image file for display. No computation uses them."""

from dataclasses import dataclass
from io import BytesIO

from PIL import ImageCms

from engine.images.colour import PROFILE_LIMIT
from engine.images.image_file import ImageFile

BITS = {"1": 1, "I": 32, "F": 32}
"""Bits per sample by Pillow's mode. Other modes have 8, or have 16 in their name."""


@dataclass(frozen=True)
class FileInfo:
    """format: PNG, JPEG, …. mode: Pillow's name of the pixel type. bits: bits per sample.

    profile: name of the ICC profile, or of the code numbers in its place. None for sRGB without a profile and for a
    profile that cannot be read. size: bytes.
    """

    format: str
    mode: str
    bits: int
    profile: str | None
    size: int


def file_info(file: ImageFile) -> FileInfo:
    """Describes an open file that is not yet loaded: loading may change Pillow's mode."""
    name = file.picture.format or file.path.suffix[1:].upper()
    mode = file.picture.mode
    bits = file.head.deep_bits or (16 if "16" in mode else BITS.get(mode, 8))
    colours = file.coding.name if file.coding else _profile_name(file.profile)
    return FileInfo(name, mode, bits, colours, file.size)


def _profile_name(profile: bytes | None) -> str | None:
    if not profile or len(profile) > PROFILE_LIMIT:
        return None
    try:
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile))).strip() or None
    except (OSError, ImageCms.PyCMSError):
        return None
