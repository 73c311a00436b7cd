"""The coming view: around the pointer, within the budget, and it contains what zooming and panning show next."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from engine.geometry import coming_view
from engine.geometry.tiling import visible_rect
from engine.geometry.viewport import centred, clamped, zoomed

SIZE = 6000, 4000


@given(
    st.floats(0.05, 1e6),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from([(1920, 1080), (3840, 2160), (300, 900)]),
)
def test_the_pointer_stays_and_the_pixels_are_bounded(scale, x, y, window):
    view = clamped(centred(SIZE, scale, *window), SIZE)
    at = x * view.width, y * view.height
    found = coming_view.coming(view, at, SIZE)
    assert found.scale >= coming_view.LEAST_SCALE
    assert found.width * found.height / found.scale**2 <= coming_view.MOST_PIXELS * 1.001
    unclamped = zoomed(view, found.scale, *at)
    assert found in (unclamped, clamped(unclamped, SIZE))


@given(st.floats(4, 1e4), st.floats(0, 1), st.floats(0, 1))
def test_the_view_zoomed_out_by_two_lies_in_it(scale, x, y):
    view = clamped(centred(SIZE, scale, 1920, 1080), SIZE)
    at = x * view.width, y * view.height
    found, out = coming_view.coming(view, at, SIZE), clamped(zoomed(view, scale / 2, *at), SIZE)
    assert (found.left, found.top) == (out.left, out.top)
    assert found.width / Fraction(found.scale) == out.width / Fraction(out.scale)


def test_the_parts_cover_it_and_the_nearest_comes_first():
    view = centred(SIZE, 0.3, 1920, 1080)
    at = 1500.0, 200.0
    parts = coming_view.parts(view, at, SIZE, 100)
    whole = visible_rect(coming_view.coming(view, at, SIZE), SIZE)
    assert sum(part.width * part.height for part in parts) == whole.width * whole.height
    x, y = (float(each * Fraction(whole.scale)) for each in view.source(*at))
    assert parts[0].x <= x <= parts[0].x + parts[0].width
    assert parts[0].y <= y <= parts[0].y + parts[0].height
