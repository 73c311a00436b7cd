"""Which values of floats, signed and wide integers are black and white, and which are none."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine.images.value_range import UNIT, Meaning, scale, without_value

RELIEF = np.linspace(450, 550, 64 * 48, dtype=np.float32).reshape(48, 64, 1)


def converted(values, **meaning):
    notices = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        numbers = np.asarray(values, np.float32)
        samples, alpha = scale(numbers, Meaning(**meaning), notices).samples(numbers)
    if alpha is not None:
        notices.append(without_value())
    return samples, alpha, [str(told) for told in notices]


def with_value(value, count=1):
    values = RELIEF.copy()
    values.reshape(-1)[1000 : 1000 + count] = value
    return values


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, -3.4e38, 3.4e38, 9.96921e36, -9999, -32768])
@pytest.mark.parametrize("declared", [None, UNIT])
def test_what_is_no_value_is_transparent_and_changes_nothing_else(value, declared):
    plain, _, _ = converted(RELIEF, declared=declared)
    samples, alpha, notices = converted(with_value(value, 5), declared=declared)
    assert (alpha.reshape(-1)[1000:1005] == 0).all() and (alpha == 0).sum() == 5
    np.testing.assert_array_equal(samples[alpha > 0], plain[alpha > 0])
    assert notices == [
        "values from 450 to 550 scaled to black and white",
        "pixels without a value are transparent",
    ]


@pytest.mark.parametrize("named", [0.0, 500.0, -1.5, 1e5])
def test_the_value_that_the_file_names_is_none(named):
    _, alpha, _ = converted(with_value(named, 7), no_data=named)
    assert (alpha == 0).sum() == 7 + np.isclose(RELIEF, named, rtol=1e-6).sum()


def test_a_usual_placeholder_that_is_no_outlier_is_a_value():
    depths = np.linspace(-9999, -2000, 3072, dtype=np.float32).reshape(48, 64, 1)
    samples, alpha, _ = converted(depths)
    assert alpha is None and samples[0, 0] == 0 and samples[-1, -1] == 65535


@pytest.mark.parametrize("outlier", [1e6, -1e6, 1e29])
def test_one_value_far_off_does_not_darken_the_picture(outlier):
    samples, alpha, notices = converted(with_value(outlier))
    others = np.delete(samples.reshape(-1), 1000)
    assert alpha is None and others.min() == 0 and others.max() == 65535
    assert len(np.unique(others)) > 3000 * 0.99
    assert samples.reshape(-1)[1000] == (65535 if outlier > 0 else 0)
    assert "clipped" in notices[-1]


@pytest.mark.parametrize("outlier", [-0.0001, 1.0001, -0.5, 7, 1e6])
def test_values_in_the_declared_range_keep_their_brightness(outlier):
    values = np.linspace(0, 0.5, 3072, dtype=np.float32).reshape(48, 64, 1)
    values[0, 0] = outlier
    samples, _, notices = converted(values, declared=UNIT)
    assert abs(samples / 65535 - np.clip(values, 0, 1)).max() <= 0.51 / 65535
    assert notices == (
        [] if abs(outlier) < 1.01 and outlier > -0.01 else ["values below 0 and above 1 are clipped"]
    )


def test_another_range_than_the_declared_one_is_stretched_and_said():
    samples, _, notices = converted(RELIEF / 100, declared=UNIT)
    assert (samples.min(), samples.max()) == (0, 65535)
    assert notices == ["values from 4.5 to 5.5 scaled to black and white"]


def test_channels_share_one_range():
    values = np.dstack([RELIEF, RELIEF / 2, RELIEF * 0 + 500])
    samples, _, _ = converted(values)
    low, high = values.min(), values.max()
    assert abs(samples / 65535 - (values - low) / (high - low)).max() < 1e-4


def test_white_may_be_the_least_value():
    plain, inverted = converted(RELIEF)[0], converted(RELIEF, inverted=True)[0]
    assert abs(inverted.astype(int) + plain - 65535).max() <= 1  # halves are rounded to even


@settings(deadline=None, max_examples=150)
@given(
    values=arrays.arrays(
        np.float32,
        st.tuples(st.integers(1, 12), st.integers(1, 12), st.sampled_from([1, 3])),
        elements=st.floats(width=32),
    ),
    declared=st.sampled_from([None, UNIT, (0.0, 65535.0)]),
    no_data=st.one_of(st.none(), st.floats()),
)
def test_any_numbers_become_a_picture_without_a_warning(values, declared, no_data):
    samples, alpha, _ = converted(values, declared=declared, no_data=no_data)
    assert samples.shape == values.shape and samples.dtype == np.uint16
    assert alpha is None or (alpha.shape == values.shape[:2] and set(np.unique(alpha)) <= {0, 65535})
    assert alpha is not None or np.isfinite(values).all()


@settings(deadline=None, max_examples=60)
@given(values=arrays.arrays(np.float32, (9, 11, 1), elements=st.floats(-1e6, 1e6, width=32)))
def test_brighter_values_are_never_darker(values):
    samples, alpha, _ = converted(values)
    seen = np.ones(values.size, bool) if alpha is None else alpha.reshape(-1) > 0
    order = np.argsort(values.reshape(-1)[seen], kind="stable")
    assert (np.diff(samples.reshape(-1)[seen][order].astype(int)) >= 0).all()
