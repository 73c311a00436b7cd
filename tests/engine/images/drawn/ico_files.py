"""Drawn files: ICO and CUR."""

import struct

import numpy as np

from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, alpha, as_rgb, gray, holes, plain
from tests.engine.images.drawn.writing import bits_of, palette_picture, saved


def dib(bits, samples, mask=None, table=b""):
    """Returns a bitmap as icons hold it. samples: (H, bytes of a row) from the top."""
    head = struct.pack("<IiiHHIIiiII", 40, WIDTH, 2 * HEIGHT, 1, bits, 0, 0, 0, 0, len(table) // 4, 0)
    rows = samples.reshape(HEIGHT, -1)[::-1].tobytes()
    invisible = np.zeros((HEIGHT, WIDTH), np.uint8) if mask is None else 1 - mask // 255
    return head + table + rows + np.packbits(invisible[::-1], axis=1).tobytes()


def ico(pictures, kind=1):
    """pictures: (side in the table, contents)."""
    head, place = struct.pack("<3H", 0, kind, len(pictures)), 6 + 16 * len(pictures)
    for side, data in pictures:
        head += struct.pack("<4B2H2I", side, side, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(data for _, data in pictures)


def ico_cases():
    bgra, bgr = np.dstack([plain()[..., ::-1], alpha()]), plain()[..., ::-1]
    small = saved(plain()[:16, :16], "PNG")
    facts = {"bits": "8", "model": "RGB"}
    rgba_png = lambda: saved(np.dstack([plain(), alpha()]), "PNG")  # noqa: E731
    yield Case(
        "ICO",
        "PNG inside, the second of two",
        facts | {"alpha": "straight", "pages": "the largest"},
        lambda: ico([(16, small), (64, rgba_png())]),
        as_rgb(plain(), alpha()),
    )
    yield Case(
        "ICO",
        "bitmap of 32 bits",
        facts | {"alpha": "straight"},
        lambda: ico([(64, dib(32, bgra))]),
        as_rgb(plain(), alpha()),
    )
    bare = np.dstack([bgr, np.zeros_like(alpha())])
    yield Case(
        "ICO",
        "bitmap of 32 bits, alpha 0, with a mask",
        facts | {"alpha": "mask"},
        lambda: ico([(64, dib(32, bare, holes()))]),
        as_rgb(plain(), holes()),
    )
    yield Case(
        "ICO",
        "bitmap of 24 bits",
        facts | {"alpha": "mask"},
        lambda: ico([(64, dib(24, bgr, holes()))]),
        as_rgb(plain(), holes()),
    )
    picture, painted = palette_picture(plain())
    table = np.array(picture.getpalette()[:48], np.uint8).reshape(16, 3)[:, ::-1]
    table = np.dstack([table[None], np.zeros((1, 16, 1), np.uint8)]).tobytes()
    indices = np.asarray(picture)
    nibbles = indices[:, ::2] << 4 | indices[:, 1::2]
    colours = {"model": "palette", "alpha": "mask"}
    yield Case(
        "ICO",
        "bitmap of 8 bits",
        colours | {"bits": "8"},
        lambda: ico([(64, dib(8, indices, holes(), table))]),
        as_rgb(painted, holes()),
    )
    yield Case(
        "ICO",
        "bitmap of 4 bits",
        colours | {"bits": "4"},
        lambda: ico([(64, dib(4, nibbles, holes(), table))]),
        as_rgb(painted, holes()),
    )
    two = np.packbits(bits_of(gray()), axis=1)
    black_white = b"\0\0\0\0\xff\xff\xff\0"
    yield Case(
        "ICO",
        "cursor of 1 bit",
        colours | {"bits": "1"},
        lambda: ico([(64, dib(1, two, holes(), black_white))], 2),
        as_rgb(as_rgb(bits_of(gray()) * np.uint8(255)), holes()),
    )
