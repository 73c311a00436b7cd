"""The numbers of an axis of values: there are always some, they are in range, and they tell its ends apart."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.training.run import LARGEST
from viewer.training.ticks import ticks, value_range

VALUES = st.lists(
    st.one_of(
        st.floats(-LARGEST, LARGEST, allow_nan=False),
        st.floats(1e-9, 1e3),
        st.floats(0.0312, 0.03121),
        st.just(0.0),
    ),
    min_size=1,
    max_size=6,
)


@given(VALUES, st.integers(2, 12))
def test_an_axis_has_two_numbers_or_more_and_they_differ(values, room):
    least, most = value_range(values)
    assert least <= min(values) and max(values) <= most and least < most
    found = ticks(least, most, room)
    slack = (most - least) * 1e-6
    assert all(least - slack <= value <= most + slack for value, _ in found)
    texts = [text for _, text in found]
    assert 2 <= len(texts) == len(set(texts)) <= max(room, 3)
    for value, text in found:
        assert abs(float(text) - value) <= (most - least) / 10


def test_numbers_are_short():
    assert [text for _, text in ticks(0.03, 0.05, 4)] == ["0.03", "0.04", "0.05"]
    assert [text for _, text in ticks(1e-5, 2e-5, 4)] == ["1.0e-5", "1.5e-5", "2.0e-5"]
    assert [text for _, text in ticks(0, 1000, 4)] == ["0", "500", "1000"]
    assert value_range([]) is None and value_range([0.0, 0.0]) == (0.0, 1.0)


def test_the_numbers_of_an_axis_have_one_notation():
    assert [text for _, text in ticks(4e-5, 2e-4, 4)] == ["0.00005", "0.00010", "0.00015", "0.00020"]
    assert [text for _, text in ticks(5e5, 2e6, 4)] == ["5e5", "1.0e6", "1.5e6", "2.0e6"]
