"""Sample positions of an axis: exact at zooms where float64 alone would round."""

from fractions import Fraction
from math import floor

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry.axis import Axis, whole

SCALES = st.fractions(min_value=Fraction(1, 4), max_value=10**12, max_denominator=10**6)
STARTS = st.fractions(min_value=0, max_value=5000, max_denominator=10**15)


@given(STARTS, SCALES, st.integers(1, 300))
def test_positions_equal_exact_arithmetic(start, scale, count):
    axis = Axis(start, 1 / scale, count)
    index, fraction = axis.positions()
    for j in {0, count // 2, count - 1}:
        exact = start + (j + Fraction(1, 2)) / scale
        found = int(index[j]) + Fraction(float(fraction[j]))
        assert 0 <= fraction[j] < 1
        # a device px is 1 / scale source px; the error stays far below that at any zoom
        assert abs(found - exact) <= Fraction(1, 10**3) / scale


@given(STARTS, SCALES, st.integers(1, 300), st.integers(1, 5000))
def test_neighbours_are_in_the_range_of_latents(start, scale, count, size):
    axis = Axis(start, 1 / scale, count)
    first, u = axis.neighbours(size)
    low, high = axis.latents(size)
    assert 0 <= low < high <= size
    assert low <= first.min()
    assert first.max() < high
    assert (u >= -0.5 - first).all()
    inner = (first > 0) & (first < size - 2)
    assert ((u[inner] >= 0) & (u[inner] <= 1)).all()


def test_a_query_at_a_centre_takes_that_latent_alone():
    first, u = whole(5, 5).neighbours(5)
    assert (first + u).tolist() == [0, 1, 2, 3, 4]


def test_queries_outside_the_picture_are_moved_to_its_border():
    first, u = Axis(Fraction(-3), Fraction(1), 10).neighbours(4)
    np.testing.assert_allclose(first + u, [-0.5, -0.5, -0.5, 0, 1, 2, 3, 3.5, 3.5, 3.5])


@given(STARTS, SCALES, st.integers(2, 300))
def test_a_piece_has_the_same_positions_as_the_whole_axis(start, scale, count):
    axis = Axis(start, 1 / scale, count)
    middle = count // 2
    index, fraction = axis.positions()
    piece = axis.piece(middle, count - middle)
    assert piece.end == axis.end
    shifted = piece.positions()
    exact = [floor(piece.start), *shifted[0][:1]]
    assert exact[0] <= exact[1]
    difference = (shifted[0] - index[middle:]) + (shifted[1] - fraction[middle:])
    assert np.abs(difference).max() <= 1e-9 / float(scale) + 1e-12


@given(STARTS, SCALES, st.integers(11, 300), st.integers(1, 11))
def test_every_nth_sample_is_one_of_the_axis_with_its_cell(start, scale, count, stride):
    axis = Axis(start, 1 / scale, count)
    sparse = axis.every(stride)
    assert sparse.cell == axis.cell
    expected = [axis.piece(k, 1).positions() for k in range(stride // 2, count, stride)]
    index, fraction = sparse.positions()
    assert len(index) == len(expected)
    difference = [i - j[0] + (f - g[0]) for i, f, (j, g) in zip(index, fraction, expected, strict=True)]
    assert np.abs(difference).max() <= 1e-9 / float(scale) + 1e-12
