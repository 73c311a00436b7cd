"""Reads what a picture file carries beside its pixels: EXIF, XMP, IPTC, comment, colour profile, resolution.

The file is untrusted: this runs in the limited child process (engine/images/isolated.py).
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

import imagecodecs
import PIL.Image

from engine.images import colour_signals, exif_tags
from engine.images.boxes import file_boxes
from engine.images.exif_tags import Exif
from engine.images.plugins import SLIDE

if TYPE_CHECKING:
    from engine.images.image_file import ImageFile

MOST_BYTES = 4 << 20
"""Of one part. A larger one is not read."""
MOST_COMMENT = 1 << 16
"""Characters."""
LEAST_DPI, MOST_DPI = 2, 1_000_000
"""Files that do not know their resolution often say 1."""
XMP_TAG, IPTC_TAG, IPTC_RESOURCE = 700, 33723, 0x0404
PNG_COMMENTS = ("Comment", "Description")
RAW_PROFILE = "Raw profile type "
"""Start of the names of texts in which ImageMagick keeps EXIF, IPTC and XMP of a PNG, in hexadecimal digits."""


@dataclass(frozen=True)
class Metadata:
    """exif: a TIFF structure with the tags of engine/images/exif_tags.py. xmp: an XML packet. iptc: IIM records.

    comment: text. icc: profile of the stored colours; None for sRGB. dpi: px per inch along x and y.
    """

    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    comment: str | None = None
    icc: bytes | None = None
    dpi: tuple[float, float] | None = None


EMPTY = Metadata()


def read(file: "ImageFile") -> Metadata:
    """Reads all that is there. What is damaged or too large is left out."""
    icc = colour_signals.decide(file.head.signals, file.head.model.pillow_mode, []).profile
    stream = file.stream
    if file.head.format == "JXL":
        return _of_jpeg_xl(stream, icc)
    if file.head.format == SLIDE:
        return Metadata(icc=icc, dpi=file.head.parsed.resolution)
    info = _info(stream, file.head.format)
    exif = _exif(file, info)
    iptc = info.get("photoshop", {}).get(IPTC_RESOURCE) if isinstance(info.get("photoshop"), dict) else None
    return Metadata(
        exif_tags.to_bytes(exif) if exif else None,
        _bounded(info.get("xmp") or info.get(XMP_TAG) or _raw_profile(info, "xmp")),
        _bounded(iptc or info.get(IPTC_TAG) or _photoshop_records(_raw_profile(info, "iptc"))),
        _comment(info),
        _bounded(icc),
        _resolution(info),
    )


def _info(stream: BinaryIO, format_name: str) -> dict[Any, Any]:
    """Returns what Pillow finds before it decodes, and the two tags of a TIFF that hold further parts."""
    stream.seek(0)
    try:
        with PIL.Image.open(stream, formats=(format_name,)) as picture:
            info: dict[Any, Any] = dict(picture.info)
            tags = getattr(picture, "tag_v2", None)
            for tag in (XMP_TAG, IPTC_TAG):
                if tags is not None and tag in tags:
                    info[tag] = tags[tag]
            return info
    except (OSError, SyntaxError, ValueError):
        return {}


def _exif(file: "ImageFile", info: dict[Any, Any]) -> Exif | None:
    source: BinaryIO
    if file.head.format == "TIFF":
        source = file.stream
    else:
        data = info.get("exif") or _raw_profile(info, "exif")
        if not isinstance(data, bytes):
            return None
        source = BytesIO(re.sub(rb"^(Exif\0\0)+", b"", data[:MOST_BYTES]))
    try:
        exif = exif_tags.read(source, file.head.pages.page if file.head.format == "TIFF" else 0)
    except ValueError:
        return None
    return exif if any(exif.directories) else None


def _of_jpeg_xl(stream: BinaryIO, icc: bytes | None) -> Metadata:
    """Reads the boxes of a JPEG XL file, which may be compressed."""
    found: dict[bytes, bytes] = {}
    for kind, size in file_boxes(stream):
        if kind not in (b"Exif", b"xml ", b"brob") or size > MOST_BYTES:
            continue
        content = stream.read(size)
        if kind == b"brob":
            with suppress(imagecodecs.BrotliError):
                found[content[:4]] = bytes(imagecodecs.brotli_decode(content[4:], out=MOST_BYTES))
        else:
            found[kind] = content
    exif = None
    with suppress(ValueError):
        data = found.get(b"Exif", b"")
        exif = exif_tags.to_bytes(exif_tags.read(BytesIO(data[4 + int.from_bytes(data[:4]) :])))
    return Metadata(exif, found.get(b"xml "), icc=icc)


def _raw_profile(info: dict[Any, Any], name: str) -> bytes | None:
    """Returns a part that is kept as a text: a line feed, the name, the length, hexadecimal digits."""
    text = info.get(f"{RAW_PROFILE}{name}") or info.get(f"{RAW_PROFILE}APP1" if name == "exif" else "")
    if not isinstance(text, str) or len(text) > 3 * MOST_BYTES:
        return None
    with suppress(ValueError):
        return bytes.fromhex("".join(text.strip().split("\n")[2:]))
    return None


def _photoshop_records(data: bytes | None) -> bytes | None:
    """Returns the IPTC records in Photoshop's resources, or data that are such records already."""
    if data is None or not data.startswith(b"8BIM"):
        return data
    at = 0
    while data[at : at + 4] == b"8BIM":
        number = int.from_bytes(data[at + 4 : at + 6])
        name = data[at + 6] if at + 6 < len(data) else 0
        start = at + 6 + (name + 2) // 2 * 2
        size = int.from_bytes(data[start : start + 4])
        if number == IPTC_RESOURCE:
            return data[start + 4 : start + 4 + size]
        at = start + 4 + (size + 1) // 2 * 2
    return None


def _comment(info: dict[Any, Any]) -> str | None:
    texts = [info.get("comment"), *(info.get(name) for name in PNG_COMMENTS)]
    for text in texts:
        decoded = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        if isinstance(decoded, str) and decoded.strip("\0 "):
            return decoded.strip("\0")[:MOST_COMMENT]
    return None


def _bounded(data: Any) -> bytes | None:
    if isinstance(data, str):
        data = data.encode()
    return data if isinstance(data, bytes) and 0 < len(data) <= MOST_BYTES else None


def _resolution(info: dict[Any, Any]) -> tuple[float, float] | None:
    match info.get("dpi"):
        case (x, y):
            with suppress(TypeError, ValueError, ZeroDivisionError, OverflowError):
                if LEAST_DPI < float(x) < MOST_DPI and LEAST_DPI < float(y) < MOST_DPI:
                    return float(x), float(y)
    return None
