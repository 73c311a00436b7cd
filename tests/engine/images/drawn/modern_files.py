"""Drawn files: AVIF, HEIC and JPEG XL."""

from importlib import import_module

import imagecodecs
import numpy as np

from tests.engine.image_files import swapped_profile
from tests.engine.images.drawn.case import (
    Case,
    alpha,
    as_rgb,
    deep,
    from_bits,
    gray,
    in_bits,
    plain,
    shown_light,
)
from tests.engine.images.drawn.writing import SWAPPED, exif, frames, saved, sideways


def modern_cases():
    facts = {"bits": "8", "model": "RGB"}
    yield Case(
        "AVIF",
        "8 bits",
        facts,
        lambda: saved(plain(), "AVIF", quality=100, subsampling="4:4:4"),
        plain(),
        tolerance=6,
    )
    for bits in (10, 12):
        stored = in_bits(deep(), bits)
        yield Case(
            "AVIF",
            f"{bits} bits",
            facts | {"bits": str(bits)},
            lambda stored=stored, bits=bits: imagecodecs.avif_encode(
                stored, 100, bitspersample=bits, pixelformat="444", speed=9
            ),
            from_bits(stored, bits),
            tolerance=6,
        )
    yield Case(
        "AVIF",
        "alpha",
        facts | {"alpha": "straight"},
        lambda: saved(np.dstack([plain(), alpha()]), "AVIF", quality=100, subsampling="4:4:4"),
        as_rgb(plain(), alpha()),
        tolerance=6,
    )
    yield Case(
        "AVIF",
        "profile",
        facts | {"signals": "ICC"},
        lambda: saved(plain(), "AVIF", quality=100, subsampling="4:4:4", icc_profile=swapped_profile()),
        SWAPPED,
        tolerance=6,
    )
    yield Case(
        "AVIF",
        "orientation",
        facts | {"orientation": "EXIF"},
        lambda: saved(sideways(6), "AVIF", quality=100, subsampling="4:4:4", exif=exif(6)),
        plain(),
        tolerance=6,
    )
    yield Case(
        "AVIF",
        "animation",
        facts | {"pages": "frames"},
        lambda: frames("AVIF", quality=100, subsampling="4:4:4"),
        plain(),
        tolerance=8,
        notice="animation",
    )
    heif = {"quality": -1, "chroma": 444, "matrix_coefficients": 0}
    yield Case(
        "HEIF", "8 bits", facts, lambda: heic(plain(), **heif), plain(), tolerance=4, needs="pillow_heif"
    )
    yield Case(
        "HEIF",
        "alpha",
        facts | {"alpha": "straight"},
        lambda: heic(np.dstack([plain(), alpha()]), **heif),
        as_rgb(plain(), alpha()),
        tolerance=4,
        needs="pillow_heif",
    )
    yield Case(
        "HEIF",
        "profile",
        facts | {"signals": "ICC"},
        lambda: heic(plain(), icc_profile=swapped_profile(), **heif),
        SWAPPED,
        tolerance=5,
        needs="pillow_heif",
    )
    for bits in (8, 10, 16):
        stored = plain() if bits == 8 else in_bits(deep(), bits)
        yield Case(
            "JXL",
            f"{bits} bits",
            facts | {"bits": str(bits)},
            lambda stored=stored, bits=bits: imagecodecs.jpegxl_encode(
                stored, lossless=True, bitspersample=bits
            ),
            plain() if bits == 8 else shown_light(stored / ((1 << bits) - 1)),
            tolerance=0.3,
            needs="pillow_jxl",
        )
    yield Case(
        "JXL",
        "alpha",
        facts | {"alpha": "straight"},
        lambda: imagecodecs.jpegxl_encode(np.dstack([plain(), alpha()]), lossless=True),
        as_rgb(plain(), alpha()),
        needs="pillow_jxl",
    )
    yield Case(
        "JXL",
        "gray",
        facts | {"model": "gray"},
        lambda: imagecodecs.jpegxl_encode(gray(), lossless=True),
        as_rgb(gray()),
        needs="pillow_jxl",
    )


def heic(samples, **options):
    import_module("pillow_heif").register_heif_opener()
    return saved(samples, "HEIF", **options)
