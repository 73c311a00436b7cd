"""Drawn files: WebP and GIF."""

import io

import numpy as np

from tests.engine.image_files import swapped_profile
from tests.engine.images.drawn.case import Case, alpha, as_rgb, plain
from tests.engine.images.drawn.writing import SWAPPED, exif, frames, palette_picture, saved, sideways


def web_cases():
    facts = {"bits": "8", "model": "RGB"}
    yield Case(
        "WEBP",
        "lossless",
        facts | {"storage": "lossless"},
        lambda: saved(plain(), "WEBP", lossless=True),
        plain(),
    )
    yield Case(
        "WEBP",
        "lossy",
        facts | {"storage": "lossy"},
        lambda: saved(plain(), "WEBP", quality=100),
        plain(),
        tolerance=90,
    )
    yield Case(
        "WEBP",
        "alpha",
        facts | {"alpha": "straight"},
        lambda: saved(np.dstack([plain(), alpha()]), "WEBP", lossless=True, exact=True),
        as_rgb(plain(), alpha()),
    )
    yield Case(
        "WEBP",
        "profile",
        facts | {"signals": "ICC"},
        lambda: saved(plain(), "WEBP", lossless=True, icc_profile=swapped_profile()),
        SWAPPED,
        tolerance=1,
    )
    yield Case(
        "WEBP",
        "orientation",
        facts | {"orientation": "EXIF"},
        lambda: saved(sideways(6), "WEBP", lossless=True, exif=exif(6)),
        plain(),
    )
    yield Case(
        "WEBP",
        "animation",
        facts | {"pages": "frames"},
        lambda: frames("WEBP", lossless=True),
        plain(),
        notice="animation",
    )
    picture, painted = palette_picture(plain())

    def gif(**options):
        buffer = io.BytesIO()
        picture.save(buffer, "GIF", **options)
        return buffer.getvalue()

    colours = {"bits": "8", "model": "palette"}
    yield Case("GIF", "palette", colours, gif, painted)
    yield Case("GIF", "interlaced", colours | {"storage": "interlaced"}, lambda: gif(interlace=1), painted)
    hole = np.where(np.asarray(picture) == 3, 0, 255).astype(np.uint8)
    yield Case(
        "GIF",
        "transparent",
        colours | {"alpha": "one colour"},
        lambda: gif(transparency=3),
        as_rgb(painted, hole),
    )
    yield Case(
        "GIF",
        "animation",
        colours | {"pages": "frames"},
        lambda: gif(save_all=True, append_images=[picture.rotate(180)]),
        painted,
        notice="animation",
    )
