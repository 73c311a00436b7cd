"""Large slides of microscopes, by the levels that they have."""

from dataclasses import dataclass, replace

import numpy as np

from engine.base.messages import Message
from engine.images.bit_depth import Pixels
from engine.images.decoders.slides import Slide
from engine.images.head import Alpha, Head
from engine.images.image_file import ImageFile
from engine.images.large.source import MOST_COARSE, Corner
from engine.images.samples import Samples, from_arrays


@dataclass(frozen=True)
class SlideSource:
    """A Source. slide: open."""

    head: Head
    slide: Slide
    coarse: int

    @property
    def levels(self) -> tuple[int, ...]:
        """As in Source. The coarse one is made if the slide has none."""
        return tuple(sorted({*self.slide.levels, self.coarse}))

    @property
    def alpha(self) -> bool:
        """As in Source."""
        return self.head.alpha is not Alpha.NONE

    @property
    def tile(self) -> Corner:
        """As in Source."""
        return self.slide.tile

    def samples(self, times: int, corners: list[Corner], size: Corner) -> tuple[Head, Samples, int]:
        """As in Source."""
        stored, damaged = self._stored(times, corners, size)
        height, width = stored.shape[:2]
        strip = replace(self.head, width=width, height=height)
        return strip, from_arrays(stored[..., :3], stored[..., 3] if self.alpha else None), damaged

    def _stored(self, times: int, corners: list[Corner], size: Corner) -> tuple[Pixels, int]:
        if times not in self.slide.levels:
            return self.slide.reduced(times)
        found = [self.slide.read(times, corner, size) for corner in corners]
        parts = [np.zeros((*size, 4), np.uint8) if part is None else part for part in found]
        return np.concatenate(parts), sum(part is None for part in found)


def slide_source(file: ImageFile, _notices: list[Message]) -> SlideSource:
    """Returns the source of an open slide."""
    slide: Slide = file.head.parsed
    small = [times for times in slide.levels if _pixels(slide, times) <= MOST_COARSE]
    if small:
        # the slide itself is small in tests only
        coarse = min((times for times in small if times), default=0)
    else:
        coarse = next(times for times in range(25) if _pixels(slide, times) <= MOST_COARSE)
    return SlideSource(file.head, slide, coarse)


def _pixels(slide: Slide, times: int) -> int:
    height, width = slide.shape(times)
    return height * width
