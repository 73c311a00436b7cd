"""Draws animations for tests: frames of any rectangle, disposal and blending."""

import struct
import zlib
from io import BytesIO

import numpy as np
import PIL.Image

from tests.engine.image_files import chunk

PALETTE = np.random.default_rng(3).integers(0, 256, (16, 3), np.uint8)
PALETTE[0] = 10, 20, 30
CLEAR = 15
"""Number of the colour that is transparent."""


def gif(frames, size, loops=0):
    """Writes frames (x, y, numbers of colours (h, w), delay in 1/100 s, disposal 0 to 3). loops: None for none."""
    parts = [b"GIF89a" + struct.pack("<HHBBB", *size, 0xF3, 0, 0), PALETTE.tobytes()]
    if loops is not None:
        parts.append(b"!\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<H", loops) + b"\0")
    for x, y, numbers, delay, disposal in frames:
        height, width = numbers.shape
        parts.append(b"!\xf9\x04" + struct.pack("<BHB", disposal << 2 | 1, delay, CLEAR) + b"\0")
        parts.append(b"," + struct.pack("<HHHHB", x, y, width, height, 0) + _lzw(numbers))
    return b"".join(parts) + b";"


def _lzw(numbers):
    """Returns the compressed pixels as Pillow writes them into a GIF."""
    picture = PIL.Image.fromarray(numbers, "L").convert("P")
    picture.putpalette(bytes(range(256)) * 3)
    out = BytesIO()
    picture.save(out, "GIF", optimize=False, interlace=0)
    data = out.getvalue()
    return data[data.rindex(b"\x2c" + struct.pack("<HHHH", 0, 0, *numbers.shape[::-1])) + 10 : -1]


def png(frames, size, plays=0, default=None):
    """Writes frames (x, y, RGBA (h, w, 4) uint8 or uint16, delay in ms, disposal 0 to 2, blended 0 or 1).

    default: a picture that is not of the animation.
    """
    bits = 8 * frames[0][2].itemsize
    parts = [b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", struct.pack(">IIBBBBB", *size, bits, 6, 0, 0, 0))]
    parts.append(chunk(b"acTL", struct.pack(">II", len(frames), plays)))
    if default is not None:
        parts.append(chunk(b"IDAT", _rows(default)))
    sequence = 0
    for number, (x, y, pixels, ms, disposal, blended) in enumerate(frames):
        height, width = pixels.shape[:2]
        control = struct.pack(">IIIIIHHBB", sequence, width, height, x, y, ms, 1000, disposal, blended)
        parts.append(chunk(b"fcTL", control))
        sequence += 1
        if number or default is not None:
            parts.append(chunk(b"fdAT", struct.pack(">I", sequence) + _rows(pixels)))
            sequence += 1
        else:
            parts.append(chunk(b"IDAT", _rows(pixels)))
    return b"".join(parts) + chunk(b"IEND", b"")


def _rows(pixels):
    data = np.ascontiguousarray(pixels.astype(pixels.dtype.newbyteorder(">")))
    return zlib.compress(b"".join(b"\0" + row.tobytes() for row in data))


def webp(frames, size, plays=0):
    """Writes frames (x, y, RGBA (h, w, 4), delay in ms, cleared 0 or 1, blended 0 or 1). x and y are even."""
    parts = [_riff(b"VP8X", bytes([0x12, 0, 0, 0]) + b"".join(_three(side - 1) for side in size))]
    parts.append(_riff(b"ANIM", b"\0\0\0\0" + struct.pack("<H", plays)))
    for x, y, pixels, ms, cleared, over in frames:
        out = BytesIO()
        PIL.Image.fromarray(pixels).save(out, "WEBP", lossless=True, exact=True)
        numbers = b"".join(map(_three, (x // 2, y // 2, pixels.shape[1] - 1, pixels.shape[0] - 1, ms)))
        data = out.getvalue()[12:]
        if data[:4] == b"VP8X":
            data = data[18:]
        parts.append(_riff(b"ANMF", numbers + bytes([cleared | (not over) << 1]) + data))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _riff(kind, data):
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _three(number):
    return number.to_bytes(3, "little")


def rectangles(rng, size, count, even=False):
    """Returns rectangles (x, y, width, height) inside of `size`; the first covers everything half of the time."""
    step = 2 if even else 1
    found = []
    for number in range(count):
        if number == 0 and rng.random() < 0.5:
            found.append((0, 0, *size))
            continue
        x, y = (int(rng.integers(0, side - 4)) // step * step for side in size)
        found.append((x, y, int(rng.integers(1, size[0] - x + 1)), int(rng.integers(1, size[1] - y + 1))))
    return found
