"""Drawn files: Radiance HDR."""

import imagecodecs
import numpy as np

from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, deep, shown_light


def hdr(light, size=None):
    """Returns a file; size: the line of the head in place of the usual one."""
    data = imagecodecs.rgbe_encode(np.ascontiguousarray(light.astype(np.float32)))
    usual = b"-Y %d +X %d" % light.shape[:2]
    return data.replace(usual, size or usual, 1)


def shared_exponent(light):
    """Returns the light rounded down as the format does: 8 bits of each colour, one exponent."""
    _, exponent = np.frexp(light.max(2, keepdims=True))
    step = np.ldexp(1.0, exponent - 8)
    return np.floor(light / step) * step


def hdr_cases():
    light = (deep() / 65535).astype(np.float32)
    facts = {"bits": "RGBE", "model": "RGB"}
    right, loss = shown_light(shared_exponent(light)), 0.1
    yield Case("HDR", "usual", facts, lambda: hdr(light), right, tolerance=loss)
    yield Case(
        "HDR",
        "from the bottom",
        facts | {"orientation": "bottom-up"},
        lambda: hdr(light[::-1], b"+Y %d +X %d" % (HEIGHT, WIDTH)),
        right,
        tolerance=loss,
    )
    yield Case(
        "HDR",
        "from the right",
        facts | {"orientation": "from the right"},
        lambda: hdr(light[:, ::-1], b"-Y %d -X %d" % (HEIGHT, WIDTH)),
        right,
        tolerance=loss,
    )
    yield Case(
        "HDR",
        "columns",
        facts | {"orientation": "columns"},
        lambda: hdr(light.swapaxes(0, 1), b"+X %d -Y %d" % (WIDTH, HEIGHT)),
        right,
        tolerance=loss,
    )
    yield Case(
        "HDR",
        "brighter than white",
        facts,
        lambda: hdr(light * 1.5),
        shown_light(shared_exponent(light * 1.5)),
        tolerance=loss,
        notice="shown as white",
    )
