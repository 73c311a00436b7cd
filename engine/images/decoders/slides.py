"""Slides of microscopes, by OpenSlide (LGPL; openslide-python with the library in openslide-bin): an optional extra.

It opens a file by its path, because the name tells some kinds, and some consist of several files.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from math import ceil, floor, log2
from pathlib import Path
from typing import BinaryIO

import numpy as np
import PIL.Image

from engine.base.errors import ImageError
from engine.base.messages import Message, message
from engine.images.bit_depth import Pixels
from engine.images.colour_signals import ColourSignals
from engine.images.damage import part_missing
from engine.images.head import Alpha, Head
from engine.images.pages import require
from engine.images.plugins import SLIDE
from engine.images.samples import Samples, from_arrays

PLAIN = ("aperio", "generic-tiff")
"""OpenSlide's names of what the TIFF decoder reads as well."""
OPAQUE = ("hamamatsu",)
"""Its names of what has no places that were not scanned."""
BAND_PIXELS = 1 << 24
"""Pixels that are read at once where all of a level is."""
TILE = 512
"""Px of a tile, of a slide that does not tell."""
MICRONS_PER_INCH = 25_400


class Slide:
    """An open slide. size: (width, height) px. levels: OpenSlide's numbers, by how often the level is halved."""

    def __init__(self, path: Path) -> None:
        """Raises OpenSlideError."""
        import openslide

        self._path = path
        self._slide = openslide.OpenSlide(path)
        self._errors = openslide.OpenSlideError
        self.size = self._slide.dimensions
        self.levels = dict(self._halved())

    def _halved(self) -> Iterator[tuple[int, int]]:
        """Yields the levels whose sides are a power of two smaller: nowhere a px beside the place they should be at."""
        sizes = zip(self._slide.level_downsamples, self._slide.level_dimensions, strict=True)
        for number, (downsample, sides) in enumerate(sizes):
            times = round(log2(downsample))
            if max(sides) * abs((1 << times) / downsample - 1) < 1:
                yield times, number

    @property
    def tile(self) -> tuple[int, int]:
        """(height, width) px of a tile of the largest level."""
        sides = (
            self._slide.properties.get(f"openslide.level[0].tile-{side}", TILE)
            for side in ("height", "width")
        )
        height, width = map(int, sides)
        return max(16, height), max(16, width)

    @property
    def profile(self) -> bytes | None:
        """The ICC profile of its colours."""
        found = self._slide.color_profile
        return None if found is None else bytes(found.tobytes())

    @property
    def resolution(self) -> tuple[float, float] | None:
        """Px per inch along x and y."""
        with suppress(KeyError, ValueError, ZeroDivisionError):
            x, y = (
                MICRONS_PER_INCH / float(self._slide.properties[f"openslide.mpp-{axis}"]) for axis in "xy"
            )
            return x, y
        return None

    @property
    def alpha(self) -> Alpha:
        """Whether places may be transparent because they were not scanned."""
        return Alpha.NONE if self._slide.properties["openslide.vendor"] in OPAQUE else Alpha.STRAIGHT

    def shape(self, times: int) -> tuple[int, int]:
        """Returns (height, width) px of the slide halved so often, rounded up."""
        width, height = self.size
        return -(-height >> times), -(-width >> times)

    def read(self, times: int, corner: tuple[int, int], size: tuple[int, int]) -> Pixels | None:
        """Returns a rectangle of one of `levels`: red, green, blue, alpha, (h, w, 4), not premultiplied.

        corner: top, left, inside the slide. Beyond the level its last row and column are repeated. None: it is damaged.
        """
        width, height = self._slide.level_dimensions[self.levels[times]]
        top, left = min(corner[0], height - 1), min(corner[1], width - 1)
        found = self._read(self.levels[times], (top, left), size)
        if found is not None:
            found[height - top :] = found[height - top - 1 : height - top]
            found[:, width - left :] = found[:, width - left - 1 : width - left]
        return found

    def reduced(self, times: int) -> tuple[Pixels, int]:
        """Returns all of the slide halved so often, (h, w, 4), and how many parts of it are damaged.

        It averages the next larger level, for slides that have no such one. It takes as long as reading that level.
        """
        level = self._slide.get_best_level_for_downsample(1 << times)
        factor = (1 << times) / self._slide.level_downsamples[level]
        width, height = self._slide.level_dimensions[level]
        out, damaged = np.zeros((*self.shape(times), 4), np.uint8), 0
        step = max(1, int(BAND_PIXELS / (width * factor)))
        for first in range(0, len(out), step):
            rows = out[first : first + step]
            top, bottom = (min(row * factor, height) for row in (first, first + len(rows)))
            band = self._read(level, (floor(top), 0), (ceil(bottom) - floor(top), width))
            if band is None:
                damaged += 1
                continue
            box = 0, top - floor(top), min(rows.shape[1] * factor, width), bottom - floor(top)
            picture = PIL.Image.fromarray(band)
            rows[...] = np.asarray(picture.resize(rows.shape[1::-1], PIL.Image.Resampling.BOX, box))
        return out, damaged

    def _read(self, level: int, corner: tuple[int, int], size: tuple[int, int]) -> Pixels | None:
        downsample = self._slide.level_downsamples[level]
        place = round(corner[1] * downsample), round(corner[0] * downsample)
        try:
            return np.array(self._slide.read_region(place, level, size[::-1]))
        except self._errors:
            self._slide = type(self._slide)(self._path)  # an open slide remembers its error
            return None


def recognizes(path: Path) -> bool:
    """Whether a file is a slide that the TIFF decoder does not read as well."""
    import openslide

    return openslide.OpenSlide.detect_format(path) not in (None, *PLAIN)


def read_head(path: Path, _stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises NoSuchPageError, and ImageError for a slide that OpenSlide does not open."""
    import openslide

    require(page or 0, 1)
    try:
        slide = Slide(path)
    except openslide.OpenSlideError as error:
        reason = message("cannot be read by OpenSlide ({why})", why=" ".join(str(error).split()))
        remedy = message("save it as a TIFF with the program of the microscope")
        raise ImageError(path, reason, remedy) from error
    signals = ColourSignals(icc=slide.profile)
    return Head(SLIDE, *slide.size, alpha=slide.alpha, signals=signals, parsed=slide)


def decode(_stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes all of a slide that fits into memory."""
    slide: Slide = head.parsed
    out = np.zeros((head.height, head.width, 4), np.uint8)
    step = max(1, BAND_PIXELS // head.width)
    for top in range(0, head.height, step):
        rows = out[top : top + step]
        band = slide.read(0, (top, 0), rows.shape[:2])
        if band is not None:
            rows[...] = band
        elif part_missing() not in notices:
            notices.append(part_missing())
    if head.alpha is not Alpha.NONE and out[..., 3].min() < 255:
        return from_arrays(out[..., :3], out[..., 3])
    return from_arrays(out[..., :3], head=replace(head, alpha=Alpha.NONE))
