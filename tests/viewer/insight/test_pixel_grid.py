"""The pixel grid: lines exactly between source px, visible on any colour, and cheap in a deep zoom."""

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
def test_lines_are_where_the_source_px_under_a_device_px_centre_changes(scale, length, corner, window):
    source_px = [floor((corner + px + Fraction(1, 2)) / Fraction(scale)) for px in range(-1, window)]
    expected = [
        px for px in range(window) if source_px[px] != source_px[px + 1] and 0 <= source_px[px + 1] <= length
    ]
    assert pixel_grid.borders(corner, window, length, scale) == expected


def test_a_deep_zoom_searches_only_the_visible_borders():
    scale = 1e12
    corner = lattice(5, scale) - 100
    assert pixel_grid.borders(corner, 1920, 10**5, scale) == [100]
    assert pixel_grid.borders(corner + 200, 1920, 10**5, scale) == []


def paint_over(colour, scale):
    """Returns one channel of a grid painted over gray, (160, 240)."""
    image = QImage(240, 160, QImage.Format.Format_RGB32)
    image.fill(colour)
    with QPainter(image) as draw:
        pixel_grid.paint(draw, Viewport(Fraction(0), Fraction(0), scale, 240, 160), (30, 20), 1)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(160, 240, 4)[..., 0]
    return pixels.astype(int)


@pytest.mark.parametrize("colour", [0xFF000000, 0xFFFFFFFF, 0xFF808080])
def test_each_line_is_visible_on_black_white_and_gray(colour):
    changed = paint_over(colour, 8.0) != colour & 255
    on_lines = np.zeros_like(changed)
    on_lines[::8] = on_lines[:, ::8] = True
    assert not changed[~on_lines].any()
    # half of every line is light, the other half dark
    assert changed[:, ::8].mean(0).min() >= 0.4 and changed[::8].mean(1).min() >= 0.4


def test_nothing_is_drawn_below_the_minimum_scale():
    assert (paint_over(0xFF404040, 7.9) == 0x40).all()


def test_the_grid_action_switches_it_on_and_off(window, qtbot):
    from waiting import settle

    window.canvas.navigation.zoom_to(20.0)
    settle(qtbot, window)
    plain = window.canvas.grab().toImage()
    window.actions_by_id["grid"].trigger()
    assert window.canvas.grab().toImage() != plain
    assert window.notices.isHidden()  # the grid is visible, so no notice is needed
    window.actions_by_id["grid"].trigger()
    assert window.canvas.grab().toImage() == plain
