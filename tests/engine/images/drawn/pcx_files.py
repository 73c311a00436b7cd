"""Drawn files: PCX."""

import io
import struct

import numpy as np

from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, as_rgb, gray, plain
from tests.engine.images.drawn.writing import bits_of, palette_picture, saved


def pcx_packed(line):
    """Returns the run lengths of one line."""
    out, at = bytearray(), 0
    while at < len(line):
        end = at
        while end < len(line) and end - at < 63 and line[end] == line[at]:
            end += 1
        if end - at > 1 or line[at] >= 0xC0:
            out.append(0xC0 | (end - at))
        out.append(line[at])
        at = end
    return bytes(out)


def pcx(lines, bits, planes, palette=b"", tail=b"", version=5):
    """lines: (rows, planes, stride)."""
    head = struct.pack("<4B4H2H", 10, version, 1, bits, 0, 0, WIDTH - 1, HEIGHT - 1, 72, 72)
    head += palette.ljust(48, b"\0") + struct.pack("<BBHH", 0, planes, lines.shape[2], 1)
    rows = b"".join(pcx_packed(line.tobytes()) for row in lines for line in row)
    return head.ljust(128, b"\0") + rows + tail


def pcx_cases():
    packed = {"storage": "run lengths"}
    yield Case("PCX", "RGB", packed | {"bits": "8", "model": "RGB"}, lambda: saved(plain(), "PCX"), plain())
    yield Case(
        "PCX", "gray", packed | {"bits": "8", "model": "gray"}, lambda: saved(gray(), "PCX"), as_rgb(gray())
    )
    picture, colours = palette_picture(plain())
    buffer = io.BytesIO()
    picture.save(buffer, "PCX")
    yield Case("PCX", "256 colours", packed | {"bits": "8", "model": "palette"}, buffer.getvalue, colours)
    two = bits_of(gray())
    yield Case(
        "PCX",
        "1 bit",
        packed | {"bits": "1", "model": "gray"},
        lambda: saved((two * 255).astype(np.uint8), "PCX", "1"),
        as_rgb(two * np.uint8(255)),
    )
    indices, table = np.asarray(picture), bytes(picture.getpalette()[:48])
    planes = np.stack([np.packbits((indices >> bit) & 1, axis=1) for bit in range(4)], 1)
    yield Case(
        "PCX",
        "4 planes",
        packed | {"bits": "4", "model": "palette"},
        lambda: pcx(planes, 1, 4, table),
        colours,
    )
    nibbles = (indices[:, ::2] << 4 | indices[:, 1::2])[:, None]
    yield Case(
        "PCX",
        "4 bits",
        packed | {"bits": "4", "model": "palette"},
        lambda: pcx(nibbles, 4, 1, table),
        colours,
    )
