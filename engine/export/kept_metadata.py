"""Makes the metadata of a source those of the exported file: upright, of its size and colours, without a thumbnail."""

import re
import struct
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

from engine.images import exif_tags
from engine.images.exif_tags import ASCII, LONG, RATIONAL, SHORT, Directory, Entry, Exif
from engine.images.metadata import EMPTY, Metadata

SOFTWARE = "Unpixel"
ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT, SOFTWARE_TAG = (
    0x0112,
    0x011A,
    0x011B,
    0x0128,
    0x0131,
)
COLOUR_SPACE, WIDTH, HEIGHT, MAKER_NOTE = 0xA001, 0xA002, 0xA003, 0x927C
INCH, IS_SRGB, OTHER_COLOURS = 2, 1, 0xFFFF

XMP_SIZES = {
    b"tiff:ImageWidth": 0,
    b"tiff:ImageLength": 1,
    b"exif:PixelXDimension": 0,
    b"exif:PixelYDimension": 1,
}
"""Properties that hold the width (0) or the height (1)."""
XMP_THUMBNAILS = rb"xmp:Thumbnails|xap:Thumbnails|xmpGImg:image|xmpNote:HasExtendedXMP"
XMP_PLACES = (
    rb"exif:GPS\w+|photoshop:(?:City|State|Country)|Iptc4xmpCore:(?:Location|CountryCode)"
    rb"|Iptc4xmpExt:Location(?:Created|Shown)"
)
IPTC_PLACES = frozenset((26, 27, 90, 92, 95, 100, 101))
"""Numbers of the records of the application (2) that name places."""


def prepared(
    found: Metadata, size: tuple[int, int], dpi: float | None, srgb: bool, location: bool
) -> Metadata:
    """Returns what a file of `size` (width, height) is to carry.

    dpi: px per inch; None if not known. srgb: whether the colours are. location: whether places are kept.
    """
    iptc = found.iptc if location else _without_places(found.iptc)
    xmp = found.xmp and _xmp(found.xmp, size, location)
    exif = _exif(found.exif, size, dpi, srgb, location)
    return replace(EMPTY, exif=exif, xmp=xmp or None, iptc=iptc or None, comment=found.comment)


def resolution_only(dpi: float) -> bytes:
    """Returns EXIF that holds the resolution alone, px per inch."""
    return exif_tags.to_bytes(Exif(main=_resolution("<", dpi)))


def without_maker_note(exif: bytes) -> bytes:
    """Returns EXIF without the camera maker's own data, which are often most of it."""
    parsed = exif_tags.read(BytesIO(exif))
    return exif_tags.to_bytes(replace(parsed, photo=_without(parsed.photo, MAKER_NOTE)))


def _exif(
    data: bytes | None, size: tuple[int, int], dpi: float | None, srgb: bool, location: bool
) -> bytes | None:
    if not data:
        return None
    with suppress(ValueError):
        found = exif_tags.read(BytesIO(data))
        order = found.order
        main = _without(found.main, ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT)
        main |= {ORIENTATION: Entry(SHORT, struct.pack(f"{order}H", 1))}
        main |= {SOFTWARE_TAG: Entry(ASCII, SOFTWARE.encode() + b"\0")} | _resolution(order, dpi)
        photo = dict(found.photo)
        if photo:
            photo |= {
                tag: Entry(LONG, struct.pack(f"{order}I", px))
                for tag, px in zip((WIDTH, HEIGHT), size, strict=True)
            }
            photo |= {
                COLOUR_SPACE: Entry(SHORT, struct.pack(f"{order}H", IS_SRGB if srgb else OTHER_COLOURS))
            }
        # the directory of interoperability names a colour space, too
        interop = {} if srgb else found.interop
        return exif_tags.to_bytes(Exif(order, main, photo, found.gps if location else {}, interop))
    return None


def _resolution(order: exif_tags.Order, dpi: float | None) -> Directory:
    if dpi is None:
        return {}
    ratio = Fraction(dpi).limit_denominator(10_000)
    value = Entry(RATIONAL, struct.pack(f"{order}II", ratio.numerator, ratio.denominator))
    unit = Entry(SHORT, struct.pack(f"{order}H", INCH))
    return {X_RESOLUTION: value, Y_RESOLUTION: value, RESOLUTION_UNIT: unit}


def _without(directory: Directory, *tags: int) -> Directory:
    return {tag: entry for tag, entry in directory.items() if tag not in tags}


def _xmp(packet: bytes, size: tuple[int, int], location: bool) -> bytes | None:
    """Edits the text of the packet, so that all else stays as it is. None if it is not UTF-8 and must lose places."""
    try:
        packet.decode()
    except UnicodeDecodeError:
        return packet if location else None
    packet = _set(packet, b"tiff:Orientation", b"1")
    for name, side in XMP_SIZES.items():
        packet = _set(packet, name, str(size[side]).encode())
    packet = _removed(packet, XMP_THUMBNAILS)
    return packet if location else _removed(packet, XMP_PLACES)


def _set(packet: bytes, name: bytes, value: bytes) -> bytes:
    """Sets a property where it occurs, which is as an attribute or as an element."""
    packet = re.sub(rb"(\b" + name + rb"\s*=\s*)(?:\"[^\"]*\"|'[^']*')", rb'\g<1>"' + value + rb'"', packet)
    return re.sub(rb"(<" + name + rb">)[^<]*(</" + name + rb">)", rb"\g<1>" + value + rb"\g<2>", packet)


def _removed(packet: bytes, names: bytes) -> bytes:
    """Removes properties, by a pattern of their names, together with all that is inside them."""
    packet = re.sub(rb"\s(?:" + names + rb")\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", packet)
    packet = re.sub(rb"<(?:" + names + rb")(?:\s[^<>]*)?/>", b"", packet)
    parts, at = [], 0
    for start in re.finditer(rb"<(" + names + rb")(?:\s[^<>]*)?>", packet):
        end = packet.find(b"</" + start[1] + b">", start.end())
        if start.start() < at or end < 0:
            continue
        parts.append(packet[at : start.start()])
        at = end + len(start[1]) + 3
    return b"".join((*parts, packet[at:]))


def _without_places(records: bytes | None) -> bytes | None:
    """Returns IPTC records without those that name places. Anything that is no record ends them."""
    kept, at = b"", 0
    while records and records[at : at + 1] == b"\x1c" and at + 5 <= len(records):
        length = int.from_bytes(records[at + 3 : at + 5])
        if length >= 0x8000:
            break  # of a picture inside the records
        end = at + 5 + length
        if records[at + 1] != 2 or records[at + 2] not in IPTC_PLACES:
            kept += records[at:end]
        at = end
    return kept or None
