"""Tiles of a viewport on the device-px grid of its scale (lattice, see viewport.py).

Says which tiles cover a view, their order, and their sample positions.
"""

from dataclasses import dataclass, replace
from math import hypot

from engine.geometry.axis import Axis
from engine.geometry.tile_index import TileIndex, rectangles
from engine.geometry.viewport import Viewport, lattice, lattice_axis


@dataclass(frozen=True)
class TileRect:
    """A rectangle on the lattice of a scale, device px. cell: query footprint in device px, as in Viewport."""

    scale: float
    x: int
    y: int
    width: int
    height: int
    cell: float = 1.0

    @property
    def rows(self) -> Axis:
        """Sample positions of its rows, source px."""
        return lattice_axis(self.y, self.height, self.scale, self.cell)

    @property
    def cols(self) -> Axis:
        """Sample positions of its columns, source px."""
        return lattice_axis(self.x, self.width, self.scale, self.cell)

    def within(self, other: "TileRect") -> bool:
        """Whether `other`, at the same scale, contains this rectangle."""
        return (
            other.x <= self.x
            and other.y <= self.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )


def split_rect(rect: TileRect, side: int) -> list[TileRect]:
    """Splits a rectangle into parts of at most `side` x `side` device px, row-major."""
    return [
        replace(
            rect,
            x=x,
            y=y,
            width=min(side, rect.x + rect.width - x),
            height=min(side, rect.y + rect.height - y),
        )
        for y in range(rect.y, rect.y + rect.height, side)
        for x in range(rect.x, rect.x + rect.width, side)
    ]


def visible_rect(view: Viewport, size: tuple[int, int]) -> TileRect:
    """Returns the part of the lattice that a view shows of a picture of `size` (width, height) source px."""
    spans = []
    for corner, window, length in zip(view.origin, (view.width, view.height), size, strict=True):
        first, last = max(corner, 0), min(corner + window, lattice(length, view.scale))
        spans.append((first, max(last - first, 1)))
    (x, width), (y, height) = spans
    return TileRect(view.scale, x, y, width, height, _cell(view))


def bounding_rect(rects: list[TileRect]) -> TileRect:
    """Returns the smallest rectangle that contains all `rects`, which have the same scale."""
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right = max(rect.x + rect.width for rect in rects)
    bottom = max(rect.y + rect.height for rect in rects)
    return replace(rects[0], x=left, y=top, width=right - left, height=bottom - top)


def tile_rects(view: Viewport, size: tuple[int, int], side: int) -> list[TileRect]:
    """Returns the tiles of `side` device px that cover the visible part of a picture of `size` (width, height) px.

    They are sorted by distance from the view's middle, nearest first.
    """
    x, y = view.origin
    across, down = lattice(size[0], view.scale), lattice(size[1], view.scale)
    tiles = []
    for top in range(max(y, 0) // side * side, min(y + view.height, down), side):
        for left in range(max(x, 0) // side * side, min(x + view.width, across), side):
            width, height = min(side, across - left), min(side, down - top)
            tiles.append(TileRect(view.scale, left, top, width, height, _cell(view)))

    def distance(tile: TileRect) -> float:
        middle_x, middle_y = tile.x - x + tile.width / 2, tile.y - y + tile.height / 2
        return hypot(middle_x - view.width / 2, middle_y - view.height / 2)

    return sorted(tiles, key=distance)


def group_rects(tiles: list[TileRect], side: int, block: int = 0) -> list[list[TileRect]]:
    """Groups tiles of `side` device px into few rectangles. Blocks keep the order of their first tiles.

    block: side of a square block in device px; no rectangle crosses a block border. 0 means one unlimited block.
    """
    by_index = {(tile.y // side, tile.x // side): tile for tile in tiles}
    tiles_per_block = max(block // side, 1)
    blocks: dict[tuple[int, int], list[TileIndex]] = {}
    for row, col in by_index:
        key = (row // tiles_per_block, col // tiles_per_block) if block else (0, 0)
        blocks.setdefault(key, []).append((row, col))
    return [
        [by_index[index] for index in rectangle]
        for indices in blocks.values()
        for rectangle in rectangles(indices)
    ]


def _cell(view: Viewport) -> float:
    """The view's cell above scale 1; else 1, because the source itself is shown there and has no cell."""
    return view.cell if view.scale > 1 else 1.0
