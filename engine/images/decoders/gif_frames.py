"""The frames of a GIF. Each is decoded by Pillow as a GIF of its own, so that the composing is not Pillow's."""

from dataclasses import dataclass, field
from functools import partial
from io import BytesIO

import numpy as np
import PIL.Image

from engine.images.bit_depth import Pixels
from engine.images.decoders.animation import Animation, Disposal, Part, refuse_oversized
from engine.images.pages import MOST_PAGES

EXTENSION, PICTURE = 0x21, 0x2C
CONTROL, APPLICATION = 0xF9, 0xFF
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""Names of the extension that says how often the animation is repeated."""
DISPOSALS = {2: Disposal.CLEAR, 3: Disposal.RESTORE}
GRAYS = np.arange(256, dtype=np.uint8).repeat(3).tobytes()
"""The palette of a file that has none."""


@dataclass
class _Control:
    """What is said of the next frame. delay: hundredths of a second. transparent: number of a colour, or None."""

    disposal: Disposal = Disposal.KEEP
    delay: int = 0
    transparent: int | None = None


@dataclass
class _File:
    """A GIF that is being read. at: position of the next block."""

    data: bytes
    size: tuple[int, int]
    at: int = 13
    palette: bytes = GRAYS
    plays: int = 1
    parts: list[Part] = field(default_factory=list)


def read(data: bytes, size: tuple[int, int]) -> Animation:
    """Returns the frames as far as the file goes. size: (width, height) of the animation."""
    file = _File(data, size)
    if data[10] & 0x80:
        file.palette = _palette(file, data[10])
    control = _Control()
    while file.at < len(data) and len(file.parts) < MOST_PAGES:
        kind = data[file.at]
        file.at += 1
        if kind == EXTENSION:
            control = _extension(file, control)
        elif kind == PICTURE and file.at + 10 <= len(data):
            _picture(file, control)
            control = _Control()
        else:
            break
    return Animation(tuple(file.parts), file.plays)


def _extension(file: _File, control: _Control) -> _Control:
    """Reads an extension. Returns what is said of the next frame."""
    label = file.data[file.at : file.at + 1]
    file.at += 1
    start = file.at
    _skip_blocks(file)
    block = file.data[start : file.at]
    if label == bytes([CONTROL]) and len(block) > 4:
        flags, delay = block[1], int.from_bytes(block[2:4], "little")
        disposal = DISPOSALS.get(flags >> 2 & 7, Disposal.KEEP)
        return _Control(disposal, delay, block[4] if flags & 1 else None)
    if label == bytes([APPLICATION]) and block[1:12] in LOOPS and block[12:14] == b"\x03\x01":
        repeated = int.from_bytes(block[14:16], "little")
        file.plays = repeated + 1 if repeated else 0
    return control


def _picture(file: _File, control: _Control) -> None:
    """Reads the description of a frame, and skips its pixels."""
    described = file.data[file.at : file.at + 9]
    x, y, width, height = (int.from_bytes(described[at : at + 2], "little") for at in (0, 2, 4, 6))
    file.at += 9
    palette = _palette(file, described[8]) if described[8] & 0x80 else file.palette
    start = file.at
    file.at += 1
    _skip_blocks(file)
    pixels = slice(start, file.at)
    interlaced = described[8] & 0x40
    read = partial(
        _decoded, file.data, pixels, (width, height), file.size, interlaced, palette, control.transparent
    )
    part = Part(x, y, width, height, 10 * control.delay, True, control.disposal, read)
    file.parts.append(part)


def _palette(file: _File, flags: int) -> bytes:
    length = 3 << (flags & 7) + 1
    file.at += length
    return file.data[file.at - length : file.at]


def _skip_blocks(file: _File) -> None:
    """Moves beyond blocks of data and the empty one that ends them."""
    data, at = file.data, file.at
    while at < len(data) and data[at]:
        at += data[at] + 1
    file.at = at + 1


def _decoded(
    data: bytes,
    pixels: slice,
    frame_size: tuple[int, int],
    size: tuple[int, int],
    interlaced: int,
    palette: bytes,
    transparent: int | None,
) -> Pixels:
    """Decodes a frame to RGBA."""
    refuse_oversized(*frame_size, size)
    sides = b"".join(side.to_bytes(2, "little") for side in frame_size)
    screen = b"GIF89a" + sides + b"\xf7\0\0" + GRAYS
    alone = screen + bytes([PICTURE, 0, 0, 0, 0]) + sides + bytes([interlaced]) + data[pixels] + b";"
    with PIL.Image.open(BytesIO(alone), formats=("GIF",)) as picture:
        numbers = np.asarray(picture)
    colours = np.zeros((256, 4), np.uint8)
    stored = np.frombuffer(palette, np.uint8, len(palette) // 3 * 3).reshape(-1, 3)
    colours[: len(stored), :3] = stored
    colours[:, 3] = 255
    if transparent is not None:
        colours[transparent] = 0
    # as one number a pixel: ten times as fast as rows of four
    decoded: Pixels = colours.view(np.uint32)[:, 0][numbers].view(np.uint8).reshape(*numbers.shape, 4)
    return decoded
