"""Tells slides of microscopes from other files. OpenSlide (engine/images/decoders/slides.py) reads them."""

from pathlib import Path
from typing import Any, BinaryIO

START_BYTES = 1024
STARTS = {
    b"ZISRAWFILE": "Zeiss CZI",
    b"[Virtual Microscope Specimen]": "Hamamatsu VMS",
    b"[Uncompressed Virtual Microscope Specimen]": "Hamamatsu VMU",
}
"""Kinds by the first bytes."""
DICOM_MARK, DICOM_PLACE, WHOLE_SLIDE = b"DICM", 128, b"1.2.840.10008.5.1.4.1.1.77.1.6"
"""Of DICOM, and its number for pictures of whole slides."""
NAMES = {(b"\xff\xd8\xff", ".mrxs"): "3DHISTECH MIRAX", (b"SQLite format 3", ".svslide"): "Sakura SVSLIDE"}
"""Kinds of which the first bytes alone say too little: with the suffix."""
DESCRIPTION, MAKE, SOFTWARE, XMP, ARGOS, HAMAMATSU = 270, 271, 305, 700, 65000, 65420
TAGS = (
    (HAMAMATSU, "", "Hamamatsu NDPI"),
    (DESCRIPTION, "http://www.leica-microsystems.com/scn/", "Leica SCN"),
    (SOFTWARE, "Philips", "Philips TIFF"),
    (SOFTWARE, "MedScan", "Trestle TIFF"),
    (MAKE, "Huron", "Huron TIFF"),
    (XMP, "iScan", "Ventana BIF"),
    (ARGOS, "Argos.Scan.Metadata", "ARGOS AVS"),
)
"""Kinds of TIFF: a tag of the first directory, and a text in it. Aperio's are plain TIFFs."""


def slide_kind(stream: BinaryIO, path: Path) -> str | None:
    """Returns the name of the kind of slide, if the file is one and no TIFF."""
    stream.seek(0)
    start = stream.read(START_BYTES)
    if start[DICOM_PLACE:].startswith(DICOM_MARK):
        return "DICOM" if WHOLE_SLIDE in start else None
    named = next(
        (kind for (first, suffix), kind in NAMES.items() if _is_named(start, path, first, suffix)), None
    )
    return named or next((kind for first, kind in STARTS.items() if start.startswith(first)), None)


def _is_named(start: bytes, path: Path, first: bytes, suffix: str) -> bool:
    return start.startswith(first) and path.suffix.lower() == suffix


def tiff_kind(page: Any) -> str | None:
    """Returns the name of the kind of slide that a TIFF is. page: tifffile's, any of the file."""
    tags = page.parent.pages.first.tags
    return next((kind for tag, text, kind in TAGS if tag in tags and text in _text(tags.valueof(tag))), None)


def _text(value: Any) -> str:
    """Returns the text of a tag; an empty one of numbers."""
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value if isinstance(value, str) else ""
