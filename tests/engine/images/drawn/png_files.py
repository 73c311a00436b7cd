"""Drawn files: PNG."""

import struct
import zlib

import numpy as np

from tests.engine.image_files import chunk, swapped_profile
from tests.engine.images.drawn.case import (
    HEIGHT,
    WIDTH,
    Case,
    alpha,
    as_rgb,
    deep,
    deep_gray,
    from_bits,
    gray,
    plain,
    shown_light,
)
from tests.engine.images.drawn.writing import SWAPPED, exif, frames, palette_picture, saved, sideways


def png(samples, bits, colours, *chunks):
    """Returns a PNG with chunks after its head. samples: (H, W) or (H, W, C); 16 bits as uint16."""
    rows = samples.reshape(HEIGHT, -1)
    if bits == 16:
        rows = rows.astype(">u2").view(np.uint8).reshape(HEIGHT, -1)
    elif bits < 8:
        parts = rows.reshape(HEIGHT, -1, 8 // bits).astype(np.uint8)
        shifts = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
        rows = np.bitwise_or.reduce(parts << shifts, axis=2).astype(np.uint8)
    lines = np.hstack([np.zeros((HEIGHT, 1), np.uint8), rows]).tobytes()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, bits, colours, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + b"".join(chunks)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def converted_p3(samples):
    """Returns Display P3 as sRGB of 16 bits."""
    light = np.where(
        samples / 255 <= 0.04045, samples / 255 / 12.92, ((samples / 255 + 0.055) / 1.055) ** 2.4
    )
    to_srgb = np.array([[1.22494, -0.22494, 0], [-0.04206, 1.04206, 0], [-0.01964, -0.07864, 1.09828]])
    return shown_light(light @ to_srgb.T)


def png_cases():
    facts = {"bits": "8", "model": "RGB"}
    yield Case("PNG", "RGB", facts, lambda: saved(plain(), "PNG"), plain())
    yield Case(
        "PNG",
        "RGBA",
        facts | {"alpha": "straight"},
        lambda: saved(np.dstack([plain(), alpha()]), "PNG"),
        as_rgb(plain(), alpha()),
    )
    yield Case("PNG", "16 bits", {"bits": "16", "model": "RGB"}, lambda: png(deep(), 16, 2), deep())
    yield Case(
        "PNG",
        "gray of 16 bits",
        {"bits": "16", "model": "gray"},
        lambda: png(deep_gray(), 16, 0),
        as_rgb(deep_gray()),
    )
    deep_alpha = alpha().astype(np.uint16) * 257
    for colours, samples in ((4, deep_gray()), (6, deep())):
        yield Case(
            "PNG",
            f"alpha of 16 bits, kind {colours}",
            {"bits": "16", "model": "gray" if colours == 4 else "RGB", "alpha": "straight"},
            lambda samples=samples, colours=colours: png(np.dstack([samples, deep_alpha]), 16, colours),
            as_rgb(samples, deep_alpha),
        )
    for bits in (1, 2, 4):
        stored = (deep_gray() >> (16 - bits)).astype(np.uint8)
        yield Case(
            "PNG",
            f"gray of {bits} bits",
            {"bits": str(bits), "model": "gray"},
            lambda stored=stored, bits=bits: png(stored, bits, 0),
            as_rgb(from_bits(stored, bits)),
        )
    picture, painted = palette_picture(plain())
    indices, table = np.asarray(picture), bytes(picture.getpalette()[:48])
    yield Case(
        "PNG",
        "palette of 4 bits",
        {"bits": "4", "model": "palette"},
        lambda: png(indices, 4, 3, chunk(b"PLTE", table)),
        painted,
    )
    seen = np.where(indices == 3, 90, 255).astype(np.uint8)
    yield Case(
        "PNG",
        "palette with alpha",
        {"bits": "8", "model": "palette", "alpha": "palette"},
        lambda: png(indices, 8, 3, chunk(b"PLTE", table), chunk(b"tRNS", b"\xff\xff\xff\x5a")),
        as_rgb(painted, seen),
    )
    key = gray()[10, 10]
    yield Case(
        "PNG",
        "gray with a hole",
        {"bits": "8", "model": "gray", "alpha": "one colour"},
        lambda: png(gray(), 8, 0, chunk(b"tRNS", struct.pack(">H", key))),
        as_rgb(gray(), np.where(gray() == key, 0, 255).astype(np.uint8)),
    )
    deep_key = deep_gray()[10, 10]
    yield Case(
        "PNG",
        "gray of 16 bits with a hole",
        {"bits": "16", "model": "gray", "alpha": "one colour"},
        lambda: png(deep_gray(), 16, 0, chunk(b"tRNS", struct.pack(">H", deep_key))),
        as_rgb(deep_gray(), np.where(deep_gray() == deep_key, 0, 65535).astype(np.uint16)),
    )
    yield Case(
        "PNG",
        "profile",
        facts | {"signals": "ICC"},
        lambda: saved(plain(), "PNG", icc_profile=swapped_profile()),
        SWAPPED,
        tolerance=1,
    )
    yield Case(
        "PNG",
        "cICP of Display P3",
        facts | {"signals": "cICP"},
        lambda: png(plain(), 8, 2, chunk(b"cICP", b"\x0c\x0d\0\1")),
        converted_p3(plain()),
        tolerance=1,
    )
    yield Case(
        "PNG",
        "gAMA of linear samples",
        facts | {"signals": "gAMA"},
        lambda: png(plain(), 8, 2, chunk(b"gAMA", struct.pack(">I", 100_000))),
        shown_light(plain() / 255),
        tolerance=1,
    )
    yield Case(
        "PNG",
        "sRGB before gAMA",
        facts | {"signals": "sRGB"},
        lambda: png(plain(), 8, 2, chunk(b"sRGB", b"\0"), chunk(b"gAMA", struct.pack(">I", 100_000))),
        plain(),
    )
    yield Case(
        "PNG",
        "orientation",
        facts | {"orientation": "EXIF"},
        lambda: saved(sideways(6), "PNG", exif=exif(6)),
        plain(),
    )
    yield Case(
        "PNG", "animation", facts | {"pages": "frames"}, lambda: frames("PNG"), plain(), notice="animation"
    )
