"""A plane divided into square tiles, addressed by row and column.

It finds the tiles that a range touches, and groups missing tiles into rectangles.
"""

from collections.abc import Iterator

TILE_LATENTS = 32
"""Latents along one side of a tile of them. So small that a view encodes little more than it shows, and a pan only the
new strip."""
Span = tuple[int, int]
"""[first, last) along one axis."""
TileIndex = tuple[int, int]
"""(row, col) of a tile."""


def tile_bytes(order: int) -> int:
    """Returns the bytes of a tile's polynomials as a graphics card stores them: four half floats in a texel."""
    return TILE_LATENTS**2 * order * -(-3 * order // 4) * 8


def tile_indices(down: Span, across: Span, side: int) -> list[TileIndex]:
    """Returns the tiles of `side` x `side` that cover the row range `down` and the column range `across`, row-major."""
    rows, cols = (range(first // side, -(-last // side)) for first, last in (down, across))
    return [(row, col) for row in rows for col in cols]


def overlap(first: int, side: int, span: Span) -> tuple[slice, slice]:
    """Returns the overlap of a range and the tile that begins at `first`, along one axis.

    The first slice is relative to the tile, the second relative to the range.
    """
    low, high = max(span[0], first), min(span[1], first + side)
    return slice(low - first, high - first), slice(low - span[0], high - span[0])


def rectangles(tiles: list[TileIndex]) -> Iterator[list[TileIndex]]:
    """Groups tiles into few groups of whole rows, each in row-major order. Rows of a group have the same columns.

    After a diagonal pan two strips are missing. They become two groups, which do not include the tiles between them.
    """
    cols_by_row: dict[int, list[int]] = {}
    for row, col in tiles:
        cols_by_row.setdefault(row, []).append(col)
    rectangle: list[TileIndex] = []
    last_row, last_cols = 0, list[int]()
    for row, unsorted_cols in sorted(cols_by_row.items()):
        cols = sorted(unsorted_cols)
        if rectangle and (row != last_row + 1 or cols != last_cols):
            yield rectangle
            rectangle = []
        rectangle = rectangle + [(row, col) for col in cols]
        last_row, last_cols = row, cols
    if rectangle:
        yield rectangle
