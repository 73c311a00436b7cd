"""What a picture file carries beside its pixels, as bytes that are written unchanged."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Embedded:
    """exif: a TIFF structure, without the head "Exif". xmp: an XML packet. iptc: IIM records. comment: text.

    icc: colour profile; None for a file that says or implies sRGB. dpi: px per inch; None if not known.
    """

    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    comment: str | None = None
    icc: bytes | None = None
    dpi: float | None = None


NOTHING = Embedded()
