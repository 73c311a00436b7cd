"""Grouping of tiles into rectangles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry.tile_index import overlap, rectangles, tile_indices

TILES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), unique=True)


@given(TILES)
def test_groups_are_solid_rectangles_and_contain_every_tile_once(tiles):
    groups = list(rectangles(tiles))
    assert sorted(tile for group in groups for tile in group) == sorted(tiles)
    for (top, left), *_, (bottom, right) in ([group[0], *group] for group in groups):
        assert [each for each in groups if each[0] == (top, left)] == [
            tile_indices((top, bottom + 1), (left, right + 1), 1)
        ]


def test_a_ring_is_four_groups_which_leave_out_its_middle():
    ring = [(row, col) for row in range(4) for col in range(5) if row in (0, 3) or col in (0, 4)]
    groups = sorted(map(tuple, rectangles(ring)))
    assert [(group[0], group[-1]) for group in groups] == [
        ((0, 0), (0, 4)),
        ((1, 0), (2, 0)),
        ((1, 4), (2, 4)),
        ((3, 0), (3, 4)),
    ]


@pytest.mark.parametrize("column", [0, 3])
def test_the_two_strips_of_a_diagonal_pan_are_two_groups(column):
    missing = [(0, col) for col in range(4)] + [(row, column) for row in range(1, 4)]
    assert list(rectangles(missing)) == [missing[:4], missing[4:]]


def test_tiles_of_a_range_and_their_overlap_with_it():
    assert tile_indices((250, 260), (0, 256), 256) == [(0, 0), (1, 0)]
    assert overlap(256, 256, (250, 260)) == (slice(0, 4), slice(6, 10))
