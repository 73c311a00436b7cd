"""Drawn files: TGA."""

import struct

import numpy as np

from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, alpha, as_rgb, gray, holes, plain
from tests.engine.images.drawn.writing import palette_picture


def tga(kind, pixels, bits, flags=0x20, table=b"", map_bits=0, packed=False, attributes=None):
    """pixels: (H, W, bytes of a pixel) as stored."""
    count = len(table) // max(1, -(-map_bits // 8))
    head = struct.pack(
        "<3BHHB4H2B", 3, bool(table), kind + 8 * packed, 0, count, map_bits, 0, 0, WIDTH, HEIGHT, bits, flags
    )
    body = b"".join(tga_packed(row) for row in pixels) if packed else pixels.tobytes()
    data = head + b"abc" + table + body
    if attributes is None:
        return data
    extension = struct.pack("<H", 495).ljust(494, b"\0") + bytes([attributes])
    return data + extension + struct.pack("<II", len(data), 0) + b"TRUEVISION-XFILE.\0"


def tga_packed(row):
    """Returns the packets of one row: pixels that repeat, else raw ones."""
    out, at = bytearray(), 0
    pixels = [pixel.tobytes() for pixel in row]
    while at < len(pixels):
        end = at + 1
        while end < len(pixels) and end - at < 128 and pixels[end] == pixels[at]:
            end += 1
        if end - at > 1:
            out += bytes([0x80 | (end - at - 1)]) + pixels[at]
        else:
            out += bytes([0]) + pixels[at]
        at = end
    return bytes(out)


def fives(samples, mask=None):
    """Returns RGB in words of 5 bits each, (H, W, 2), and the colours that they mean."""
    parts = (samples.astype(np.uint16) * 31 + 127) // 255
    words = parts[..., 0] << 10 | parts[..., 1] << 5 | parts[..., 2]
    if mask is not None:
        words |= (mask.astype(np.uint16) >> 7) << 15
    return words.astype("<u2")[..., None].view(np.uint8), np.rint(parts * (255 / 31)).astype(np.uint8)


def tga_cases():
    bgr, bgra = plain()[..., ::-1], np.dstack([plain()[..., ::-1], alpha()])
    colour = {"bits": "8", "model": "RGB"}
    turns = {0x20: bgr, 0: bgr[::-1], 0x30: bgr[:, ::-1], 0x10: bgr[::-1, ::-1]}
    names = {0x20: "top-down", 0: "bottom-up", 0x30: "from the right", 0x10: "from the lower right"}
    for flags, stored in turns.items():
        for packed, storage in ((False, "plain"), (True, "run lengths")):
            yield Case(
                "TGA",
                f"24 bits {names[flags]}, {storage}",
                colour | {"orientation": names[flags], "storage": storage},
                lambda stored=stored, flags=flags, packed=packed: tga(2, stored, 24, flags, packed=packed),
                plain(),
            )
    straight = colour | {"alpha": "straight"}
    yield Case("TGA", "32 bits", straight, lambda: tga(2, bgra, 32, 0x28), as_rgb(plain(), alpha()))
    yield Case(
        "TGA",
        "32 bits, packed",
        straight,
        lambda: tga(2, bgra, 32, 0x28, packed=True),
        as_rgb(plain(), alpha()),
    )
    yield Case("TGA", "32 bits without alpha", colour, lambda: tga(2, bgra, 32, 0x20), plain())
    empty = np.dstack([plain()[..., ::-1], np.zeros_like(alpha())])
    yield Case("TGA", "alpha 0 everywhere", colour, lambda: tga(2, empty, 32, 0x28), plain())
    yield Case(
        "TGA", "alpha said to mean nothing", colour, lambda: tga(2, bgra, 32, 0x28, attributes=0), plain()
    )
    part = alpha().astype(np.float64)[..., None] / 255
    premultiplied = np.dstack([np.rint(plain() * part)[..., ::-1].astype(np.uint8), alpha()])
    yield Case(
        "TGA",
        "premultiplied",
        colour | {"alpha": "premultiplied"},
        lambda: tga(2, premultiplied, 32, 0x28, attributes=4),
        as_rgb(plain(), alpha()),
        tolerance=2.5,
    )
    words, colours = fives(plain())
    yield Case("TGA", "15 bits", {"bits": "5", "model": "RGB"}, lambda: tga(2, words, 16, 0x20), colours)
    words_alpha, _ = fives(plain(), holes())
    yield Case(
        "TGA",
        "16 bits",
        {"bits": "5", "model": "RGB", "alpha": "1 bit"},
        lambda: tga(2, words_alpha, 16, 0x21, packed=True),
        as_rgb(colours, holes()),
    )
    yield Case(
        "TGA", "gray", {"bits": "8", "model": "gray"}, lambda: tga(3, gray()[..., None], 8), as_rgb(gray())
    )
    yield Case(
        "TGA",
        "gray with alpha",
        {"bits": "8", "model": "gray", "alpha": "straight"},
        lambda: tga(3, np.dstack([gray(), alpha()]), 16, 0x28),
        as_rgb(gray(), alpha()),
    )
    picture, painted = palette_picture(plain())
    indices = np.asarray(picture)[..., None]
    table = np.array(picture.getpalette()[:48], np.uint8).reshape(16, 3)[:, ::-1].tobytes()
    for packed in (False, True):
        yield Case(
            "TGA",
            f"palette{', packed' * packed}",
            {"bits": "8", "model": "palette"},
            lambda packed=packed: tga(1, indices, 8, 0x20, table, 24, packed),
            painted,
        )
