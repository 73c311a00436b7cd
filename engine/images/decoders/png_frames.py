"""The frames of an animated PNG. Each is decoded by libpng as a PNG of its own, with all its bits."""

from functools import partial
from io import BytesIO

import imagecodecs

from engine.images.bit_depth import Raster
from engine.images.decoders.animation import Animation, Disposal, Part, refuse_oversized
from engine.images.decoders.channels import rgba
from engine.images.decoders.png_chunks import SIGNATURE, chunk, chunks
from engine.images.pages import MOST_PAGES

DISPOSALS = {1: Disposal.CLEAR, 2: Disposal.RESTORE}
HUNDREDTHS = 100
"""The denominator that 0 stands for in a delay."""

Range = tuple[int, int]
"""Where data begins and ends in the file."""


def read(data: bytes, size: tuple[int, int]) -> Animation:
    """Returns the frames as far as the file goes. size: (width, height) of the animation."""
    controls, pixels, before, plays = list[bytes](), list[list[Range]](), b"", 0
    header = data[16:29]
    for each in chunks(BytesIO(data)):
        kind, start, end = each.kind, each.start, each.start + each.length
        if kind == b"acTL":
            plays = int.from_bytes(data[start + 4 : start + 8], "big")
        elif kind in (b"PLTE", b"tRNS"):
            before += chunk(kind, data[start:end])
        elif kind == b"fcTL" and end - start >= 26 and len(controls) < MOST_PAGES:
            controls.append(data[start + 4 : start + 26])
            pixels.append([])
        elif (
            kind in (b"IDAT", b"fdAT") and pixels
        ):  # pixels before the first control are not of the animation
            pixels[-1].append((start + 4 * (kind == b"fdAT"), end))
    read_part = partial(_part, data, header, before, size)
    return Animation(tuple(map(read_part, controls, pixels)), plays)


def _part(
    data: bytes, header: bytes, before: bytes, size: tuple[int, int], control: bytes, pixels: list[Range]
) -> Part:
    width, height, x, y = (int.from_bytes(control[at : at + 4], "big") for at in range(0, 16, 4))
    delay, per_second = int.from_bytes(control[16:18], "big"), int.from_bytes(control[18:20], "big")
    read = partial(_decoded, data, header, before, (width, height), size, pixels)
    disposal = DISPOSALS.get(control[20], Disposal.KEEP)
    ms = round(1000 * delay / (per_second or HUNDREDTHS))
    return Part(x, y, width, height, ms, control[21] == 1, disposal, read)


def _decoded(
    data: bytes,
    header: bytes,
    before: bytes,
    frame_size: tuple[int, int],
    size: tuple[int, int],
    pixels: list[Range],
) -> Raster:
    """Decodes a frame to RGBA."""
    refuse_oversized(*frame_size, size)
    sides = b"".join(side.to_bytes(4, "big") for side in frame_size)
    compressed = b"".join(data[start:end] for start, end in pixels)
    alone = chunk(b"IHDR", sides + header[8:]) + before + chunk(b"IDAT", compressed) + chunk(b"IEND", b"")
    return rgba(imagecodecs.png_decode(SIGNATURE + alone))
