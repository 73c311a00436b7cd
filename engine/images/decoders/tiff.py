"""TIFF: tifffile decodes colours of 16 bits, which Pillow reduces to 8; Pillow decodes the others.

A stream made of a descriptor has a number as its name, which tifffile cannot use: it gets a name.
"""

from dataclasses import replace
from typing import Any, BinaryIO

import numpy as np
import tifffile

from engine.base.messages import Message
from engine.images.bit_depth import DeepPixels
from engine.images.decoders import pillow
from engine.images.decoders.channels import unpremultiplied
from engine.images.head import Alpha, Head, Model
from engine.images.samples import Samples, from_arrays

CHANNELS = {0: 1, 1: 1, 2: 3, 5: 4}
"""Colour channels by TIFF's photometric interpretation: gray with white at 0, gray, RGB, CMYK."""
MODELS = {1: Model.GRAY, 3: Model.RGB, 4: Model.CMYK}
ASSOCIATED, STRAIGHT = 1, 2
"""TIFF's kinds of alpha: premultiplied, not premultiplied. Other extra samples are ignored."""
ALPHAS = {ASSOCIATED: Alpha.PREMULTIPLIED, STRAIGHT: Alpha.STRAIGHT}


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever Pillow raises."""
    head = pillow.read_head(stream, page, "TIFF")
    tags: Any = head.parsed.tag_v2
    if not _is_deep(tags):
        return replace(head, orientation=1, decoder_orients=True)
    channels, extra = CHANNELS[tags[262]], tags.get(338, (0,))
    alpha = ALPHAS.get(extra[0], Alpha.NONE) if len(tags[258]) > channels else Alpha.NONE
    width, height = tags[256], tags[257]
    return replace(head, width=width, height=height, bits=16, model=MODELS[channels], alpha=alpha)


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises whatever the decoders raise."""
    if head.decoder_orients:
        return pillow.decode(stream, head, notices)
    stream.seek(0)
    with tifffile.TiffFile(stream, name="picture.tif") as file:
        page: Any = file.pages[head.pages.page]
        samples: DeepPixels = page.asarray()
        if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE:
            samples = np.moveaxis(samples, 0, 2)
        photometric = page.photometric
    colour = samples[..., : head.model.channels]
    if photometric == 0:
        colour = 65535 - colour
    if head.alpha is Alpha.NONE:
        return from_arrays(colour)
    alpha = samples[..., head.model.channels]
    premultiplied = head.alpha is Alpha.PREMULTIPLIED
    return from_arrays(unpremultiplied(colour, alpha) if premultiplied else colour, alpha)


def _is_deep(tags: Any) -> bool:
    bits, sample_formats = tags.get(258, (1,)), tags.get(339, (1,))
    channels = CHANNELS.get(tags.get(262, -1), 0)
    # Gray without alpha is left to Pillow, which keeps its 16 bits.
    return set(bits) == {16} and set(sample_formats) == {1} and len(bits) >= channels > 0 and len(bits) > 1
