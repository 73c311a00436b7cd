"""Metadata in a TIFF file: its main directory holds them as tags, further directories of EXIF follow at the end."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import tifffile

from engine.export.embedded import Embedded
from engine.images import exif_tags
from engine.images.exif_tags import ASCII, GPS, LONG, LONG8, PHOTO, Directory, Entry, Exif

BYTE, UNDEFINED = 1, 7
XMP, IPTC, DESCRIPTION = 700, 33723, 270
BY_TIFFFILE = (282, 283, 296)
"""Tags of the resolution, which tifffile writes itself."""
PLACEHOLDERS = {PHOTO: 34664, GPS: 34851}
"""Tags that keep the place of the pointers to further directories: tifffile refuses to write those."""
SKIPPED = (*BY_TIFFFILE, 34852)
"""Tags of the main directory that are not written. The last one, of raw files, would lie on the wrong side of GPS."""

Tag = tuple[int, int, int, bytes, bool]
"""tifffile's tag, type, count, value, and whether it is only for the first picture."""


def extra_tags(embedded: Embedded, big: bool) -> list[Tag]:
    """Returns the tags of the main directory, in tifffile's form, little endian. big: for a BigTIFF."""
    exif = _exif(embedded)
    entries: Directory = {tag: entry for tag, entry in exif.main.items() if tag not in SKIPPED}
    if embedded.xmp:
        entries[XMP] = Entry(BYTE, embedded.xmp)
    if embedded.iptc:
        entries[IPTC] = Entry(UNDEFINED, embedded.iptc)
    if embedded.comment:
        entries.setdefault(DESCRIPTION, Entry(ASCII, embedded.comment.encode() + b"\0"))
    for tag, directory in ((PHOTO, exif.photo), (GPS, exif.gps)):
        if directory:  # `append_directories` fills in the tag and the offset
            entries[PLACEHOLDERS[tag]] = Entry(LONG8, bytes(8)) if big else Entry(LONG, bytes(4))
    return [(tag, entry.kind, entry.count, entry.data, True) for tag, entry in sorted(entries.items())]


def append_directories(path: Path, embedded: Embedded, big: bool) -> None:
    """Appends the further directories of EXIF to a written file, and the offsets of them to its main directory."""
    exif = _exif(embedded)
    with path.open("ab") as file:
        file.write(b"\0" * (file.tell() % 2))
        data, pointers = exif_tags.further_directories(exif, file.tell(), big)
        file.write(data)
    if pointers:
        with tifffile.TiffFile(path, mode="r+") as tiff:
            for tag, entry in pointers.items():
                place = tiff.pages.first.tags[PLACEHOLDERS[tag]]
                place.overwrite(int.from_bytes(entry.data, "little"))
                tiff.filehandle.seek(place.offset)
                tiff.filehandle.write(tag.to_bytes(2, "little"))


def _exif(embedded: Embedded) -> Exif:
    """Returns the EXIF in little endian."""
    if not embedded.exif:
        return Exif()
    found = exif_tags.read(BytesIO(embedded.exif))
    main, photo, gps, interop = (
        {tag: entry.in_order(found.order, "<") for tag, entry in directory.items()}
        for directory in found.directories
    )
    return replace(Exif(), main=main, photo=photo, gps=gps, interop=interop)
