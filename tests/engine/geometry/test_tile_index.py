"""Grouping of tiles into rectangles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry.tile_index import overlap, rectangles, tile_indices

TILES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), unique=True)


@given(TILES)
def test_groups_contain_every_tile_once_and_their_rows_have_the_same_columns(tiles):
    groups = list(rectangles(tiles))
    assert [tile for group in groups for tile in group] == sorted(tiles)
    for group in groups:
        rows, cols = ({tile[axis] for tile in group} for axis in (0, 1))
        assert len(group) == len(rows) * len(cols) and max(rows) - min(rows) + 1 == len(rows)


@pytest.mark.parametrize("column", [0, 3])
def test_the_two_strips_of_a_diagonal_pan_are_two_groups(column):
    missing = [(0, col) for col in range(4)] + [(row, column) for row in range(1, 4)]
    assert list(rectangles(missing)) == [missing[:4], missing[4:]]


def test_tiles_of_a_range_and_their_overlap_with_it():
    assert tile_indices((250, 260), (0, 256), 256) == [(0, 0), (1, 0)]
    assert overlap(256, 256, (250, 260)) == (slice(0, 4), slice(6, 10))
