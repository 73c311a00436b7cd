"""A view as tiles of the lattice: which there are, in which order they are wanted, and what is in each."""

from dataclasses import dataclass, replace
from math import hypot

from engine.geometry.axis import Axis
from engine.geometry.tile_index import rectangles
from engine.geometry.viewport import Viewport, lattice, lattice_axis


@dataclass(frozen=True)
class TileRect:
    """A tile's rectangle on the lattice of a scale, device px. cell: as Viewport has it."""

    scale: float
    x: int
    y: int
    width: int
    height: int
    cell: float = 1.0

    @property
    def rows(self) -> Axis:
        """Its rows, source px."""
        return lattice_axis(self.y, self.height, self.scale, self.cell)

    @property
    def cols(self) -> Axis:
        """Its columns, source px."""
        return lattice_axis(self.x, self.width, self.scale, self.cell)

    def within(self, other: "TileRect") -> bool:
        """Whether all of it lies in another one, of the same scale."""
        return (
            other.x <= self.x
            and other.y <= self.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )


def split_rect(place: TileRect, side: int) -> list[TileRect]:
    """A place in parts of at most `side` device px a side."""
    return [
        replace(
            place,
            x=x,
            y=y,
            width=min(side, place.x + place.width - x),
            height=min(side, place.y + place.height - y),
        )
        for y in range(place.y, place.y + place.height, side)
        for x in range(place.x, place.x + place.width, side)
    ]


def visible_rect(view: Viewport, size: tuple[int, int]) -> TileRect:
    """All that a view shows of a picture of (width, height) source px."""
    spans = []
    for corner, window, length in zip(view.origin, (view.width, view.height), size, strict=True):
        first, last = max(corner, 0), min(corner + window, lattice(length, view.scale))
        spans.append((first, max(last - first, 1)))
    (x, width), (y, height) = spans
    return TileRect(view.scale, x, y, width, height, _cell(view))


def bounding_rect(places: list[TileRect]) -> TileRect:
    """The rectangle that places of one scale lie in."""
    x, y = min(place.x for place in places), min(place.y for place in places)
    right, bottom = (
        max(place.x + place.width for place in places),
        max(place.y + place.height for place in places),
    )
    return replace(places[0], x=x, y=y, width=right - x, height=bottom - y)


def tile_rects(view: Viewport, size: tuple[int, int], side: int) -> list[TileRect]:
    """The tiles of `side` device px that cover what the view shows of a picture of (width, height) source px.

    The one nearest the view's middle comes first.
    """
    x, y = view.origin
    across, down = lattice(size[0], view.scale), lattice(size[1], view.scale)
    found = []
    for top in range(max(y, 0) // side * side, min(y + view.height, down), side):
        for left in range(max(x, 0) // side * side, min(x + view.width, across), side):
            width, height = min(side, across - left), min(side, down - top)
            found.append(TileRect(view.scale, left, top, width, height, _cell(view)))

    def distance(place: TileRect) -> float:
        middle_x, middle_y = place.x - x + place.width / 2, place.y - y + place.height / 2
        return hypot(middle_x - view.width / 2, middle_y - view.height / 2)

    return sorted(found, key=distance)


def group_rects(places: list[TileRect], side: int, block: int = 0) -> list[list[TileRect]]:
    """Tiles of `side` device px in few rectangles, in order of the first tile of each block.

    block: device px along a side of the squares that none reaches across; 0: one may be as large as it can.
    """
    by_tile = {(place.y // side, place.x // side): place for place in places}
    most = max(block // side, 1)
    blocks: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row, col in by_tile:
        blocks.setdefault((row // most, col // most) if block else (0, 0), []).append((row, col))
    return [
        [by_tile[tile] for tile in rectangle] for those in blocks.values() for rectangle in rectangles(those)
    ]


def _cell(view: Viewport) -> float:
    """What the source itself shows, at scales of 1 and below, knows no cell."""
    return view.cell if view.scale > 1 else 1.0
