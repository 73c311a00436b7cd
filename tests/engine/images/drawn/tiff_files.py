"""Drawn files: TIFF."""

import io
import struct

import numpy as np
import tifffile

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
from tests.engine.images.drawn.writing import SWAPPED, TURNS, bits_of, palette_picture, saved, sideways


def tiff(samples, **options):
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, samples, metadata=None, **options)
    return buffer.getvalue()


def tiff_cases():
    facts, rgb = {"bits": "8", "model": "RGB"}, {"photometric": "rgb"}
    for name, options in {
        "plain": {},
        "big-endian": {"byteorder": ">"},
        "BigTIFF": {"bigtiff": True},
        "tiles": {"tile": (16, 16)},
        "LZW": {"compression": "lzw"},
        "deflate": {"compression": "zlib", "predictor": True},
        "PackBits": {"compression": "packbits"},
        "zstd": {"compression": "zstd"},
        "LZMA": {"compression": "lzma"},
        "PNG": {"compression": "png"},
        "WebP": {"compression": "webp", "compressionargs": {"lossless": True}},
        "JPEG 2000": {"compression": "jpeg2000", "compressionargs": {"level": 0}},
        "JPEG XL": {"compression": "jpegxl", "compressionargs": {"lossless": True}},
        "LERC": {"compression": "lerc"},
    }.items():
        yield Case(
            "TIFF",
            f"RGB, {name}",
            facts | {"storage": name},
            lambda options=options: tiff(plain(), **rgb, **options),
            plain(),
        )
    yield Case(
        "TIFF",
        "JPEG",
        facts | {"storage": "JPEG"},
        lambda: saved(gray(), "TIFF", compression="jpeg", quality=100),
        as_rgb(gray()),
        tolerance=3,
    )
    yield Case(
        "TIFF",
        "planar",
        facts | {"storage": "planar"},
        lambda: tiff(np.moveaxis(plain(), 2, 0), planarconfig="separate", **rgb),
        plain(),
    )
    yield Case("TIFF", "16 bits", {"bits": "16", "model": "RGB"}, lambda: tiff(deep(), **rgb), deep())
    for bits in (10, 12, 14):
        stored = in_bits(deep_gray(), bits)
        yield Case(
            "TIFF",
            f"gray of {bits} bits",
            {"bits": str(bits), "model": "gray"},
            lambda stored=stored, bits=bits: packed_gray(stored, bits),
            as_rgb(from_bits(stored, bits)),
        )
    yield Case(
        "TIFF",
        "gray of 16 bits",
        {"bits": "16", "model": "gray"},
        lambda: tiff(deep_gray(), photometric="minisblack"),
        as_rgb(deep_gray()),
    )
    yield Case(
        "TIFF",
        "white is 0",
        {"bits": "16", "model": "gray"},
        lambda: tiff(65535 - deep_gray(), photometric="miniswhite"),
        as_rgb(deep_gray()),
    )
    wide = deep_gray().astype(np.uint32) * 65537
    yield Case(
        "TIFF",
        "gray of 32 bits",
        {"bits": "32", "model": "gray"},
        lambda: tiff(wide, photometric="minisblack"),
        as_rgb(deep_gray()),
        tolerance=1,
    )
    for kind in (np.float16, np.float32, np.float64):
        bits = 8 * np.dtype(kind).itemsize
        yield Case(
            "TIFF",
            f"floats of {bits} bits",
            {"bits": f"float {bits}", "model": "gray"},
            lambda kind=kind: tiff((deep_gray() / 65535).astype(kind), photometric="minisblack"),
            as_rgb(deep_gray()),
            tolerance=0.2,
        )
    yield Case(
        "TIFF",
        "RGB of floats",
        {"bits": "float 32", "model": "RGB"},
        lambda: tiff((deep() / 65535).astype(np.float32), **rgb),
        deep(),
        tolerance=0.1,
    )
    yield Case(
        "TIFF",
        "bitmap, fax code",
        {"bits": "1", "model": "gray", "storage": "fax"},
        lambda: saved((bits_of(gray()) * 255).astype(np.uint8), "TIFF", "1", compression="group4"),
        as_rgb(bits_of(gray()) * np.uint8(255)),
    )
    straight = {"extrasamples": ["unassalpha"]}
    yield Case(
        "TIFF",
        "alpha",
        facts | {"alpha": "straight"},
        lambda: tiff(np.dstack([plain(), alpha()]), **rgb, **straight),
        as_rgb(plain(), alpha()),
    )
    part = alpha().astype(np.float64)[..., None] / 255
    yield Case(
        "TIFF",
        "premultiplied",
        facts | {"alpha": "premultiplied"},
        lambda: tiff(
            np.dstack([np.rint(plain() * part).astype(np.uint8), alpha()]), extrasamples=["assocalpha"], **rgb
        ),
        as_rgb(plain(), alpha()),
        tolerance=2.5,
    )
    deep_alpha = alpha().astype(np.uint16) * 257
    yield Case(
        "TIFF",
        "gray with alpha of 16 bits",
        {"bits": "16", "model": "gray", "alpha": "straight"},
        lambda: tiff(
            np.dstack([deep_gray(), deep_alpha]), photometric="minisblack", planarconfig="contig", **straight
        ),
        as_rgb(deep_gray(), deep_alpha),
    )
    picture, painted = palette_picture(plain())
    table = np.zeros((3, 256), np.uint16)
    table[:, :16] = np.array(picture.getpalette()[:48]).reshape(16, 3).T * 257
    yield Case(
        "TIFF",
        "palette",
        {"bits": "8", "model": "palette"},
        lambda: tiff(np.asarray(picture), photometric="palette", colormap=table),
        painted,
    )
    inks = np.dstack([255 - plain(), np.zeros((HEIGHT, WIDTH), np.uint8)])
    yield Case(
        "TIFF", "CMYK", facts | {"model": "CMYK"}, lambda: tiff(inks, photometric="separated"), plain()
    )
    yield Case(
        "TIFF",
        "profile",
        facts | {"signals": "ICC"},
        lambda: tiff(plain(), iccprofile=swapped_profile(), **rgb),
        SWAPPED,
        tolerance=1,
    )
    for number in TURNS:
        yield Case(
            "TIFF",
            f"orientation {number}",
            {"bits": "8", "model": "gray", "orientation": "tag"},
            lambda number=number: tiff(
                sideways(number, gray()), photometric="minisblack", extratags=[(274, 3, 1, number, True)]
            ),
            as_rgb(gray()),
        )

    def pages():
        buffer = io.BytesIO()
        with tifffile.TiffWriter(buffer) as file:
            for samples in (plain(), 255 - plain()):
                file.write(samples, photometric="rgb", metadata=None)
        return buffer.getvalue()

    yield Case("TIFF", "pages", facts | {"pages": "pages"}, pages, plain(), notice="first of")


def packed_gray(samples, bits):
    """Returns a TIFF whose gray samples are packed without gaps."""
    rows = pack_rows(samples, bits)
    tags = {
        256: (3, WIDTH),
        257: (3, HEIGHT),
        258: (3, bits),
        259: (3, 1),
        262: (3, 1),
        273: (4, 0),
        277: (3, 1),
        278: (3, HEIGHT),
        279: (4, len(rows)),
    }
    start = 8 + 2 + 12 * len(tags) + 4
    tags[273] = (4, start)
    entries = b"".join(
        struct.pack("<HHII", tag, kind, 1, value) for tag, (kind, value) in sorted(tags.items())
    )
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4) + rows


def pack_rows(samples, bits):
    """Returns rows of so many bits a sample, each filled up to a byte."""
    places = np.arange(bits - 1, -1, -1)
    ones = (samples[..., None] >> places & 1).astype(np.uint8).reshape(len(samples), -1)
    return np.packbits(ones, axis=1).tobytes()
