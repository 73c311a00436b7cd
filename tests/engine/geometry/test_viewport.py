"""Viewports: zooming keeps the point under the cursor, panning is exact, clamping keeps the picture visible."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from engine.geometry.viewport import (
    MAX_SCALE,
    MIN_SCALE,
    Viewport,
    centred,
    clamped,
    fitting,
    lattice,
    panned,
    resized,
    transferred,
    zoomed,
)

SIZES = st.tuples(st.integers(1, 9000), st.integers(1, 9000))
POINTS = st.floats(-500, 2500)


@given(SIZES, POINTS, POINTS, st.lists(st.floats(-30, 40), min_size=1, max_size=20))
def test_zooming_in_many_steps_keeps_the_point_under_the_cursor(size, x, y, exponents):
    view = centred(size, 1.0, 1920, 1080)
    before = view.source(x, y)
    for exponent in exponents:
        view = zoomed(view, 2.0**exponent, x, y)
    after = view.source(x, y)
    for a, b in zip(before, after, strict=True):
        assert abs(a - b) * Fraction(view.scale) < Fraction(1, 1000)


@given(SIZES, st.floats(1e-6, 1e15))
def test_scales_are_clamped(size, scale):
    view = zoomed(fitting(size, 800, 600), scale, 10, 10)
    assert MIN_SCALE <= view.scale <= MAX_SCALE


def test_panning_back_at_scale_1e12_restores_the_view_exactly():
    view = zoomed(centred((4000, 3000), 1.0, 1920, 1080), 1e12, 700, 300)
    moved = panned(view, 13, -7)
    assert moved != view
    assert moved.origin == (view.origin[0] + 13, view.origin[1] - 7)
    assert panned(moved, -13, 7) == view


@given(SIZES, st.integers(50, 4000), st.integers(50, 3000))
def test_a_fitted_picture_is_completely_visible(size, width, height):
    view = fitting(size, width, height)
    x, y = view.origin
    assert lattice(size[0], view.scale) <= width + 1
    assert lattice(size[1], view.scale) <= height + 1
    assert x <= 0
    assert y <= 0


@given(SIZES, st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.floats(-8, 30))
def test_a_clamped_view_always_shows_some_of_the_picture(size, dx, dy, exponent):
    view = clamped(panned(centred(size, 2.0**exponent, 1000, 700), dx, dy), size)
    exact = Fraction(view.scale)
    assert view.left < size[0]
    assert view.top < size[1]
    assert view.left + view.width / exact > 0
    assert view.top + view.height / exact > 0
    assert clamped(view, size) == view


def test_a_larger_window_keeps_the_middle():
    view = Viewport(Fraction(100), Fraction(50), 4.0, 800, 600)
    larger = resized(view, 1000, 900)
    assert larger.source(500, 450) == view.source(400, 300)


def test_a_view_is_transferred_to_the_same_relative_position_of_another_picture():
    view = Viewport(Fraction(100), Fraction(30), 4.0, 80, 40)
    assert transferred(view, (400, 200), (400, 200)) == view
    moved = transferred(view, (400, 200), (200, 600))
    assert (moved.scale, moved.width, moved.height) == (4.0, 80, 40)
    assert (moved.left, moved.top) == (Fraction(110, 2) - 10, 35 * 3 - 5)
    back = transferred(moved, (200, 600), (400, 200))
    assert back == view
    small = transferred(view, (400, 200), (10, 8))
    assert (small.left, small.top) == (-5, -1), "a picture that fits into the view is centred"
