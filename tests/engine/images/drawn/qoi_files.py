"""Drawn files: QOI."""

import imagecodecs
import numpy as np

from tests.engine.images.drawn.case import Case, alpha, as_rgb, plain


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
