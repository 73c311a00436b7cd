"""PNG: imagecodecs (libpng) decodes a clean copy of the chunks of its pixels, whatever else is in the file.

Wrong checksums, oversized texts and profiles, and chunks out of order never keep the pixels from being shown. Of a
damaged or truncated file that part is shown which is there.
"""

import zlib
from dataclasses import dataclass, replace
from typing import BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images import damage
from engine.images.bit_depth import white
from engine.images.decoders import exif_facts, png_colours, png_texts
from engine.images.decoders.channels import split_alpha
from engine.images.decoders.png_animation import pages
from engine.images.decoders.png_chunks import SIGNATURE, Chunk, checked_data, chunk, chunks, data_of, inflated
from engine.images.decoders.png_layout import PALETTE, Layout, layout_of
from engine.images.decoders.png_salvage import fill_passes, fraction_there, salvage
from engine.images.head import Alpha, Head
from engine.images.samples import Planes, Samples, from_arrays

READ = (b"IHDR", b"PLTE", b"tRNS", b"eXIf", b"acTL", *png_colours.KINDS)
"""Chunks whose data is kept: the first of each kind. Those in CRITICAL are used even if their checksum is wrong."""
CRITICAL = (b"IHDR", b"PLTE")
LARGEST = 8 << 20
"""Bytes of the largest chunk that is read, unless it has pixels."""
MOST_OVERHEAD = 64 << 10
"""Bytes that a writer adds to small rows, as by flushing after each."""


@dataclass(frozen=True)
class Stored:
    """What decoding needs. before_pixels: the chunks of palette and transparency. pixels: chunks of compressed rows."""

    layout: Layout
    header: bytes
    before_pixels: bytes
    pixels: tuple[Chunk, ...]
    narrow: bool
    ended: bool


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Returns the head. Raises ValueError for a file without a header or pixels."""
    found, every, texts, notices = _walk(stream)
    if b"IHDR" not in found or not (pixels := tuple(each for each in every if each.kind == b"IDAT")):
        raise ValueError("it has no pixels")
    layout = layout_of(found[b"IHDR"])
    palette = _palette(found, layout)
    transparency = _transparency(found, layout)
    exif = _exif(found, texts, notices)
    ended = every[-1].kind == b"IEND"
    stored = Stored(
        layout, found[b"IHDR"], palette + transparency, pixels, png_colours.is_narrow(found), ended
    )
    return Head(
        format="PNG",
        width=layout.width,
        height=layout.height,
        bits=layout.bits,
        model=layout.model,
        alpha=Alpha.STRAIGHT if transparency else layout.alpha,
        orientation=exif.orientation,
        pages=pages(stream, every, found, notices),
        signals=replace(png_colours.signals(found, notices), adobe_rgb=exif.adobe_rgb),
        notices=tuple(notices),
        parsed=stored,
    )


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises ValueError if nothing of it is there, and whatever the decoders raise."""
    stored: Stored = head.parsed
    compressed, sound = _compressed(stream, stored.pixels)
    try:
        colour, alpha = split_alpha(_decoded(stored, compressed))
        _report(stored, sound, notices)
    except imagecodecs.PngError:
        colour, alpha = _salvaged(stored, compressed, notices)
    if stored.narrow:
        colour = png_colours.widened(np.require(colour, requirements="W"), head.bits)
    if alpha is None:
        return from_arrays(colour)
    return from_arrays(colour, alpha, head=replace(head, alpha=Alpha.STRAIGHT))


def _walk(stream: BinaryIO) -> tuple[dict[bytes, bytes], list[Chunk], png_texts.Texts, list[Message]]:
    """Returns the data of the chunks that are read, all chunks, the texts, and what is to be said."""
    found: dict[bytes, bytes] = {}
    every: list[Chunk] = []
    texts, notices = png_texts.Texts(), list[Message]()
    for each in chunks(stream):
        every.append(each)
        if each.kind in READ and each.kind not in found:
            _read(stream, each, found, notices)
        elif each.kind in png_texts.KINDS:
            texts.add(each.kind, data_of(stream, replace(each, length=min(each.length, LARGEST))))
    if texts.oversized:
        notices.append(message("text larger than {most} MB in the file ignored", most=png_texts.LIMIT >> 20))
    return found, every, texts, notices


def _read(stream: BinaryIO, of: Chunk, found: dict[bytes, bytes], notices: list[Message]) -> None:
    kind = of.kind.decode()
    if of.length > LARGEST:
        notices.append(message("{kind} larger than {most} MB ignored", kind=kind, most=LARGEST >> 20))
        return
    data, sound = checked_data(stream, of)
    if sound or of.kind in CRITICAL:
        found[of.kind] = data
    if not sound:
        notices.append(
            message("wrong checksum of {kind}", kind=kind)
            if of.kind in CRITICAL
            else message("{kind} with a wrong checksum ignored", kind=kind)
        )


def _palette(found: dict[bytes, bytes], layout: Layout) -> bytes:
    """Returns the chunk of the palette, without entries that no pixel can name."""
    if layout.colours != PALETTE:
        return b""
    colours = found.get(b"PLTE", b"")[: 3 << layout.bits]
    if len(colours) < 3:
        raise ValueError("its palette is missing")
    return chunk(b"PLTE", colours[: len(colours) // 3 * 3])


def _transparency(found: dict[bytes, bytes], layout: Layout) -> bytes:
    """Returns the chunk of the transparent colour, or of the palette's alpha, if it is valid."""
    data = found.get(b"tRNS", b"")
    if layout.colours == PALETTE:
        data = data[: len(found.get(b"PLTE", b"")[: 3 << layout.bits]) // 3]
        return chunk(b"tRNS", data) if data else b""
    length = {0: 2, 2: 6}.get(layout.colours)
    return chunk(b"tRNS", data) if length == len(data) else b""


def _exif(found: dict[bytes, bytes], texts: png_texts.Texts, notices: list[Message]) -> exif_facts.Facts:
    """Returns what the EXIF says. Without one, the orientation is that of the XMP."""
    data = found.get(b"eXIf", texts.exif)
    if not data and texts.xmp_orientation:
        return exif_facts.Facts(texts.xmp_orientation)
    return exif_facts.read(data, notices)


def _compressed(stream: BinaryIO, pixels: tuple[Chunk, ...]) -> tuple[bytes, bool]:
    """Returns the compressed rows, and whether all checksums are right."""
    parts, all_sound = [], True
    for each in pixels:
        data, sound = checked_data(stream, each)
        parts.append(data)
        all_sound = all_sound and sound
    return b"".join(parts), all_sound


def _without_excess(compressed: bytes, layout: Layout) -> bytes:
    """Returns the compressed rows of the picture alone where far more bytes than they need would be inflated."""
    if len(compressed) <= 2 * layout.bytes + MOST_OVERHEAD:
        return compressed
    return zlib.compress(inflated(compressed, layout.bytes), 0)


def _decoded(stored: Stored, compressed: bytes) -> NDArray[np.uint8 | np.uint16]:
    parts = (
        SIGNATURE,
        chunk(b"IHDR", stored.header[:13]),
        stored.before_pixels,
        chunk(b"IDAT", _without_excess(compressed, stored.layout)),
        chunk(b"IEND", b""),
    )
    decoded: NDArray[np.uint8 | np.uint16] = imagecodecs.png_decode(b"".join(parts))
    return decoded


def _report(stored: Stored, sound: bool, notices: list[Message]) -> None:
    """Reports what is wrong with a file whose pixels are all there."""
    if not stored.ended:
        notices.append(damage.ends_early())
    elif not sound:
        notices.append(damage.wrong_parts())


def _salvaged(stored: Stored, compressed: bytes, notices: list[Message]) -> Planes:
    """Returns what is there of a damaged picture. The rest is transparent."""
    salvaged = salvage(compressed, stored.layout)
    colour, alpha = split_alpha(np.require(_decoded(stored, salvaged.compressed), requirements="W"))
    alpha = np.full(colour.shape[:2], white(colour), colour.dtype) if alpha is None else alpha
    fill_passes(alpha, stored.layout, salvaged.rows)
    missing = fill_passes(colour, stored.layout, salvaged.rows)
    alpha[missing] = 0
    notices.append(_missing(float(missing.mean()), 1 - fraction_there(stored.layout, salvaged.rows)))
    return colour, alpha


def _missing(transparent: float, without_value: float) -> Message:
    """Returns what to say by the fraction of the pixels that nothing is known of, and of those without a value."""
    if transparent:
        return damage.shown_transparent(transparent)
    return damage.shown_coarse(without_value) if without_value else damage.wrong_parts()
