"""Which values of a picture of floats or wide integers are black and white, and its samples of 16 bits."""

import numpy as np

from engine.base.messages import Message, message
from engine.images.bit_depth import DeepPixels
from engine.images.samples import Values
from engine.images.strips import strips


def to_16_bits(
    values: Values, known: tuple[float, float], inverted: bool, notices: list[Message]
) -> DeepPixels:
    """Converts values (H, W) to 16 bits. known: black and white of values that lie between them.

    Any other range is stretched to black and white. inverted: the least value is white.
    """
    low, high = known
    least, most = _range(values, notices)
    if least < low or most > high:
        low, high = least, most
        notices.append(
            message("values from {low:g} to {high:g} scaled to black and white", low=low, high=high)
        )
    gray: DeepPixels = np.empty(values.shape, np.uint16)
    for rows in strips(*values.shape):
        scaled = np.rint((_numbers(values[rows]) - low) * (65535 / (high - low or 1.0))).astype(np.uint16)
        gray[rows] = 65535 - scaled if inverted else scaled
    return gray


def _range(values: Values, notices: list[Message]) -> tuple[float, float]:
    """Returns the least and the largest value."""
    extrema, finite = [], True
    for rows in strips(*values.shape):
        numbers = _numbers(values[rows])
        extrema += [float(numbers.min()), float(numbers.max())]
        finite = finite and bool(np.isfinite(values[rows]).all())
    if not finite:
        notices.append(message("values that are not numbers are shown as black"))
    return min(extrema), max(extrema)


def _numbers(values: Values) -> Values:
    """Returns the values, with 0 for what is no number."""
    return np.nan_to_num(values, posinf=0, neginf=0)
