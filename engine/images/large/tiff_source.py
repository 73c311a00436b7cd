"""Large pictures in tiled TIFFs with smaller copies."""

from dataclasses import dataclass, replace
from typing import Any

from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.damage import part_missing
from engine.images.decoders import tiff, tiff_pixels, tiff_tiles
from engine.images.head import Head
from engine.images.image_file import ImageFile
from engine.images.large.source import MOST_COARSE, Corner
from engine.images.samples import Samples

MOST_COARSE_OF_FILE = 1 << 24
"""Pixels of the smaller copy that is kept in memory, of a file that has none of MOST_COARSE."""


@dataclass(frozen=True)
class TiffSource:
    """A Source. heads: of the picture (0) and of its copies, by how often they are halved."""

    head: Head
    heads: dict[int, Head]
    coarse: int

    @property
    def levels(self) -> tuple[int, ...]:
        """As in Source."""
        return tuple(sorted(self.heads))

    @property
    def alpha(self) -> bool:
        """As in Source."""
        return tiff.may_be_transparent(self.heads[0])

    @property
    def tile(self) -> Corner:
        """As in Source."""
        page = self.head.parsed.page
        return page.tilelength, page.tilewidth

    def samples(self, times: int, corners: list[Corner], size: Corner) -> tuple[Head, Samples, int]:
        """As in Source."""
        stored, damaged = _read_stored(self.heads[times].parsed.page, corners, size)
        strip = _strip(self.heads[times], len(corners), size)
        return strip, tiff.samples(strip, stored.reshape(-1, size[1], stored.shape[-1]), []), damaged


def tiff_source(file: ImageFile, notices: list[Message]) -> TiffSource | None:
    """Returns the source of an open TIFF; None if its regions cannot be read."""
    heads = tiff.tiled(file.stream, file.head)
    coarse = None if heads is None else _coarse(heads)
    if heads is None or coarse is None:
        return None
    page = file.head.parsed.page
    if tiff_pixels.listed(page) < 1 or tiff_pixels.is_cut(page):
        notices.append(part_missing())
    return _scaled(TiffSource(file.head, heads, coarse), notices)


def _scaled(source: TiffSource, notices: list[Message]) -> TiffSource:
    """Completes a source by what only the numbers of its smaller copy tell: their scale, and whether some are none."""
    if not source.alpha and not source.head.has_values:
        return source
    head, heads = source.heads[source.coarse], source.heads
    size = head.height, head.width
    stored = _read_stored(head.parsed.page, [(0, 0)], size)[0][0]
    if head.has_values and head.parsed.scale is None:
        scale = tiff.scale(head, stored, notices)
        heads = {times: tiff.with_scale(each, scale) for times, each in heads.items()}
        if source.coarse and scale.shown != scale.declared:
            notices.append(
                message("the range of values is that of a smaller copy; values outside of it are clipped")
            )
    found = tiff.samples(heads[source.coarse], stored, notices).head or head
    return TiffSource(replace(source.head, alpha=found.alpha), heads, source.coarse)


def _strip(head: Head, count: int, size: Corner) -> Head:
    """Returns the head of rectangles of a level below each other."""
    height, width = size
    return replace(head, width=width, height=count * height, decoder_orients=True)


def _read_stored(page: Any, corners: list[Corner], size: Corner) -> tuple[NDArray[Any], int]:
    """`tiff_tiles.read` of rectangles that may begin beyond a copy whose sides were rounded down."""
    inside = [(min(top, page.imagelength - 1), min(left, page.imagewidth - 1)) for top, left in corners]
    stored, damaged = tiff_tiles.read(page, inside, size)
    for rectangle, (top, left) in zip(stored, inside, strict=True):
        rows, columns = page.imagelength - top, page.imagewidth - left
        rectangle[rows:] = rectangle[rows - 1 : rows][: len(rectangle[rows:])]
        rectangle[:, columns:] = rectangle[:, columns - 1 : columns]
    return stored, damaged


def _coarse(heads: dict[int, Head]) -> int | None:
    """Returns the copy that is kept in memory: the largest that is small enough."""
    small = [times for times, head in heads.items() if head.width * head.height <= MOST_COARSE]
    last = heads[max(heads)]
    if not small and last.width * last.height <= MOST_COARSE_OF_FILE:
        return max(heads)
    # the picture itself is small in tests only
    return min((times for times in small if times), default=0 if small else None)
