"""Sizes of exports: every rule keeps the ratio of the sides, and gives what it says."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.export.output_size import OutputSize

SIDES = st.fractions(1, 20_000, max_denominator=64)


def px(rule, value, width=600, height=400, dpi=None):
    pair = isinstance(value, tuple)
    given_value = tuple(map(Fraction, value)) if pair else Fraction(value)
    return OutputSize(rule, given_value).px(Fraction(width), Fraction(height), dpi)[0]


@pytest.mark.parametrize(
    "rule, value, expected",
    [
        ("scale", 2, (1200, 800)),
        ("size", (50, 90), (50, 90)),
        ("width", 300, (300, 200)),
        ("height", 300, (450, 300)),
        ("longest", 900, (900, 600)),
        ("megapixels", 24, (6000, 4000)),
        ("fit", (1920, 1080), (1620, 1080)),
        ("print", (100, 150), (1772, 1181)),
    ],
)
def test_rules(rule, value, expected):
    assert px(rule, value) == expected


def test_a_sheet_is_turned_as_the_picture_is():
    assert px("print", (100, 150), 400, 600) == (1181, 1772)
    assert px("print", (150, 100), 400, 600) == (1181, 1772)


def test_a_print_takes_the_given_resolution():
    assert px("print", (254, 254), 100, 100, dpi=72) == (720, 720)


@given(SIDES, SIDES, st.sampled_from(["width", "height", "longest"]), st.integers(1, 20_000))
def test_the_ratio_of_the_sides_stays_within_a_pixel(width, height, rule, value):
    across, down = px(rule, value, width, height)
    given_side = {"width": across, "height": down, "longest": max(across, down)}[rule]
    assert given_side == value
    assert abs(across - max(1, down * width / height)) <= max(1, width / height) and min(across, down) >= 1


@given(SIDES, SIDES, st.integers(1, 9000), st.integers(1, 9000))
def test_a_fitting_picture_is_in_its_box_and_touches_it(width, height, box_width, box_height):
    across, down = px("fit", (box_width, box_height), width, height)
    assert across <= box_width and down <= box_height
    assert across == box_width or down == box_height


@given(SIDES, SIDES, st.integers(1, 400))
def test_megapixels(width, height, megapixels):
    scale = OutputSize("megapixels", Fraction(megapixels)).px(width, height)[1]
    assert float(width * scale * height * scale) == pytest.approx(megapixels * 1e6, rel=1e-6)
