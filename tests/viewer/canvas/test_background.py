"""What is around a picture and behind its transparent parts."""

import numpy as np
import pytest
from pictures import saved
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog
from screenshots import screen
from waiting import settle

from viewer.base import settings


@pytest.fixture
def transparent(make_window, qtbot, tmp_path):
    """A window with a picture of 40 x 40 px whose left half is transparent."""
    pixels = np.full((40, 40, 4), 200, np.uint8)
    pixels[:, :20, 3], pixels[:, 20:, 3] = 0, 255
    window = make_window(saved(tmp_path / "half.png", pixels))
    settle(qtbot, window)
    return window


def colours(window):
    """Returns the colours in a corner of the canvas, and behind the transparent half of the picture."""
    shown = screen(window.canvas)
    y, x = shown.shape[0] // 2, shown.shape[1] // 2
    around, behind = shown[:32, :32], shown[y - 18 : y + 18, x - 18 : x - 2]
    return [{tuple(map(int, px)) for px in part.reshape(-1, 3)} for part in (around, behind)]


@pytest.mark.parametrize(
    ("name", "colour"), [("black", (0, 0, 0)), ("white", (255, 255, 255)), ("#336699", (51, 102, 153))]
)
def test_a_colour_is_around_the_picture_and_behind_it(transparent, name, colour):
    settings.change(background=name)
    assert colours(transparent) == [{colour}, {colour}]


def test_the_checkerboard_and_the_theme(transparent):
    around, behind = colours(transparent)
    assert len(around) == 1 and len(behind) == 2
    settings.change(background="checkerboard")
    assert colours(transparent) == [behind, behind]


def test_a_colour_of_ones_own_is_seen_at_once_and_cancel_restores(transparent):
    settings.change(background="white")
    transparent.actions_by_id["background-own"].trigger()
    dialog = transparent.findChild(QColorDialog)
    dialog.setCurrentColor(QColor("#336699"))
    assert colours(transparent)[0] == {(51, 102, 153)}
    assert transparent.actions_by_id["background-own"].isChecked()
    dialog.reject()
    assert settings.read().background == "white"
    assert transparent.actions_by_id["background-white"].isChecked()


@pytest.mark.parametrize("value", ["red", "#12", "#GGGGGG", "#336699\n", 3])
def test_an_invalid_background_in_the_file_is_the_default(value):
    settings.change(background=value)
    assert settings.read().background == "theme"
