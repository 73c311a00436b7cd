"""Reduction through the pyramid, compared with Lanczos from the source."""

from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.geometry.axis import Axis, whole
from engine.images.demo import demo
from engine.images.mip import pyramid, reduce

PICTURE = demo().pixels
HEIGHT, WIDTH = PICTURE.shape[:2]
LEVELS = pyramid(PICTURE)


def lanczos_from_source(pixels, rows, cols):
    box = tuple(float(edge) for edge in (cols.start, rows.start, cols.end, rows.end))
    picture = PIL.Image.fromarray(pixels)
    return np.asarray(picture.resize((cols.count, rows.count), PIL.Image.Resampling.LANCZOS, box))


@st.composite
def axes(draw, size):
    count = draw(st.integers(1, 90))
    step = draw(st.fractions(1, Fraction(size, count), max_denominator=1000))
    return Axis(draw(st.fractions(0, size - count * step, max_denominator=1000)), step, count)


@settings(deadline=None, max_examples=60)
@given(axes(HEIGHT), axes(WIDTH))
def test_any_box_is_close_to_lanczos_from_the_source(rows, cols):
    difference = abs(reduce(LEVELS, rows, cols) - lanczos_from_source(PICTURE, rows, cols).astype(float))
    assert difference.shape == (rows.count, cols.count, 3)
    # For a few cells the mean is the error of single cells, and the bound is wider.
    assert difference.mean() < (2 if rows.count * cols.count >= 100 else 12)


@pytest.mark.parametrize("count", [640, 639, 500, 320, 200, 99, 40, 3])
def test_noise_is_close_to_lanczos_from_the_source(count):
    noise = np.random.default_rng(0).integers(0, 256, (640, 640, 3), np.uint8)
    axis = whole(640, count)
    assert (
        abs(reduce(pyramid(noise), axis, axis) - lanczos_from_source(noise, axis, axis).astype(float)).mean()
        < 2
    )


def test_step_1_on_whole_pixels_returns_the_source():
    view = reduce(LEVELS, Axis(Fraction(7), Fraction(1), 50), Axis(Fraction(11), Fraction(1), 60))
    np.testing.assert_array_equal(view, PICTURE[7:57, 11:71])
    assert view.flags.c_contiguous
    np.testing.assert_array_equal(reduce(LEVELS, whole(HEIGHT, HEIGHT), whole(WIDTH, WIDTH)), PICTURE)


def test_alpha_is_reduced_like_a_colour_channel():
    rows, cols = whole(HEIGHT, 100), whole(WIDTH, 130)
    view = reduce(pyramid(np.ascontiguousarray(PICTURE[..., 1])), rows, cols)
    np.testing.assert_array_equal(view, reduce(LEVELS, rows, cols)[..., 1])


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 7), (5, 3), (17, 64)])
def test_pyramids_of_small_and_odd_pictures_end_in_one_pixel(height, width):
    pixels = np.full((height, width, 3), 77, np.uint8)
    levels = pyramid(pixels)
    assert levels[0] is pixels
    assert levels[-1].shape == (1, 1, 3)
    assert (reduce(levels, whole(height, 1), whole(width, 1)) == 77).all()


@pytest.mark.parametrize(
    "axis",
    [
        Axis(Fraction(0), Fraction(1, 2), 10),
        Axis(Fraction(-1), Fraction(2), 4),
        Axis(Fraction(0), Fraction(2), 10_000),
    ],
)
def test_enlargements_and_cells_outside_are_refused(axis):
    with pytest.raises(ValueError, match="not a reduction"):
        reduce(LEVELS, axis, whole(WIDTH, 9))
