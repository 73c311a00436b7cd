"""Drawn files: Raw photos."""

import io

import numpy as np
import tifffile

from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, deep_gray


def dng(orientation=1):
    """Returns a photo of a gray slope: a mosaic of 12 bits, with equal colours."""
    mosaic = (deep_gray() // 16).astype(np.uint16)
    unit = (1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1)
    tags = [
        (33421, 3, 2, (2, 2)),
        (33422, 1, 4, b"\0\1\1\2"),
        (50706, 1, 4, b"\1\4\0\0"),
        (50707, 1, 4, b"\1\1\0\0"),
        (50708, 2, 0, "Drawn Camera"),
        (50714, 4, 1, 0),
        (50717, 4, 1, 4095),
        (50721, 10, 9, unit),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1)),
        (50778, 3, 1, 21),
        (271, 2, 0, "Drawn"),
        (272, 2, 0, "Camera"),
        (274, 3, 1, orientation),
    ]
    buffer = io.BytesIO()
    tifffile.imwrite(
        buffer, mosaic, photometric=32803, metadata=None, extratags=[(*tag, True) for tag in tags]
    )
    return buffer.getvalue()


def raw_cases():
    """The colours that a developer makes are a matter of taste: only that it opens, upright, is looked at."""
    for orientation, shape in ((1, (HEIGHT, WIDTH)), (6, (WIDTH, HEIGHT))):
        facts = {"bits": "16", "model": "mosaic", "orientation": "tag"}
        right = np.full((*shape, 3), 127, np.uint8)
        yield Case(
            "RAW",
            f"DNG, orientation {orientation}",
            facts,
            lambda orientation=orientation: dng(orientation),
            right,
            tolerance=128,
            needs="rawpy",
            notice="developed",
        )
