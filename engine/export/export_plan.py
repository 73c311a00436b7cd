"""Decides what an exported file will hold, and says before writing what of the picture it cannot hold."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np

from engine.base.errors import ImageError
from engine.base.messages import Message, message
from engine.export import kept_metadata, profiles
from engine.export.embedded import Embedded
from engine.export.formats import JPEG, Format, format_of
from engine.export.options import FileOptions
from engine.images import isolated
from engine.images.bit_depth import Raster, to_16_bits, to_bits, white
from engine.images.image import Image
from engine.images.metadata import EMPTY, Metadata

JPEG_LIMITS = {"exif": 65_527, "xmp": 65_502, "iptc": 65_500, "comment": 65_000}
"""Most bytes of a part in a JPEG."""
Convert = Callable[[Any], Any]


@dataclass(frozen=True)
class ExportPlan:
    """bits: per sample of the file. convert: from sRGB into the colours of embedded.icc; None for sRGB.

    notices: what of the picture the file will not hold, one line each.
    """

    options: FileOptions
    bits: int
    embedded: Embedded
    convert: Convert | None
    notices: tuple[Message, ...]

    @property
    def decoded_bits(self) -> int:
        """Bits per sample that the picture is to be decoded with: a conversion of 8 would lose colours."""
        return min(16 if self.convert else self.bits, 16)

    def finished(self, band: Raster) -> Raster:
        """Returns a decoded band as the file holds it."""
        if self.convert is not None:
            band = to_bits(
                self.convert(to_16_bits(band) if band.dtype == np.uint8 else band), min(self.bits, 16)
            )
        if self.bits == 32:
            floats: Any = band / np.float32(white(band))
            return floats.astype(np.float32, copy=False)  # type: ignore[no-any-return]
        return band


def plan(path: Path, image: Image, size: tuple[int, int], options: FileOptions) -> ExportPlan:
    """Plans the export of a picture, or a part of it, as a file of `size` (width, height) px.

    Reads the metadata of the picture's file, which may take some milliseconds. Raises ExportError for an
    unknown format.
    """
    kind = format_of(path)
    notices: list[Message] = []
    found = _metadata(image, notices)
    icc, convert = _colours(kind, options, found, notices)
    bits = _bits(kind, image, options, notices)
    if image.alpha is not None and (not kind.alpha or options.compression == "jpeg"):
        notices.append(
            message(
                "{format} holds no transparency: it is blended with white", format=_kind_name(kind, options)
            )
        )
    dpi = options.dpi or (found.dpi[0] if found.dpi and options.metadata != "strip" else None)
    kept = EMPTY
    if options.metadata != "strip":
        kept = kept_metadata.prepared(found, size, dpi, icc is None, options.metadata == "keep")
    embedded = _embedded(kind, kept, dpi, notices)
    if icc is None and "icc" in kind.carries and not kind.says_srgb:
        icc = profiles.srgb()
    return ExportPlan(options, bits, replace(embedded, icc=icc), convert, tuple(notices))


def _metadata(image: Image, notices: list[Message]) -> Metadata:
    if image.path is None:
        return EMPTY
    try:
        return isolated.metadata(image.path, image.pages.page if image.pages else None)
    except ImageError as error:
        notices.append(message("the metadata of the picture cannot be read ({why})", why=error.reason))
        return EMPTY


def _colours(
    kind: Format, options: FileOptions, found: Metadata, notices: list[Message]
) -> tuple[bytes | None, Convert | None]:
    """Returns the profile of the file and the conversion into it; None for sRGB."""
    if options.profile == "srgb" or (options.profile == "source" and found.icc is None):
        return None, None
    profile = profiles.display_p3() if options.profile == "display-p3" else found.icc or b""
    if "icc" not in kind.carries:
        notices.append(
            message("{format} is written in sRGB: it holds no colour profile here", format=kind.name)
        )
        return None, None
    if not profiles.is_rgb(profile):
        notices.append(
            message("the profile of the source is not of RGB colours: the file is written in sRGB")
        )
        return None, None
    try:
        return profile, profiles.converter(profile)
    except imagecodecs.CmsError as error:
        notices.append(
            message(
                "the profile of the source cannot be used ({why}): the file is written in sRGB", why=error
            )
        )
        return None, None


def _bits(kind: Format, image: Image, options: FileOptions, notices: list[Message]) -> int:
    if options.bits is not None:
        return options.bits
    most = 8 if options.compression == "jpeg" else min(max(kind.bits), 16)
    if image.bits > most:
        name = _kind_name(kind, options)
        notices.append(
            message(
                "{format} holds {most} bits per sample, the picture has {bits}",
                format=name,
                most=most,
                bits=image.bits,
            )
        )
    return min(image.bits, most)


def _kind_name(kind: Format, options: FileOptions) -> str:
    return f"{kind.name} (JPEG)" if options.compression == "jpeg" else kind.name


def _embedded(kind: Format, kept: Metadata, dpi: float | None, notices: list[Message]) -> Embedded:
    """Returns what the format carries of the metadata, and reports the rest."""
    exif = kept.exif
    if exif is None and dpi is not None and "dpi" not in kind.carries:
        exif = kept_metadata.resolution_only(dpi)
    parts: dict[str, Any] = {"exif": exif, "xmp": kept.xmp, "iptc": kept.iptc, "comment": kept.comment}
    for name, value in parts.items():
        if value and name not in kind.carries:
            notices.append(message("{format} holds no {part}: left out", format=kind.name, part=NAMES[name]))
            parts[name] = None
    if kind is JPEG:
        _fit_into_segments(parts, notices)
    return Embedded(**parts, dpi=dpi if "dpi" in kind.carries else None)


def _fit_into_segments(parts: dict[str, Any], notices: list[Message]) -> None:
    """Drops what is too large for a JPEG: the maker's note first."""
    exif = parts["exif"]
    if isinstance(exif, bytes) and len(exif) > JPEG_LIMITS["exif"]:
        parts["exif"] = kept_metadata.without_maker_note(exif)
        notices.append(message("the EXIF data exceed a JPEG's limit: the camera maker's note is left out"))
    for name, most in JPEG_LIMITS.items():
        value = parts[name]
        if value and len(value if isinstance(value, bytes) else value.encode()) > most:
            notices.append(message("{part} too large for a JPEG: left out", part=NAMES[name]))
            parts[name] = None


NAMES = {"exif": "EXIF", "xmp": "XMP", "iptc": "IPTC", "comment": message("comment")}
"""Names of the parts, for messages."""
