"""The colours of the screen: what is painted is converted to its profile, what is copied is not."""

import io

import numpy as np
import PIL.Image
import PIL.ImageCms
import pytest
from pictures import saved
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColorSpace
from PySide6.QtWidgets import QFileDialog
from waiting import settle

from engine.base.errors import FileError
from viewer.base import settings
from viewer.canvas import screen_colours

COLOURS = [(200, 40, 30), (20, 160, 90), (128, 128, 128), (250, 250, 250)]


def profile(name=QColorSpace.NamedColorSpace.AdobeRgb):
    return QColorSpace(name).iccProfile().data()


def by_lcms(colour, icc):
    """Another library's conversion from sRGB."""
    image = PIL.Image.new("RGB", (1, 1), colour)
    target = PIL.ImageCms.ImageCmsProfile(io.BytesIO(icc))
    return PIL.ImageCms.profileToProfile(image, PIL.ImageCms.createProfile("sRGB"), target).getpixel((0, 0))


@pytest.fixture
def plain(make_window, qtbot, tmp_path):
    pixels = np.zeros((80, 80, 3), np.uint8)
    for number, colour in enumerate(COLOURS):
        pixels[:, 20 * number : 20 * number + 20] = colour
    window = make_window(saved(tmp_path / "a.png", pixels))
    settle(qtbot, window)
    return window


def painted(window):
    """Returns the colours on the screen, in the middle of each stripe."""
    image, view = window.canvas.grab().toImage(), window.canvas.view
    left, top = -view.left, -view.top
    return [
        image.pixelColor(QPoint(round(left) + 20 * n + 10, round(top) + 40)).getRgb()[:3] for n in range(4)
    ]


def test_what_is_painted_is_in_the_profile_of_the_screen_and_what_is_copied_is_srgb(plain, tmp_path):
    assert painted(plain) == COLOURS
    icc = profile()
    (tmp_path / "screen.icc").write_bytes(icc)
    settings.change(screen=str(tmp_path / "screen.icc"))
    expected = [by_lcms(colour, icc) for colour in COLOURS]
    for found, right in zip(painted(plain), expected, strict=True):
        assert found == pytest.approx(right, abs=2)
    assert painted(plain)[0] != COLOURS[0]
    copy = plain.canvas.visible()
    assert [copy.pixelColor(20 * n + 10, 40).getRgb()[:3] for n in range(4)] == COLOURS
    settings.change(screen="srgb")
    assert painted(plain) == COLOURS


@pytest.mark.action("screen-srgb", "screen-display-p3")
def test_a_named_screen_is_chosen_by_its_command(plain):
    plain.actions_by_id["screen-display-p3"].trigger()
    assert plain.actions_by_id["screen-display-p3"].isChecked() and painted(plain)[0][0] < COLOURS[0][0]
    plain.actions_by_id["screen-srgb"].trigger()
    assert plain.actions_by_id["screen-srgb"].isChecked() and painted(plain) == COLOURS


@pytest.mark.action("screen-file")
def test_a_file_that_is_no_profile_changes_nothing_and_is_named(plain, tmp_path, monkeypatch):
    wrong, right = tmp_path / "wrong.icc", tmp_path / "right.icc"
    wrong.write_bytes(b"no profile")
    right.write_bytes(profile())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(wrong), ""))
    plain.actions_by_id["screen-file"].trigger()
    assert "wrong.icc" in plain.notices.text and settings.read().screen == "srgb"
    assert plain.actions_by_id["screen-srgb"].isChecked() and painted(plain) == COLOURS
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(right), ""))
    plain.actions_by_id["screen-file"].trigger()
    assert settings.read().screen == str(right) and plain.actions_by_id["screen-file"].isChecked()


def test_a_profile_that_has_gone_leaves_srgb_and_is_said_at_the_start(make_window, qtbot, tmp_path):
    settings.change(screen=str(tmp_path / "gone.icc"))
    window = make_window()
    assert "gone.icc" in window.notices.text


@pytest.mark.parametrize("kind", ["GRAY", "empty", "folder"])
def test_other_files_are_refused(tmp_path, kind):
    path = tmp_path / "a.icc"
    if kind == "folder":
        path.mkdir()
    else:
        gray = (
            QColorSpace(QPointF(0.3457, 0.3585), QColorSpace.TransferFunction.SRgb).iccProfile().data()
            if kind == "GRAY"
            else b""
        )
        path.write_bytes(gray)
    with pytest.raises(FileError):
        screen_colours.transform(str(path))
