"""Drawn files: SVG."""

import numpy as np

from tests.engine.images.drawn.case import Case

SIZE = 2048, 1536
"""Px (width, height) of the picture of a drawing of 64 x 48."""
BODY = '<rect x="8" y="8" width="16" height="12" fill="#dc2828"/>'


def drawn(background):
    """Returns RGBA (1536, 2048, 4): a red rectangle. background: RGBA."""
    out = np.empty((SIZE[1], SIZE[0], 4), np.uint8)
    out[:] = background
    out[8 * 32 : 20 * 32, 8 * 32 : 24 * 32] = 220, 40, 40, 255
    return out


def svg(body, before=""):
    text = f'{before}<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48">{body}</svg>'
    return text.encode()


def svg_cases():
    facts = {"bits": "8", "model": "RGB", "alpha": "straight"}
    yield Case("SVG", "shapes", facts, lambda: svg(BODY), drawn((0, 0, 0, 0)), 1, notice="2048 × 1536")
    white = '<rect width="64" height="48" fill="white"/>'
    prolog = '<?xml version="1.0"?>\n<!-- a <svg> comment -->\n<!DOCTYPE svg [<!ENTITY a "b>">]>\n'
    yield Case("SVG", "prolog", facts, lambda: svg(white + BODY, prolog), drawn((255, 255, 255, 255)), 1)
