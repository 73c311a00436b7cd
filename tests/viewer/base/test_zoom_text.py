"""A zoom that a user types, in all its forms; anything else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.base import formatting, zoom_text


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("350", 3.5),
        (" 350 % ", 3.5),
        ("350%", 3.5),
        ("x12", 12.0),
        ("×12", 12.0),
        ("X 12", 12.0),
        ("12x", 12.0),
        ("1:2", 0.5),
        ("1 : 2", 0.5),
        ("3/1", 3.0),
        ("33,3 %", 0.333),
        ("×3,70", 3.7),
        (".5x", 0.5),
    ],
)
def test_a_zoom_is_read(text, scale):
    assert zoom_text.scale(text) == pytest.approx(scale)


@pytest.mark.parametrize(
    "text", ["", "fit", "0", "1:0", "-3", "1e3", "x", "%", "nan", "1:2:3", "12 x 12", "1,2,3"]
)
def test_anything_else_is_no_zoom(text):
    assert zoom_text.scale(text) is None


@given(st.text(max_size=40))
def test_no_text_fails(text):
    scale = zoom_text.scale(text)
    assert scale is None or 0 < scale < float("inf")


@given(st.floats(0.01, 999))
def test_a_zoom_that_is_shown_can_be_typed(scale):
    assert zoom_text.scale(formatting.zoom(scale)) == pytest.approx(scale, rel=0.01)
