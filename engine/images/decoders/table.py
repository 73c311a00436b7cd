"""The decoder of a file, by its first bytes, never by its name.

Formats whose first bytes say little come last: their heads must make sense in all fields.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

import PIL.Image

from engine.base.messages import Message
from engine.images import plugins
from engine.images.decoders import (
    avif,
    bmp,
    dds,
    exr,
    exr_head,
    fits,
    gif,
    heic,
    ico,
    jpeg,
    jpeg2000,
    jpeg2000_head,
    jxl,
    jxl_codestream,
    netpbm,
    pcx,
    png,
    psd,
    qoi,
    radiance,
    raw,
    raw_kinds,
    sgi,
    slides,
    svg,
    tga,
    tiff,
    webp,
)
from engine.images.head import Head
from engine.images.samples import Samples

JPEG_LS = b"\xff\xd8\xff\xf7"
"""First bytes of another format of the JPEG committee."""
START_BYTES = 4096
"""First bytes of a file that are looked at."""


@dataclass(frozen=True)
class Decoder:
    """format: its name, Pillow's where Pillow knows it. matches: whether a file that starts so is one.

    read_head: of the stream and the page, None for the one that the file shows first; it decodes nothing.
    decode: of the stream, the head and the notices, to which it appends.
    """

    format: str
    matches: Callable[[bytes], bool]
    read_head: Callable[[BinaryIO, int | None], Head]
    decode: Callable[[BinaryIO, Head, list[Message]], Samples]


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda start: start.startswith(signatures)


def _brands(start: bytes) -> set[bytes]:
    """Returns the brands in a file of boxes (ISO/IEC 14496-12): the main one and the compatible ones."""
    if start[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(start[:4], "big"), len(start))
    return {start[at : at + 4] for at in (8, *range(16, end, 4))}


def _is_jpeg(start: bytes) -> bool:
    return start.startswith(b"\xff\xd8\xff") and not start.startswith(JPEG_LS)


def _is_bmp(start: bytes) -> bool:
    """Two letters may begin a text as well, but a head without a zero is none."""
    return start.startswith(b"BM") and 0 in start[6:26]


def _is_avif(start: bytes) -> bool:
    return not _brands(start).isdisjoint((b"avif", b"avis"))


def _is_heic(start: bytes) -> bool:
    return not _brands(start).isdisjoint(brand.encode() for brand in plugins.HEIF_BRANDS)


def _decoder(name: str, matches: Callable[[bytes], bool], module: Any) -> Decoder:
    """module: its `read_head` and `decode` are taken."""
    return Decoder(name, matches, module.read_head, module.decode)


RAW = _decoder(
    "RAW",
    lambda start: False,
    raw,
)
"""Raw photos. What their first bytes do not say, `raw_kinds` finds."""
TIFF_STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"MM*\0", b"II\0*")
DECODERS = (
    _decoder("PNG", _starts(b"\x89PNG\r\n\x1a\n"), png),
    _decoder("JPEG", _is_jpeg, jpeg),
    _decoder("WEBP", lambda start: start[:4] == b"RIFF" and start[8:12] == b"WEBP", webp),
    _decoder("TIFF", _starts(*TIFF_STARTS), tiff),
    _decoder("BMP", _is_bmp, bmp),
    _decoder("GIF", _starts(b"GIF87a", b"GIF89a"), gif),
    _decoder("PPM", netpbm.is_netpbm, netpbm),
    _decoder("AVIF", _is_avif, avif),
    _decoder("HEIF", _is_heic, heic),
    _decoder("JXL", _starts(jxl_codestream.CODESTREAM, jxl_codestream.CONTAINER), jxl),
    _decoder(
        "JPEG2000",
        _starts(jpeg2000_head.CODESTREAM, jpeg2000_head.CONTAINER),
        jpeg2000,
    ),
    _decoder("PSD", _starts(psd.SIGNATURE), psd),
    _decoder("EXR", _starts(exr_head.SIGNATURE), exr),
    _decoder("HDR", _starts(*radiance.SIGNATURES), radiance),
    _decoder("QOI", _starts(qoi.SIGNATURE), qoi),
    _decoder("DDS", _starts(dds.SIGNATURE + dds.HEAD_SIZE), dds),
    _decoder("FITS", _starts(fits.SIGNATURE), fits),
    _decoder("SVG", svg.is_svg, svg),
    _decoder("SGI", sgi.is_sgi, sgi),
    RAW,
    _decoder("ICO", ico.is_ico, ico),
    _decoder("PCX", pcx.is_pcx, pcx),
    _decoder("TGA", tga.is_tga, tga),
)


def slide_decoder(path: Path) -> Decoder:
    """Returns the decoder of the slide at a path."""
    return Decoder(plugins.SLIDE, lambda start: False, partial(slides.read_head, path), slides.decode)


def decoder_of(stream: BinaryIO) -> Decoder | None:
    """Returns the decoder of a file; None if none of the installed ones knows it."""
    available = formats()
    if RAW.format in available and raw_kinds.raw_kind(stream):
        return RAW
    stream.seek(0)
    start = stream.read(START_BYTES)
    return next((each for each in DECODERS if each.format in available and each.matches(start)), None)


@cache
def formats() -> tuple[str, ...]:
    """Returns the formats that this installation can decode, HEIF, JPEG XL and raw photos with their packages."""
    PIL.Image.init()
    if plugins.installed("HEIF"):
        import_module("pillow_heif").register_heif_opener()
    if plugins.installed("JXL"):
        import_module("pillow_jxl")
    optional = [name for name in plugins.PLUGINS if not plugins.installed(name)]
    return tuple(each.format for each in DECODERS if each.format not in optional)
