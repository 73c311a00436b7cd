"""The path of a film: a pure scaling about a fixed point between key views, without jumps."""

from fractions import Fraction
from itertools import pairwise
from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.geometry.zoom_path import KeyView, Timing, ZoomPath, between, length

SIDE = 640, 360
places = st.decimals(-100, 4000, places=6).map(Fraction)
views = st.builds(KeyView, places, places, st.floats(0.01, 1e12), st.sampled_from((0.0, 0.5)))
timings = st.builds(Timing, st.floats(0.1, 8), st.floats(0, 3))


def on_screen(view, x, y):
    """Where source px (x, y) is in a view, device px from its middle."""
    return float((x - view.x) * Fraction(view.scale)), float((y - view.y) * Fraction(view.scale))


@given(views, views, st.floats(0.0, 1.0))
def test_each_view_is_a_scaling_of_the_first_about_the_same_point(first, last, share):
    view = between(first, last, share)
    growth = Fraction(last.scale) - Fraction(first.scale)
    if abs(log2(last.scale / first.scale)) < 1e-3:
        return  # the fixed point is far away: a pan
    x, y = (
        (getattr(last, axis) * Fraction(last.scale) - getattr(first, axis) * Fraction(first.scale)) / growth
        for axis in "xy"
    )
    before = on_screen(first, x, y)
    tolerance = 1e-3 + 1e-9 * max(map(abs, before))
    assert on_screen(view, x, y) == pytest.approx(before, abs=tolerance)


@given(views, views)
def test_the_ends_are_exact(first, last):
    for share, key in ((0.0, first), (1.0, last)):
        view = between(first, last, share)
        assert (view.x, view.y, view.scale) == (key.x, key.y, key.scale)


def test_equal_scales_are_a_pan_and_its_limit():
    first, last = KeyView(Fraction(0), Fraction(0), 2.0), KeyView(Fraction(100), Fraction(50), 2.0)
    middle = between(first, last, 0.25)
    assert (middle.x, middle.y, middle.scale) == (25, Fraction(25, 2), 2.0)
    almost = between(first, KeyView(last.x, last.y, 2.0 * (1 + 1e-12)), 0.25)
    assert float(almost.x) == pytest.approx(25, rel=1e-9)


@settings(max_examples=30)
@given(st.lists(views, min_size=2, max_size=5), timings)
def test_no_frame_is_faster_than_the_speed_and_the_path_ends_at_its_last_view(keys, timing):
    path = ZoomPath(keys, timing, *SIDE)
    count = path.frame_count(30)
    scales = [path.frame(number, 30).scale for number in range(0, count, max(1, count // 50))]
    step = max(1, count // 50) / 30
    assert all(abs(log2(b / a)) <= timing.speed * step + 1e-9 for a, b in pairwise(scales))
    assert path.frame(0, 30).scale == keys[0].scale
    assert path.frame(count - 1, 30).scale == keys[-1].scale


def test_the_speed_is_constant_between_easing_and_the_duration_follows():
    keys = [
        KeyView(Fraction(9), Fraction(9), scale, hold) for scale, hold in ((1.0, 1), (16.0, 0), (256.0, 2))
    ]
    path = ZoomPath(keys, Timing(speed=2.0, ease=0.5), *SIDE)
    assert path.seconds == pytest.approx(1 + 8 / 2 + 0.5 + 2)
    scales = [path.view(1 + seconds / 10).scale for seconds in range(6, 40)]
    assert all(log2(b / a) == pytest.approx(0.2) for a, b in pairwise(scales))
    assert path.view(0.5).scale == 1.0 and path.view(6.0).scale == 256.0 == path.view(99).scale


def test_a_pan_has_the_speed_of_a_zoom():
    first = KeyView(Fraction(0), Fraction(0), 2.0)
    assert length(first, KeyView(Fraction(360), Fraction(0), 2.0), 360) == pytest.approx(2.0)
    assert length(first, KeyView(Fraction(10), Fraction(0), 16.0), 360) == pytest.approx(3.0)
    assert length(first, first, 360) == 0
    assert ZoomPath([first, first], Timing(), *SIDE).frame_count(30) == 1
