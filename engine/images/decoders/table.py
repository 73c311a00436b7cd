"""The decoder of a file, by its first bytes, never by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from typing import BinaryIO

import PIL.Image

from engine.base.messages import Message
from engine.images import plugins
from engine.images.decoders import avif, heic, jxl, jxl_codestream, netpbm, pillow, png, tiff
from engine.images.head import Head
from engine.images.samples import Samples

START_BYTES = 64
"""First bytes of a file that are looked at."""


@dataclass(frozen=True)
class Decoder:
    """format: Pillow's name. matches: whether a file that starts so is one.

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


def _is_avif(start: bytes) -> bool:
    return not _brands(start).isdisjoint((b"avif", b"avis"))


def _is_heic(start: bytes) -> bool:
    return not _brands(start).isdisjoint(brand.encode() for brand in plugins.HEIF_BRANDS)


def _by_pillow(name: str, matches: Callable[[bytes], bool]) -> Decoder:
    return Decoder(name, matches, partial(pillow.read_head, format_name=name), pillow.decode)


DECODERS = (
    Decoder("PNG", _starts(b"\x89PNG\r\n\x1a\n"), png.read_head, png.decode),
    _by_pillow("JPEG", _starts(b"\xff\xd8\xff")),
    _by_pillow("WEBP", lambda start: start[:4] == b"RIFF" and start[8:12] == b"WEBP"),
    Decoder(
        "TIFF",
        _starts(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"MM*\0", b"II\0*"),
        tiff.read_head,
        tiff.decode,
    ),
    _by_pillow("BMP", _starts(b"BM")),
    _by_pillow("GIF", _starts(b"GIF87a", b"GIF89a")),
    Decoder(
        "PPM",
        lambda start: start[:1] == b"P" and start[1:2] in b"0123456fy7",
        netpbm.read_head,
        netpbm.decode,
    ),
    Decoder("AVIF", _is_avif, avif.read_head, avif.decode),
    Decoder("HEIF", _is_heic, heic.read_head, heic.decode),
    Decoder("JXL", _starts(jxl_codestream.CODESTREAM, jxl_codestream.CONTAINER), jxl.read_head, jxl.decode),
)


def decoder_of(stream: BinaryIO) -> Decoder | None:
    """Returns the decoder of a file; None if none of the installed ones knows it."""
    stream.seek(0)
    start = stream.read(START_BYTES)
    available = formats()
    return next((each for each in DECODERS if each.format in available and each.matches(start)), None)


@cache
def formats() -> tuple[str, ...]:
    """Returns the formats that this installation can decode, HEIF and JPEG XL with their plugins."""
    PIL.Image.init()
    if plugins.installed("HEIF"):
        import_module("pillow_heif").register_heif_opener()
    if plugins.installed("JXL"):
        import_module("pillow_jxl")
    return tuple(each.format for each in DECODERS if each.format in PIL.Image.OPEN)
