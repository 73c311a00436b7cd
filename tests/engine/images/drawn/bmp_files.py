"""Drawn files: BMP."""

import struct

import numpy as np

from tests.engine.image_files import swapped_profile
from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, alpha, as_rgb, gray, plain
from tests.engine.images.drawn.writing import SWAPPED, bits_of, palette_picture


def bmp(bits, rows, masks=(), version=40, table=b"", size=None, profile=b"", colour_space=0x73524742):
    """rows: (H, bytes of a row) from the top."""
    head = struct.pack(
        "<IiiHHIIiiII", version, WIDTH, HEIGHT, 1, bits, 3 if masks else 0, 0, 0, 0, len(table) // 4, 0
    )
    if version > 40:
        head += struct.pack("<4I", *masks).ljust(16, b"\0") if masks else bytes(16)
        head += struct.pack("<I", colour_space) + bytes(48)
        if version == 124:
            head += struct.pack("<IIII", 0, version + len(table) + rows.nbytes, len(profile), 0)
    elif masks:
        head += struct.pack("<3I", *masks[:3])
    head = head + table
    offset = 14 + len(head)
    body = rows[::-1].tobytes()
    return (
        struct.pack("<2sIHHI", b"BM", offset + len(body) + len(profile), 0, 0, offset) + head + body + profile
    )


def bmp_cases():
    facts = {"bits": "8", "model": "RGB"}
    bgr, bgra = (
        plain()[..., ::-1].reshape(HEIGHT, -1),
        np.dstack([plain()[..., ::-1], alpha()]).reshape(HEIGHT, -1),
    )
    yield Case("BMP", "24 bits", facts, lambda: bmp(24, bgr), plain())
    masks = 0xFF0000, 0xFF00, 0xFF, 0xFF000000
    yield Case(
        "BMP",
        "32 bits with alpha",
        facts | {"alpha": "straight"},
        lambda: bmp(32, bgra, masks, 108),
        as_rgb(plain(), alpha()),
    )
    empty = np.dstack([plain()[..., ::-1], np.zeros_like(alpha())]).reshape(HEIGHT, -1)
    yield Case("BMP", "alpha 0 everywhere", facts, lambda: bmp(32, empty, masks, 108), plain())
    picture, painted = palette_picture(plain())
    indices = np.asarray(picture)
    table = np.array(picture.getpalette()[:48], np.uint8).reshape(16, 3)[:, ::-1]
    table = np.hstack([table, np.zeros((16, 1), np.uint8)]).tobytes()
    yield Case(
        "BMP", "8 bits", {"bits": "8", "model": "palette"}, lambda: bmp(8, indices, table=table), painted
    )
    nibbles = indices[:, ::2] << 4 | indices[:, 1::2]
    yield Case(
        "BMP", "4 bits", {"bits": "4", "model": "palette"}, lambda: bmp(4, nibbles, table=table), painted
    )
    two = np.packbits(bits_of(gray()), axis=1)
    yield Case(
        "BMP",
        "1 bit",
        {"bits": "1", "model": "palette"},
        lambda: bmp(1, two, table=b"\0\0\0\0\xff\xff\xff\0"),
        as_rgb(bits_of(gray()) * np.uint8(255)),
    )
    sixes = np.stack(
        [(plain()[..., k].astype(np.uint16) * most + 127) // 255 for k, most in enumerate((31, 63, 31))], -1
    )
    words = (sixes[..., 0] << 11 | sixes[..., 1] << 5 | sixes[..., 2]).astype("<u2").view(np.uint8)
    yield Case(
        "BMP",
        "16 bits",
        {"bits": "5", "model": "RGB"},
        lambda: bmp(16, words, (0xF800, 0x7E0, 0x1F)),
        np.rint(sixes * (255 / np.array([31, 63, 31]))).astype(np.uint8),
        tolerance=1,
    )
    profile = swapped_profile()
    yield Case(
        "BMP",
        "profile",
        facts | {"signals": "ICC"},
        lambda: bmp(24, bgr, version=124, profile=profile, colour_space=0x4D424544),
        SWAPPED,
        tolerance=1,
    )
