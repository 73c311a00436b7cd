"""Writes PNG files of every kind from samples, with any chunks around the pixels."""

import struct
import zlib

import numpy as np

from tests.engine.image_files import chunk

SIGNATURE = b"\x89PNG\r\n\x1a\n"
END = chunk(b"IEND", b"")
COLOURS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Channels by colour type."""
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and row, and steps, of the passes of an interlaced PNG."""


def header(width, height, bits, colours, interlaced=False):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, interlaced))


def raw_rows(samples, bits, interlaced=False):
    """Packs samples (H, W, n) into the rows of a PNG, without filters."""
    passes = [samples[y::dy, x::dx] for x, y, dx, dy in ADAM7] if interlaced else [samples]
    return b"".join(b"\0" + packed(row, bits) for part in passes if part.size for row in part)


def packed(row, bits):
    if bits == 16:
        return row.astype(">u2").tobytes()
    if bits == 8:
        return row.astype(np.uint8).tobytes()
    bitwise = row.reshape(-1, 1) >> np.arange(bits - 1, -1, -1) & 1
    return np.packbits(bitwise.astype(np.uint8).ravel()).tobytes()


def png_file(samples, bits, colours, *before, interlaced=False, after=(), parts=1, level=6):
    """Returns a PNG of samples (H, W, n). before, after: chunks around the pixels, which are in `parts` chunks."""
    height, width = samples.shape[:2]
    data = zlib.compress(raw_rows(samples, bits, interlaced), level)
    step = -(-len(data) // parts)
    pixels = [chunk(b"IDAT", data[at : at + step]) for at in range(0, len(data), step)]
    head = header(width, height, bits, colours, interlaced)
    return b"".join((SIGNATURE, head, *before, *pixels, *after, END))


def colours_of(bits, channels, height=24, width=40):
    """Returns varied samples (H, W, channels) of that many bits."""
    y, x = np.mgrid[:height, :width]
    most = (1 << bits) - 1
    planes = (x / (width - 1), y / (height - 1), (x + y) % 7 / 6, (x * y) % 11 / 10)
    return np.rint(np.stack(planes[:channels], axis=-1) * most).astype(np.uint16)


def wrong_checksum(data, kind):
    """Returns the file with a wrong checksum in its first chunk of a kind."""
    at = data.index(kind)
    length = int.from_bytes(data[at - 4 : at], "big")
    place = at + 4 + length
    return data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
