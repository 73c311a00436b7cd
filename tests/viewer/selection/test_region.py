from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.selection.region import GRIPS, between, dragged, moved, step, stride

SIZE = (400, 300)
ONE = Fraction(1)
places = st.tuples(st.fractions(-50, 450), st.fractions(-50, 350))


@pytest.mark.parametrize(
    ("scale", "of"), [(0.1, 1), (1, 1), (7.9, 1), (8, Fraction(1, 2)), (1000, Fraction(1, 128))]
)
def test_edges_lie_on_source_pixels_until_these_are_large_on_the_screen(scale, of):
    assert step(scale) == of
    assert scale < 8 or 4 <= scale * step(scale) <= 8


def test_a_key_moves_by_something_to_be_seen():
    assert stride(0.1) == 10 and stride(1) == 1 and stride(64) == step(64)
    assert stride(1 / 3) == 3


@given(places, places)
def test_it_lies_within_the_picture_on_whole_steps(one, other):
    region = between(one, other, ONE, SIZE)
    if region is None:
        return
    x, y, width, height = region
    assert 0 <= x < x + width <= 400 and 0 <= y < y + height <= 300
    assert all(side.denominator == 1 for side in region)
    assert region == between(other, one, ONE, SIZE)


def test_corners_at_the_same_place_span_nothing():
    assert between((ONE, ONE), (ONE, 5 * ONE), ONE, SIZE) is None


@pytest.mark.parametrize("grip", GRIPS)
def test_a_grip_moves_its_edges_and_no_others(grip):
    region = tuple(map(Fraction, (100, 80, 60, 40)))
    x, y, width, height = dragged(region, grip, (Fraction(120), Fraction(90)), ONE, SIZE)
    left, right = (120 if grip[0] == -1 else 100), (120 if grip[0] == 1 else 160)
    top, bottom = (90 if grip[1] == -1 else 80), (90 if grip[1] == 1 else 120)
    assert (x, y, x + width, y + height) == (left, top, right, bottom)


def test_past_the_opposite_edge_it_turns_over():
    region = tuple(map(Fraction, (100, 80, 60, 40)))
    assert dragged(region, (1, 0), (Fraction(70), Fraction(0)), ONE, SIZE) == (70, 80, 30, 40)


@given(st.integers(-500, 500), st.integers(-500, 500))
def test_moved_it_is_as_large_and_within(dx, dy):
    x, y, width, height = moved(tuple(map(Fraction, (100, 80, 60, 40))), Fraction(dx), Fraction(dy), SIZE)
    assert (width, height) == (60, 40)
    assert 0 <= x <= 340 and 0 <= y <= 260
