"""What the EXIF of a file says of the pixels: their orientation, and whether they are in Adobe RGB."""

import struct
from dataclasses import dataclass

import PIL.Image

from engine.base.messages import Message, message

ORIENTATION, EXIF_DIRECTORY, INTEROPERABILITY = 0x0112, 0x8769, 0xA005
COLOUR_SPACE, INDEX = 0xA001, 0x0001
ADOBE_RGB, ADOBE_RGB_INDEX = 2, "R03"
"""Values of the two tags: of some cameras, and of the standard (DCF 2.0)."""

UNREADABLE = (SyntaxError, ValueError, KeyError, TypeError, OSError, EOFError, AttributeError, struct.error)
"""What Pillow raises for a damaged EXIF."""


@dataclass(frozen=True)
class Facts:
    """orientation: EXIF's number. adobe_rgb: whether the colours are Adobe RGB; a profile outranks this."""

    orientation: int = 1
    adobe_rgb: bool = False


def read(data: bytes, notices: list[Message]) -> Facts:
    """Returns the facts in the data of an EXIF, which may be empty. Reports data that cannot be read."""
    exif = PIL.Image.Exif()
    try:
        exif.load(data)
    except UNREADABLE as error:
        notices.append(message("unreadable EXIF data ignored ({why})", why=error))
        return Facts()
    return facts_of(exif, notices)


def of_picture(picture: PIL.Image.Image, notices: list[Message]) -> Facts:
    """Returns the facts in the EXIF, or else the XMP, of a picture that Pillow has opened."""
    try:
        exif = picture.getexif()
    except UNREADABLE as error:
        notices.append(message("unreadable EXIF data ignored ({why})", why=error))
        return Facts()
    return facts_of(exif, notices)


def facts_of(exif: PIL.Image.Exif, notices: list[Message]) -> Facts:
    """Returns the facts in a parsed EXIF. Reports parts that cannot be read."""
    orientation = 1
    try:
        number = exif.get(ORIENTATION)
        orientation = number if isinstance(number, int) else 1
        space = exif.get_ifd(EXIF_DIRECTORY).get(COLOUR_SPACE)
        index = exif.get_ifd(INTEROPERABILITY).get(INDEX)
    except UNREADABLE as error:
        notices.append(message("unreadable EXIF data ignored ({why})", why=error))
        return Facts(orientation)
    named = isinstance(index, str) and index.strip("\0 ") == ADOBE_RGB_INDEX
    return Facts(orientation, named or space == ADOBE_RGB)
