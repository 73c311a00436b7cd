"""Look-ups of a single latent. They are exact, because the colour jumps where the latent changes."""

from fractions import Fraction
from math import floor

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry.axis import Axis

SIZE = 50


@st.composite
def axes(draw):
    """Axes with many samples on the borders of latents, inside and outside of a picture of SIZE."""
    denominator = draw(st.sampled_from([1, 2, 3, 6, 7, 49, 10**9]))
    start = Fraction(draw(st.integers(-2 * denominator, SIZE * denominator)), denominator)
    return Axis(start, Fraction(draw(st.integers(1, 3 * denominator)), denominator), draw(st.integers(1, 30)))


@given(axes())
def test_corners_are_where_cells_start(axis):
    index, fraction = axis.corners()
    exact = [axis.start + j * axis.step for j in range(axis.count)]
    assert index.tolist() == [floor(position) for position in exact]
    np.testing.assert_allclose(fraction, [float(p - floor(p)) for p in exact], rtol=1e-15)


@given(axes())
def test_nearest_is_the_latent_that_contains_the_sample(axis):
    index, u = axis.nearest(SIZE)
    for j, (i, distance) in enumerate(zip(index.tolist(), u.tolist(), strict=True)):
        position = min(max(axis.start + (j + Fraction(1, 2)) * axis.step, Fraction(0)), Fraction(SIZE))
        assert 0 <= i < SIZE and abs(distance - float(position - i - Fraction(1, 2))) < 1e-12
        assert i <= position <= i + 1
        if position.denominator == 1 and 0 < position < SIZE:
            assert i % 2 == 0


@given(axes(), st.integers(1, 4))
def test_a_finer_axis_has_the_same_samples(axis, factor):
    fine = axis.finer(factor)
    assert (fine.start, fine.end, fine.count) == (axis.start * factor, axis.end * factor, axis.count)
