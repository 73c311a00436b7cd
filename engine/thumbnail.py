"""Small pictures for file managers, which call `unpixel thumbnail IMAGE OUT SIDE`. No torch, no model."""

from pathlib import Path

import PIL.Image

from engine.base import write_failure
from engine.base.atomic_file import replacing
from engine.base.errors import ExportError
from engine.images import loading
from engine.images.small_copy import small_copy


def write(source: Path, out: Path, side: int) -> tuple[int, int]:
    """Writes a PNG of at most `side` px a side, whatever the name of `out` ends in. Returns (width, height).

    A smaller picture keeps its size. Raises ImageError and ExportError.
    """
    drawn = PIL.Image.fromarray(small_copy(loading.load(source), side))
    try:
        with replacing(out) as temporary:
            drawn.save(temporary, "PNG")
    except OSError as error:
        raise ExportError(out, *write_failure.explained(error, out)) from error
    return drawn.size
