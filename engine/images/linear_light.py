"""Linear light (OpenEXR, Radiance HDR, BC6 textures): floats in which 1 is white paper and lamps are far brighter."""

import numpy as np

from engine.base.messages import Message, message
from engine.images.bit_depth import DeepPixels
from engine.images.samples import Values
from engine.images.strips import strips

BRIGHT_SHARE = 0.5
"""Share of pixels above white from which on the whole picture is darkened. Below, only lamps are clipped."""
EXPOSED_SHARE = 0.99
"""Share of pixels that a darkened picture shows unclipped."""
CONSIDERED = 1 << 18
"""Pixels that decide about it, evenly spread."""


def to_16_bits(light: Values, notices: list[Message]) -> DeepPixels:
    """Converts linear light (H, W, C) to linear samples of 16 bits: 1 is white, and what is brighter is clipped.

    A picture that would be mostly white is darkened. Both are said in `notices`.
    """
    white, most = _white(light), 0.0
    out: DeepPixels = np.empty(light.shape, np.uint16)
    for rows in strips(len(light), light[:1].size):
        numbers = np.nan_to_num(light[rows], nan=0.0, posinf=float(np.finfo(np.float32).max))
        most = max(most, float(numbers.max()))
        out[rows] = np.rint(np.clip(numbers / np.float32(white), 0, 1) * np.float32(65535))
    if white > 1:
        notices.append(
            message("light up to {most:g} shown darker: {white:.3g} is white", most=most, white=white)
        )
    elif most > 1:
        notices.append(message("light up to {most:g} shown as white, which is 1", most=most))
    return out


def _white(light: Values) -> float:
    """Returns the value that is shown as white: 1 if it suits the picture."""
    height, width = light.shape[:2]
    step = max(1, int((height * width / CONSIDERED) ** 0.5))
    considered = np.nan_to_num(light[::step, ::step], nan=0.0)
    if (considered.mean(axis=2) > 1).mean() < BRIGHT_SHARE:
        return 1.0
    return max(1.0, float(np.quantile(considered.max(axis=2), EXPOSED_SHARE)))
