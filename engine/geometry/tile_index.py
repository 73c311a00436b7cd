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
    """Groups tiles into few solid rectangles, each in row-major order.

    After a diagonal pan two strips are missing. They become two groups, which do not include the tiles between them.
    """
    growing: dict[Span, list[TileIndex]] = {}  # by columns; each ends in the row before
    last_row = -1
    for row, runs in _runs_by_row(tiles):
        ended = [cols for cols in growing if row != last_row + 1 or cols not in runs]
        for cols in ended:
            yield growing.pop(cols)
        for cols in runs:
            growing.setdefault(cols, []).extend((row, col) for col in range(*cols))
        last_row = row
    yield from growing.values()


def _runs_by_row(tiles: list[TileIndex]) -> Iterator[tuple[int, list[Span]]]:
    """Yields each row with the spans of its columns that have no gap, both in ascending order."""
    cols_by_row: dict[int, list[int]] = {}
    for row, col in tiles:
        cols_by_row.setdefault(row, []).append(col)
    for row, unsorted_cols in sorted(cols_by_row.items()):
        runs: list[Span] = []
        for col in sorted(unsorted_cols):
            if runs and runs[-1][1] == col:
                runs[-1] = runs[-1][0], col + 1
            else:
                runs.append((col, col + 1))
        yield row, runs
