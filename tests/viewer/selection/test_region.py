"""Geometry of the selected rectangle, in exact source px."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.selection.region import GRIPS, between, dragged, moved, step, stride

SIZE = (400, 300)
ONE = Fraction(1)
points = st.tuples(st.fractions(-50, 450), st.fractions(-50, 350))


@pytest.mark.parametrize(
    ("scale", "grid"), [(0.1, 1), (1, 1), (7.9, 1), (8, Fraction(1, 2)), (1000, Fraction(1, 128))]
)
def test_edges_are_on_whole_source_pixels_below_the_subpixel_scale(scale, grid):
    assert step(scale) == grid
    assert scale < 8 or 4 <= scale * step(scale) <= 8


def test_a_key_moves_by_at_least_one_device_pixel():
    assert stride(0.1) == 10 and stride(1) == 1 and stride(64) == step(64)
    assert stride(1 / 3) == 3


@given(points, points)
def test_a_rectangle_is_within_the_picture_on_whole_steps(one, other):
    region = between(one, other, ONE, SIZE)
    if region is None:
        return
    x, y, width, height = region
    assert 0 <= x < x + width <= 400 and 0 <= y < y + height <= 300
    assert all(side.denominator == 1 for side in region)
    assert region == between(other, one, ONE, SIZE)


def test_an_empty_rectangle_is_none():
    assert between((ONE, ONE), (ONE, 5 * ONE), ONE, SIZE) is None


@pytest.mark.parametrize("grip", GRIPS)
def test_a_grip_moves_its_edges_and_no_others(grip):
    region = tuple(map(Fraction, (100, 80, 60, 40)))
    x, y, width, height = dragged(region, grip, (Fraction(120), Fraction(90)), ONE, SIZE)
    left, right = (120 if grip[0] == -1 else 100), (120 if grip[0] == 1 else 160)
    top, bottom = (90 if grip[1] == -1 else 80), (90 if grip[1] == 1 else 120)
    assert (x, y, x + width, y + height) == (left, top, right, bottom)


def test_an_edge_may_pass_the_opposite_edge():
    region = tuple(map(Fraction, (100, 80, 60, 40)))
    assert dragged(region, (1, 0), (Fraction(70), Fraction(0)), ONE, SIZE) == (70, 80, 30, 40)


@given(st.integers(-500, 500), st.integers(-500, 500))
def test_moving_keeps_the_size_and_stays_within_the_picture(dx, dy):
    x, y, width, height = moved(tuple(map(Fraction, (100, 80, 60, 40))), Fraction(dx), Fraction(dy), SIZE)
    assert (width, height) == (60, 40)
    assert 0 <= x <= 340 and 0 <= y <= 260
