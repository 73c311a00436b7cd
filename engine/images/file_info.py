"""How a file holds its picture, from its head: what a viewer tells of it, and nothing is computed with."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import PIL.Image
import PIL.ImageFile
from PIL import ImageCms

from engine.images import deep_file
from engine.images.colour import PROFILE_LIMIT
from engine.images.image import formats

BITS = {"1": 1, "I": 32, "F": 32}
"""Of a sample, by Pillow's modes; those that are not here have 8, or say 16."""


@dataclass(frozen=True)
class FileInfo:
    """form: of the file: PNG, JPEG, …. mode: of its pixels, as Pillow calls it. bits: of a sample.

    profile: what its colours are called, by its profile or by the numbers in its place; None for sRGB without one, and
    for one that cannot be read. size: bytes.
    """

    form: str
    mode: str
    bits: int
    profile: str | None
    size: int


def file_info(path: Path) -> FileInfo | None:
    """Of a picture that was opened already; None where its file is gone or another by now."""
    try:
        with PIL.Image.open(path, formats=formats()) as file:
            form = file.format or path.suffix[1:].upper()
            bits = deep_file.bits(path, file) or _bits(file)
            return FileInfo(form, file.mode, bits, _colours(path, file), path.stat().st_size)
    except (OSError, ValueError, SyntaxError):
        return None


def _bits(file: PIL.Image.Image) -> int:
    """Where Pillow keeps them all."""
    return 16 if "16" in file.mode else BITS.get(file.mode, 8)


def _colours(path: Path, file: PIL.ImageFile.ImageFile) -> str | None:
    profile = file.info.get("icc_profile")
    coding = None if profile else deep_file.coding(path, file)
    return coding.name if coding else _name(profile)


def _name(profile: bytes | None) -> str | None:
    if not profile or len(profile) > PROFILE_LIMIT:
        return None
    try:
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile))).strip() or None
    except (OSError, ImageCms.PyCMSError):
        return None
