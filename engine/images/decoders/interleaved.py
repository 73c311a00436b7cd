"""Makes Samples of whole decoded arrays, whose channels lie side by side and whose last channel may be alpha."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images import linear_light, value_range
from engine.images.bit_depth import DeepPixels, Raster, scale_to_8_bits, scale_to_16_bits
from engine.images.head import Alpha, Head
from engine.images.samples import Planes, Samples, Values, from_arrays
from engine.images.value_range import UNKNOWN, Meaning, Scale


def from_integers(stored: NDArray[Any], head: Head, most: int) -> Samples:
    """Makes samples of (H, W, C) unsigned integers, of which `most` is white. head: says whether there is alpha."""
    scaled = _scaled(np.asarray(stored), most)
    if head.alpha is Alpha.NONE:
        return from_arrays(scaled)
    return from_arrays(scaled[..., :-1], scaled[..., -1], premultiplied=head.alpha is Alpha.PREMULTIPLIED)


def _scaled(stored: NDArray[Any], most: int) -> Raster:
    """Scales [0, most] to 8 bits if it has no more, else to 16."""
    if most > 255:
        return scale_to_16_bits(stored, most)
    return scale_to_8_bits(stored.astype(np.uint8, copy=False), most)


def from_light(stored: Values, head: Head, notices: list[Message]) -> Samples:
    """Makes samples of (H, W, C) floats of linear light, with alpha as the head says. They are converted when read."""
    has_alpha = head.alpha is not Alpha.NONE
    light = stored[..., :-1] if has_alpha else stored
    white = linear_light.white(light, notices)

    def read(rows: slice) -> Planes:
        if not has_alpha:
            return linear_light.encoded(light[rows], white), None
        alpha = np.fmin(np.fmax(stored[rows][..., -1], 0), 1)
        colour = light[rows]
        if head.alpha is Alpha.PREMULTIPLIED:
            colour = np.divide(colour, np.where(alpha > 0, alpha, 1)[..., None], dtype=np.float32)
        return linear_light.encoded(colour, white), linear_light.encoded(alpha, 1)

    height, width, channels = light.shape
    return Samples(height, width, channels, np.uint16, has_alpha, read, _values(light))


def from_numbers(
    stored: Values,
    head: Head,
    notices: list[Message],
    meaning: Meaning = UNKNOWN,
    alpha: DeepPixels | None = None,
) -> Samples:
    """Makes samples of (H, W, C) numbers that are no samples of 8 or 16 bits. alpha: the file's own, (H, W).

    Pixels without a value become transparent, which the head of the samples says.
    """
    return from_scaled(stored, head, notices, value_range.scale(stored, meaning, notices), alpha)


def from_scaled(
    stored: Values, head: Head, notices: list[Message], scale: Scale, alpha: DeepPixels | None = None
) -> Samples:
    """`from_numbers` with a scale that is known."""
    deep, present = scale.samples(stored)
    if present is not None:
        notices.append(value_range.without_value())
        alpha = present if alpha is None else np.minimum(alpha, present)
        kind = Alpha.STRAIGHT if head.alpha is Alpha.NONE else head.alpha
        head = replace(head, alpha=kind)
    return from_arrays(deep, alpha, None if stored.shape[2] == 4 else _values(stored), head)


def _values(stored: Values) -> Values:
    return stored[..., 0] if stored.shape[2] == 1 else stored


def visible(alpha: Raster) -> Raster:
    """Returns alpha, or opaque alpha in place of one that is 0 everywhere: such a file does not mean transparency."""
    return alpha if alpha.any() else np.full_like(alpha, np.iinfo(alpha.dtype).max)
