"""Drawn files: JPEG."""

import io
import struct

import imagecodecs
import numpy as np
import PIL.Image

from tests.engine.image_files import swapped_profile
from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, as_rgb, deep, from_bits, gray, in_bits, plain
from tests.engine.images.drawn.writing import SWAPPED, TURNS, exif, frames, saved, sideways


def jpeg_cases():
    facts = {"bits": "8", "model": "RGB"}
    sharp = {"quality": 100, "subsampling": 0}
    yield Case("JPEG", "RGB", facts, lambda: saved(plain(), "JPEG", **sharp), plain(), tolerance=4)
    yield Case(
        "JPEG",
        "progressive",
        facts | {"storage": "progressive"},
        lambda: saved(plain(), "JPEG", progressive=True, **sharp),
        plain(),
        tolerance=4,
    )
    yield Case(
        "JPEG",
        "lossless",
        {"bits": "8", "model": "gray", "storage": "lossless"},
        lambda: imagecodecs.ljpeg_encode(gray()),
        as_rgb(gray()),
    )
    yield Case(
        "JPEG",
        "gray",
        facts | {"model": "gray"},
        lambda: saved(gray(), "JPEG", **sharp),
        as_rgb(gray()),
        tolerance=4,
    )
    inks = np.dstack([255 - plain(), np.zeros((HEIGHT, WIDTH), np.uint8)])

    def cmyk():
        buffer = io.BytesIO()
        PIL.Image.fromarray(inks, "CMYK").save(buffer, "JPEG", **sharp)
        return buffer.getvalue()

    yield Case("JPEG", "CMYK", facts | {"model": "CMYK"}, cmyk, plain(), tolerance=5)
    yield Case(
        "JPEG",
        "12 bits",
        {"bits": "12", "model": "RGB"},
        lambda: imagecodecs.jpeg_encode(in_bits(deep(), 12), level=100, bitspersample=12, subsampling="444"),
        from_bits(in_bits(deep(), 12), 12),
        tolerance=2,
    )
    yield Case(
        "JPEG",
        "profile",
        facts | {"signals": "ICC"},
        lambda: saved(plain(), "JPEG", icc_profile=swapped_profile(), **sharp),
        SWAPPED,
        tolerance=5,
    )
    for number in TURNS:
        yield Case(
            "JPEG",
            f"orientation {number}",
            facts | {"orientation": "EXIF"},
            lambda number=number: saved(sideways(number), "JPEG", exif=exif(number), **sharp),
            plain(),
            tolerance=4,
        )
    yield Case(
        "JPEG",
        "several pictures (MPO)",
        facts | {"pages": "pictures"},
        lambda: frames("MPO", **sharp),
        plain(),
        tolerance=4,
    )
    yield Case(
        "JPEG",
        "gain map (UltraHDR)",
        facts | {"signals": "gain map ignored, said"},
        ultra_hdr,
        plain(),
        tolerance=8,
        notice="HDR",
    )


def ultra_hdr():
    """Returns a JPEG that announces a gain map (ISO 21496-1), which follows it."""
    base, gains = saved(plain(), "JPEG", quality=100, subsampling=0), saved(gray()[::4, ::4], "JPEG")
    mark = b"urn:iso:std:iso:ts:21496:-1\0" + bytes(4)
    return base[:2] + b"\xff\xe2" + struct.pack(">H", len(mark) + 2) + mark + base[2:] + gains
