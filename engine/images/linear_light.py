"""Linear light (OpenEXR, Radiance HDR, BC6 textures): floats in which 1 is white paper and lamps are far brighter."""

import numpy as np

from engine.base.messages import Message, message
from engine.images.bit_depth import DeepPixels
from engine.images.samples import Values

BRIGHT_SHARE = 0.5
"""Share of pixels above white from which on the whole picture is darkened. Below, only lamps are clipped."""
EXPOSED_SHARE = 0.99
"""Share of pixels that a darkened picture shows unclipped."""
CONSIDERED = 1 << 18
"""Pixels that decide about it, evenly spread."""


def white(light: Values, notices: list[Message]) -> float:
    """Returns the value of linear light (H, W, C) that is shown as white: 1, or more if nearly all would be white.

    What is brighter is clipped. Both are said in `notices`.
    """
    shown, most = _exposure(light), float(np.fmax.reduce(light, axis=None, initial=0))
    if shown > 1:
        notices.append(
            message("light up to {most:g} shown darker: {white:.3g} is white", most=most, white=shown)
        )
    elif most > 1:
        notices.append(message("light up to {most:g} shown as white, which is 1", most=most))
    return shown


def encoded(light: Values, white: float) -> DeepPixels:
    """Returns linear samples of 16 bits. What is not a number is black."""
    scaled = light if white == 1 else light / np.float32(white)
    clipped = np.fmin(np.fmax(scaled, 0), 1)
    clipped *= np.float32(65535)
    out: DeepPixels = np.rint(clipped, out=clipped).astype(np.uint16)
    return out


def _exposure(light: Values) -> float:
    height, width = light.shape[:2]
    step = max(1, int((height * width / CONSIDERED) ** 0.5))
    considered = light[::step, ::step]
    numbers = np.where(np.isfinite(considered), considered, 0)
    if (numbers.mean(axis=2) > 1).mean() < BRIGHT_SHARE:
        return 1.0
    return max(1.0, float(np.quantile(numbers.max(axis=2), EXPOSED_SHARE)))
