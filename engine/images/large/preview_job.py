"""Decodes a reduced copy of a picture that has to be converted, from the top, for the screen. The child's side."""

from collections.abc import Iterator
from dataclasses import replace
from time import monotonic
from typing import Any

import numpy as np

from engine.images.bit_depth import Pixels
from engine.images.colour_signals import decide
from engine.images.head import Alpha, Head
from engine.images.image_file import ImageFile
from engine.images.large import pyramid_job
from engine.images.picture import to_screen
from engine.images.rasters import Rasters, upright
from engine.images.samples import from_arrays
from engine.isolation.serving import Task

PERIOD = 0.4
"""Seconds between two reports of the rows that are done."""
COARSE_TO_FINE = "interlaced", "jpeg-multiscan"
"""What libvips says of a PNG and of a JPEG that is stored from coarse to fine."""
STEP = 16
"""Rows of the copy that are decoded at once."""


def decode(file: ImageFile, task: Task) -> Pixels | None:
    """Returns the copy, (h, w, 4) uint8 as Picture.preview, not turned. Rows that are not decoded are transparent.

    It reports the copy while it is filled. Returns None for a file whose first rows do not come first: it is stored
    from coarse to fine, or decoded whole. Floats, signed and wide numbers have none: their range is not known yet.
    Raises whatever libvips raises.
    """
    if not pyramid_job.streams(file) or file.head.has_values:
        return None
    factor = task.arguments["factor"]
    picture = pyramid_job.opened(file, task.source.fileno(), fail_on="none", reduced=factor)
    if any(picture.get_typeof(name) and picture.get(name) for name in COARSE_TO_FINE):
        return None
    width, height = (-(-side // factor) for side in file.head.size)
    if (picture.width, picture.height) != (width, height):
        raise ValueError(f"reduced to {picture.width} x {picture.height} px, not {width} x {height}")
    out: Pixels = task.output.allocate((height, width, 4), np.uint8)
    reported = 0.0
    for rows, strip in _strips(picture, file.head):
        out[rows] = to_screen(*strip.planes)
        if monotonic() - reported > PERIOD:
            task.report(0.0, [out])
            reported = monotonic()
    return out


def _strips(picture: Any, head: Head) -> Iterator[tuple[slice, Rasters]]:
    """Yields strips of the copy in sRGB, from the top."""
    import pyvips

    profile = decide(head.signals, head.model.pillow_mode, []).profile
    region, kind = pyvips.Region.new(picture), np.dtype(np.uint16 if head.deep else np.uint8)
    for top in range(0, picture.height, STEP):
        rows = slice(top, min(top + STEP, picture.height))
        count = rows.stop - rows.start
        stored = np.frombuffer(region.fetch(0, top, picture.width, count), kind)
        stored = stored.reshape(count, picture.width, picture.bands)
        alpha = None if head.alpha is Alpha.NONE else stored[..., -1]
        samples = from_arrays(stored[..., : head.model.channels], alpha)
        strip = replace(head, width=picture.width, height=count, orientation=1)
        yield rows, upright(strip, samples, profile)
