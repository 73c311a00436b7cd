"""Where the pixels of a large picture come from: a file that is open, and whose regions can be read."""

from typing import Protocol

from engine.images.head import Head
from engine.images.samples import Samples

Corner = tuple[int, int]
"""Top, left, px; as a size height, width."""
MOST_COARSE = 1 << 22
"""Pixels of the smaller copy that is kept in memory: more than most screens show."""


class Source(Protocol):
    """A file of one format.

    head: of the picture, with the alpha that its smaller copy has. levels: how often the copies in the file are halved,
    ascending from 0. coarse: the one of them that is kept in memory. alpha: whether regions may have alpha. tile: px.
    """

    @property
    def head(self) -> Head: ...

    @property
    def levels(self) -> tuple[int, ...]: ...

    @property
    def coarse(self) -> int: ...

    @property
    def alpha(self) -> bool: ...

    @property
    def tile(self) -> Corner: ...

    def samples(self, times: int, corners: list[Corner], size: Corner) -> tuple[Head, Samples, int]:
        """Decodes rectangles of a level below each other. Returns their head, not to be turned, and the samples.

        size: of each. Beyond the picture its last row and column are repeated. The number is of damaged tiles.
        """
