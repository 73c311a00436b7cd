"""Drawn files: QOI."""

import imagecodecs
import numpy as np

from tests.engine.images.drawn.case import Case, alpha, as_rgb, plain, shown_light


def qoi_cases():
    facts = {"bits": "8", "model": "RGB"}
    yield Case("QOI", "RGB", facts, lambda: imagecodecs.qoi_encode(plain()), plain())
    rgba = np.dstack([plain(), alpha()])
    yield Case(
        "QOI",
        "RGBA",
        facts | {"alpha": "straight"},
        lambda: imagecodecs.qoi_encode(rgba),
        as_rgb(plain(), alpha()),
    )

    def linear():
        data = bytearray(imagecodecs.qoi_encode(plain()))
        data[13] = 1
        return bytes(data)

    yield Case(
        "QOI", "linear", facts | {"signals": "linear"}, linear, shown_light(plain() / 255), tolerance=1
    )
