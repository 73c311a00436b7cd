"""Texts in a PNG: only those that tell the orientation are of use, and none may cost much."""

import re
from contextlib import suppress

from engine.images.decoders.png_chunks import inflated

KINDS = (b"tEXt", b"zTXt", b"iTXt")
LIMIT = 1 << 20
"""Bytes of a text, uncompressed. Longer ones, such as the graphs of workflow tools, are left out."""
TOTAL = 8 * LIMIT
"""Bytes of all texts that are looked at."""
XMP_ORIENTATION = re.compile(rb'tiff:Orientation(?:="|>)([1-8])')


class Texts:
    """What the texts of a file say, one after the other. oversized: whether one is longer than LIMIT.

    exif: from a text of ImageMagick. xmp_orientation: EXIF's number, or None.
    """

    def __init__(self) -> None:
        self.oversized = False
        self.exif = b""
        self.xmp_orientation: int | None = None
        self._left = TOTAL

    def add(self, kind: bytes, data: bytes) -> None:
        """Takes the data of a chunk. After an oversized text no other is looked at, which bounds the time."""
        if self.oversized:
            return
        keyword, _, rest = data.partition(b"\0")
        text = _text(kind, rest)
        self._left -= len(text)
        self.oversized = len(text) > LIMIT or self._left < 0
        if keyword in (b"Raw profile type exif", b"Raw profile type APP1"):
            self.exif = self.exif or _raw_profile(text)
        elif keyword == b"XML:com.adobe.xmp" and (match := XMP_ORIENTATION.search(text)):
            self.xmp_orientation = int(match[1])


def _text(kind: bytes, rest: bytes) -> bytes:
    """Returns what follows the keyword, uncompressed."""
    if kind == b"zTXt":
        return inflated(rest[1:], LIMIT + 1)
    if kind == b"iTXt":
        compressed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        return inflated(text, LIMIT + 1) if compressed else text
    return rest


def _raw_profile(text: bytes) -> bytes:
    """Returns the EXIF in a text of ImageMagick: a name, a length, and lines of hexadecimal digits."""
    with suppress(ValueError):
        return bytes.fromhex("".join(text.decode("latin-1").split("\n")[3:]))
    return b""
