"""Drawn files: JPEG 2000."""

import struct
from base64 import b64decode

import imagecodecs
import numpy as np

from engine.images.decoders import jpeg2000_head
from tests.engine.image_files import swapped_profile
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
    in_bits,
    plain,
)
from tests.engine.images.drawn.writing import palette_picture, saved

REDUCED_CHROMA = b64decode(
    "/0//UQAvAAAAAAAwAAAAIAAAAAAAAAAAAAABAAAAAQAAAAAAAAAAAAADBwEBBwICBwIC/1IADAAAAAEABgICAAD/XAApIn8gfuB+"
    "4H6gdvB28HbAbwBvAG7gZ1BnUGdoUAVQBVBHV9NX01di/2QAEAABTGF2YzYzLjEuMTAy/5AACgAAAAAA5QAB/5PH+AIG7sH7AQAE"
    "I8B+AEAEG8P5AgTPAADAPqAofsBgCJ8Bn4DB+YEACdHD9gIAcMD7QaH4goARQkqqLNALO5qPa8A+cFD8wMADHwkracB9QFD8wMAF"
    "ywkDMcB8gaD6g0AsW8b5C4cuihbv4L+StUYoSPHfwPlCQfKDABJMo6MMFr/B8oSD6gMAEUQ/RwwVmMBhwPhHAEslP1IqTkclpt/A"
    "8FB8oYArrwDSVnpvHMHxBIPlECxb7w8A0i3E65QJnbAZQJ2sJo+/oCQAUuYql8BFARhLJVLmn//Z"
)
"""A codestream by FFmpeg, 48 x 32 px, whose colours have a quarter of the samples: no encoder here writes such files.

It holds ramps of red and green in [16, 235].
"""


def box(kind, content):
    return struct.pack(">I", len(content) + 8) + kind + content


def jp2(samples, *header, bits=None):
    """Returns a file with its own header boxes. samples: encoded without loss."""
    stream = imagecodecs.jpeg2k_encode(
        samples, level=0, reversible=True, mct=False, codecformat="j2k", bitspersample=bits
    )
    signature = b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
    channels = samples.shape[2] if samples.ndim == 3 else 1
    depth = (bits or 8 * samples.itemsize) - 1
    first = box(b"ihdr", struct.pack(">IIHBBBB", HEIGHT, WIDTH, channels, depth, 7, 0, 0))
    return signature + box(b"jp2h", first + b"".join(header)) + box(b"jp2c", stream)


def space(number):
    return box(b"colr", struct.pack(">BBBI", 1, 0, 0, number))


def channel_kinds(*kinds):
    rows = [struct.pack(">3H", place, kind, 0 if kind else place + 1) for place, kind in enumerate(kinds)]
    return box(b"cdef", struct.pack(">H", len(rows)) + b"".join(rows))


def to_ycc(samples):
    """Returns luma and colour differences, (H, W, 3) uint8."""
    red, green, blue = np.moveaxis(samples.astype(float), 2, 0)
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    return np.rint(np.dstack([luma, (blue - luma) / 1.772 + 128, (red - luma) / 1.402 + 128])).astype(
        np.uint8
    )


def jpeg2000_cases():
    facts = {"bits": "8", "model": "RGB", "storage": "JP2"}
    bare = {"bits": "8", "model": "RGB", "storage": "bare codestream"}
    yield Case("JPEG2000", "JP2", facts, lambda: saved(plain(), "JPEG2000", irreversible=False), plain())
    yield Case("JPEG2000", "J2K", bare, lambda: saved(plain(), "JPEG2000", no_jp2=True), plain())
    tiles = {"tile_size": (32, 32), "irreversible": False}
    yield Case(
        "JPEG2000",
        "tiles",
        facts | {"storage": "tiles"},
        lambda: saved(plain(), "JPEG2000", **tiles),
        plain(),
    )
    yield Case(
        "JPEG2000", "gray", facts | {"model": "gray"}, lambda: saved(gray(), "JPEG2000"), as_rgb(gray())
    )
    for bits in (4, 10, 12, 16):
        stored = in_bits(deep(), bits).astype(np.uint8 if bits <= 8 else np.uint16)
        yield Case(
            "JPEG2000",
            f"{bits} bits",
            facts | {"bits": str(bits)},
            lambda stored=stored, bits=bits: jp2(stored, space(16), bits=bits),
            from_bits(stored, bits),
        )
    signed = (deep_gray().astype(np.int32) - 32768).astype(np.int16)
    yield Case(
        "JPEG2000",
        "signed, 16 bits",
        {"bits": "signed 16", "model": "gray"},
        lambda: imagecodecs.jpeg2k_encode(signed, level=0, codecformat="j2k"),
        as_rgb(deep_gray()),
    )
    rgba, deep_alpha = np.dstack([plain(), alpha()]), alpha().astype(np.uint16) * 257
    yield Case(
        "JPEG2000",
        "alpha",
        facts | {"alpha": "straight"},
        lambda: saved(rgba, "JPEG2000", irreversible=False),
        as_rgb(plain(), alpha()),
    )
    yield Case(
        "JPEG2000",
        "alpha of 16 bits, undescribed",
        facts | {"bits": "16", "alpha": "straight"},
        lambda: jp2(np.dstack([deep(), deep_alpha]), space(16)),
        as_rgb(deep(), deep_alpha),
    )
    part = alpha().astype(np.float64)[..., None] / 255
    yield Case(
        "JPEG2000",
        "premultiplied",
        facts | {"alpha": "premultiplied"},
        lambda: jp2(
            np.dstack([np.rint(plain() * part).astype(np.uint8), alpha()]),
            space(16),
            channel_kinds(0, 0, 0, 2),
        ),
        as_rgb(plain(), alpha()),
        tolerance=2.5,
    )
    yield Case(
        "JPEG2000",
        "gray with alpha",
        facts | {"model": "gray", "alpha": "straight"},
        lambda: jp2(np.dstack([gray(), alpha()]), space(17), channel_kinds(0, 1)),
        as_rgb(gray(), alpha()),
    )
    picture, painted = palette_picture(plain())
    table = np.array(picture.getpalette()[:48], np.uint8).tobytes()
    palette = box(b"pclr", struct.pack(">HB", 16, 3) + bytes([7, 7, 7]) + table)
    columns = box(b"cmap", b"".join(struct.pack(">HBB", 0, 1, column) for column in range(3)))
    yield Case(
        "JPEG2000",
        "palette",
        facts | {"model": "palette"},
        lambda: jp2(np.asarray(picture), space(16), palette, columns),
        painted,
    )
    yield Case(
        "JPEG2000",
        "sYCC",
        facts | {"model": "YCC"},
        lambda: jp2(to_ycc(plain()), space(18)),
        plain(),
        tolerance=2,
    )
    profile = box(b"colr", b"\2\0\0" + swapped_profile())
    yield Case(
        "JPEG2000",
        "profile",
        facts | {"signals": "ICC"},
        lambda: jp2(plain(), profile),
        plain()[..., [1, 0, 2]],
        tolerance=1,
    )
    y, x = np.mgrid[:32, :48]
    ramps = np.stack([x * 255 // 47, y * 255 // 31, 128 - x], -1) * (219 / 255) + 16
    reduced = {"bits": "8", "model": "YCC 4:2:0"}
    for name, storage, data in (
        ("bare", "bare codestream", REDUCED_CHROMA),
        ("boxed", "JP2", jpeg2000_head.boxed(REDUCED_CHROMA, 48, 32, 18)),
    ):
        yield Case(
            "JPEG2000",
            f"sYCC with reduced colours, {name}",
            reduced | {"storage": storage},
            lambda data=data: data,
            np.rint(ramps).astype(np.uint8),
            tolerance=10,
        )
