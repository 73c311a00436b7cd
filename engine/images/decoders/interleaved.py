"""Makes Samples of whole decoded arrays, whose channels lie side by side and whose last channel may be alpha."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images import linear_light, value_range
from engine.images.bit_depth import DeepPixels, Raster, scale_to_8_bits, scale_to_16_bits
from engine.images.decoders.channels import unpremultiplied
from engine.images.head import Alpha, Head
from engine.images.samples import Samples, Values, from_arrays
from engine.images.value_range import UNKNOWN, Meaning


def from_integers(stored: NDArray[Any], head: Head, most: int) -> Samples:
    """Makes samples of (H, W, C) unsigned integers, of which `most` is white. head: says whether there is alpha."""
    scaled = _scaled(np.asarray(stored), most)
    if head.alpha is Alpha.NONE:
        return from_arrays(scaled)
    colour, alpha = scaled[..., :-1], scaled[..., -1]
    if head.alpha is Alpha.PREMULTIPLIED:
        deep = _deep(alpha)
        return from_arrays(unpremultiplied(_deep(colour), deep), deep)
    return from_arrays(colour, alpha)


def _deep(samples: Raster) -> DeepPixels:
    return scale_to_16_bits(samples, int(np.iinfo(samples.dtype).max))


def _scaled(stored: NDArray[Any], most: int) -> Raster:
    """Scales [0, most] to 8 bits if it has no more, else to 16."""
    if most > 255:
        return scale_to_16_bits(stored, most)
    return scale_to_8_bits(stored.astype(np.uint8, copy=False), most)


def from_light(stored: Values, head: Head, notices: list[Message]) -> Samples:
    """Makes samples of (H, W, C) floats of linear light, premultiplied by alpha if there is any."""
    if head.alpha is Alpha.NONE:
        return from_arrays(linear_light.to_16_bits(stored, notices), None, _values(stored))
    alpha = np.clip(np.nan_to_num(stored[..., -1]), 0, 1).astype(np.float32)
    colour = stored[..., :-1]
    if head.alpha is Alpha.PREMULTIPLIED:
        colour = colour / np.where(alpha > 0, alpha, 1).astype(np.float32)[..., None]
    deep_alpha = np.rint(alpha * 65535).astype(np.uint16)
    return from_arrays(linear_light.to_16_bits(colour, notices), deep_alpha, _values(stored[..., :-1]))


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
    deep, present = value_range.to_16_bits(stored, meaning, notices)
    if present is not None:
        alpha = present if alpha is None else np.minimum(alpha, present)
        kind = Alpha.STRAIGHT if head.alpha is Alpha.NONE else head.alpha
        head = replace(head, alpha=kind)
    return from_arrays(deep, alpha, None if stored.shape[2] == 4 else _values(stored), head)


def _values(stored: Values) -> Values:
    return stored[..., 0] if stored.shape[2] == 1 else stored


def visible(alpha: Raster) -> Raster:
    """Returns alpha, or opaque alpha in place of one that is 0 everywhere: such a file does not mean transparency."""
    return alpha if alpha.any() else np.full_like(alpha, np.iinfo(alpha.dtype).max)
