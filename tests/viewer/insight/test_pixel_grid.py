"""The pixel grid: just where the source's pixels meet, seen on any ground, and cheap."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from engine.geometry.viewport import Viewport, lattice
from viewer.insight import pixel_grid


@given(
    st.floats(8.0, 300.0),
    st.integers(0, 40),
    st.integers(-30, 5000),
    st.integers(1, 900),
)
def test_lines_are_where_the_source_pixel_under_the_middle_of_a_px_changes(scale, length, corner, window):
    owner = [floor((corner + px + Fraction(1, 2)) / Fraction(scale)) for px in range(-1, window)]
    expected = [px for px in range(window) if owner[px] != owner[px + 1] and 0 <= owner[px + 1] <= length]
    assert pixel_grid.borders(corner, window, length, scale) == expected


def test_only_what_is_in_sight_is_looked_for_in_a_deep_zoom():
    scale = 1e12
    corner = lattice(5, scale) - 100
    assert pixel_grid.borders(corner, 1920, 10**5, scale) == [100]
    assert pixel_grid.borders(corner + 200, 1920, 10**5, scale) == []


def drawn_over(ground, scale):
    image = QImage(240, 160, QImage.Format.Format_RGB32)
    image.fill(ground)
    with QPainter(image) as draw:
        pixel_grid.paint(draw, Viewport(Fraction(0), Fraction(0), scale, 240, 160), (30, 20), 1)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(160, 240, 4)[..., 0]
    return pixels.astype(int)


@pytest.mark.parametrize("ground", [0xFF000000, 0xFFFFFFFF, 0xFF808080])
def test_each_line_is_seen_on_dark_light_and_between(ground):
    changed = drawn_over(ground, 8.0) != ground & 255
    on_lines = np.zeros_like(changed)
    on_lines[::8] = on_lines[:, ::8] = True
    assert not changed[~on_lines].any()
    # of every line half is light and half dark
    assert changed[:, ::8].mean(0).min() >= 0.4 and changed[::8].mean(1).min() >= 0.4


def test_below_its_least_scale_nothing_is_drawn():
    assert (drawn_over(0xFF404040, 7.9) == 0x40).all()


def test_the_window_draws_it_when_it_is_switched_on(window, qtbot):
    from waiting import settle

    window.canvas.navigation.zoom_to(20.0)
    settle(qtbot, window)
    plain = window.canvas.grab().toImage()
    window.actions_by_id["grid"].trigger()
    assert window.canvas.grab().toImage() != plain
    assert window.notices.isHidden()  # it is in sight: nothing to tell
    window.actions_by_id["grid"].trigger()
    assert window.canvas.grab().toImage() == plain
