"""A plane in square tiles, by row and column: which of them a range touches, and the missing ones as rectangles."""

from collections.abc import Iterator

Span = tuple[int, int]
"""[first, last) along one axis."""
TileIndex = tuple[int, int]
"""(row, col) of a tile."""


def tile_indices(down: Span, across: Span, side: int) -> list[TileIndex]:
    """The tiles of `side` a side that cover the ranges, by rows."""
    rows, cols = (range(first // side, -(-last // side)) for first, last in (down, across))
    return [(row, col) for row in rows for col in cols]


def overlap(first: int, side: int, span: Span) -> tuple[slice, slice]:
    """Along one axis, what a range has of the tile that begins at `first`: where in the tile, where in the range."""
    low, high = max(span[0], first), min(span[1], first + side)
    return slice(low - first, high - first), slice(low - span[0], high - span[0])


def rectangles(tiles: list[TileIndex]) -> Iterator[list[TileIndex]]:
    """The tiles as few rectangles, each in order of rows: a pan to a corner misses two strips, not all between them."""
    rows: dict[int, list[int]] = {}
    for row, col in tiles:
        rows.setdefault(row, []).append(col)
    begun: list[TileIndex] = []
    for row, cols in sorted(rows.items()):
        line = [(row, col) for col in sorted(cols)]
        if begun and (begun[-1][0] != row - 1 or [col for _, col in begun[-len(line) :]] != sorted(cols)):
            yield begun
            begun = []
        begun = begun + line
    if begun:
        yield begun
